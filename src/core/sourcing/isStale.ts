/** Is a claim due for another look? */
import type { Claim } from '../claim.ts'
import { edtfSpan } from '../edtfSpan.ts'

/** True when the whole of `reviewBy` lies before `day` (YYYY-MM-DD); a month is passed when its last day is. */
export function isStale(claim: Pick<Claim, 'reviewBy'>, day: string): boolean {
  if (claim.reviewBy === undefined) return false
  const latest = edtfSpan(claim.reviewBy)?.latest
  return typeof latest === 'string' && latest < day
}
