/**
 * A source graph as nested lists: the same things the picture shows, for those who read rather than look. What was
 * listed in full once is only named when it comes again, so that a list is never longer than the graph; where a circle
 * closes, that is said.
 */
import type { GraphItem, GraphSide, SourceGraph } from '../../../core/sourcing/sourceGraph.ts'

export interface TreeNode {
  readonly item: GraphItem
  /** How what stands above derives from this item; null for what the claim itself names. */
  readonly how: string | null
  /** `again`: listed further up. `circle`: it leads back to something it stands under. */
  readonly repeat: 'again' | 'circle' | null
  /** Who it is by, and from whom that source has it, in turn. */
  readonly sources: readonly string[]
  readonly children: readonly TreeNode[]
}

interface Derivation {
  readonly to: string
  readonly how: string
}

/** One side of the graph. Deeper than this a chain is cut into a list that starts anew: browsers do not nest for ever. */
const MOST_LEVELS = 60

export function graphTree(graph: SourceGraph, side: GraphSide): readonly TreeNode[] {
  const itemById = new Map(graph.items.map((item) => [item.id, item]))
  const derivations = new Map<string, Derivation[]>()
  const sourceOf = new Map<string, string>()
  const originOf = new Map<string, string>()
  for (const edge of graph.edges) {
    if (edge.kind === 'is-by') sourceOf.set(edge.from, edge.to)
    else if (edge.kind === 'got-it-from') originOf.set(edge.from, edge.to)
    else {
      const list = derivations.get(edge.from)
      if (list) list.push(edge)
      else derivations.set(edge.from, [edge])
    }
  }
  const sourcesOf = (id: string): readonly string[] => {
    const chain = new Set<string>()
    let at = sourceOf.get(id)
    while (at !== undefined && !chain.has(at)) {
      chain.add(at)
      at = originOf.get(at)
    }
    return [...chain]
  }
  const listed = new Set<string>()
  const node = (id: string, how: string | null, above: readonly string[]): TreeNode[] => {
    const item = itemById.get(id)
    if (item === undefined) return []
    const repeat = above.includes(id) ? 'circle' : listed.has(id) ? 'again' : null
    listed.add(id)
    const isCut = repeat !== null || above.length >= MOST_LEVELS
    const children = isCut
      ? []
      : (derivations.get(id) ?? []).flatMap((each) => node(each.to, each.how, [...above, id]))
    return [{ item, how, repeat, sources: sourcesOf(id), children }]
  }
  const { sourcing } = graph
  const { items, deletedItems } = side === 'for' ? sourcing.forIt : sourcing.against
  return [...items, ...deletedItems].flatMap((id) => node(id, null, []))
}
