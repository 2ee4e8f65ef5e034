/**
 * Tells the window of changes in the order in which they were saved. A large one (an import, or its undoing) goes in
 * portions between which others get their turn: checking ten thousand records at the door in one go would be felt.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Change } from '../../core/log.ts'

/** Records of one message. */
const PORTION = 500

export interface ChangeFeed {
  /** An empty change tells of the state of the log alone. */
  push(change: Change): void
  /** Forgets what was not told yet: the log is closed. */
  end(): void
}

/** @param tell sends one message. */
export function createChangeFeed(tell: (portion: Change) => void, pause = nextTurn): ChangeFeed {
  let waiting: Change[] = []
  let isTelling = false

  const tellWaiting = async () => {
    isTelling = true
    for (let portion = waiting.shift(); portion !== undefined; portion = waiting.shift()) {
      try {
        tell(portion)
      } catch {
        // The page is gone or going, and the next one asks for all; what was saved stays saved.
      }
      if (waiting.length > 0) await pause()
    }
    isTelling = false
  }

  return {
    push: (change) => {
      waiting.push(change.slice(0, PORTION))
      for (let from = PORTION; from < change.length; from += PORTION) {
        waiting.push(change.slice(from, from + PORTION))
      }
      if (!isTelling) void tellWaiting()
    },
    end: () => {
      waiting = []
    },
  }
}
