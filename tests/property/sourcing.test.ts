/**
 * Independent roots against an oracle that counts them the slow way, on random graphs with circles, merges and
 * deletions; and the index, after any sequence of changes, against sourcing computed afresh.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimSourcing } from '../../src/core/sourcing/claimSourcing.ts'
import { FieldClaims, type SubjectClaim } from '../../src/core/sourcing/FieldClaims.ts'
import type { SourcingPut } from '../../src/core/sourcing/SourcingGraph.ts'
import { SourcingIndex } from '../../src/core/sourcing/SourcingIndex.ts'
import {
  type EvidenceLinks,
  type ItemTrace,
  recordsOfLog,
  type SourceTrace,
} from '../../src/core/sourcing/sourcingRecords.ts'

const ITEMS = ['i0', 'i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7']
const SOURCES = ['s0', 's1', 's2', 's3', 's4']
const CLAIMS = ['c0', 'c1', 'c2']

interface World {
  readonly sourceItems: Record<string, ItemTrace>
  readonly sources: Record<string, SourceTrace>
  readonly claims: Record<string, EvidenceLinks>
  readonly bin: Record<string, { readonly record: object }>
}

const ids = (from: readonly string[], most: number) => fc.array(fc.constantFrom(...from), { maxLength: most })
const itemPut = fc
  .tuple(fc.constantFrom(...ITEMS), fc.constantFrom(...SOURCES), ids(ITEMS, 3))
  .map(([id, source, parents]): SourcingPut => {
    const derivesFrom = parents.map((item) => ({ item, how: 'quotes' as const }))
    return { kind: 'sourceItems', id, record: { id, source, derivesFrom } }
  })
const sourcePut = fc
  .tuple(fc.constantFrom(...SOURCES), fc.constantFrom('A', 'D', 'F'), fc.option(fc.constantFrom(...SOURCES)))
  .map(([id, reliability, from]): SourcingPut => {
    const record = { id, reliability: reliability as 'A', ...(from === null ? {} : { gotItFrom: from }) }
    return { kind: 'sources', id, record }
  })
const claimPut = fc
  .tuple(fc.constantFrom(...CLAIMS), ids(ITEMS, 4), ids(ITEMS, 2))
  .map(([id, forIt, against]): SourcingPut => {
    const links = (items: readonly string[]) => items.map((item) => ({ item }))
    return { kind: 'claims', id, record: { evidenceFor: links(forIt), evidenceAgainst: links(against) } }
  })
type Edit = SourcingPut | { readonly removes: string; readonly keeps: boolean }
const removal = fc.record({ removes: fc.constantFrom(...ITEMS, ...SOURCES, ...CLAIMS), keeps: fc.boolean() })
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: itemPut },
  { weight: 2, arbitrary: sourcePut },
  { weight: 2, arbitrary: claimPut },
  { weight: 2, arbitrary: removal },
)

const COLLECTION = { i: 'sourceItems', s: 'sources', c: 'claims' } as const

/** A change as the log makes it: removing goes to the bin or empties it, putting takes out of it. */
function changeOf(world: World, each: Edit): readonly SourcingPut[] {
  if (!('removes' in each)) {
    const taken = world.bin[each.id] ? [{ kind: 'bin' as const, id: each.id, record: null }] : []
    return [...taken, each]
  }
  const id = each.removes
  const kind = COLLECTION[id.charAt(0) as 'i']
  const record = world[kind][id] ?? world.bin[id]?.record
  if (record === undefined) return []
  const kept = each.keeps ? { record } : null
  return [
    { kind, id, record: null },
    { kind: 'bin', id, record: kept },
  ]
}

function applyTo(world: World, change: readonly SourcingPut[]): void {
  for (const { kind, id, record } of change) {
    const collection: Record<string, unknown> = world[kind as keyof World]
    if (record === null) delete collection[id]
    else collection[id] = record
  }
}

