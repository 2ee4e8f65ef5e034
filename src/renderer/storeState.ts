/** The renderer's copy of what it shows, as a value, and its next-state functions. No React, no bridge. */
import type { LogState, Output } from '../shared/ipc/contract.ts'
import type { LogPatch, LogView, ViewKind } from '../shared/ipc/views.ts'

export type AppInfo = Output<'app.info'>

export interface StoreState {
  /** Null until main has answered. */
  readonly info: AppInfo | null
  readonly log: LogState
  /** Null while no log is open: locking drops every record. */
  readonly records: LogView | null
  /** Patches that came before the records they speak of; applied when those arrive. */
  readonly early: readonly LogPatch[]
}

export const CLOSED: LogState = {
  phase: 'closed',
  name: null,
  demo: false,
  canUndo: false,
  canRedo: false,
  savedAt: null,
}
export const EMPTY_STATE: StoreState = { info: null, log: CLOSED, records: null, early: [] }

/** Records with one patch put in: null removes. Collections the patch does not name are shared. */
export function patchRecords(records: LogView, patch: LogPatch): LogView {
  const next: Partial<Record<ViewKind, unknown>> = {}
  for (const [kind, puts] of Object.entries(patch) as [ViewKind, Readonly<Record<string, unknown>>][]) {
    const collection: Record<string, unknown> = { ...records[kind] }
    for (const [id, record] of Object.entries(puts)) {
      if (record === null) delete collection[id]
      else collection[id] = record
    }
    next[kind] = collection
  }
  return { ...records, ...(next as Partial<LogView>) }
}

/** A new log state. Anything but "open" drops all records. */
export function withLogState(state: StoreState, log: LogState): StoreState {
  if (log.phase === 'open') return { ...state, log }
  return { ...state, log, records: null, early: [] }
}

/** A change of the open log. Ignored but for its state when the log is not open. */
export function withPatch(state: StoreState, log: LogState, patch: LogPatch): StoreState {
  const next = withLogState(state, log)
  if (log.phase !== 'open') return next
  if (next.records === null) return { ...next, early: [...next.early, patch] }
  return { ...next, records: patchRecords(next.records, patch) }
}

/** All records, as read from main. Dropped unseen when the log was locked meanwhile. */
export function withRecords(state: StoreState, records: LogView): StoreState {
  if (state.log.phase !== 'open') return state
  return { ...state, records: state.early.reduce(patchRecords, records), early: [] }
}
