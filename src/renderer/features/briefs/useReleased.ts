/** Earlier releases of the log, asked for when the screen is opened and after each one that is made. */
import { useEffect, useState } from 'react'
import type { ReleasedBrief } from '../../../shared/ipc/brief.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'
import { useLogStamp } from '../../store.ts'

const NONE: readonly ReleasedBrief[] = []

/** Last first; empty until main has answered. */
export function useReleased(): readonly ReleasedBrief[] {
  const stamp = useLogStamp()
  const [released, setReleased] = useState(NONE)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp says when to ask again.
  useEffect(() => {
    let isWanted = true
    void answerOf(daybook().briefReleased({})).then((reply) => {
      if (isWanted && reply.ok) setReleased(reply.value)
    })
    return () => {
      isWanted = false
    }
  }, [stamp])
  return released
}
