/** The pages of a brief as text: asked for a moment after the last change, and kept until the next are here. */
import { useEffect, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { BriefOutline } from '../../../shared/briefOutline.ts'
import type { PagesRequest } from '../../../shared/ipc/brief.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'

/** From the last decision on a text to asking. */
const DELAY_MS = 250

export interface Outline {
  /** Null before the first. */
  readonly outline: BriefOutline | null
  /** It is of what stood there before the last change. */
  readonly isOld: boolean
  readonly error: AppError | null
}

interface Shown extends Pick<Outline, 'outline' | 'error'> {
  readonly of: string
}

export function useOutline(request: PagesRequest): Outline {
  const [shown, setShown] = useState<Shown>({ outline: null, error: null, of: '' })
  const wanted = JSON.stringify(request)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the request is what its text says.
  useEffect(() => {
    let isWanted = true
    const ask = async () => {
      const reply = await answerOf(daybook().briefText(request))
      if (!isWanted) return
      if (reply.ok) setShown({ outline: reply.value, error: null, of: wanted })
      else setShown((before) => ({ ...before, error: reply.error }))
    }
    const timer = setTimeout(() => void ask(), DELAY_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [wanted])
  return { outline: shown.outline, isOld: shown.of !== wanted, error: shown.error }
}
