/** The claims that were chosen for a brief, as they stand on its day. */
import { useMemo } from 'react'
import { daySchema } from '../../../core/claim.ts'
import { stateAsOf } from '../../../core/grading.ts'
import { useRecords } from '../../store.ts'
import type { WordedClaim } from './briefWording.ts'

/** @param asOf YYYY-MM-DD; none are found while it is no day. */
export function useBriefClaims(chosen: ReadonlySet<string>, asOf: string): readonly WordedClaim[] {
  const claims = useRecords('claims')
  return useMemo(() => {
    if (!daySchema.safeParse(asOf).success) return []
    return [...chosen].flatMap((id): WordedClaim[] => {
      const claim = claims[id]
      if (claim === undefined) return []
      const { statement, safeWording } = claim
      return [{ id, statement, wording: safeWording, status: stateAsOf(claim, asOf).status }]
    })
  }, [claims, chosen, asOf])
}
