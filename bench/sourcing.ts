/**
 * `npm run bench -- sourcing`: what it costs to know the sourcing of claims after one edit, as ratios to counting all
 * claims anew, and how it grows with the log. docs/bench.md says how to read it.
 */
import { sourcingWith } from '../src/core/sourcing/claimSourcing.ts'
import { RootFinder } from '../src/core/sourcing/RootFinder.ts'
import type { SourcingPut } from '../src/core/sourcing/SourcingGraph.ts'
import { SourcingIndex } from '../src/core/sourcing/SourcingIndex.ts'
import { recordsOfLog } from '../src/core/sourcing/sourcingRecords.ts'
import { RELIABILITIES } from '../src/core/vocabularyCodes.ts'
import { type Measurement, type Row, toRows } from './measurement.ts'
import { createRandom, pick, pickInt, type Random } from './random.ts'
import { type SizeOptions, sizeOptions } from './sizeOptions.ts'
import { derivations, type MadeSourcing, makeEvidence, makeSourcing } from './sourcingRecords.ts'

const ITEMS_PER_CLAIM = 6
/** Cards of the claims board that are in sight at once. */
const IN_SIGHT = 40
const ROUNDS = 3
const EDITS = 300

export const SOURCING_USAGE = 'npm run bench -- sourcing [--n 5000,50000] [--quick] [--json]'

/** Numbers of claims; there are six source items for each. */
export const parseSourcingOptions = sizeOptions({ usual: '5000,50000', least: 100, most: 1_000_000 })

/** Measures all sizes; `tell` hears how far it is. */
export function runSourcingBench(options: SizeOptions, tell: (line: string) => void): readonly Row[] {
  const measured: Measurement[] = []
  for (const n of options.sizes) {
    tell(`n=${n}: ${n} claims over ${n * ITEMS_PER_CLAIM} items`)
    measured.push(...measure(makeSourcing(n, n * ITEMS_PER_CLAIM), n, options.quick ? 20 : EDITS))
  }
  return toRows(measured)
}

function measure(made: MadeSourcing, n: number, edits: number): Measurement[] {
  const random = createRandom(n)
  const rounds = Array.from({ length: ROUNDS })
  const build = rounds.map(() => timed(() => new SourcingIndex(made)))
  const afresh = rounds.map(() => timed(() => countAll(made)))
  const index = new SourcingIndex(made)
  for (const id of made.claimIds) index.of(id)
  const inSight = () => Array.from({ length: IN_SIGHT }, () => pick(random, made.claimIds))
  const samples = {
    'edit-one': [] as number[],
    'edit-board': [] as number[],
    'edit-changed': [] as number[],
    'edit-hub': [] as number[],
  }
  for (let edit = 0; edit < edits; edit++) {
    const one = randomEdit(made, random)
    const claim = one.kind === 'claims' ? one.id : pick(random, made.claimIds)
    samples['edit-one'].push(timed(() => ask(index, one, [claim])))
    const [board, cards] = [randomEdit(made, random), inSight()]
    samples['edit-board'].push(timed(() => ask(index, board, cards)))
    const hub: SourcingPut = { kind: 'sourceItems', id: made.hub, record: item(made, random, made.hub) }
    const behind = inSight()
    samples['edit-hub'].push(timed(() => ask(index, hub, behind)))
    index.sweep()
    const { revision } = index
    const last = randomEdit(made, random)
    samples['edit-changed'].push(
      timed(() => {
        index.apply([last])
        for (const id of index.changedSince(revision)) index.of(id)
      }),
    )
  }
  const named = (metric: string, engine: string, values: readonly number[]): Measurement => ({
    engine,
    n,
    metric,
    values,
  })
  return [
    named('build', 'daybook', build),
    ...Object.entries(samples).flatMap(([metric, values]) => [
      named(metric, 'daybook', values),
      named(metric, 'afresh', afresh),
    ]),
  ]
}

function ask(index: SourcingIndex, edit: SourcingPut, claims: readonly string[]): void {
  index.apply([edit])
  for (const id of claims) index.of(id)
}

/** What one would do without an index. */
function countAll(made: MadeSourcing): void {
  const finder = new RootFinder(recordsOfLog(made))
  for (const id of made.claimIds) {
    const claim = made.claims[id]
    if (claim) sourcingWith(claim, finder)
  }
}

/** An item that derives from something else, a source with another grade, or a claim with other evidence. */
function randomEdit(made: MadeSourcing, random: Random): SourcingPut {
  const draw = random()
  if (draw < 0.5) {
    const id = pick(random, made.itemIds)
    return { kind: 'sourceItems', id, record: item(made, random, id) }
  }
  if (draw < 0.6) {
    const id = pick(random, made.sourceIds)
    return { kind: 'sources', id, record: { id, reliability: pick(random, RELIABILITIES) } }
  }
  const id = pick(random, made.claimIds)
  return { kind: 'claims', id, record: makeEvidence(random, () => pick(random, made.itemIds)) }
}

function item(made: MadeSourcing, random: Random, id: string) {
  const at = pickInt(random, 1, made.itemIds.length - 1)
  return {
    id,
    source: pick(random, made.sourceIds),
    derivesFrom: derivations(random, at, made.itemIds, made.hub),
  }
}

/** Milliseconds that the work takes. */
function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
