/**
 * The pages of a brief that is being made: asked for a moment after the last change, given up when there is another, and
 * kept on screen until the next ones are here.
 */
import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { ChoiceShown, PagesRequest } from '../../../shared/ipc/brief.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'
import { useLogStamp } from '../../store.ts'
import type { PdfPicture } from './pdfDocument.ts'

/** From the last change to setting the pages. */
export const PAGES_DELAY_MS = 700

export interface Pages {
  /** Null before the first ones. */
  readonly picture: PdfPicture | null
  /** What of a choice these pages do not show. */
  readonly choice: ChoiceShown | null
  /** The pages shown are of what stood there before the last change. */
  readonly isOld: boolean
  readonly isWorking: boolean
  readonly error: AppError | null
  /** Sets them now. */
  readonly set: () => void
  /** Gives up what is being set. */
  readonly stop: () => void
}

interface Shown {
  readonly picture: PdfPicture | null
  readonly choice: ChoiceShown | null
  /** What they were made of. */
  readonly of: string | null
  readonly isWorking: boolean
  readonly error: AppError | null
}

const NOTHING: Shown = { picture: null, choice: null, of: null, isWorking: false, error: null }

/** @param isLive follows each change by itself; else pages are set when they are asked for. */
export function usePages(request: PagesRequest, isLive: boolean): Pages {
  const [shown, setShown] = useState<Shown>(NOTHING)
  const stamp = useLogStamp()
  // A review is made anew when the log has changed; a choice is what the log says of it.
  const wanted = `${JSON.stringify(request)} ${request.of === 'choice' ? stamp : ''}`
  const turn = useRef(0)
  const picture = useRef<PdfPicture | null>(null)

  const stop = () => {
    turn.current += 1
    void answerOf(daybook().briefStopPages({}))
    setShown((before) => ({ ...before, isWorking: false }))
  }
  const set = async () => {
    turn.current += 1
    const mine = turn.current
    setShown((before) => ({ ...before, isWorking: true, error: null }))
    const reply = await answerOf(daybook().briefPages(request))
    if (mine !== turn.current) return
    if (!reply.ok) return setShown((before) => ({ ...before, isWorking: false, error: reply.error }))
    const { openPdf } = await import('./pdfDocument.ts')
    const next = await openPdf(reply.value.pdf)
    if (mine !== turn.current) return next.close()
    picture.current?.close()
    picture.current = next
    setShown({ picture: next, choice: reply.value.choice, of: wanted, isWorking: false, error: null })
  }
  const latest = useRef(set)
  useEffect(() => {
    latest.current = set
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of what is wanted starts the wait anew.
  useEffect(() => {
    if (!isLive) return
    const timer = setTimeout(() => void latest.current(), PAGES_DELAY_MS)
    return () => clearTimeout(timer)
  }, [wanted, isLive])
  useEffect(
    () => () => {
      turn.current += 1
      picture.current?.close()
      void answerOf(daybook().briefStopPages({}))
    },
    [],
  )
  const { picture: there, choice, of, isWorking, error } = shown
  return {
    picture: there,
    choice,
    isOld: there !== null && of !== wanted,
    isWorking,
    error,
    set: () => void set(),
    stop,
  }
}