function worldAfter(edits: readonly Edit[]): World {
  const world: World = { sourceItems: {}, sources: {}, claims: {}, bin: {} }
  for (const each of edits) applyTo(world, changeOf(world, each))
  return world
}

/** The oracle: reachability by repeated passes, roots as classes of items, sources as classes by fixpoint. */
function naiveRoots(world: World, evidence: readonly string[]): number {
  const itemOf = (id: string): ItemTrace | undefined =>
    world.sourceItems[id] ??
    (id.startsWith('i') ? (world.bin[id]?.record as ItemTrace | undefined) : undefined)
  const sourceOf = (id: string): SourceTrace | undefined =>
    world.sources[id] ?? (id.startsWith('s') ? (world.bin[id]?.record as SourceTrace | undefined) : undefined)
  const reach = (all: readonly string[], next: (id: string) => readonly string[]) => {
    const table = new Map(all.map((id) => [id, new Set([id])]))
    for (const _round of all)
      for (const set of table.values())
        for (const id of [...set])
          for (const to of next(id)) for (const end of table.get(to) ?? []) set.add(end)
    return (id: string) => table.get(id) ?? new Set<string>()
  }
  const items = reach(ITEMS, (id) => itemOf(id)?.derivesFrom.map((each) => each.item) ?? [])
  const sources = reach(SOURCES, (id) => [sourceOf(id)?.gotItFrom ?? id])
  const isLast = (id: string, of: (id: string) => Set<string>) =>
    [...of(id)].every((other) => of(other).has(id))
  const ends = (id: string, of: (id: string) => Set<string>) =>
    [...of(id)].filter((each) => isLast(each, of)).sort()
  const rootSets = new Map<string, readonly string[]>()
  for (const id of evidence.filter((each) => world.sourceItems[each]))
    for (const end of ends(id, items)) rootSets.set([...items(end)].sort().join(), [...items(end)])
  const suspects = [...rootSets].map(([name, members]) => {
    const known = members.flatMap((id) => itemOf(id)?.source ?? [])
    return known.length === 0 ? [`nobody ${name}`] : [...new Set(known.map((id) => ends(id, sources).join()))]
  })
  const sure = new Set(suspects.flatMap((each) => (each.length === 1 ? each : [])))
  const open = suspects.filter((each) => each.length > 1 && !each.some((one) => sure.has(one)))
  let clusters: Set<string>[] = []
  for (const each of open) {
    const touching = clusters.filter((cluster) => each.some((one) => cluster.has(one)))
    const joined = new Set([...each, ...touching.flatMap((cluster) => [...cluster])])
    clusters = [...clusters.filter((cluster) => !touching.includes(cluster)), joined]
  }
  return sure.size + clusters.length
}

describe('the count of independent roots', () => {
  it('is what the slow way counts', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), ids(ITEMS, 5), (edits, evidence) => {
        const world = worldAfter(edits)
        const claim = { evidenceFor: evidence.map((item) => ({ item })), evidenceAgainst: [] }
        const { forIt } = claimSourcing(claim, recordsOfLog(world))
        expect(forIt.independentRoots).toBe(naiveRoots(world, evidence))
        expect(forIt.independent).toHaveLength(forIt.independentRoots)
      }),
      { numRuns: 400 },
    )
  })

  it('does not depend on what ids are, nor on the order of evidence', () => {
    const renamed = (text: string) =>
      text.replace(/"([is])(\d)"/g, (_all, kind, digit) => `"${kind}${9 - digit}"`)
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), ids(ITEMS, 5), (edits, evidence) => {
        const count = (world: World, items: readonly string[]) => {
          const claim = { evidenceFor: items.map((item) => ({ item })), evidenceAgainst: [] }
          const { forIt, cap } = claimSourcing(claim, recordsOfLog(world))
          return [forIt.independentRoots, cap]
        }
        const world = worldAfter(edits)
        const other = JSON.parse(renamed(JSON.stringify(world))) as World
        const items = (JSON.parse(renamed(JSON.stringify(evidence))) as string[]).reverse()
        expect(count(other, items)).toEqual(count(world, evidence))
      }),
    )
  })
})

