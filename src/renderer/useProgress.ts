/** How far a long task has come, as main tells it; null while none of that kind has said anything. */
import { useEffect, useState } from 'react'
import type { EventValue } from '../shared/ipc/contract.ts'
import { daybook } from './bridge.ts'

export type Progress = EventValue<'app.progress'>

/** The last word of the task; cleared whenever it stops running. */
export function useProgress(task: Progress['task'], isRunning: boolean): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => {
    if (!isRunning) return
    const stop = daybook().onAppProgress((told) => {
      if (told.task === task) setProgress(told)
    })
    return () => {
      stop()
      setProgress(null)
    }
  }, [task, isRunning])
  return progress
}
