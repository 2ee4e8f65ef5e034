/** Takes a record back to an earlier state, as a change like any other: it can be undone, and has an entry of its own. */
import { type AppError, appError } from '../appError.ts'
import type { Change, Log, Put } from '../log.ts'
import { isDuplicateChain } from '../mergeIncidents.ts'
import { firstSwitchedOff } from '../optIns.ts'
import { type AnyRecord, SCHEMAS } from '../records.ts'
import { err, ok, type Result } from '../result.ts'
import type { HistoryKind } from './historyEntry.ts'
import { presentState, stateOfVersion } from './recordHistory.ts'
import { isPlain, isSameJson } from './valueDelta.ts'

/** The assessments of a claim only grow (records.md): its grades and their history stay as they are. */
const KEPT: { readonly [K in HistoryKind]?: readonly string[] } = {
  claims: ['status', 'credibility', 'standardMet', 'assessments', 'asOf'],
}

/**
 * The change that restores a version (recordHistory.ts); empty when the record is like that already. A deleted record
 * comes back with it. Errors: `records/not-found`, `history/no-such-state`, `history/not-restorable` when the state is
 * none that the record may have today, such as a redirect to an incident that was merged into this one since;
 * `records/field-switched-off` {field}.
 */
export function restoreState(
  log: Log,
  kind: HistoryKind,
  recordId: string,
  version: number,
  now: string,
): Result<Change, AppError> {
  const present = presentState(log, kind, recordId)
  if (present === null) return err(appError('records/not-found'))
  const state = stateOfVersion(log, kind, recordId, version)
  if (state === null || !isPlain(state.record)) return err(appError('history/no-such-state'))
  const held: Readonly<Record<string, unknown>> = { ...present.record }
  const kept = new Set([...(KEPT[kind] ?? []), 'updatedAt'])
  // What replaced a superseded claim goes with its status.
  if (kind === 'claims' && held.status === 'superseded') kept.add('supersededBy')
  const fields = {
    ...Object.fromEntries(Object.entries(state.record).filter(([field]) => !kept.has(field))),
    ...Object.fromEntries(Object.entries(held).filter(([field]) => kept.has(field))),
  }
  const isLike = isSameJson(fields, held)
  if (isLike && !present.isInBin) return ok([])
  const parsed = SCHEMAS[kind].safeParse(isLike ? fields : { ...fields, updatedAt: now })
  if (!parsed.success || runsInCircle(log, parsed.data)) return err(appError('history/not-restorable'))
  const switchedOff = firstSwitchedOff(log.meta, kind, fields, held)
  if (switchedOff !== null) return err(appError('records/field-switched-off', { field: switchedOff }))
  return ok([...takenOut(recordId, present), put(kind, parsed.data)])
}

/** Would a redirect, or "duplicate of", lead back to the record itself? */
function runsInCircle({ incidents }: Log, record: AnyRecord): boolean {
  if (!('mergedInto' in record || 'duplicateOf' in record)) return false
  return (['mergedInto', 'duplicateOf'] as const).some((link) => {
    const to = record[link]
    return to !== undefined && isDuplicateChain(incidents, to, record.id, link)
  })
}

function takenOut(id: string, { isInBin }: { readonly isInBin: boolean }): Change {
  return isInBin ? [{ kind: 'bin', id, record: null }] : []
}

function put(kind: HistoryKind, record: AnyRecord): Put {
  return { kind, id: record.id, record } as Put
}
