/** The order in which a brief lists its claims: from established to false (briefs.md). */
import type { BriefClaim, ClaimOrder } from '../../../core/redaction/briefData.ts'
import type { ClaimStatus } from '../../../core/vocabularyCodes.ts'
import { claimsInOrder } from '../../../shared/briefWords/claimOrder.ts'

const GROUPS = [
  { group: 'established', statuses: ['established'] },
  { group: 'appears-established', statuses: ['appears-established'] },
  { group: 'partly-supported', statuses: ['partly-supported', 'contested'] },
  { group: 'alleged', statuses: ['rumour', 'not-assessed'] },
  { group: 'not-indicated', statuses: ['not-indicated'] },
  { group: 'cannot-be-verified', statuses: ['cannot-be-verified'] },
  { group: 'false', statuses: ['false'] },
] as const satisfies readonly { readonly group: string; readonly statuses: readonly ClaimStatus[] }[]
export type ClaimGroup = (typeof GROUPS)[number]['group']

/** Claims by group in print order, inside each in the brief's own; empty groups and superseded claims left out. */
export function groupClaims(
  claims: readonly BriefClaim[],
  order: ClaimOrder,
): readonly { readonly group: ClaimGroup; readonly claims: readonly BriefClaim[] }[] {
  return GROUPS.map(({ group, statuses }) => ({
    group,
    claims: statuses.flatMap((status) =>
      claimsInOrder(
        claims.filter((claim) => claim.status === status),
        order,
      ),
    ),
  })).filter((each) => each.claims.length > 0)
}
