/**
 * `merge LOG FROM INTO`: two records of one incident become one. `--keep FIELD=ID` says whose value stays where both say
 * something else; `--duplicate` only says that they are, or may be, of one incident.
 */

import type { Log } from '../../core/log.ts'
import { MERGE_FIELDS, type MergeField } from '../../core/mergeFields.ts'
import { markDuplicate, mergeIncidents } from '../../core/mergeIncidents.ts'
import { resolveIncident } from '../../core/resolveIncident.ts'
import { nowInstant } from '../clock.ts'
import type { Command } from '../command.ts'
import { CliFailure, EXIT, usage } from '../exit.ts'
import type { Invocation } from '../invocation.ts'
import { LOCK_OPTION } from '../keyOptions.ts'
import { findRecord, recordLine } from '../recordLines.ts'
import { saveChange, withLog } from '../vault.ts'

export const mergeCommand: Command = {
  spec: {
    positionals: ['LOG', 'FROM', 'INTO'],
    options: { ...LOCK_OPTION, duplicate: { type: 'string' }, keep: { type: 'string', multiple: true } },
  },
  run: async (invocation, output) => {
    const certainty = invocation.choice('duplicate', ['certain', 'possible'] as const)
    const kept = keptFields(invocation)
    if (certainty !== undefined && kept.size > 0)
      throw usage('cli/option-conflict', '--keep is for a merge, and --duplicate merges nothing.')
    await withLog(invocation, 'write', async (session) => {
      const idOf = (name: string) =>
        findRecord(session.data, invocation.positional(name), ['incidents']).record.id
      const [from, into] = [idOf('FROM'), idOf('INTO')]
      const change =
        certainty === undefined
          ? mergeIncidents(
              session.data,
              from,
              into,
              nowInstant(),
              takenFields(session.data, kept, from, into),
            )
          : markDuplicate(session.data, from, into, certainty, nowInstant())
      if (!change.ok) throw new CliFailure(EXIT.refused, change.error.code, 'Nothing was changed.')
      await saveChange(session, change.value, { what: certainty === undefined ? 'merged' : 'edited' })
      const [first] = change.value
      const record = first === undefined ? undefined : session.data.incidents[first.id]
      if (record === undefined) return
      if (invocation.flag('json')) output.document(recordLine('incidents', record))
      else if (certainty === undefined)
        output.line(`${from.slice(0, 10)} now leads to ${record.id.slice(0, 10)}`)
      else output.line(`${from.slice(0, 10)} is marked: ${certainty} duplicate`)
    })
  },
}

/** Field → the name of the record whose value stays. Throws a usage failure for what is no such field, or named twice. */
function keptFields(invocation: Invocation): ReadonlyMap<MergeField, string> {
  const kept = new Map<MergeField, string>()
  for (const text of invocation.texts('keep')) {
    const at = text.indexOf('=')
    const field = MERGE_FIELDS.find((each) => each === text.slice(0, at))
    if (field === undefined || at === text.length - 1)
      throw usage('cli/value-unknown', `--keep takes FIELD=ID, FIELD one of: ${MERGE_FIELDS.join(', ')}.`)
    if (kept.has(field)) throw usage('cli/value-unknown', `--keep names ${field} more than once.`)
    kept.set(field, text.slice(at + 1))
  }
  return kept
}

/** Those that FROM gives; of the others INTO's value stays by itself. */
function takenFields(
  data: Log,
  kept: ReadonlyMap<MergeField, string>,
  from: string,
  into: string,
): MergeField[] {
  return [...kept].flatMap(([field, name]) => {
    const { id } = findRecord(data, name, ['incidents']).record
    if (id === from) return [field]
    if (id === into || id === resolveIncident(data.incidents, into)) return []
    throw usage('cli/value-unknown', `--keep ${field}: ${name} is neither FROM nor INTO.`)
  })
}
