/**
 * One external store: the last snapshot of what main told us. Commands call the bridge; what changed comes back as
 * events. Locking drops all records at once.
 */
import { useSyncExternalStore } from 'react'
import type { DaybookApi } from '../shared/ipc/api.ts'
import type { LogState, Settings } from '../shared/ipc/contract.ts'
import type { LogPatch, LogView, ViewKind } from '../shared/ipc/views.ts'
import {
  type AppInfo,
  EMPTY_STATE,
  type StoreState,
  withLogState,
  withPatch,
  withRecords,
} from './storeState.ts'

let state: StoreState = EMPTY_STATE
/** Raised whenever the log is not open: tells a reading of one opening from that of the next. */
let openings = 0
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
  if (log.phase !== 'open') openings += 1
  replace(withLogState(state, log))
  if (log.phase === 'open' && state.records === null) void readRecords(api)
}

/** Takes a change message of the open log. */
export function applyPatch(log: LogState, patch: LogPatch): void {
  replace(withPatch(state, log, patch))
}

/** Takes settings that main has stored. */
export function acceptSettings(settings: Settings): void {
  if (state.info) replace({ ...state, info: { ...state.info, settings } })
}

let reading = false

/** One read at a time; a log that was locked and opened again meanwhile is read afresh. */
async function readRecords(api: DaybookApi): Promise<void> {
  if (reading) return
  reading = true
  try {
    while (state.log.phase === 'open' && state.records === null) {
      const opening = openings
      const reply = await api.logRecords({})
      if (opening !== openings) continue
      if (!reply.ok) return
      replace(withRecords(state, reply.value))
    }
  } finally {
    reading = false
  }
}

/** Asks main for everything and listens from then on. Returns the function that stops listening. */
export async function startStore(api: DaybookApi): Promise<() => void> {
  const stops = [
    api.onLogChanged(({ state: log, patch }) => {
      applyPatch(log, patch)
      acceptLogState(log, api)
    }),
    api.onLogLocked(({ state: log }) => acceptLogState(log, api)),
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
  replace(EMPTY_STATE)
}

export function useAppInfo(): AppInfo | null {
  return useSyncExternalStore(subscribe, () => state.info)
}

export function useLogState(): LogState {
  return useSyncExternalStore(subscribe, () => state.log)
}

/** Today by main's clock, YYYY-MM-DD; empty before main has answered. */
export function useToday(): string {
  return useSyncExternalStore(subscribe, () => state.info?.today ?? '')
}

const NONE: LogView = {
  incidents: {},
  sources: {},
  sourceItems: {},
  claims: {},
  persons: {},
  organisations: {},
  contacts: {},
  actions: {},
  bin: {},
}

/** The records of one kind by id; the same object until one of them changes. Empty when no log is open. */
export function useRecords<K extends ViewKind>(kind: K): LogView[K] {
  return useSyncExternalStore(subscribe, () => (state.records ?? NONE)[kind])
}

/** Have the records of the open log arrived? */
export function useHasRecords(): boolean {
  return useSyncExternalStore(subscribe, () => state.records !== null)
}
