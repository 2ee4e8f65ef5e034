/**
 * Before a log is locked the window gets a moment to save what is half-typed. A window that does not answer, because
 * it hangs or is gone, must not keep the log open.
 */
import type { DeskPorts } from './context.ts'

const PATIENCE_MS = 1_000

export interface Settling {
  /** Asks the window, and resolves when it has answered or a second is over. */
  ask(): Promise<void>
  /** The window's answer. */
  settled(): void
}

export function createSettling({ emit, delay }: Pick<DeskPorts, 'emit' | 'delay'>): Settling {
  let answered: (() => void) | null = null
  return {
    ask: async () => {
      const answer = new Promise<void>((resolve) => {
        answered = resolve
      })
      emit('log.locking', {})
      await Promise.race([answer, delay(PATIENCE_MS)])
      answered = null
    },
    settled: () => answered?.(),
  }
}
