/** The sourcing of one claim, from the records its evidence goes back to: costs what can be reached, no more. */
import { credibilityCap } from './credibilityCap.ts'
import { groupRoots } from './groupRoots.ts'
import { RootFinder } from './RootFinder.ts'
import type { CircularReport, ClaimSourcing, EvidenceSide, IndependentRoot } from './sourcing.ts'
import type { EvidenceLinks, SourcingRecords } from './sourcingRecords.ts'

/** Counts both sides and says what credibility they allow. */
export function claimSourcing(claim: EvidenceLinks, records: SourcingRecords): ClaimSourcing {
  return sourcingWith(claim, new RootFinder(records))
}

/** The same for many claims of the same records: what one of them went back to is not searched again. */
export function sourcingWith(claim: EvidenceLinks, finder: RootFinder): ClaimSourcing {
  const forIt = evidenceSide(
    claim.evidenceFor.map((link) => link.item),
    finder,
  )
  const against = evidenceSide(
    claim.evidenceAgainst.map((link) => link.item),
    finder,
  )
  return { forIt, against, cap: credibilityCap(forIt) }
}

/** One side: the items with these ids. */
export function evidenceSide(itemIds: readonly string[], finder: RootFinder): EvidenceSide {
  const items: string[] = []
  const deletedItems: string[] = []
  for (const id of new Set(itemIds)) {
    const traced = finder.item(id)
    if (traced === undefined || traced.isDeleted) deletedItems.push(id)
    else items.push(id)
  }
  const independent = groupRoots(
    items.flatMap((id) => finder.rootsOf(id)),
    finder,
  )
  const circular = circularReports(items, independent, finder)
  return { items, deletedItems, independentRoots: independent.length, independent, circular }
}

/** Groups of items that go back to one independent root and to nothing else. */
function circularReports(
  items: readonly string[],
  independent: readonly IndependentRoot[],
  finder: RootFinder,
): readonly CircularReport[] {
  if (items.length < 2) return []
  const groupByRoot = new Map(independent.flatMap((group) => group.roots.map((root) => [root.id, group])))
  const itemsByGroup = new Map<IndependentRoot, string[]>()
  for (const id of items) {
    const groups = new Set(finder.rootsOf(id).map((root) => groupByRoot.get(root.id)))
    const [group] = groups
    if (group === undefined || groups.size > 1) continue
    const told = itemsByGroup.get(group)
    if (told) told.push(id)
    else itemsByGroup.set(group, [id])
  }
  return independent.flatMap((group) => {
    const told = itemsByGroup.get(group) ?? []
    return told.length < 2 ? [] : [{ items: told, root: group.roots[0]?.id ?? '' }]
  })
}
