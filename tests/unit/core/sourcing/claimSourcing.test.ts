import { describe, expect, it } from 'vitest'
import { claimSourcing } from '../../../../src/core/sourcing/claimSourcing.ts'
import { sourceGraph } from '../../../../src/core/sourcing/sourceGraph.ts'
import { recordsOfLog } from '../../../../src/core/sourcing/sourcingRecords.ts'
import type { Reliability } from '../../../../src/core/vocabularyCodes.ts'

const item = (id: string, source: string, ...parents: string[]) => ({
  id,
  source,
  derivesFrom: parents.map((each) => ({ item: each, how: 'quotes' as const })),
})
const source = (id: string, reliability: Reliability, gotItFrom?: string) => ({
  id,
  reliability,
  ...(gotItFrom === undefined ? {} : { gotItFrom }),
})
const byId = <R extends { readonly id: string }>(...records: R[]) =>
  Object.fromEntries(records.map((each) => [each.id, each]))
const links = (ids: readonly string[]) => ids.map((id) => ({ item: id }))
const claim = (evidenceFor: readonly string[], evidenceAgainst: readonly string[] = []) => ({
  evidenceFor: links(evidenceFor),
  evidenceAgainst: links(evidenceAgainst),
})

const log = {
  sources: byId(
    source('p', 'B'),
    source('q', 'F'),
    source('r', 'C', 'p'),
    source('s', 'E'),
    source('u', 'A', 'v'),
    source('v', 'A', 'u'),
    source('w', 'B', 'emptied-source'),
    source('z', 'B', 'emptied-source'),
  ),
  sourceItems: byId(
    item('a', 'p'),
    item('b', 'q', 'a'),
    item('c', 'r', 'a', 'a'),
    item('d', 'q'),
    item('e', 'r'),
    item('f', 's'),
    item('x', 'p', 'y', 'x'),
    item('y', 'q', 'x'),
    item('way-out', 's', 'turns'),
    item('turns', 's', 'way-out', 'd'),
    item('from-bin', 'q', 'binned'),
    item('from-emptied', 'q', 'emptied'),
    item('also-emptied', 's', 'emptied'),
    item('by-u', 'u'),
    item('by-v', 'v'),
    item('by-w', 'w'),
    item('by-z', 'z'),
    item('by-binned', 'binned-source'),
  ),
  bin: {
    binned: { record: item('binned', 's', 'a') },
    'binned-source': { record: source('binned-source', 'A', 'p') },
  },
}
const sourcing = (...args: Parameters<typeof claim>) => claimSourcing(claim(...args), recordsOfLog(log))
const count = (...ids: string[]) => sourcing(ids).forIt.independentRoots

describe('independent roots', () => {
  it('count three articles quoting one as one, and say that they go round', () => {
    expect(sourcing(['b', 'c', 'a'])).toMatchObject({
      forIt: { independentRoots: 1, circular: [{ items: ['b', 'c', 'a'], root: 'a' }] },
      cap: { highest: 2, whyNotHigher: [{ code: 'one-root', fields: { items: 3 } }] },
    })
  })
  it('count what derives from nothing by the source that had it first', () => {
    expect(count('a', 'd')).toBe(2)
    expect(count('a', 'e')).toBe(1)
  })
  it('count a circle once, from wherever it is entered, and only beside none of its sources', () => {
    expect(count('x')).toBe(1)
    expect(count('x', 'y')).toBe(1)
    expect(count('x', 'd')).toBe(1)
    expect(count('x', 'a')).toBe(1)
    expect(count('x', 'f')).toBe(2)
  })
  it('follow a circle that has a way out to where it leads', () => {
    expect(sourcing(['way-out']).forIt.independent.map(({ roots }) => roots.map((each) => each.id))).toEqual([
      ['d'],
    ])
  })
  it('count sources that have it from each other once', () => {
    expect(count('by-u', 'by-v')).toBe(1)
  })
  it('follow what lies in the bin, and count no evidence there', () => {
    expect(count('from-bin', 'b')).toBe(1)
    expect(sourcing(['binned', 'a']).forIt).toMatchObject({
      independentRoots: 1,
      items: ['a'],
      deletedItems: ['binned'],
    })
    expect(count('by-binned', 'a')).toBe(1)
  })
  it('take what derives from a deleted item for one, though only its id is known', () => {
    expect(count('from-emptied', 'also-emptied')).toBe(1)
    expect(count('from-emptied', 'a')).toBe(2)
    expect(count('by-w', 'by-z')).toBe(1)
  })
  it('count the two sides apart', () => {
    expect(sourcing(['a', 'd'], ['f'])).toMatchObject({
      forIt: { independentRoots: 2 },
      against: { independentRoots: 1 },
    })
  })
  it('reach to the end of a long chain', () => {
    const chain = Array.from({ length: 50_000 }, (_, at) => item(`n${at}`, 'q', `n${at + 1}`))
    const records = recordsOfLog({ ...log, sourceItems: byId(...chain) })
    expect(claimSourcing(claim(['n0', 'n7']), records).forIt.independentRoots).toBe(1)
  })
})

