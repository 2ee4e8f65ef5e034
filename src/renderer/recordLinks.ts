/** How records hang together, counted once per change of the log: claims of incidents, items of sources. */
import type { Claim } from '../core/claim.ts'
import type { IncidentRow, SourceItemRow } from '../shared/ipc/views.ts'
import { rowsOf } from './collectionRows.ts'

type ById<R> = Readonly<Record<string, R>>

/** Incident id → ids of the claims about it, whether the claim says so (`about`) or the incident (`claims`). */
export function claimIdsByIncident(
  incidents: ById<IncidentRow>,
  claims: ById<Claim>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const add = (incident: string, claim: string) => {
    const ids = found.get(incident)
    if (ids) ids.add(claim)
    else found.set(incident, new Set([claim]))
  }
  for (const { id, claims: listed } of rowsOf(incidents)) {
    // Most list none, and walking so many empty lists takes a frame or two.
    if (listed.length > 0) for (const claim of listed) if (claims[claim]) add(id, claim)
  }
  for (const claim of rowsOf(claims))
    for (const about of claim.about) if (incidents[about.id]) add(about.id, claim.id)
  return found
}

/** Are these the same claims of the same incidents? */
export function areSameClaimIds(
  a: ReadonlyMap<string, ReadonlySet<string>>,
  b: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  return (
    a.size === b.size &&
    a.entries().every(([incident, claims]) => {
      const others = b.get(incident)
      return others?.size === claims.size && claims.isSubsetOf(others)
    })
  )
}

/** Source id → number of its items. */
export function itemCountBySource(items: ById<SourceItemRow>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of rowsOf(items)) counts.set(item.source, (counts.get(item.source) ?? 0) + 1)
  return counts
}
