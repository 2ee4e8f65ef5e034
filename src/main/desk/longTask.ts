/**
 * Backup, copy elsewhere, rescue and new encryption: one at a time, with progress once it takes longer than somebody waits without
 * wondering, and it can be stopped. A stopped one leaves nothing behind.
 */
import { type AppError, appError } from '../../core/appError.ts'
import { err, type Result } from '../../core/result.ts'
import type { DeskPorts } from './context.ts'
import { createSlowProgress, type SlowProgress } from './slowProgress.ts'

const PATIENCE_MS = 5_000

export interface StoppableTask {
  readonly signal: AbortSignal
  readonly tell: SlowProgress['tell']
}

type TaskName = 'backup' | 'elsewhere' | 'rescue' | 'rekey'

interface RunningTask {
  readonly name: TaskName
  /** Resolves when it has ended, however it did. */
  readonly end: Promise<unknown>
}

export interface LongTasks {
  /** What is under way. */
  running(): RunningTask | null
  /** `log/task-running` while another is under way; `vault/cancelled` after `stop`. */
  run<T>(
    name: TaskName,
    work: (task: StoppableTask) => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>>
  /** Resolves when nothing is under way any more, or a disk that does not answer is waited for no longer. */
  stop(): Promise<void>
}

export function createLongTasks(ports: Pick<DeskPorts, 'emit' | 'now' | 'delay'>): LongTasks {
  let running: (RunningTask & { readonly stop: AbortController }) | null = null
  return {
    running: () => running,
    run: async (name, work) => {
      if (running !== null) return err(appError('log/task-running'))
      const stop = new AbortController()
      const progress = createSlowProgress(ports, name)
      const working = work({ signal: stop.signal, tell: progress.tell })
      running = { name, stop, end: working.catch(() => undefined) }
      try {
        return await working
      } finally {
        running = null
        progress.end()
      }
    },
    stop: async () => {
      if (running === null) return
      running.stop.abort()
      await Promise.race([running.end, ports.delay(PATIENCE_MS)])
    },
  }
}
