/**
 * Where the evidence of a claim comes from, as a graph: the same data draws the picture and fills the list that a
 * screen reader reads. The order is fixed: by the claim's own order of evidence, then by how far back a thing lies.
 */
import type { Derivation } from '../vocabularyCodes.ts'
import { walkComponents } from './circles.ts'
import { sourcingWith } from './claimSourcing.ts'
import { RootFinder } from './RootFinder.ts'
import type { ClaimSourcing } from './sourcing.ts'
import type { EvidenceLinks, SourcingRecords } from './sourcingRecords.ts'

export type GraphSide = 'for' | 'against'

export interface GraphItem {
  readonly id: string
  /** Sides it is evidence on, or leads to; `for` before `against`. */
  readonly sides: readonly GraphSide[]
  /** The claim itself names it. */
  readonly isEvidence: boolean
  readonly isRoot: boolean
  readonly isDeleted: boolean
  /** Derivations between the evidence and this item, by the shortest way: the row or column of a picture. */
  readonly depth: number
}

export interface GraphSource {
  readonly id: string
  /** It has what it says from nobody else that the log knows. */
  readonly isFirst: boolean
  readonly isDeleted: boolean
}

/** Read as "`from` … `to`": derives from, is by, has it from. `how` only on derivations. */
export type GraphEdge =
  | { readonly kind: 'derives-from'; readonly from: string; readonly to: string; readonly how: Derivation }
  | { readonly kind: 'is-by'; readonly from: string; readonly to: string }
  | { readonly kind: 'got-it-from'; readonly from: string; readonly to: string }

export interface SourceGraph {
  readonly items: readonly GraphItem[]
  readonly sources: readonly GraphSource[]
  readonly edges: readonly GraphEdge[]
  /** Items that derive from each other, each circle in the order of ids; with or without a way out. */
  readonly itemCircles: readonly (readonly string[])[]
  /** Sources that have it from each other. */
  readonly sourceCircles: readonly (readonly string[])[]
  readonly sourcing: ClaimSourcing
}

/** The graph of everything that the evidence of a claim goes back to. */
export function sourceGraph(claim: EvidenceLinks, records: SourcingRecords): SourceGraph {
  const finder = new RootFinder(records)
  const sourcing = sourcingWith(claim, finder)
  const evidence = {
    for: claim.evidenceFor.map((link) => link.item),
    against: claim.evidenceAgainst.map((link) => link.item),
  }
  const parentsOf = (id: string) => finder.parentsOf(id)
  const depths = depthsFrom([...evidence.for, ...evidence.against], parentsOf)
  const reached = {
    for: depthsFrom(evidence.for, parentsOf),
    against: depthsFrom(evidence.against, parentsOf),
  }
  const itemIds = [...depths.keys()]
  const itemCircles = circlesOf(itemIds, parentsOf)
  const isNamed = new Set([...evidence.for, ...evidence.against])
  const items = itemIds.map((id): GraphItem => {
    const traced = records.item(id)
    const roots = finder.rootsOf(id)
    return {
      id,
      sides: SIDES.filter((side) => reached[side].has(id)),
      isEvidence: isNamed.has(id),
      isRoot: roots.some((root) => root.items.includes(id)),
      isDeleted: traced === undefined || traced.isDeleted,
      depth: depths.get(id) ?? 0,
    }
  })
  const originOf = (id: string): readonly string[] => {
    const from = records.source(id)?.record.gotItFrom
    return from === undefined || from === id ? [] : [from]
  }
  const ownSources = itemIds.flatMap((id) => records.item(id)?.record.source ?? [])
  const sourceIds = [...depthsFrom(ownSources, originOf).keys()]
  const sources = sourceIds.map((id): GraphSource => {
    const traced = records.source(id)
    return {
      id,
      isFirst: finder.firstSourcesOf(id).includes(id),
      isDeleted: traced === undefined || traced.isDeleted,
    }
  })
  const edges = [
    ...itemIds.flatMap((id) => derivations(id, records)),
    ...itemIds.flatMap((from): GraphEdge[] => {
      const item = records.item(from)
      return item === undefined ? [] : [{ kind: 'is-by', from, to: item.record.source }]
    }),
    ...sourceIds.flatMap((from) =>
      originOf(from).map((to): GraphEdge => ({ kind: 'got-it-from', from, to })),
    ),
  ]
  return { items, sources, edges, itemCircles, sourceCircles: circlesOf(sourceIds, originOf), sourcing }
}

const SIDES = ['for', 'against'] as const

/** Steps from the nearest start, for everything that can be reached; in the order of reaching it. */
function depthsFrom(
  starts: readonly string[],
  next: (id: string) => readonly string[],
): ReadonlyMap<string, number> {
  const depths = new Map(starts.map((id) => [id, 0]))
  // A map is walked in the order of adding, with what is added on the way: breadth first.
  for (const [id, depth] of depths)
    for (const other of next(id)) if (!depths.has(other)) depths.set(other, depth + 1)
  return depths
}

function circlesOf(
  ids: readonly string[],
  next: (id: string) => readonly string[],
): readonly (readonly string[])[] {
  const known = new Set<string>()
  const circles: (readonly string[])[] = []
  const close = (members: readonly string[]): void => {
    for (const id of members) known.add(id)
    if (members.length > 1) circles.push([...members].sort())
  }
  for (const id of ids) walkComponents(id, { next, isKnown: (each) => known.has(each), close })
  return circles.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
}

/** What an item derives from, each way of deriving once, itself left out. */
function derivations(from: string, records: SourcingRecords): readonly GraphEdge[] {
  const edges = new Map<string, GraphEdge>()
  for (const { item: to, how } of records.item(from)?.record.derivesFrom ?? [])
    if (to !== from) edges.set(`${to} ${how}`, { kind: 'derives-from', from, to, how })
  return [...edges.values()]
}
