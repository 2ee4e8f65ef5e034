/**
 * The rows of a table in their order, kept from one change of the log to the next: after one edited record that record
 * is put in its new place, instead of a hundred thousand being sorted anew. Pure but for what it remembers.
 *
 * The order is the one the whole sorting gives: rule by rule, undefined last in both directions, then as the rows came.
 */
import { compareValues, type HasId, type SortValue } from './tableColumn.ts'

export interface SortRule<R> {
  /** The same function as long as its values are. */
  readonly value: (row: R) => SortValue
  readonly isDescending: boolean
  /** Null compares characters. */
  readonly order: Intl.Collator | null
}

/** More changes than this are sorted as a whole. */
const FEW = 100

export class SortedRows<R extends HasId> {
  #rules: readonly SortRule<R>[] = []
  #rows: readonly R[] = []
  #sorted: readonly R[] = []
  #keys = new WeakMap<R, readonly SortValue[]>()
  /** Where a row stood when it came; only the order of these numbers means something. */
  #places = new Map<string, number>()
  #nextPlace = 0

  /** The rows by the rules; the same array as long as neither has changed. */
  sort(rows: readonly R[], rules: readonly SortRule<R>[]): readonly R[] {
    const isSameOrder = areSame(rules, this.#rules)
    if (isSameOrder && rows === this.#rows) return this.#sorted
    if (!isSameOrder) this.#keys = new WeakMap()
    this.#rules = rules
    const change = isSameOrder ? this.#changeTo(rows) : null
    this.#rows = rows
    this.#sorted = change === null ? this.#sortAll(rows) : this.#putIn(change)
    return this.#sorted
  }

  #sortAll(rows: readonly R[]): readonly R[] {
    this.#places = new Map(rows.map(({ id }, place) => [id, place]))
    this.#nextPlace = rows.length
    return rows.toSorted((a, b) => this.#compare(a, b))
  }

  /** What has gone and come since the last time, walking both lists once; null when it is more than a few. */
  #changeTo(rows: readonly R[]): { readonly gone: ReadonlySet<R>; readonly come: readonly R[] } | null {
    const before = this.#rows
    const gone = new Set<R>()
    const come: R[] = []
    let at = 0
    for (const row of rows) {
      if (before[at] === row) {
        at += 1
        continue
      }
      let old = before[at]
      // What stands before a row that was there already, and is no longer met, has gone.
      while (old !== undefined && old.id !== row.id && this.#places.has(row.id)) {
        gone.add(old)
        at += 1
        old = before[at]
        if (gone.size > FEW) return null
      }
      // In the middle, such as one that a search finds now: its place would have to be told from its neighbours.
      if (old === undefined ? this.#places.has(row.id) : old.id !== row.id) return null
      if (old !== undefined) {
        if (old === row) {
          at += 1
          continue
        }
        gone.add(old)
        at += 1
      }
      come.push(row)
      if (come.length > FEW) return null
    }
    for (; at < before.length; at += 1) {
      const old = before[at]
      if (old !== undefined) gone.add(old)
      if (gone.size > FEW) return null
    }
    return { gone, come }
  }

  #putIn({ gone, come }: { readonly gone: ReadonlySet<R>; readonly come: readonly R[] }): readonly R[] {
    const ids = new Set(come.map(({ id }) => id))
    for (const { id } of gone) if (!ids.has(id)) this.#places.delete(id)
    for (const { id } of come) {
      if (this.#places.has(id)) continue
      this.#places.set(id, this.#nextPlace)
      this.#nextPlace += 1
    }
    const sorted = gone.size === 0 ? [...this.#sorted] : this.#sorted.filter((row) => !gone.has(row))
    for (const row of come) sorted.splice(this.#placeIn(sorted, row), 0, row)
    return sorted
  }

  #placeIn(sorted: readonly R[], row: R): number {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = sorted[middle]
      if (other !== undefined && this.#compare(other, row) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #compare(a: R, b: R): number {
    const [keysOfA, keysOfB] = [this.#keysOf(a), this.#keysOf(b)]
    for (const [index, { isDescending, order }] of this.#rules.entries()) {
      const [one, other] = [keysOfA[index], keysOfB[index]]
      if (one === undefined && other === undefined) continue
      if (one === undefined) return 1
      if (other === undefined) return -1
      const way = compareValues(one, other, order)
      if (way !== 0) return isDescending ? -way : way
    }
    return (this.#places.get(a.id) ?? 0) - (this.#places.get(b.id) ?? 0)
  }

  #keysOf(row: R): readonly SortValue[] {
    let keys = this.#keys.get(row)
    if (keys === undefined) {
      keys = this.#rules.map(({ value }) => value(row))
      this.#keys.set(row, keys)
    }
    return keys
  }
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
