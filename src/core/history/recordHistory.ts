/**
 * The states of one record, from the present backwards. Version 0 is the record as it was entered, version n what
 * entry n − 1 left; the last version is the present. Costs the entries of that record, whatever the log holds.
 */
import type { Log } from '../log.ts'
import type { AnyRecord } from '../records.ts'
import { type HistoryEntry, type HistoryKind, historyId } from './historyEntry.ts'
import { applySteps } from './valueDelta.ts'

/** A record as it was. Fields as they were stored then: a schema may have changed since. */
export interface RecordState {
  readonly record: unknown
  readonly isInBin: boolean
}

export interface HistoryStep {
  readonly entry: HistoryEntry
  /** The version that the entry left. */
  readonly version: number
  readonly after: RecordState
  /** Null when the entry does not fit the record: what lies before it cannot be shown. */
  readonly before: RecordState | null
}

/** How many entries a record has. Asks for a few of them by name, and reads none. */
export function entryCount(history: Log['history'], recordId: string): number {
  const has = (number: number) => Object.hasOwn(history, historyId(recordId, number))
  if (!has(0)) return 0
  let known = 0
  let beyond = 1
  while (has(beyond)) {
    known = beyond
    beyond *= 2
  }
  while (beyond - known > 1) {
    const between = known + Math.floor((beyond - known) / 2)
    if (has(between)) known = between
    else beyond = between
  }
  return beyond
}

/** The record as it is, in the log or in the bin; null when it is in neither. */
export function presentState(
  log: Log,
  kind: HistoryKind,
  recordId: string,
): { readonly record: AnyRecord; readonly isInBin: boolean } | null {
  const live = Object.hasOwn(log[kind], recordId) ? log[kind][recordId] : undefined
  if (live !== undefined) return { record: live, isInBin: false }
  const entry = Object.hasOwn(log.bin, recordId) ? log.bin[recordId] : undefined
  return entry?.kind === kind ? { record: entry.record, isInBin: true } : null
}

/** Every entry of a record, newest first, with the states around it; made as it is asked for. */
export function* historySteps(log: Log, kind: HistoryKind, recordId: string): Generator<HistoryStep, void> {
  let after: RecordState | null = presentState(log, kind, recordId)
  for (let number = entryCount(log.history, recordId) - 1; number >= 0 && after !== null; number -= 1) {
    const entry = log.history[historyId(recordId, number)]
    if (entry === undefined) return
    const before = stateBefore(after, entry)
    yield { entry, version: number + 1, after, before }
    after = before
  }
}

/** Null when there is no such record or version, or it cannot be made any more. */
export function stateOfVersion(
  log: Log,
  kind: HistoryKind,
  recordId: string,
  version: number,
): RecordState | null {
  if (version === entryCount(log.history, recordId)) return presentState(log, kind, recordId)
  for (const step of historySteps(log, kind, recordId)) if (step.version === version + 1) return step.before
  return null
}

/**
 * The record as it stood after everything that was saved before `instant` (ISO, UTC). `not-yet` when it was entered
 * later; null when there is no such record, or that state cannot be made any more.
 */
export function stateBeforeInstant(
  log: Log,
  kind: HistoryKind,
  recordId: string,
  instant: string,
): RecordState | 'not-yet' | null {
  const present = presentState(log, kind, recordId)
  if (present === null) return null
  const limit = Date.parse(instant)
  if (Date.parse(present.record.createdAt) >= limit) return 'not-yet'
  let state: RecordState | null = present
  for (const step of historySteps(log, kind, recordId)) {
    if (Date.parse(step.entry.at) < limit) break
    state = step.before
  }
  return state
}

function stateBefore(after: RecordState, entry: HistoryEntry): RecordState | null {
  const record = applySteps(after.record, entry.back)
  if (record === null) return null
  return { record: record.value, isInBin: entry.to === undefined ? after.isInBin : entry.to === 'log' }
}
