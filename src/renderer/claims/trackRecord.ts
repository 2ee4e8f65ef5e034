/**
 * How often a source was right: the claims that items of its own are evidence on, by how they came out. Counted, never
 * turned into a rate: a handful of claims says little, and who is asked about what is no sample.
 */
import type { Claim } from '../../core/claim.ts'
import type { SourceItem } from '../../core/sourceItem.ts'
import type { ClaimStatus } from '../../core/vocabularyCodes.ts'

/** What a claim that came out says of a source that spoke for it or against it. */
export type Outcome = 'borne-out' | 'contradicted' | 'open'

export interface TrackedClaim {
  readonly claim: Claim
  readonly side: 'for' | 'against'
  readonly outcome: Outcome
  /** Everything of this source that the claim rests on derives from other items. */
  readonly isRepeated: boolean
}

export interface TrackRecord {
  readonly claims: readonly TrackedClaim[]
  readonly counts: Readonly<Record<Outcome, number>>
  /** Claims on which it only repeated others. */
  readonly repeated: number
}

/** `established` and `appears-established` bear out who spoke for a claim; `false` bears out who spoke against it. */
export function outcomeOf(status: ClaimStatus, side: 'for' | 'against'): Outcome {
  switch (status) {
    case 'established':
    case 'appears-established':
      return side === 'for' ? 'borne-out' : 'contradicted'
    case 'false':
      return side === 'against' ? 'borne-out' : 'contradicted'
    default:
      return 'open'
  }
}

/** The record of a source with these items of its own. A claim on which it spoke on both sides counts on each. */
export function trackRecord(claims: Iterable<Claim>, items: ReadonlyMap<string, SourceItem>): TrackRecord {
  const tracked: TrackedClaim[] = []
  for (const claim of claims)
    for (const side of ['for', 'against'] as const) {
      const links = side === 'for' ? claim.evidenceFor : claim.evidenceAgainst
      const own = links.flatMap((link) => items.get(link.item) ?? [])
      if (own.length === 0) continue
      const isRepeated = own.every((item) => item.derivesFrom.length > 0)
      tracked.push({ claim, side, outcome: outcomeOf(claim.status, side), isRepeated })
    }
  const count = (outcome: Outcome) =>
    tracked.filter((each) => each.outcome === outcome && !each.isRepeated).length
  return {
    claims: tracked,
    counts: { 'borne-out': count('borne-out'), contradicted: count('contradicted'), open: count('open') },
    repeated: tracked.filter((each) => each.isRepeated).length,
  }
}
