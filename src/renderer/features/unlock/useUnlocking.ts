/** One try to open the chosen log: under way, cancelled, refused. How long a wrong one must wait is main's business. */
import { useState } from 'react'
import { type AppError, appError } from '../../../core/appError.ts'
import type { Reply } from '../../../shared/ipc/api.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'
import { acceptLogState } from '../../store.ts'
import { useCountdown } from './useCountdown.ts'

export interface Unlocking {
  readonly isWorking: boolean
  /** Why the last try failed; null when it did not, or the user cancelled it. */
  readonly problem: AppError | null
  readonly wasCancelled: boolean
  readonly secondsLeft: number
  /** Asks main; null when the log is open now, else why it is not. */
  readonly run: (ask: () => Promise<Reply<'log.unlock'>>) => Promise<AppError | null>
  readonly cancel: () => void
  /** Takes the last refusal away. */
  readonly forget: () => void
}

export function useUnlocking(): Unlocking {
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<AppError | null>(null)
  const [wasCancelled, setCancelled] = useState(false)
  const [secondsLeft, startCountdown] = useCountdown()
  const forget = () => {
    setProblem(null)
    setCancelled(false)
  }
  return {
    isWorking,
    problem,
    wasCancelled,
    secondsLeft,
    forget,
    run: async (ask) => {
      if (isWorking || secondsLeft > 0) return appError('log/busy')
      forget()
      setWorking(true)
      const reply = await answerOf(ask())
      setWorking(false)
      if (reply.ok) {
        acceptLogState(reply.value)
        return null
      }
      const seconds = reply.error.fields?.seconds
      if (typeof seconds === 'number' && seconds > 0) startCountdown(Math.ceil(seconds))
      if (reply.error.code === 'vault/cancelled') setCancelled(true)
      else setProblem(reply.error)
      return reply.error
    },
    cancel: () => void answerOf(daybook().logCancelUnlock({})),
  }
}
