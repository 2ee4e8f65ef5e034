/** The renderer's copy of what it shows, as a value, and its next-state functions. No React, no bridge. */
import type { AppError } from '../core/appError.ts'
import type { Output } from '../shared/ipc/contract.ts'
import type { LogState } from '../shared/ipc/log.ts'
import { rowOf } from '../shared/ipc/rows.ts'
import type { LogPatch, LogView, ViewKind } from '../shared/ipc/views.ts'
import { carryRows } from './collectionRows.ts'
import { noteWhole } from './wholeRecords.ts'

export type AppInfo = Output<'app.info'>

/** How far the reading of a log that was just opened has come. */
export interface Reading {
  readonly done: number
  /** Null until the first portion has arrived: then there is nothing to show yet. */
  readonly total: number | null
  /** Why it stopped before the end. */
  readonly failure: AppError | null
}

export interface StoreState {
  /** Null until main has answered. */
  readonly info: AppInfo | null
  readonly log: LogState
  /** Null while no log is open: locking drops every record. */
  readonly records: LogView | null
  /** Null when every record of the open log is here. */
  readonly reading: Reading | null
}

export const CLOSED: LogState = {
  phase: 'closed',
  name: null,
  demo: false,
  readOnly: false,
  optIns: [],
  canUndo: false,
  canRedo: false,
  savedAt: null,
  failure: null,
  notices: [],
  heldDrafts: 0,
}
export const EMPTY_STATE: StoreState = { info: null, log: CLOSED, records: null, reading: null }
export const NO_RECORDS: LogView = {
  incidents: {},
  sources: {},
  sourceItems: {},
  claims: {},
  persons: {},
  organisations: {},
  contacts: {},
  actions: {},
  places: {},
  profiles: {},
  keys: {},
  recipientKeys: {},
  bin: {},
  terms: {},
}

interface HasId {
  readonly id: string
}
type Records = Readonly<Record<string, HasId>>

const entriesOf = (patch: LogPatch) =>
  Object.entries(patch) as [ViewKind, Readonly<Record<string, unknown>>][]

/** How many records a patch puts or removes. */
export function patchSize(patch: LogPatch): number {
  return entriesOf(patch).reduce((sum, [, puts]) => sum + Object.keys(puts).length, 0)
}

/** One patch that does what several do one after the other. */
export function joinPatches(patches: readonly LogPatch[]): LogPatch {
  const [first, ...rest] = patches
  if (first === undefined || rest.length === 0) return first ?? {}
  const joined: Partial<Record<ViewKind, Record<string, unknown>>> = {}
  for (const patch of patches)
    for (const [kind, puts] of entriesOf(patch)) {
      joined[kind] ??= {}
      Object.assign(joined[kind], puts)
    }
  return joined as LogPatch
}

/** Whole records are kept beside their rows when a change has no more of them: it is edited by hand, and likely open. */
const FEW = 50

/** Rows with one patch put in: null removes. Collections the patch does not name are shared. */
export function patchRecords(records: LogView, patch: LogPatch): LogView {
  const next: Partial<Record<ViewKind, unknown>> = {}
  const isFew = patchSize(patch) <= FEW
  for (const [kind, whole] of entriesOf(patch)) {
    const puts = rowsOfPuts(kind, whole as Record<string, HasId | null>, isFew)
    const collection: Record<string, unknown> = { ...records[kind] }
    for (const [id, record] of Object.entries(puts)) {
      if (record === null) delete collection[id]
      else collection[id] = record
    }
    carryRows(records[kind] as Records, collection as Records, puts)
    next[kind] = collection
  }
  return { ...records, ...(next as Partial<LogView>) }
}

function rowsOfPuts(
  kind: ViewKind,
  puts: Readonly<Record<string, HasId | null>>,
  keepsWhole: boolean,
): Record<string, HasId | null> {
  const rows: Record<string, HasId | null> = {}
  for (const [id, whole] of Object.entries(puts)) {
    const row = whole === null ? null : rowOf(kind, whole)
    if (row !== null && whole !== null && keepsWhole) noteWhole(row, whole)
    rows[id] = row
  }
  return rows
}

/** A new log state. Anything but "open" drops all records. */
export function withLogState(state: StoreState, log: LogState): StoreState {
  if (log.phase === 'open') return { ...state, log }
  return { ...state, log, records: null, reading: null }
}

/** A change of the open log. Ignored but for its state when no log is open. */
export function withPatch(state: StoreState, log: LogState, patch: LogPatch): StoreState {
  const next = withLogState(state, log)
  return next.records === null ? next : { ...next, records: patchRecords(next.records, patch) }
}

/** The open log begins to be read: nothing is there yet, and what is saved from now on is put in. */
export function withReadingBegun(state: StoreState): StoreState {
  return { ...state, records: { ...NO_RECORDS }, reading: { done: 0, total: null, failure: null } }
}
