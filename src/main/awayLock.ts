/**
 * Locks the log when nobody is there: at once on sleep, lid and screen lock, and after ten idle minutes.
 *
 * Electron tells of the screen lock on macOS and Windows alone. On Linux the state of the session is asked for whenever
 * idleness is looked at; whether it says "locked" depends on the desktop.
 */
import type { LockReason } from './desk/context.ts'

const IDLE_LOCK_SECONDS = 10 * 60
const LOOK_EVERY_MS = 5_000

/** Of Electron's powerMonitor. */
export interface Presence {
  on(event: 'suspend' | 'lock-screen', listener: () => void): unknown
  /** Seconds since the last key or movement. */
  getSystemIdleTime(): number
  getSystemIdleState(threshold: number): 'active' | 'idle' | 'locked' | 'unknown'
}

/** `repeat` calls a function again and again, after that many milliseconds each time, for as long as the app runs. */
export function lockWhenAway(
  presence: Presence,
  lock: (reason: LockReason) => void,
  repeat: (look: () => void, milliseconds: number) => void = (look, milliseconds) => {
    setInterval(look, milliseconds).unref()
  },
): void {
  presence.on('suspend', () => lock('suspend'))
  presence.on('lock-screen', () => lock('screen-lock'))
  repeat(() => {
    const reason = reasonToLock(presence)
    if (reason !== null) lock(reason)
  }, LOOK_EVERY_MS)
}

function reasonToLock(presence: Presence): LockReason | null {
  if (presence.getSystemIdleState(IDLE_LOCK_SECONDS) === 'locked') return 'screen-lock'
  return presence.getSystemIdleTime() >= IDLE_LOCK_SECONDS ? 'idle' : null
}
