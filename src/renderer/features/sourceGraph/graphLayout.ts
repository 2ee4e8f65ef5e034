/**
 * Where the boxes and lines of a source graph stand. Columns run in reading direction: the claim, then what speaks for
 * and against it, what that derives from, the roots all in one column, and their sources last. Rows: for above, against
 * below. Lengths are CSS pixels; `x` counts from the start side, so that a mirrored window only mirrors the drawing.
 * Deterministic: the same graph gives the same picture. Circles share a column.
 */
import type { GraphSide, SourceGraph } from '../../../core/sourcing/sourceGraph.ts'
import { orderColumns, placeRows, type Row } from './graphRows.ts'

export type NodeKind = 'claim' | 'item' | 'source'

export interface GraphNode {
  readonly key: string
  readonly kind: NodeKind
  /** Id of the record. */
  readonly id: string
  readonly column: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface GraphPoint {
  readonly x: number
  readonly y: number
}

export interface GraphLine {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly kind: 'for' | 'against' | 'derives-from' | 'is-by' | 'got-it-from'
  /** How an item derives from another. */
  readonly how: string | null
  /** Straight through each pair of points, curved between the pairs; the arrow is at the end. */
  readonly points: readonly GraphPoint[]
  /** Between two boxes of one column: curved round, downwards on the side of the end, upwards on that of the start. */
  readonly isWithinColumn: boolean
}

/** Boxes that go back to each other. */
export interface GraphRing {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface GraphLayout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly GraphNode[]
  readonly lines: readonly GraphLine[]
  readonly rings: readonly GraphRing[]
  readonly isCompact: boolean
}

/** From so many items on each is one line of text. */
export const MANY_ITEMS = 40
const SIZE = { claim: [172, 92], item: [204, 62], source: [184, 48] } as const
const COMPACT_HEIGHT = { claim: 92, item: 32, source: 32 } as const
const WAYPOINT_HEIGHT = 10
const ROW_GAP = 14
const SIDE_GAP = 34
const RING_MARGIN = 8
/** How far lines within a column, and the frame of their circle, stand out beside the boxes. */
const RING_ROOM = 44
const MARGIN = 12
export const CLAIM_KEY = 'claim'
export const itemKey = (id: string): string => `item ${id}`
export const sourceKey = (id: string): string => `source ${id}`

interface Link {
  readonly from: string
  readonly to: string
  readonly kind: GraphLine['kind']
  readonly how: string | null
}

/** Lays a graph out. Items of which nothing is evidence any more stand where their derivations put them. */
export function layoutGraph(graph: SourceGraph): GraphLayout {
  const links = linksOf(graph)
  const columns = columnsOf(graph, links)
  const isCompact = graph.items.length > MANY_ITEMS
  const side = sidesOf(graph, links)
  const group = groupsOf(graph)
  const ways = links.map((link, index) => ({ link, stops: stopsOf(link, index, columns) }))

  const rows: Row[] = [...columns].map(([key, column]) => ({
    key,
    column,
    group: group.get(key) ?? key,
    side: side.get(key) ?? 0,
    height: isCompact ? COMPACT_HEIGHT[kindOf(key)] : SIZE[kindOf(key)][1],
  }))
  for (const { link, stops } of ways)
    for (const stop of stops.slice(1, -1))
      rows.push({ ...stop, group: stop.key, side: side.get(link.to) ?? 0, height: WAYPOINT_HEIGHT })
  const neighbours = ways.flatMap(({ stops }) =>
    stops.slice(1).map((stop, index) => [stops[index]?.key ?? '', stop.key] as const),
  )
  const ordered = orderColumns(rows, neighbours)
  const middleOf = placeRows(ordered, neighbours, { gap: isCompact ? 6 : ROW_GAP, sideGap: SIDE_GAP })
  const ringColumns = new Set([...group.keys()].flatMap((key) => columns.get(key) ?? []))
  return drawn(graph, { links, ways, ordered, middleOf, ringColumns, isCompact })
}

const kindOf = (key: string): NodeKind =>
  key === CLAIM_KEY ? 'claim' : key.startsWith('item ') ? 'item' : 'source'

/** What is drawn as a line: the claim's evidence, derivations, and whose the roots are. */
function linksOf(graph: SourceGraph): readonly Link[] {
  const links: Link[] = []
  const isRoot = new Set(graph.items.flatMap((item) => (item.isRoot ? [item.id] : [])))
  const { forIt, against } = graph.sourcing
  for (const id of [...forIt.items, ...forIt.deletedItems])
    links.push({ from: CLAIM_KEY, to: itemKey(id), kind: 'for', how: null })
  for (const id of [...against.items, ...against.deletedItems])
    links.push({ from: CLAIM_KEY, to: itemKey(id), kind: 'against', how: null })
  for (const edge of graph.edges) {
    if (edge.kind === 'derives-from')
      links.push({ from: itemKey(edge.from), to: itemKey(edge.to), kind: edge.kind, how: edge.how })
    else if (edge.kind === 'got-it-from')
      links.push({ from: sourceKey(edge.from), to: sourceKey(edge.to), kind: edge.kind, how: null })
    // Whose a derived item is stands in its box: only the roots count.
    else if (isRoot.has(edge.from))
      links.push({ from: itemKey(edge.from), to: sourceKey(edge.to), kind: edge.kind, how: null })
  }
  return connected(links)
}

/** Links that can be followed to from the claim: a source that no root leads to is not drawn. */
function connected(links: readonly Link[]): readonly Link[] {
  const next = Map.groupBy(links, (link) => link.from)
  const seen = new Set([CLAIM_KEY])
  for (const key of seen) for (const link of next.get(key) ?? []) seen.add(link.to)
  return links.filter((link) => seen.has(link.from))
}

/** Column of every box. Circles are one step; the roots, from which nothing leads on, stand together. */
function columnsOf(graph: SourceGraph, links: readonly Link[]): ReadonlyMap<string, number> {
  const group = groupsOf(graph)
  const groupOf = (key: string) => group.get(key) ?? key
  const steps = new Map<string, Set<string>>()
  for (const { kind, from, to } of links) {
    if (kind !== 'derives-from' || groupOf(from) === groupOf(to)) continue
    const set = steps.get(groupOf(from)) ?? new Set<string>()
    steps.set(groupOf(from), set.add(groupOf(to)))
  }
  const toRoot = longestPaths(steps)
  const keys = new Set([CLAIM_KEY, ...links.flatMap(({ from, to }) => [from, to])])
  const items = [...keys].filter((key) => kindOf(key) === 'item')
  const deepest = items.reduce((most, key) => Math.max(most, toRoot(groupOf(key))), 0)
  const columns = new Map<string, number>([[CLAIM_KEY, 0]])
  for (const key of items) columns.set(key, 1 + deepest - toRoot(groupOf(key)))

  const before = new Map<string, Set<string>>()
  for (const { kind, from, to } of links) {
    if (kind !== 'got-it-from' || groupOf(from) === groupOf(to)) continue
    const set = before.get(groupOf(to)) ?? new Set<string>()
    before.set(groupOf(to), set.add(groupOf(from)))
  }
  const fromItem = longestPaths(before)
  for (const key of keys) if (kindOf(key) === 'source') columns.set(key, deepest + 2 + fromItem(groupOf(key)))
  return columns
}

/** Steps of the longest way from a thing; the steps must not run in circles. Without recursion: chains may be long. */
function longestPaths(steps: ReadonlyMap<string, ReadonlySet<string>>): (key: string) => number {
  const known = new Map<string, number>()
  return (start) => {
    const waiting = [start]
    for (let key = waiting.at(-1); key !== undefined; key = waiting.at(-1)) {
      const nexts: readonly string[] = [...(steps.get(key) ?? [])]
      const unknown = nexts.filter((next) => !known.has(next))
      if (unknown.length > 0 && !known.has(key)) {
        waiting.push(...unknown)
        continue
      }
      waiting.pop()
      known.set(
        key,
        nexts.reduce((most, next) => Math.max(most, 1 + (known.get(next) ?? 0)), 0),
      )
    }
    return known.get(start) ?? 0
  }
}

/** Key → name of the circle it belongs to. */
function groupsOf(graph: SourceGraph): ReadonlyMap<string, string> {
  const circles = [
    ...graph.itemCircles.map((ids) => ids.map(itemKey)),
    ...graph.sourceCircles.map((ids) => ids.map(sourceKey)),
  ]
  return new Map(circles.flatMap((keys) => keys.map((key) => [key, `circle ${keys[0] ?? ''}`])))
}

/** 0 for, 1 both, 2 against; sources stand where what leads to them does. */
function sidesOf(graph: SourceGraph, links: readonly Link[]): ReadonlyMap<string, number> {
  const sides = new Map<string, Set<GraphSide>>(
    graph.items.map((item) => [itemKey(item.id), new Set(item.sides)]),
  )
  const next = Map.groupBy(links, (link) => link.from)
  // Grows while it is walked: a source may be reached again with another side.
  const waiting = [...sides.keys()]
  for (let at = 0; at < waiting.length; at += 1)
    for (const { to } of next.get(waiting[at] ?? '') ?? []) {
      if (kindOf(to) !== 'source') continue
      const had = sides.get(to) ?? new Set<GraphSide>()
      const size = had.size
      for (const side of sides.get(waiting[at] ?? '') ?? []) had.add(side)
      sides.set(to, had)
      if (had.size > size) waiting.push(to)
    }
  const figure = (set: ReadonlySet<GraphSide>) => (set.size > 1 ? 1 : set.has('against') ? 2 : 0)
  const all = new Map<string, number>([[CLAIM_KEY, 1]])
  for (const [key, set] of sides) all.set(key, figure(set))
  // A circle stands together, on the side of its first member.
  for (const ids of [
    ...graph.itemCircles.map((c) => c.map(itemKey)),
    ...graph.sourceCircles.map((c) => c.map(sourceKey)),
  ])
    for (const key of ids) all.set(key, all.get(ids[0] ?? '') ?? 0)
  return all
}

interface Stop {
  readonly key: string
  readonly column: number
}

/** The boxes a line touches, with a waypoint in every column between them. */
function stopsOf(link: Link, index: number, columns: ReadonlyMap<string, number>): readonly Stop[] {
  const from = columns.get(link.from) ?? 0
  const to = columns.get(link.to) ?? 0
  const between = Array.from({ length: Math.max(0, to - from - 1) }, (_, step) => ({
    key: `way ${index} ${step}`,
    column: from + 1 + step,
  }))
  return [{ key: link.from, column: from }, ...between, { key: link.to, column: to }]
}

interface Placed {
  readonly links: readonly Link[]
  readonly ways: readonly { readonly link: Link; readonly stops: readonly Stop[] }[]
  readonly ordered: readonly (readonly Row[])[]
  readonly middleOf: ReadonlyMap<string, number>
  readonly ringColumns: ReadonlySet<number>
  readonly isCompact: boolean
}

/** Room between each column and the next one: where words stand on the lines it is wider. */
function gapsOf({ links, ordered, ringColumns }: Placed): readonly number[] {
  const columnOfKey = new Map(
    ordered.flatMap((rows, column) => rows.map((row) => [row.key, column] as const)),
  )
  const isWritten = new Set(
    links.flatMap(({ kind, from }) =>
      kind === 'derives-from' || kind === 'got-it-from' ? [columnOfKey.get(from)] : [],
    ),
  )
  return ordered.map((_, column) => {
    // The frame of a circle reaches out on both sides.
    const touchesRing = ringColumns.has(column) || ringColumns.has(column + 1)
    return (isWritten.has(column) ? 96 : 56) + (touchesRing ? RING_ROOM : 0)
  })
}

function drawn(graph: SourceGraph, placed: Placed): GraphLayout {
  const { ordered, middleOf, isCompact } = placed
  const gaps = gapsOf(placed)
  const starts: number[] = []
  const widths = ordered.map((rows) =>
    rows.reduce((most, { key }) => (key.startsWith('way ') ? most : Math.max(most, SIZE[kindOf(key)][0])), 0),
  )
  let x = MARGIN
  for (const [column, width] of widths.entries()) {
    starts.push(x)
    x += width + (gaps[column] ?? 0)
  }
  const lowest = Math.min(...ordered.flat().map((row) => (middleOf.get(row.key) ?? 0) - row.height / 2))
  const yOf = (key: string) => (middleOf.get(key) ?? 0) - lowest + MARGIN + RING_MARGIN * 2
  const nodes: GraphNode[] = ordered.flatMap((rows, column) =>
    rows.flatMap((row) =>
      row.key.startsWith('way ')
        ? []
        : [
            {
              key: row.key,
              kind: kindOf(row.key),
              id: row.key.slice(row.key.indexOf(' ') + 1),
              column,
              x: starts[column] ?? 0,
              y: yOf(row.key) - row.height / 2,
              width: SIZE[kindOf(row.key)][0],
              height: row.height,
            },
          ],
    ),
  )
  const nodeOf = new Map(nodes.map((node) => [node.key, node]))
  const lines = linesOf(placed, nodeOf, { starts, widths, yOf })
  const rings = ringsOf(graph, nodeOf)
  const right = nodes.reduce((most, node) => Math.max(most, node.x + node.width), 0) + MARGIN
  const bulge = placed.ringColumns.has(ordered.length - 1) ? RING_ROOM : 0
  const bottom = nodes.reduce((most, node) => Math.max(most, node.y + node.height), 0) + MARGIN + RING_MARGIN
  return { width: right + bulge, height: bottom, nodes, lines, rings, isCompact }
}

interface Measures {
  readonly starts: readonly number[]
  readonly widths: readonly number[]
  readonly yOf: (key: string) => number
}

function linesOf(
  { ways }: Placed,
  nodeOf: ReadonlyMap<string, GraphNode>,
  { starts, widths, yOf }: Measures,
): readonly GraphLine[] {
  // Lines that leave a box start beside one another, in the order of where they lead.
  const leaving = Map.groupBy(ways, ({ link }) => link.from)
  const portOf = new Map<Link, number>()
  for (const [from, group] of leaving) {
    const node = nodeOf.get(from)
    if (!node) continue
    const sorted = [...group].sort((a, b) => yOf(a.stops[1]?.key ?? '') - yOf(b.stops[1]?.key ?? ''))
    for (const [index, { link }] of sorted.entries())
      portOf.set(link, node.y + (node.height * (index + 1)) / (sorted.length + 1))
  }
  return ways.flatMap(({ link, stops }) => {
    const from = nodeOf.get(link.from)
    const to = nodeOf.get(link.to)
    if (!from || !to) return []
    const start = { x: from.x + from.width, y: portOf.get(link) ?? from.y + from.height / 2 }
    const isWithinColumn = from.column === to.column
    if (isWithinColumn) return [withinColumn(link, from, to)]
    const end = { x: to.x, y: to.y + to.height / 2 }
    const between = stops.slice(1, -1).flatMap(({ key, column }) => {
      const left = starts[column] ?? 0
      return [
        { x: left, y: yOf(key) },
        { x: left + (widths[column] ?? 0), y: yOf(key) },
      ]
    })
    const line: GraphLine = {
      key: `${link.from} ${link.kind} ${link.to} ${link.how ?? ''}`,
      ...link,
      points: [start, ...between, end],
      isWithinColumn: false,
    }
    return [line]
  })
}

/** Downwards on the side of the end, upwards on the side of the start, so that the two ways of a circle stay apart. */
function withinColumn(link: Link, from: GraphNode, to: GraphNode): GraphLine {
  const isDown = to.y > from.y
  const x = isDown ? from.x + from.width : from.x
  return {
    key: `${link.from} ${link.kind} ${link.to} ${link.how ?? ''}`,
    ...link,
    points: [
      { x, y: from.y + from.height * (isDown ? 0.7 : 0.3) },
      { x, y: to.y + to.height * (isDown ? 0.3 : 0.7) },
    ],
    isWithinColumn: true,
  }
}

function ringsOf(graph: SourceGraph, nodeOf: ReadonlyMap<string, GraphNode>): readonly GraphRing[] {
  const circles = [
    ...graph.itemCircles.map((ids) => ids.map(itemKey)),
    ...graph.sourceCircles.map((ids) => ids.map(sourceKey)),
  ]
  return circles.flatMap((keys) => {
    const members = keys.flatMap((key) => nodeOf.get(key) ?? [])
    if (members.length === 0) return []
    const left = Math.min(...members.map((node) => node.x))
    const top = Math.min(...members.map((node) => node.y))
    const right = Math.max(...members.map((node) => node.x + node.width))
    const bottom = Math.max(...members.map((node) => node.y + node.height))
    return [
      {
        key: keys[0] ?? '',
        x: left - RING_ROOM,
        y: top - RING_MARGIN,
        width: right - left + RING_ROOM * 2,
        height: bottom - top + RING_MARGIN * 2,
      },
    ]
  })
}

/** The line as an SVG path; `mirror` turns an `x` round in a window that reads from right to left. */
export function linePath(line: GraphLine, mirror: (x: number) => number): string {
  const [start, ...rest] = line.points
  if (start === undefined) return ''
  const at = (x: number, y: number) => `${round(mirror(x))} ${round(y)}`
  if (line.isWithinColumn) {
    const end = rest.at(-1) ?? start
    const out = start.x + (end.y > start.y ? 1 : -1) * RING_ROOM * 0.9
    return `M${at(start.x, start.y)}C${at(out, start.y)} ${at(out, end.y)} ${at(end.x, end.y)}`
  }
  let path = `M${at(start.x, start.y)}`
  let before = start
  for (const [index, point] of rest.entries()) {
    // Every second stretch passes through a column, from its start to its end.
    if (index % 2 === 1) path += `L${at(point.x, point.y)}`
    else {
      const half = (before.x + point.x) / 2
      path += `C${at(half, before.y)} ${at(half, point.y)} ${at(point.x, point.y)}`
    }
    before = point
  }
  return path
}

const round = (length: number): number => Math.round(length * 10) / 10
