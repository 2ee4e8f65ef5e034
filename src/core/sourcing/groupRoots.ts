/** Counts roots that come from the same first source once. */
import type { RootFinder } from './RootFinder.ts'
import type { IndependentRoot, Root } from './sourcing.ts'

/**
 * Roots, some of them perhaps named twice, as independent ones. Where a circle leaves it open from which of several
 * sources its root came, it adds nothing beside a root of one of them, and circles that may share a source count
 * once: a count must not be higher than what is known, and must not depend on ids.
 */
export function groupRoots(roots: readonly Root[], finder: RootFinder): readonly IndependentRoot[] {
  const [only] = roots
  // The most frequent case by far.
  if (only !== undefined && roots.length === 1) return [{ roots, isGraded: only.isGraded }]
  const byKey = new Map<string, Root[]>()
  const unclear: Unclear[] = []
  for (const root of new Map(roots.map((each) => [each.id, each])).values()) {
    const keys = sourceKeys(root, finder)
    const [key] = keys
    if (key === undefined || keys.size > 1) unclear.push({ roots: [root], keys })
    else addTo(byKey, key, root)
  }
  let apart: Unclear[] = []
  for (const each of unclear) {
    const known = [...each.keys].find((key) => byKey.has(key))
    if (known !== undefined) for (const root of each.roots) addTo(byKey, known, root)
    else apart = joinUnclear(apart, each)
  }
  return [...byKey.values(), ...apart.map((each) => each.roots)]
    .map((group) => [...group].sort(byId))
    .sort(([a], [b]) => (a && b ? byId(a, b) : 0))
    .map((group) => ({ roots: group, isGraded: group.some((root) => root.isGraded) }))
}

interface Unclear {
  readonly roots: readonly Root[]
  readonly keys: ReadonlySet<string>
}

/** Adds a group, together with all those it may share a source with. */
function joinUnclear(groups: readonly Unclear[], added: Unclear): Unclear[] {
  const { true: touching = [], false: others = [] } = Object.groupBy(groups, (group) =>
    group.keys.isDisjointFrom(added.keys) ? 'false' : 'true',
  )
  const joined = [...touching, added]
  return [
    ...others,
    {
      roots: joined.flatMap((group) => group.roots),
      keys: new Set(joined.flatMap((group) => [...group.keys])),
    },
  ]
}

/** What tells first sources apart; an item known by its id only stands for a source nobody knows. */
function sourceKeys(root: Root, finder: RootFinder): ReadonlySet<string> {
  const keys = root.firstSources.map((id) => finder.firstSourcesOf(id)[0] ?? id)
  // No id holds a space, so the two cannot be mistaken for each other.
  return new Set(keys.length === 0 ? [`item ${root.id}`] : keys)
}

function addTo(groups: Map<string, Root[]>, key: string, root: Root): void {
  const group = groups.get(key)
  if (group) group.push(root)
  else groups.set(key, [root])
}

const byId = (a: Root, b: Root): number => (a.id < b.id ? -1 : 1)
