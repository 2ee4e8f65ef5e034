/**
 * Which coarsenings make a brief safe, and what each costs. Tries every combination of steps that changes anything (at
 * most a few hundred) and orders what is left by information kept. A function of the rows shown, whatever their order.
 */

import type { DisclosureRule } from '../redaction/profile.ts'
import { keepLargeClasses, rowsKept, smallestClass } from './classes.ts'
import {
  COARSENING_DIMENSIONS,
  COARSENING_STEPS,
  type Coarsening,
  type CoarseningDimension,
} from './coarsening.ts'
import type { Codes } from './codedRows.ts'
import type { QuasiColumn, QuasiRow } from './quasiRow.ts'
import { createQuasiTable, type QuasiTable } from './quasiTable.ts'

export interface CoarseningOption {
  readonly coarsen: Coarsening
  /** Size of the smallest class before anything is left out; null without rows. */
  readonly k: number | null
  /** Rows in large enough classes, and rows that would be left out. */
  readonly rowsKept: number
  readonly rowsLeftOut: number
  /** 0 to 1: share of rows kept × share of what they say that is kept. */
  readonly information: number
}

export interface Suggestions {
  /** As the profile shows it, without coarsening. */
  readonly asIs: CoarseningOption
  /** Best first; the first may be no coarsening at all. Empty when no row could be kept whatever is done. */
  readonly options: readonly CoarseningOption[]
  /** All that keep any row, best first; those among them that only say less than a better one are no options. */
  readonly all: readonly CoarseningOption[]
}

/** A brief that drops more rows than it must tells less than one that says less of each. */
const ENOUGH_ROWS = 0.8
const SOME_ROWS = 0.6
const MOST_OPTIONS = 12

/** @param rows what the profile shows, before any coarsening. */
export function suggestCoarsening(rows: readonly QuasiRow[], rules: DisclosureRule): Suggestions {
  const table = createQuasiTable(rows, rules)
  const ladders = COARSENING_DIMENSIONS.map((dimension) => usefulSteps(dimension, table))
  const detailOf = detailByStep(table)
  const finest = detailOf({})
  const options = combinations(ladders).map((coarsen) => {
    const coded = table.at(coarsen)
    const kept = rowsKept(coded, keepLargeClasses(coded, rules.k, rules.l))
    const share = meanShare(detailOf(coarsen), finest)
    return {
      coarsen,
      k: smallestClass(coded),
      rowsKept: kept,
      rowsLeftOut: rows.length - kept,
      information: rows.length === 0 ? 0 : round((kept / rows.length) * share),
    }
  })
  const [asIs] = options
  if (asIs === undefined) throw new Error('the lattice has at least its bottom')
  const all = options.filter((option) => option.rowsKept > 0).sort(byInformation(rows.length))
  const worthwhile = all.filter(
    (option, at) => !all.slice(0, at).some((better) => isNoChoice(option, better)),
  )
  return { asIs, options: worthwhile.slice(0, MOST_OPTIONS), all }
}

/** How much of what the columns say at the finest is kept, all of them alike; columns that say nothing do not count. */
function meanShare(detail: readonly number[], finest: readonly number[]): number {
  const shares = finest.flatMap((most, column) => (most > 0 ? [(detail[column] ?? 0) / most] : []))
  return shares.length === 0 ? 1 : shares.reduce((sum, each) => sum + each, 0) / shares.length
}

/** Sums of floating numbers depend on their order; rounded, they are the same for any order of rows. */
const round = (value: number): number => Math.round(value * 1e9) / 1e9

const COLUMNS: readonly QuasiColumn[] = ['date', 'place', 'counts', 'category', 'people']

/** Shannon entropy of each column at a coarsening, in bits: how much a row says there. */
function detailByStep(table: QuasiTable): (coarsen: Coarsening) => readonly number[] {
  const known = new Map<Codes, number>()
  return (coarsen) =>
    COLUMNS.map((name) => {
      const column = table.column(name, coarsen)
      const bits = known.get(column) ?? entropy(column, table.weights)
      known.set(column, bits)
      return bits
    })
}

function entropy({ codes, size }: Codes, weights: Int32Array): number {
  const counts = new Int32Array(size)
  let total = 0
  codes.forEach((code, row) => {
    counts[code] = (counts[code] ?? 0) + (weights[row] ?? 0)
    total += weights[row] ?? 0
  })
  let bits = 0
  for (const count of counts.sort()) if (count > 0) bits -= (count / total) * Math.log2(count / total)
  return round(bits)
}

const COLUMN_OF: Readonly<Record<CoarseningDimension, QuasiColumn>> = {
  date: 'date',
  place: 'place',
  count: 'counts',
  category: 'category',
  age: 'people',
  people: 'people',
}

/** No step, then each step that shows less than the one before it. */
function usefulSteps(dimension: CoarseningDimension, table: QuasiTable): readonly Coarsening[] {
  const column = COLUMN_OF[dimension]
  const steps: Coarsening[] = [{}]
  let size = table.column(column, {}).size
  for (const step of COARSENING_STEPS[dimension]) {
    const coarsen: Coarsening = { [dimension]: step }
    const next = table.column(column, coarsen).size
    // A column of one value may still say it; but then it tells no row from another.
    if (next >= size) continue
    steps.push(coarsen)
    size = next
  }
  return steps
}

function combinations(ladders: readonly (readonly Coarsening[])[]): Coarsening[] {
  return ladders
    .reduce<Coarsening[]>(
      (made, steps) => made.flatMap((sofar) => steps.map((step) => ({ ...sofar, ...step }))),
      [{}],
    )
    .filter(({ age, people }) => age === undefined || people === undefined)
}

/** Enough rows first, then information, then the fewest steps; the text settles the rest. */
function byInformation(total: number): (a: CoarseningOption, b: CoarseningOption) => number {
  const tier = ({ rowsKept }: CoarseningOption): number =>
    rowsKept >= ENOUGH_ROWS * total ? 0 : rowsKept >= SOME_ROWS * total ? 1 : 2
  return (a, b) =>
    tier(a) - tier(b) ||
    b.information - a.information ||
    Object.keys(a.coarsen).length - Object.keys(b.coarsen).length ||
    (JSON.stringify(a.coarsen) < JSON.stringify(b.coarsen) ? -1 : 1)
}

/** Says less than a better one in every dimension, for no row more. */
function isNoChoice(option: CoarseningOption, better: CoarseningOption): boolean {
  const [a, b] = [option.coarsen, better.coarsen]
  return (
    option.rowsKept <= better.rowsKept &&
    COARSENING_DIMENSIONS.every((dimension) => stepOf(a, dimension) >= stepOf(b, dimension))
  )
}

function stepOf(coarsen: Coarsening, dimension: CoarseningDimension): number {
  const steps: readonly string[] = COARSENING_STEPS[dimension]
  const step = coarsen[dimension]
  return step === undefined ? -1 : steps.indexOf(step)
}
