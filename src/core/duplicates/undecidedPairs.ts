/** Pairs of a log's incidents that are likely one, less those somebody has already said something about. */
import type { Incident } from '../incident.ts'
import { DuplicateIndex, type DuplicatePair } from './DuplicateIndex.ts'
import { pairOff } from './pairOff.ts'

/** Surest first, each record in one pair at most. Costs an index of all incidents. */
export function undecidedPairs(incidents: Readonly<Record<string, Incident>>): readonly DuplicatePair[] {
  const all = Object.values(incidents)
  const index = new DuplicateIndex(all)
  const pairs = all.flatMap((incident): DuplicatePair[] => {
    if (incident.mergedInto !== undefined || incident.duplicateOf !== undefined) return []
    return index
      .suggest(incident)
      .filter((found) => found.isLikely && incident.id < found.incident)
      .filter((found) => !isDecided(incident, incidents[found.incident]))
      .map((found) => ({ ...found, of: incident.id }))
  })
  return pairOff(pairs)
}

/** Is either linked to the other: as a possible duplicate, or as another incident that came before or after? */
function isDecided(one: Incident, other: Incident | undefined): boolean {
  const names = (from: Incident, id: string) =>
    from.possibleDuplicateOf.includes(id) || from.related.some((link) => link.incident === id)
  return other === undefined || names(one, other.id) || names(other, one.id)
}
