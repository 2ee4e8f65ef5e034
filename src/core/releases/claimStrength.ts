/** How much a status says for a claim: what a brief said more strongly than holds today has to be taken back. */
import type { ClaimStatus } from '../vocabularyCodes.ts'

/**
 * More is stronger. The three ways of not knowing are one: a rumour that was looked into in vain did not fall. Superseded
 * says nothing of its own.
 */
const STRENGTH: Readonly<Record<Exclude<ClaimStatus, 'superseded'>, number>> = {
  established: 5,
  'appears-established': 4,
  'partly-supported': 3,
  contested: 3,
  rumour: 2,
  'not-assessed': 2,
  'cannot-be-verified': 2,
  'not-indicated': 1,
  false: 0,
}

/** Said a brief that the claim does not hold? */
const isDenied = (status: ClaimStatus): boolean => status === 'false' || status === 'not-indicated'

/**
 * What became of a claim since it was printed: `fell` when it stands lower, `reversed` when a brief denied what is now
 * more than a rumour, `superseded` when another claim took its place; null when what was printed may stand.
 */
export function claimMove(printed: ClaimStatus, now: ClaimStatus): 'fell' | 'reversed' | 'superseded' | null {
  if (printed === 'superseded') return null
  if (now === 'superseded') return 'superseded'
  if (STRENGTH[now] < STRENGTH[printed]) return 'fell'
  return isDenied(printed) && STRENGTH[now] > STRENGTH.rumour ? 'reversed' : null
}
