/**
 * What a change of the log adds to the histories of its records, to be saved in the same transaction. One entry for
 * each record that was there and is still there; none for a record that is made, since its `createdAt` says it.
 *
 * A record that goes altogether (its making is taken back, or the bin is emptied) takes its history along: no entry
 * is ever left of a record that is in neither the log nor the bin.
 */
import type { BinEntry, Change, Log, Put } from '../log.ts'
import type { AnyRecord } from '../records.ts'
import {
  type HistoryAct,
  type HistoryEntry,
  type HistoryKind,
  hasHistory,
  historyId,
} from './historyEntry.ts'
import { entryCount, presentState, type RecordState } from './recordHistory.ts'
import { stepsBack } from './valueDelta.ts'

/** Why records change. Going into the bin and out of it is told from the change itself. */
export interface Cause {
  readonly what: Exclude<HistoryAct, 'deleted'>
  /** ISO instant of the save. */
  readonly at: string
  readonly reason?: string | undefined
}

interface Touched {
  readonly kind: HistoryKind
  /** Undefined where the change does not speak of it. */
  live?: AnyRecord | null
  bin?: BinEntry | null
}

/** @param before the state that `change` builds on. */
export function historyPuts(before: Log, change: Change, cause: Cause): Put[] {
  return [...touchedRecords(before, change)].flatMap(([id, touched]) => putsOf(before, id, touched, cause))
}

function touchedRecords(before: Log, change: Change): ReadonlyMap<string, Touched> {
  const byId = new Map<string, Touched>()
  for (const put of change) {
    if (put.kind === 'drafts' || put.kind === 'history' || put.kind === 'terms') continue
    if (put.kind === 'keySecrets' || put.kind === 'tables') continue
    const kind = put.kind === 'bin' ? (put.record ?? before.bin[put.id])?.kind : put.kind
    if (kind === undefined || !hasHistory(kind)) continue
    const touched = byId.get(put.id) ?? { kind }
    byId.set(put.id, touched)
    if (put.kind === 'bin') touched.bin = put.record
    else if (put.kind !== 'releases') touched.live = put.record
  }
  return byId
}

function putsOf(before: Log, id: string, touched: Touched, cause: Cause): Put[] {
  const { kind } = touched
  const earlier = presentState(before, kind, id)
  const later = stateAfter(earlier, touched)
  if (earlier === null) return []
  const number = entryCount(before.history, id)
  if (later === null) return withoutHistory(id, number)
  const back = stepsBack(later.record, earlier.record)
  if (back.length === 0 && earlier.isInBin === later.isInBin) return []
  const entry: HistoryEntry = {
    id: historyId(id, number),
    kind,
    at: cause.at,
    ...move(earlier, later, cause),
    back: [...back],
    ...(cause.reason === undefined ? {} : { reason: cause.reason }),
  }
  return [{ kind: 'history', id: entry.id, record: entry }]
}

function stateAfter(earlier: RecordState | null, { live, bin }: Touched): RecordState | null {
  if (live !== undefined && live !== null) return { record: live, isInBin: false }
  if (live === undefined && earlier !== null && !earlier.isInBin) return earlier
  if (bin !== undefined && bin !== null) return { record: bin.record, isInBin: true }
  return bin === undefined && earlier?.isInBin === true ? earlier : null
}

function move(earlier: RecordState, later: RecordState, { what }: Cause): Pick<HistoryEntry, 'what' | 'to'> {
  if (earlier.isInBin === later.isInBin) return { what }
  const isTurn = what === 'undone' || what === 'redone'
  if (later.isInBin) return { what: isTurn ? what : 'deleted', to: 'bin' }
  return { what: isTurn ? what : 'restored', to: 'log' }
}

/** Takes away the entries of a record that is no more. */
export function withoutHistory(recordId: string, count: number): Put[] {
  return Array.from({ length: count }, (_, number): Put => {
    return { kind: 'history', id: historyId(recordId, number), record: null }
  })
}
