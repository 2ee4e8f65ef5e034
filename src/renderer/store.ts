/**
 * One external store: the last snapshot of what main told us. Commands call the bridge; what changed comes back as
 * events. Locking drops all records at once.
 */
import { useSyncExternalStore } from 'react'
import { ok } from '../core/result.ts'
import type { DaybookApi, Reply } from '../shared/ipc/api.ts'
import type { Settings } from '../shared/ipc/app.ts'
import type { LogPage, LogState } from '../shared/ipc/log.ts'
import type { LogPatch, LogView, ViewKind } from '../shared/ipc/views.ts'
import { ArrivingRecords } from './arrivingRecords.ts'
import { dropDrafts, keepDraftsWhenLocking } from './drafts/drafts.ts'
import { acceptKeptDrafts } from './drafts/keptDrafts.ts'
import { answerOf } from './errorText.ts'
import { beginIndexes, carryIndexes, feedIndexes, handFedIndexesOn } from './logIndexes.ts'
import { cancelPageEnd, expectPageEnd } from './pageEnd.ts'
import { beginFeed, endFeed, feedArrived, feedChange, finishFeed } from './recordsFeed.ts'
import { SharedValues } from './SharedValues.ts'
import { clearTrouble } from './saveTrouble.ts'
import {
  type AppInfo,
  EMPTY_STATE,
  joinPatches,
  NO_RECORDS,
  patchSize,
  type Reading,
  type StoreState,
  withLogState,
  withPatch,
  withReadingBegun,
} from './storeState.ts'

let state: StoreState = EMPTY_STATE
/** Raised whenever the log is not open: tells a reading of one opening from that of the next. */
let openings = 0
/** What is being read; null when all is here. */
let arriving: ArrivingRecords | null = null
const listeners = new Set<() => void>()