describe('the cap on credibility', () => {
  it('is open with two independent roots, one from a source graded A to C', () => {
    expect(sourcing(['a', 'f']).cap).toEqual({ highest: 1, whyNotHigher: [] })
  })
  it('names everything that is missing', () => {
    const why = (...ids: string[]) => sourcing(ids).cap.whyNotHigher.map((each) => each.code)
    expect(why()).toEqual(['no-evidence'])
    expect(why('binned')).toEqual(['no-evidence'])
    expect(why('a')).toEqual(['one-root'])
    expect(why('d')).toEqual(['one-root', 'no-graded-source'])
    expect(why('d', 'f')).toEqual(['no-graded-source'])
  })
  it('takes no deleted record and no circle of doubtful sources for graded', () => {
    const isOpen = (...ids: string[]) => sourcing(ids).cap.highest === 1
    expect(isOpen('from-emptied', 'f')).toBe(false)
    expect(isOpen('x', 'f')).toBe(false)
    expect(isOpen('by-u', 'f')).toBe(true)
  })
})

describe('the source graph', () => {
  const graph = sourceGraph(claim(['b', 'way-out'], ['c', 'from-bin']), recordsOfLog(log))
  it('holds what the evidence goes back to, nearest first, with the sides it leads to', () => {
    expect(graph.items.map(({ id, depth }) => [id, depth])).toEqual([
      ['b', 0],
      ['way-out', 0],
      ['c', 0],
      ['from-bin', 0],
      ['a', 1],
      ['turns', 1],
      ['binned', 1],
      ['d', 2],
    ])
    expect(graph.items.find((each) => each.id === 'a')).toMatchObject({
      sides: ['for', 'against'],
      isRoot: true,
      isEvidence: false,
    })
    expect(graph.items.filter((each) => each.isDeleted).map((each) => each.id)).toEqual(['binned'])
  })
  it('has every derivation once, the source of every item, and where sources have it from', () => {
    const of = (kind: string) => graph.edges.flatMap((e) => (e.kind === kind ? [`${e.from}>${e.to}`] : []))
    expect(of('derives-from')).toEqual([
      'b>a',
      'way-out>turns',
      'c>a',
      'from-bin>binned',
      'turns>way-out',
      'turns>d',
      'binned>a',
    ])
    expect(of('got-it-from')).toEqual(['r>p'])
    expect(of('is-by')).toHaveLength(graph.items.length)
  })
  it('names circles, those with a way out as well', () => {
    expect(graph.itemCircles).toEqual([['turns', 'way-out']])
    expect(sourceGraph(claim(['by-u']), recordsOfLog(log)).sourceCircles).toEqual([['u', 'v']])
  })
})
