/**
 * What a claim lacks for credibility 1: at least two independent sources, one of them graded A to C
 * (records.md, "Computed, never typed"). The grade itself stays the researcher's.
 */
import type { Claim } from '../../../core/claim.ts'
import { independentSources, type Sourcing } from '../../../core/independence.ts'

export interface CredibilityCap {
  readonly independentFor: number
  readonly independentAgainst: number
  readonly lacksSource: boolean
  readonly lacksGradedSource: boolean
  /** Stands at 1 although the sources do not allow it. */
  readonly tooHigh: boolean
}

const GRADED: ReadonlySet<string> = new Set(['A', 'B', 'C'])

/** Counts independent sources on both sides and says what credibility 1 lacks. */
export function credibilityCap(claim: Claim, sourcing: Sourcing): CredibilityCap {
  const ids = (links: Claim['evidenceFor']) => links.map((link) => link.item)
  const sourcesFor = independentSources(ids(claim.evidenceFor), sourcing)
  const sourcesAgainst = independentSources(ids(claim.evidenceAgainst), sourcing)
  const lacksSource = sourcesFor.size < 2
  const lacksGradedSource = ![...sourcesFor].some((id) =>
    GRADED.has(sourcing.sources[id]?.reliability ?? 'F'),
  )
  return {
    independentFor: sourcesFor.size,
    independentAgainst: sourcesAgainst.size,
    lacksSource,
    lacksGradedSource,
    tooHigh: claim.credibility === 1 && (lacksSource || lacksGradedSource),
  }
}
