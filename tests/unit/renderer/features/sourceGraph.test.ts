import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SourceGraph, sourceGraph } from '../../../../src/core/sourcing/sourceGraph.ts'
import { recordsOfLog } from '../../../../src/core/sourcing/sourcingRecords.ts'
import {
  CLAIM_KEY,
  type GraphLayout,
  itemKey,
  layoutGraph,
  linePath,
  sourceKey,
} from '../../../../src/renderer/features/sourceGraph/graphLayout.ts'
import { nextNode } from '../../../../src/renderer/features/sourceGraph/graphMoves.ts'
import { graphTree, type TreeNode } from '../../../../src/renderer/features/sourceGraph/graphTree.ts'
import { byId, sampleClaim, sampleItem, sampleSource } from '../../../support/claimSamples.ts'

interface Shape {
  /** Item → items it derives from. */
  readonly items: Readonly<Record<string, readonly string[]>>
  readonly forIt: readonly string[]
  readonly against?: readonly string[]
  /** Source → who it has it from; items belong to the source of their first letter. */
  readonly sources?: Readonly<Record<string, string>>
}

function graphOf({ items, forIt, against = [], sources = {} }: Shape): SourceGraph {
  const sourceItems = byId(Object.entries(items).map(([id, from]) => sampleItem(id, `s${id[0]}`, from)))
  const names = new Set([
    ...Object.keys(items).map((id) => `s${id[0]}`),
    ...Object.keys(sources),
    ...Object.values(sources),
  ])
  const records = recordsOfLog({
    sourceItems,
    sources: byId(
      [...names].map((id) => sampleSource(id, sources[id] === undefined ? {} : { gotItFrom: sources[id] })),
    ),
    bin: {},
  })
  return sourceGraph(sampleClaim('c', { evidenceFor: forIt, evidenceAgainst: against }), records)
}

const columnOf = (layout: GraphLayout, key: string) => layout.nodes.find((node) => node.key === key)?.column
const ids = fc.constantFrom('a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'd1', 'd2')
const shapes: fc.Arbitrary<Shape> = fc.record({
  items: fc.dictionary(ids, fc.uniqueArray(ids, { maxLength: 3 }), { minKeys: 1, maxKeys: 8 }),
  forIt: fc.uniqueArray(ids, { maxLength: 5 }),
  against: fc.uniqueArray(ids, { maxLength: 3 }),
  sources: fc.dictionary(fc.constantFrom('sa', 'sb', 'sc', 'sd'), fc.constantFrom('sa', 'sb', 'sc', 'sd')),
})

describe('layoutGraph', () => {
  it('puts three articles that quote one before their one root, and its source last', () => {
    const layout = layoutGraph(
      graphOf({ items: { a1: ['d1'], b1: ['d1'], c1: ['d1'], d1: [] }, forIt: ['a1', 'b1', 'c1'] }),
    )
    expect(['a1', 'b1', 'c1'].map((id) => columnOf(layout, itemKey(id)))).toEqual([1, 1, 1])
    expect(columnOf(layout, itemKey('d1'))).toBe(2)
    expect(columnOf(layout, sourceKey('sd'))).toBe(3)
    // The sources of those that repeat it count for nothing and are named in their boxes.
    expect(columnOf(layout, sourceKey('sa'))).toBeUndefined()
    expect(layout.lines.filter((line) => line.kind === 'derives-from')).toHaveLength(3)
  })

  it('keeps a circle in one column, in a frame of its own', () => {
    const layout = layoutGraph(graphOf({ items: { a1: ['b1'], b1: ['a1'], c1: [] }, forIt: ['a1', 'c1'] }))
    expect(columnOf(layout, itemKey('a1'))).toBe(columnOf(layout, itemKey('b1')))
    expect(layout.rings).toHaveLength(1)
    expect(layout.lines.filter((line) => line.isWithinColumn)).toHaveLength(2)
  })

  it('draws everything once, without overlaps, in order, and always the same', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const graph = graphOf(shape)
        const layout = layoutGraph(graph)
        expect(layoutGraph(graph)).toEqual(layout)
        const keys = layout.nodes.map((node) => node.key)
        expect(new Set(keys).size).toBe(keys.length)
        for (const item of graph.items) expect(keys).toContain(itemKey(item.id))
        for (const one of layout.nodes) {
          expect(one.x).toBeGreaterThanOrEqual(0)
          expect(one.y).toBeGreaterThanOrEqual(0)
          expect(one.x + one.width).toBeLessThanOrEqual(layout.width)
          expect(one.y + one.height).toBeLessThanOrEqual(layout.height)
          for (const other of layout.nodes)
            if (one.key < other.key && one.column === other.column)
              expect(one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true)
        }
        for (const line of layout.lines) {
          const from = columnOf(layout, line.from) ?? -1
          const to = columnOf(layout, line.to) ?? -1
          expect(line.isWithinColumn ? from === to : from < to).toBe(true)
          expect(linePath(line, (x) => x)).not.toMatch(/NaN|undefined/)
        }
      }),
    )
  })

  it('lays out a chain of thousands without running out of stack', () => {
    const items: Record<string, string[]> = {}
    for (let index = 0; index < 3_000; index += 1) items[`x${index}`] = [`x${index + 1}`]
    items.x3000 = []
    expect(columnOf(layoutGraph(graphOf({ items, forIt: ['x0'] })), itemKey('x3000'))).toBe(3_001)
  })
})

