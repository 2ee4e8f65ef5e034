/**
 * The rows of a table in their order, kept from one change of the log to the next: after one edited record that record
 * is put in its new place, instead of a hundred thousand being sorted anew. All rows are put in order, and what a filter
 * leaves of them is taken from that. Pure but for what it remembers.
 *
 * The order is the one the whole sorting gives: rule by rule, undefined last in both directions, then as the rows came.
 */
import { compareValues, type HasId } from './tableColumn.ts'
import { placesByRanks, type RankedRule, rankValues, type SortRule, type ValueRanks } from './valueRanks.ts'

/** More changes than this since the ranks were made, and they are made anew. */
const FEW = 100
/** Ranks kept; each costs four bytes a row. Columns whose words have changed leave old ones behind. */
const MOST_RANKS = 16

interface Change<R> {
  readonly gone: ReadonlySet<R>
  readonly come: readonly R[]
}

export class SortedRows<R extends HasId> {
  /** The rows that ranks are of: those of now, or of a few changes ago. */
  #base: readonly R[] = []
  #baseVersion = 0
  #places = new Map<string, number>()
  #ranks: readonly { readonly rule: SortRule<R>; readonly ranked: ValueRanks }[] = []
  #rules: readonly SortRule<R>[] | null = null
  #sortedPlaces: Int32Array = new Int32Array()
  #sortedBase: readonly R[] = []
  #rows: readonly R[] = []
  #sorted: readonly R[] = []
  #shown: { readonly found: readonly R[]; readonly of: readonly R[]; readonly rows: readonly R[] } | null =
    null

  /**
   * Rows by the rules; the same array as long as nothing has changed.
   * @param all as they came. @param found those to show: `all` itself, or some of them.
   */
  sort(all: readonly R[], rules: readonly SortRule<R>[], found: readonly R[] = all): readonly R[] {
    const sorted = this.#sortAll(all, rules)
    if (found === all) return sorted
    if (this.#shown?.found === found && this.#shown.of === sorted) return this.#shown.rows
    const rows = this.#foundByPlace(all, found) ?? foundById(sorted, found)
    this.#shown = { found, of: sorted, rows }
    return rows
  }

  /** Makes ready what sorting by a rule will need. Yields after each short step; ends when the rows have become others. */
  *prepare(rule: SortRule<R>): Generator<void, void> {
    if (this.#ranksOf(rule) !== undefined) return
    const version = this.#baseVersion
    const steps = rankValues(this.#base, rule)
    for (let step = steps.next(); version === this.#baseVersion; step = steps.next()) {
      if (step.done === true) return this.#keepRanks(rule, step.value)
      yield
    }
  }

  /** Rows of the base that were found in it, in order, without a look at an id; null for other rows. */
  #foundByPlace(all: readonly R[], found: readonly R[]): readonly R[] | null {
    if (all !== this.#base) return null
    const isFound = new Uint8Array(all.length)
    let next = 0
    for (let place = 0; place < all.length && next < found.length; place += 1) {
      if (all[place] !== found[next]) continue
      isFound[place] = 1
      next += 1
    }
    return next < found.length
      ? null
      : rowsAt(
          all,
          this.#sortedPlaces.filter((place) => isFound[place] === 1),
        )
  }

  #sortAll(all: readonly R[], rules: readonly SortRule<R>[]): readonly R[] {
    const isSameOrder = this.#rules !== null && areSame(rules, this.#rules)
    if (isSameOrder && all === this.#rows) return this.#sorted
    const change = this.#changeTo(all)
    if (change === null) this.#rebase(all)
    if (change === null || !isSameOrder) this.#sortBase(rules)
    this.#rules = rules
    this.#rows = all
    this.#sorted = change === null ? this.#sortedBase : this.#putIn(change, rules)
    return this.#sorted
  }

  #rebase(all: readonly R[]): void {
    this.#base = all
    this.#baseVersion += 1
    this.#places = new Map(all.map(({ id }, place) => [id, place]))
    this.#ranks = []
  }

  #sortBase(rules: readonly SortRule<R>[]): void {
    const ranked = rules.map((rule): RankedRule => {
      const ranks = this.#ranksOf(rule) ?? atOnce(rankValues(this.#base, rule))
      this.#keepRanks(rule, ranks)
      return { ranked: ranks, isDescending: rule.isDescending }
    })
    this.#sortedPlaces = placesByRanks(this.#base.length, ranked)
    this.#sortedBase = rowsAt(this.#base, this.#sortedPlaces)
  }

  #ranksOf({ value, order }: SortRule<R>): ValueRanks | undefined {
    return this.#ranks.find(({ rule }) => rule.value === value && rule.order === order)?.ranked
  }

