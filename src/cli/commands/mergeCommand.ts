/** `merge LOG FROM INTO`: two records of one incident become one; `--duplicate` only says that they are, or may be. */
import { markDuplicate, mergeIncidents } from '../../core/mergeIncidents.ts'
import { nowInstant } from '../clock.ts'
import type { Command } from '../command.ts'
import { CliFailure, EXIT } from '../exit.ts'
import { LOCK_OPTION } from '../keyOptions.ts'
import { findRecord, recordLine } from '../recordLines.ts'
import { saveChange, withLog } from '../vault.ts'

export const mergeCommand: Command = {
  spec: { positionals: ['LOG', 'FROM', 'INTO'], options: { ...LOCK_OPTION, duplicate: { type: 'string' } } },
  run: async (invocation, output) => {
    const certainty = invocation.choice('duplicate', ['certain', 'possible'] as const)
    await withLog(invocation, 'write', async (session) => {
      const idOf = (name: string) =>
        findRecord(session.data, invocation.positional(name), ['incidents']).record.id
      const from = idOf('FROM')
      const change =
        certainty === undefined
          ? mergeIncidents(session.data, from, idOf('INTO'), nowInstant())
          : markDuplicate(session.data, from, idOf('INTO'), certainty, nowInstant())
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
