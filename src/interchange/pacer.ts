/** Keeps a long import polite: lets the event loop breathe, tells how far it is, and stops when asked to. */
import { setImmediate } from 'node:timers/promises'
import type { ImportProgress } from './importPlan.ts'

const ROWS_PER_BREATH = 500

/** Call it once a row. Rejects with the signal's reason when the import was cancelled. */
export type Pace = (progress: ImportProgress) => Promise<void> | undefined

export function createPace(request: {
  readonly onProgress?: (progress: ImportProgress) => void
  readonly signal?: AbortSignal
}): Pace {
  return (progress) => {
    if (progress.rows % ROWS_PER_BREATH !== 0) return undefined
    request.signal?.throwIfAborted()
    request.onProgress?.(progress)
    return setImmediate()
  }
}
