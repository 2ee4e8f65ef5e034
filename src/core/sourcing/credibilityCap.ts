/** What credibility the sources of a claim allow (records.md: 1 needs two independent roots, one graded A to C). */
import type { CapReason, CredibilityCap, EvidenceSide } from './sourcing.ts'

const ROOTS_NEEDED = 2

/** The cap from the side that speaks for the claim, with every reason that stands against a 1. */
export function credibilityCap(forIt: EvidenceSide): CredibilityCap {
  const whyNotHigher: CapReason[] = []
  const { independentRoots: roots, items, independent } = forIt
  if (roots === 0) whyNotHigher.push({ code: 'no-evidence', fields: {} })
  else if (roots < ROOTS_NEEDED) whyNotHigher.push({ code: 'one-root', fields: { items: items.length } })
  if (roots > 0 && !independent.some((root) => root.isGraded))
    whyNotHigher.push({ code: 'no-graded-source', fields: { roots } })
  return { highest: whyNotHigher.length === 0 ? 1 : 2, whyNotHigher }
}
