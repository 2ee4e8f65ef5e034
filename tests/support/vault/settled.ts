/** Waits for promises that must come to an end, and says when they do not. */
import { setImmediate as nextTurn } from 'node:timers/promises'

/** A watchdog, not a measure: far beyond what any of this work takes. */
const PATIENCE_MS = 30_000

/** Returns when all of `jobs` are settled, however they end; throws when that does not happen. */
export async function allSettled(jobs: readonly Promise<unknown>[], what: string): Promise<void> {
  let open = true
  void Promise.allSettled(jobs).then(() => {
    open = false
  })
  const giveUpAt = performance.now() + PATIENCE_MS
  while (open) {
    await nextTurn()
    if (performance.now() > giveUpAt) throw new Error(`${what}: promises that are never settled`)
  }
}
