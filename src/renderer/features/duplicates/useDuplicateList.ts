/** The search for pairs among all incidents: begun by the screen, told with progress, stopped when the screen goes. */
import { useCallback, useEffect, useState } from 'react'
import type { Reply } from '../../../shared/ipc/api.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'
import { type Progress, useProgress } from '../../useProgress.ts'

export interface DuplicateSearchCourse {
  /** Null while it runs. */
  readonly answer: Reply<'duplicates.list'> | null
  readonly progress: Progress | null
  readonly again: () => void
  readonly stop: () => void
}

const stopSearch = (): void => void answerOf(daybook().duplicatesCancel({}))

/** @param isWanted false while the log is still being read: it would be compared in part. */
export function useDuplicateList(isWanted: boolean): DuplicateSearchCourse {
  const [answer, setAnswer] = useState<Reply<'duplicates.list'> | null>(null)
  const [turn, setTurn] = useState(0)
  const isRunning = isWanted && answer === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is another search
  useEffect(() => {
    if (!isWanted) return
    let isHere = true
    setAnswer(null)
    void answerOf(daybook().duplicatesList({})).then((reply) => {
      if (isHere) setAnswer(reply)
    })
    return () => {
      isHere = false
      stopSearch()
    }
  }, [isWanted, turn])
  return {
    answer,
    progress: useProgress('duplicates', isRunning),
    again: useCallback(() => setTurn((before) => before + 1), []),
    stop: stopSearch,
  }
}