function replace(next: StoreState): void {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The last snapshot; for code outside React. */
export function currentState(): StoreState {
  return state
}

/** Takes a log state that a call answered with; opening a log starts reading its records. */
export function acceptLogState(log: LogState, api: DaybookApi = window.daybook): void {
  if (log.phase !== 'open') {
    openings += 1
    arriving = null
    endFeed()
    dropGathered()
    dropDrafts()
    clearTrouble()
  }
  if (log.phase === 'open') cancelPageEnd()
  replace(withLogState(state, log))
  if (log.phase === 'open' && state.records === null) void readRecords(api)
}

/** A change of this many records is one of several portions of a larger one, an import for example. */
const LARGE = 200
/** Portions that come within this time are put in together: each costs a new order of the tables. */
const GATHER_MS = 100
let gathered: LogPatch[] = []
let gathering: ReturnType<typeof setTimeout> | undefined

/** Takes a change message of the open log. A small change is put in at once, and what was gathered before it. */
export function applyPatch(log: LogState, patch: LogPatch): void {
  if (log.phase === 'open') {
    arriving?.change(patch)
    feedChange(patch)
  }
  gathered.push(patch)
  if (patchSize(patch) < LARGE) {
    applyGathered(log)
    return
  }
  replace(withLogState(state, log))
  gathering ??= setTimeout(() => applyGathered(state.log), GATHER_MS)
}

function applyGathered(log: LogState): void {
  const patch = joinPatches(gathered)
  dropGathered()
  const next = withPatch(state, log, patch)
  carryIndexes(state.records, next.records, patch)
  replace(next)
}

function dropGathered(): void {
  clearTimeout(gathering)
  gathering = undefined
  gathered = []
}

/** Takes settings that main has stored. */
export function acceptSettings(settings: Settings): void {
  if (state.info) replace({ ...state, info: { ...state.info, settings } })
}

/**
 * How many times more records than are shown must wait before they are shown: each time the tables are sorted anew, and
 * rows may move, so it happens a handful of times however large the log is.
 */
const GROWTH = 4

/** Reads the log that is open, portion by portion; the first one is shown as soon as it is here. */
async function readRecords(api: DaybookApi): Promise<void> {
  const opening = openings
  const arrived = new ArrivingRecords()
  const shared = new SharedValues()
  arriving = arrived
  beginFeed()
  const begun = withReadingBegun(state)
  if (begun.records !== null) beginIndexes(begun.records)
  replace(begun)
  // Asked for together: what is waited for is the first screen.
  let asked = askPage(api, null)
  const drafts = await answerOf(api.draftsList({}))
  if (opening !== openings) return
  acceptKeptDrafts(drafts.ok ? drafts.value : [])
  let shown = 0
  for (;;) {
    const reply: Reply<'log.page'> = await asked
    if (opening !== openings) return
    // The next portion is read by main while this one is taken in here.
    if (reply.ok && reply.value.next !== null) asked = askPage(api, reply.value.next)
    // A portion that cannot be read ends the reading as one that does not come does.
    const taken: Reply<'log.page'> = reply.ok ? await answerOf(takePage(reply.value, arrived, shared)) : reply
    if (opening !== openings) return
    if (!taken.ok) {
      const { done, total } = state.reading ?? { done: 0, total: null }
      return replace({ ...withWaiting(arrived), reading: { done, total: total ?? 0, failure: taken.error } })
    }
    const { done, total, next }: LogPage = taken.value
    const reading: Reading | null = next === null ? null : { done, total, failure: null }
    if (next !== null && arrived.count < shown * GROWTH) replace({ ...state, reading })
    else {
      shown += arrived.count
      replace({ ...withWaiting(arrived), reading })
    }
    if (next === null) break
  }
  arriving = null
  finishFeed()
}

/** Never rejects, so that one that is not awaited any more troubles nobody. */
const askPage = (api: DaybookApi, cursor: string | null): Promise<Reply<'log.page'>> =>
  answerOf(api.logPage({ cursor }))

const UTF8 = new TextDecoder()

/** Takes a portion in, and waits until as much again may come. Throws when it cannot be read. */
async function takePage(
  page: LogPage,
  arrived: ArrivingRecords,
  shared: SharedValues,
): Promise<Reply<'log.page'>> {
  const { rows, texts, searched, done, total } = page
  const portion = shared.parse(rows)
  arrived.add(portion)
  const isOutdated = (kind: ViewKind, id: string) => arrived.hasChanged(kind, id)
  const places = JSON.parse(UTF8.decode(searched))
  await Promise.all([
    feedArrived({ texts, places, isOutdated, done, total }),
    feedIndexes(portion, () => (arriving === arrived ? state.records : null), isOutdated),
  ])
  return ok(page)
}

function withWaiting(arrived: ArrivingRecords): StoreState {
  const records = arrived.mergeInto(state.records ?? NO_RECORDS)
  handFedIndexesOn(state.records, records)
  return { ...state, records }
}

/** Reads the open log once more from the beginning, after reading it has failed. */
export function readAgain(api: DaybookApi = window.daybook): void {
  if (state.log.phase !== 'open' || state.reading?.failure == null) return
  openings += 1
  void readRecords(api)
}

/** Asks main for everything and listens from then on. Returns the function that stops listening. */
export async function startStore(api: DaybookApi): Promise<() => void> {
  const stops = [
    api.onLogChanged(({ state: log, patch }) => {
      // A change is told only when it is safe on the disk: so the disk takes saves again.
      if (patchSize(patch) > 0) clearTrouble()
      acceptLogState(log, api)
      applyPatch(log, patch)
    }),
    api.onLogLocked(({ state: log }) => {
      expectPageEnd()
      acceptLogState(log, api)
    }),
    keepDraftsWhenLocking(api),
  ]
  const [info, log] = await Promise.all([api.appInfo({}), api.logState({})])
  if (info.ok) replace({ ...state, info: info.value })
  if (log.ok) acceptLogState(log.value, api)
  return () => {
    for (const stop of stops) stop()
  }
}

/** Back to nothing; for tests. */
export function resetStore(): void {
  openings += 1
  arriving = null
  endFeed()
  dropGathered()
  dropDrafts()
  clearTrouble()
  cancelPageEnd()
  replace(EMPTY_STATE)
}

export function useAppInfo(): AppInfo | null {
  return useSyncExternalStore(subscribe, () => state.info)
}

const logState = () => state.log

export function useLogState(): LogState {
  return useSyncExternalStore(subscribe, logState, logState)
}

/** Is the open log there for reading only? */
export function useIsReadOnly(): boolean {
  return useSyncExternalStore(subscribe, () => state.log.readOnly)
}

/** Today by main's clock, YYYY-MM-DD; empty before main has answered. */
export function useToday(): string {
  return useSyncExternalStore(subscribe, () => state.info?.today ?? '')
}

/** The records of one kind by id; the same object until one of them changes. Empty when no log is open. */
export function useRecords<K extends ViewKind>(kind: K): LogView[K] {
  return useSyncExternalStore(subscribe, () => (state.records ?? NO_RECORDS)[kind])
}

/** Another text after each change that was saved. */
export function useLogStamp(): string {
  return useSyncExternalStore(subscribe, () => state.log.savedAt ?? '')
}

/** Everything the window has of the open log; another object after each change. */
export function useLogView(): LogView {
  return useSyncExternalStore(subscribe, () => state.records ?? NO_RECORDS)
}

const hasRecords = () => state.records !== null && (state.reading === null || state.reading.total !== null)

/** Is there something of the open log to show? */
export function useHasRecords(): boolean {
  return useSyncExternalStore(subscribe, hasRecords)
}

/** Do records of the open log still arrive? Drawn anew only when that changes, and not with every portion. */
export function useIsArriving(): boolean {
  return useSyncExternalStore(subscribe, () => state.reading !== null)
}

/** How far the reading of the open log has come; null when all of it is here. */
export function useReading(): Reading | null {
  return useSyncExternalStore(subscribe, () => state.reading)
}