describe('the index', () => {
  it('says after any changes what is computed afresh, and which claims have moved', () => {
    const step = fc.record({
      change: fc.array(edit, { minLength: 1, maxLength: 3 }),
      asks: ids(CLAIMS, 2),
      sweeps: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), fc.array(step, { maxLength: 12 }), (start, steps) => {
        const world = worldAfter(start)
        const index = new SourcingIndex(world)
        const afresh = (id: string) => {
          const claim = world.claims[id]
          return claim && claimSourcing(claim, recordsOfLog(world))
        }
        for (const { change, asks, sweeps } of steps) {
          const before = new Map(CLAIMS.map((id) => [id, afresh(id)]))
          const { revision } = index
          for (const each of change) {
            const puts = changeOf(world, each)
            applyTo(world, puts)
            index.apply(puts)
          }
          for (const id of asks) expect(index.of(id)).toEqual(afresh(id))
          if (!sweeps) continue
          const changed = index.changedSince(revision)
          for (const id of CLAIMS) {
            expect(index.of(id)).toEqual(afresh(id))
            if (!changed.has(id)) expect(afresh(id)).toEqual(before.get(id))
          }
        }
        for (const id of CLAIMS) expect(index.of(id)).toEqual(afresh(id))
      }),
      { numRuns: 300 },
    )
  })
})

describe('claims about a field', () => {
  const INCIDENTS = ['r0', 'r1', 'r2', 'r3']
  const FIELDS = ['placeType', 'counts.killed']
  const claimOf = fc
    .tuple(
      fc.constantFrom(...CLAIMS),
      fc.constantFrom('established', 'appears-established', 'rumour', 'false'),
      fc.array(fc.record({ id: fc.constantFrom(...INCIDENTS), field: fc.constantFrom(...FIELDS) }), {
        maxLength: 2,
      }),
    )
    .map(([id, status, about]) => ({
      kind: 'claims' as const,
      id,
      record: { id, kind: 'label', status, about } as SubjectClaim,
    }))
  const mergeOf = fc
    .tuple(fc.constantFrom(...INCIDENTS), fc.option(fc.constantFrom(...INCIDENTS)))
    .map(([id, into]) => ({
      kind: 'incidents' as const,
      id,
      record: { id, ...(into === null ? {} : { mergedInto: into }) },
    }))
  const isFact = (status: string) => status === 'established' || status === 'appears-established'

  it('contradict each other across merges exactly when both stand as fact', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(claimOf, mergeOf), { maxLength: 20 }), (puts) => {
        const index = new FieldClaims({ claims: {}, incidents: {} })
        const claims = new Map<string, SubjectClaim>()
        const merges = new Map<string, string | undefined>()
        for (const put of puts) {
          index.apply([put])
          if (put.kind === 'claims') claims.set(put.id, put.record)
          else merges.set(put.id, 'mergedInto' in put.record ? put.record.mergedInto : undefined)
        }
        // The oracle joins whatever a chain of merges passes through.
        const passes = (id: string): Set<string> => {
          const seen = new Set([id])
          for (const at of seen) {
            const next = merges.get(at)
            if (next !== undefined) seen.add(next)
          }
          return seen
        }
        const isOne = (a: string, b: string) => !passes(a).isDisjointFrom(passes(b))
        for (const [id, claim] of claims) {
          const expected = [...claims.values()].filter(
            (other) =>
              other.id !== id &&
              isFact(claim.status) &&
              isFact(other.status) &&
              claim.about.some((a) =>
                other.about.some(
                  (b) => 'field' in a && 'field' in b && a.field === b.field && isOne(a.id, b.id),
                ),
              ),
          )
          const found = new Set(index.contradictionsOf(id).map((each) => each.claim))
          expect([...found].sort()).toEqual(expected.map((each) => each.id).sort())
        }
      }),
      { numRuns: 300 },
    )
  })
})
