/** The ledger as main tells it: asked for when a screen is opened, and again after each change of the log. */
import { useEffect, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { Result } from '../../../core/result.ts'
import type { ReleaseRow, ReleasesOfRecord } from '../../../shared/ipc/releases.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'
import { useLogStamp } from '../../store.ts'

const NONE: ReleasesOfRecord = []

/** Newest first; null until main has answered. */
export function useReleases(): readonly ReleaseRow[] | null {
  return useAnswer<readonly ReleaseRow[] | null>(() => daybook().releasesList({}), 'all', null)
}

/** The briefs that rest on something about this record that holds no more. */
export function useReleasesOf(id: string): ReleasesOfRecord {
  return useAnswer(() => daybook().releasesOfRecord({ id }), id, NONE)
}

function useAnswer<T>(ask: () => Promise<Result<T & {}, AppError>>, key: string, before: T): T {
  const stamp = useLogStamp()
  const [answer, setAnswer] = useState(before)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp and the key say when to ask again.
  useEffect(() => {
    let isWanted = true
    void answerOf(ask()).then((reply) => {
      if (isWanted && reply.ok) setAnswer(reply.value)
    })
    return () => {
      isWanted = false
    }
  }, [stamp, key])
  return answer
}
