/** The order of claims inside a group of a brief. One module for the PDF and the preview. */
import { compareText } from '../../core/compareText.ts'
import type { BriefClaim, ClaimOrder } from '../../core/redaction/briefData.ts'
import { compareLocalIds } from './localIds.ts'

/**
 * The most credible first; by the day each speaks for, from the first or from the last; or as they stand. Those that were
 * not assessed are behind all days. Equal ones are told apart by their number in this brief alone.
 */
export function claimsInOrder(claims: readonly BriefClaim[], order: ClaimOrder): readonly BriefClaim[] {
  if (order === 'as-chosen') return claims
  const sign = order === 'date-reversed' ? -1 : 1
  const byDay = (a: BriefClaim, b: BriefClaim): number =>
    Number(a.asOf === null) - Number(b.asOf === null) || sign * compareText(a.asOf ?? '', b.asOf ?? '')
  return [...claims].sort(
    (a, b) =>
      (order === 'grade' ? 0 : byDay(a, b)) || a.credibility - b.credibility || compareLocalIds(a.id, b.id),
  )
}
