/** What speaks against "this is new": earlier incidents like those a claim is about. */
import type { Claim } from '../claim.ts'
import type { SimilarityIndex } from './SimilarityIndex.ts'
import type { SimilarIncident } from './similarIncident.ts'

export interface EarlierIncident extends SimilarIncident {
  /** The incident of the claim that it is most like. */
  readonly like: string
}

/** Earlier incidents alike, each once with the incident it is most like; most alike first, at most `limit`. */
export function earlierIncidents(
  claim: Pick<Claim, 'about'>,
  index: SimilarityIndex,
  limit: number,
): readonly EarlierIncident[] {
  const subjects = new Set(claim.about.map((about) => about.id))
  const best = new Map<string, EarlierIncident>()
  for (const like of subjects)
    for (const found of index.similarTo(like, limit + subjects.size, 'earlier')) {
      const known = best.get(found.incident)
      if (!subjects.has(found.incident) && (known === undefined || known.score < found.score))
        best.set(found.incident, { ...found, like })
    }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.incident < b.incident ? -1 : 1))
    .slice(0, limit)
}