  #keepRanks(rule: SortRule<R>, ranked: ValueRanks): void {
    if (this.#ranksOf(rule) === undefined) {
      this.#ranks = [...this.#ranks, { rule, ranked }].slice(-MOST_RANKS)
    }
  }

  /** What has gone and come since the base, walking both lists once; null when it is more than a few. */
  #changeTo(rows: readonly R[]): Change<R> | null {
    const base = this.#base
    const gone = new Set<R>()
    const come: R[] = []
    let at = 0
    for (const row of rows) {
      const place = base[at] === row ? at : (this.#places.get(row.id) ?? base.length)
      // Moved up: not as a change of the log leaves a collection.
      if (place < at) return null
      for (; at < place; at += 1) if (!addFew(gone, base[at])) return null
      const old = base[at]
      at = Math.min(at + 1, base.length)
      if (old === row) continue
      if (old !== undefined && !addFew(gone, old)) return null
      come.push(row)
      if (come.length > FEW) return null
    }
    for (; at < base.length; at += 1) if (!addFew(gone, base[at])) return null
    return { gone, come }
  }

  #putIn({ gone, come }: Change<R>, rules: readonly SortRule<R>[]): readonly R[] {
    if (gone.size === 0 && come.length === 0) return this.#sortedBase
    const newPlaces = new Map(come.map(({ id }, index) => [id, this.#base.length + index]))
    const placeOf = ({ id }: R) => this.#places.get(id) ?? newPlaces.get(id) ?? 0
    const compare = (a: R, b: R) => compareRows(a, b, rules) || placeOf(a) - placeOf(b)
    const sorted = gone.size === 0 ? [...this.#sortedBase] : this.#sortedBase.filter((row) => !gone.has(row))
    for (const row of come) sorted.splice(placeIn(sorted, row, compare), 0, row)
    return sorted
  }
}

function rowsAt<R>(rows: readonly R[], places: Int32Array): readonly R[] {
  const taken: R[] = []
  for (const place of places) {
    const row = rows[place]
    if (row !== undefined) taken.push(row)
  }
  return taken
}

/** While a filter runs anew it still has what an edited record was before. */
function foundById<R extends HasId>(sorted: readonly R[], found: readonly R[]): readonly R[] {
  const isFound = new Set(found.map(({ id }) => id))
  return sorted.filter(({ id }) => isFound.has(id))
}

function addFew<R>(gone: Set<R>, row: R | undefined): boolean {
  if (row !== undefined) gone.add(row)
  return gone.size <= FEW
}

function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

function placeIn<R>(sorted: readonly R[], row: R, compare: (a: R, b: R) => number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = sorted[middle]
    if (other !== undefined && compare(other, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function compareRows<R>(a: R, b: R, rules: readonly SortRule<R>[]): number {
  for (const { value, isDescending, order } of rules) {
    const [one, other] = [value(a), value(b)]
    if (one === undefined && other === undefined) continue
    if (one === undefined) return 1
    if (other === undefined) return -1
    const way = compareValues(one, other, order)
    if (way !== 0) return isDescending ? -way : way
  }
  return 0
}

function areSame<R>(a: readonly SortRule<R>[], b: readonly SortRule<R>[]): boolean {
  return (
    a.length === b.length &&
    a.every((rule, index) => {
      const other = b[index]
      return (
        rule.value === other?.value && rule.isDescending === other.isDescending && rule.order === other.order
      )
    })
  )
}
