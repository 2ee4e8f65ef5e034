/**
 * How many independent sources stand behind a claim: three articles quoting one are one. Items are followed along
 * `derivesFrom` to the items that derive from nothing (a circle counts as one), and those to the source they were
 * first got from (`gotItFrom`).
 */
import type { Source } from './source.ts'
import type { SourceItem } from './sourceItem.ts'

export interface Sourcing {
  readonly items: Readonly<Record<string, SourceItem>>
  readonly sources: Readonly<Record<string, Source>>
}

/** Ids of the first-hand sources behind these items; items not in `items` count for nothing. */
export function independentSources(itemIds: readonly string[], sourcing: Sourcing): ReadonlySet<string> {
  const found = new Set<string>()
  for (const id of itemIds)
    for (const root of rootItems(id, sourcing.items)) {
      const item = sourcing.items[root]
      if (item) found.add(firstSource(item.source, sourcing.sources))
    }
  return found
}

/** Items an item goes back to. Where derivation runs in a circle with no way out, its smallest id stands for it. */
function rootItems(start: string, items: Sourcing['items']): ReadonlySet<string> {
  const parents = (id: string) =>
    (items[id]?.derivesFrom ?? []).map((d) => d.item).filter((p) => items[p] && p !== id)
  const reach = (from: string): Set<string> => {
    const seen = new Set([from])
    for (const id of seen) for (const parent of parents(id)) seen.add(parent)
    return seen
  }
  const roots = new Set<string>()
  if (!items[start]) return roots
  const above = reach(start)
  for (const id of above) {
    if (parents(id).length === 0) {
      roots.add(id)
      continue
    }
    const circle = reach(id)
    const closed = [...circle].every((other) => parents(other).length > 0 && reach(other).has(id))
    if (closed) roots.add([...circle].sort()[0] ?? id)
  }
  return roots
}

function firstSource(id: string, sources: Sourcing['sources']): string {
  const seen = new Set<string>()
  let at = id
  while (!seen.has(at)) {
    seen.add(at)
    const from = sources[at]?.gotItFrom
    if (from === undefined || !sources[from]) return at
    at = from
  }
  return [...seen].sort()[0] ?? id
}
