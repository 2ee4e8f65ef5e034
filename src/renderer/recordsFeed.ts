/**
 * Tells the search of the records of the open log as they arrive, and of every change from then on. Their texts go
 * through the window without being kept in it; those that arrive before anybody listens wait here.
 */
import type { EditableKind, LogPatch } from '../shared/ipc/views.ts'

export interface ArrivedTexts {
  /** JSON of the texts of records of the searched kinds. */
  readonly texts: Uint8Array
  /** Whose texts they are, one by one. */
  readonly places: readonly (readonly [kind: EditableKind, id: string])[]
  /** Was this record told of as a change meanwhile? Then what has arrived is outdated. */
  readonly isOutdated: (kind: EditableKind, id: string) => boolean
  readonly done: number
  readonly total: number
}

export interface RecordsFollower {
  /** A log has been opened. */
  readonly begin: () => void
  /** Resolves when as much again may be told. */
  readonly arrive: (arrived: ArrivedTexts) => Promise<void>
  readonly change: (patch: LogPatch) => void
  /** All of it is here. */
  readonly finish: () => void
  /** It is not open any more, or is read anew. */
  readonly end: () => void
}

type Told = (follower: RecordsFollower) => unknown

let follower: RecordsFollower | null = null
let isOn = false
let waiting: Told[] = []

/** Has somebody follow the records of the open log, and of every later one: its end must be told whatever is on screen. */
export function followRecords(next: RecordsFollower): void {
  follower = next
  const told = waiting
  waiting = []
  for (const tell of told) tell(next)
}

function tell(told: Told): unknown {
  if (follower !== null) return told(follower)
  waiting.push(told)
  return undefined
}

export function beginFeed(): void {
  endFeed()
  isOn = true
  tell(({ begin }) => begin())
}

/** Waits for the follower to keep up. */
export async function feedArrived(arrived: ArrivedTexts): Promise<void> {
  if (isOn) await tell(({ arrive }) => arrive(arrived))
}

export function feedChange(patch: LogPatch): void {
  if (isOn) tell(({ change }) => change(patch))
}

export function finishFeed(): void {
  if (isOn) tell(({ finish }) => finish())
}

/** Nothing of the log stays here. */
export function endFeed(): void {
  isOn = false
  waiting = []
  follower?.end()
}
