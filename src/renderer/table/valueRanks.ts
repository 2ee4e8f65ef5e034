/**
 * The order of a column in numbers: each row has the place of its value among the different values there are. Values are
 * compared once for all sorting by that column; many rows say the same, and so few are compared. Pure.
 */
import { sortInSteps } from './sortInSteps.ts'
import { compareValues, type SortValue } from './tableColumn.ts'

export interface SortRule<R> {
  /** The same function as long as its values are. */
  readonly value: (row: R) => SortValue
  readonly isDescending: boolean
  /** Null compares characters. */
  readonly order: Intl.Collator | null
}

export interface ValueRanks {
  /** By place of the row, from 0; a row without a value has {@link count}, so that it goes last. */
  readonly ranks: Int32Array
  readonly count: number
}

/** Rows looked at in one step. */
const ROWS_AT_ONCE = 4_096

/** Ranks of rows by the values of a rule, in whichever direction it goes. Yields after each short step. */
export function* rankValues<R>(
  rows: readonly R[],
  { value, order }: SortRule<R>,
): Generator<void, ValueRanks> {
  const slots = new Map<SortValue, number>()
  const slotOf = new Int32Array(rows.length)
  for (const [place, row] of rows.entries()) {
    slotOf[place] = slotIn(slots, value(row))
    if (place % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield
  }
  const compare = (a: SortValue, b: SortValue) => compareValues(a, b, order)
  const values = [...slots.keys()]
  const sorted = yield* sortInSteps(values, compare)
  const rankOf = new Int32Array(values.length)
  let rank = -1
  for (const [at, each] of sorted.entries()) {
    if (at === 0 || compare(sorted[at - 1], each) !== 0) rank += 1
    rankOf[slots.get(each) ?? 0] = rank
  }
  const count = rank + 1
  return { ranks: slotOf.map((slot) => (slot === NO_VALUE ? count : (rankOf[slot] ?? 0))), count }
}

const NO_VALUE = -1

function slotIn(slots: Map<SortValue, number>, value: SortValue): number {
  if (value === undefined) return NO_VALUE
  const known = slots.get(value)
  if (known !== undefined) return known
  slots.set(value, slots.size)
  return slots.size - 1
}

export interface RankedRule {
  readonly ranked: ValueRanks
  readonly isDescending: boolean
}

/**
 * Places of so many rows in their order, rule by rule; without a value last in both directions; equal rows as they came.
 * One counting sort for each rule, the last rule first.
 */
export function placesByRanks(count: number, rules: readonly RankedRule[]): Int32Array {
  let places = Int32Array.from({ length: count }, (_, place) => place)
  for (const rule of rules.toReversed()) places = sortPlaces(places, rule)
  return places
}

function sortPlaces(places: Int32Array, { ranked, isDescending }: RankedRule) {
  const { ranks, count } = ranked
  const keyOf = (place: number) => {
    const rank = ranks[place] ?? count
    return isDescending && rank < count ? count - 1 - rank : rank
  }
  /** Where the next row of each rank goes. */
  const next = new Int32Array(count + 2)
  for (const place of places) {
    const after = keyOf(place) + 1
    next[after] = (next[after] ?? 0) + 1
  }
  for (let rank = 1; rank < next.length; rank += 1) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0)
  const sorted = new Int32Array(places.length)
  for (const place of places) {
    const key = keyOf(place)
    const at = next[key] ?? 0
    sorted[at] = place
    next[key] = at + 1
  }
  return sorted
}
