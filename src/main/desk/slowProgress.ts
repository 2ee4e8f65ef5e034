/** Progress that is told only of tasks that take longer than somebody notices, and not more often than eyes follow. */
import type { EventValue } from '../../shared/ipc/contract.ts'
import type { DeskPorts } from './context.ts'

type Progress = EventValue<'app.progress'>

/** Shorter tasks are over before anybody wonders. */
const SILENT_MS = 300
const BETWEEN_MS = 100

export interface SlowProgress {
  tell(step: string, done: number, total: number | null): void
  /** Nothing is told after this. */
  end(): void
}

export function createSlowProgress(
  { emit, now, delay }: Pick<DeskPorts, 'emit' | 'now' | 'delay'>,
  task: Progress['task'],
): SlowProgress {
  let isSilent = true
  let isOver = false
  let latest: Progress | null = null
  let toldStep = ''
  let toldAt = 0
  const tellLatest = () => {
    if (latest === null) return
    toldStep = latest.step
    toldAt = now().getTime()
    emit('app.progress', latest)
  }
  void delay(SILENT_MS).then(() => {
    isSilent = false
    if (!isOver) tellLatest()
  })
  return {
    tell: (step, done, total) => {
      latest = { task, step, done, total }
      if (isSilent || isOver) return
      if (step !== toldStep || done === total || now().getTime() - toldAt >= BETWEEN_MS) tellLatest()
    },
    end: () => {
      isOver = true
    },
  }
}
