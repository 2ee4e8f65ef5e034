/** Pairs of a log's incidents that are likely one, less those somebody has already said something about. */
import type { Incident } from '../incident.ts'
import type { DuplicatePair } from './DuplicateIndex.ts'
import { DuplicateSearch, searchedThrough } from './DuplicateSearch.ts'

/** Surest first, each record in one pair at most. Costs an index of all incidents. */
export function undecidedPairs(incidents: Readonly<Record<string, Incident>>): readonly DuplicatePair[] {
  const search = new DuplicateSearch()
  for (const incident of Object.values(incidents)) search.put(incident.id, incident)
  return searchedThrough(search.pairs()).flatMap(({ isSetAside, ...pair }) => (isSetAside ? [] : [pair]))
}
