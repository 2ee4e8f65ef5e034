/**
 * Wrong passphrases cost a growing delay, for as long as the app runs and for each file apart: choosing the file
 * again does not start anew. Slows down whoever sits at the keyboard; whoever has the file is slowed by its key
 * derivation alone.
 */
import { type AppError, appError } from '../../core/appError.ts'

/** Tries that cost nothing; each later one doubles the wait, up to a minute. */
const FREE_TRIES = 3
const LONGEST_WAIT_SECONDS = 60

interface Guesses {
  readonly failures: number
  /** Epoch milliseconds. */
  readonly notBefore: number
}

export interface Guessing {
  /** `vault/throttled` {seconds} while the next try at this file has to wait, else null. */
  refusal(path: string): AppError | null
  noteWrong(path: string): void
  noteRight(path: string): void
}

export function createGuessing(now: () => Date): Guessing {
  const byPath = new Map<string, Guesses>()
  return {
    refusal: (path) => {
      const wait = Math.ceil(((byPath.get(path)?.notBefore ?? 0) - now().getTime()) / 1_000)
      return wait > 0 ? appError('vault/throttled', { seconds: wait }) : null
    },
    noteWrong: (path) => {
      const failures = (byPath.get(path)?.failures ?? 0) + 1
      const seconds = failures < FREE_TRIES ? 0 : Math.min(2 ** (failures - FREE_TRIES), LONGEST_WAIT_SECONDS)
      byPath.set(path, { failures, notBefore: now().getTime() + seconds * 1_000 })
    },
    noteRight: (path) => {
      byPath.delete(path)
    },
  }
}