describe('nextNode', () => {
  it('follows the lines sideways, and stays at the edge', () => {
    const layout = layoutGraph(graphOf({ items: { a1: ['d1'], b1: [], d1: [] }, forIt: ['a1', 'b1'] }))
    const node = (key: string) => {
      const found = layout.nodes.find((each) => each.key === key)
      if (!found) throw new Error(key)
      return found
    }
    expect(nextNode(layout, node(itemKey('a1')), 'forward').key).toBe(itemKey('d1'))
    expect(nextNode(layout, node(itemKey('d1')), 'back').key).toBe(itemKey('a1'))
    expect(nextNode(layout, node(CLAIM_KEY), 'back').key).toBe(CLAIM_KEY)
    expect(nextNode(layout, node(sourceKey('sd')), 'first').key).toBe(CLAIM_KEY)
  })

  it('reaches every box by the arrow keys alone', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const layout = layoutGraph(graphOf(shape))
        const start = layout.nodes.find((node) => node.key === CLAIM_KEY)
        if (!start) throw new Error('no claim')
        const seen = new Set([start])
        for (const from of seen)
          for (const move of ['up', 'down', 'forward', 'back'] as const)
            seen.add(nextNode(layout, from, move))
        expect(seen.size).toBe(layout.nodes.length)
      }),
    )
  })
})

describe('graphTree', () => {
  const flat = (nodes: readonly TreeNode[]): TreeNode[] =>
    nodes.flatMap((node) => [node, ...flat(node.children)])

  it('says where a circle closes, and names what was listed already only once more', () => {
    const graph = graphOf({
      items: { a1: ['b1'], b1: ['a1'], c1: ['d1'], d2: ['d1'], d1: [] },
      forIt: ['a1', 'c1', 'd2'],
    })
    const nodes = flat(graphTree(graph, 'for'))
    expect(nodes.map(({ item, repeat }) => [item.id, repeat])).toEqual([
      ['a1', null],
      ['b1', null],
      ['a1', 'circle'],
      ['c1', null],
      ['d1', null],
      ['d2', null],
      ['d1', 'again'],
    ])
  })

  it('lists every item of the graph on the side it belongs to', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const graph = graphOf(shape)
        for (const side of ['for', 'against'] as const) {
          const listed = new Set(flat(graphTree(graph, side)).map(({ item }) => item.id))
          const there = graph.items.filter((item) => item.sides.includes(side)).map(({ id }) => id)
          expect([...listed].sort()).toEqual(there.sort())
        }
      }),
    )
  })
})
