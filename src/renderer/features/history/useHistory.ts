/** The entries of a history as they are asked for, newest first; read anew when the record changes. */
import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { HistoryKind } from '../../../core/history/historyEntry.ts'
import type { HistoryPage } from '../../../shared/ipc/history.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'

export interface ReadHistory {
  /** Null while it is read for the first time. */
  readonly page: HistoryPage | null
  readonly failure: AppError | null
  readonly withLocked: boolean
  readonly setWithLocked: (withLocked: boolean) => void
  readonly readOlder: () => Promise<void>
  readonly readAgain: () => void
}

/** @param stamp another value whenever the record may have changed. */
export function useHistory(kind: HistoryKind, id: string, stamp: string): ReadHistory {
  const [page, setPage] = useState<HistoryPage | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const [withLocked, setWithLocked] = useState(false)
  const [attempt, setAttempt] = useState(0)
  // Answers to what was asked before are not for what is asked now.
  const question = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp and the attempt say when to ask again.
  useEffect(() => {
    question.current += 1
    const asked = question.current
    void answerOf(daybook().historyOf({ kind, id, before: null, withLocked })).then((reply) => {
      if (asked !== question.current) return
      setFailure(reply.ok ? null : reply.error)
      if (reply.ok) setPage(reply.value)
    })
    return () => {
      question.current += 1
    }
  }, [kind, id, stamp, withLocked, attempt])

  const readOlder = async () => {
    if (page === null || page.next === null) return
    const asked = question.current
    const reply = await answerOf(daybook().historyOf({ kind, id, before: page.next, withLocked }))
    if (asked !== question.current) return
    if (!reply.ok) return setFailure(reply.error)
    setPage({ ...reply.value, entries: [...page.entries, ...reply.value.entries] })
  }
  return {
    page,
    failure,
    withLocked,
    setWithLocked,
    readOlder,
    readAgain: () => setAttempt((before) => before + 1),
  }
}
