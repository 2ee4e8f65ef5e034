/**
 * `show LOG ID`: one record with all its fields, as it is or as it was at the end of a day; of claims and incidents also
 * what is computed and never stored.
 */
import { hasHistory } from '../../core/history/historyEntry.ts'
import { stateBeforeInstant, stateOfVersion } from '../../core/history/recordHistory.ts'
import { isPlain } from '../../core/history/valueDelta.ts'
import type { Log } from '../../core/log.ts'
import { SCHEMAS, TYPE_BY_KIND } from '../../core/records.ts'
import { endOfDay, parseDay, today } from '../clock.ts'
import type { Command } from '../command.ts'
import { claimLines, computedOfClaim, computedOfIncident, incidentLines } from '../computedLines.ts'
import { usage } from '../exit.ts'
import { type FoundRecord, findRecord, recordAsOf, recordLine } from '../recordLines.ts'
import { withLog } from '../vault.ts'

export const showCommand: Command = {
  spec: { positionals: ['LOG', 'ID'], options: { 'as-of': { type: 'string' } } },
  run: (invocation, output) => {
    const day = parseDay('as-of', invocation.text('as-of'))
    return withLog(invocation, 'read', async ({ data }) => {
      const { kind, record } = findRecord(data, invocation.positional('ID'))
      const line = day === undefined ? recordLine(kind, record) : lineAsOf(data, { kind, record }, day)
      const shown = { kind, record: recordAsOf(record, day) }
      const { computed, lines } = computedOf(data, shown, day ?? today())
      if (invocation.flag('json'))
        return output.document(computed === undefined ? line : { ...line, computed })
      for (const [field, value] of Object.entries(line)) {
        output.line(`${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      }
      for (const text of lines) output.line(text)
    })
  },
}

function computedOf(
  log: Log,
  { record }: FoundRecord,
  day: string,
): { readonly computed?: object; readonly lines: readonly string[] } {
  if ('statement' in record) {
    const computed = computedOfClaim(log, record, day)
    return { computed, lines: claimLines(log, computed) }
  }
  if ('violationTypes' in record) {
    const computed = computedOfIncident(log, record)
    return { computed, lines: incidentLines(log, computed) }
  }
  return { lines: [] }
}

/** Grades of a claim: the assessments that speak for that day, whenever they were typed in. The rest: what was saved then. */
const GRADES = ['status', 'credibility', 'standardMet', 'assessments', 'asOf'] as const

function lineAsOf(log: Log, { kind, record }: FoundRecord, day: string): Record<string, unknown> {
  const isClaim = 'statement' in record
  const state = hasHistory(kind) ? stateBeforeInstant(log, kind, record.id, endOfDay(day)) : null
  // What a claim says may be about a day long before it was entered.
  const known =
    state === 'not-yet' && isClaim && hasHistory(kind) ? stateOfVersion(log, kind, record.id, 0) : state
  if (known === 'not-yet')
    throw usage('records/not-yet', `This record was entered later, at ${record.createdAt}.`)
  const held = known?.record ?? record
  if (!isPlain(held)) throw usage('records/not-found', 'What it was on that day cannot be told any more.')
  if (!isClaim) return { type: TYPE_BY_KIND[kind], ...held }
  const graded: Readonly<Record<string, unknown>> = { ...recordAsOf(record, day) }
  const rest = Object.entries(held).filter(([field]) => !GRADES.some((grade) => grade === field))
  const grades = GRADES.flatMap((grade) => (graded[grade] === undefined ? [] : [[grade, graded[grade]]]))
  const claim = { ...Object.fromEntries(rest), ...Object.fromEntries(grades) }
  const parsed = SCHEMAS.claims.safeParse(claim)
  return { type: TYPE_BY_KIND[kind], ...(parsed.success ? parsed.data : claim) }
}
