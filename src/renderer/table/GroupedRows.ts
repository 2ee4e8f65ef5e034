/**
 * The rows of a table in groups, and the lines that this makes: a line for each group, and after it those of its rows
 * when it is open. One pass over the rows; opening a group costs what there are groups. Pure but for what it remembers.
 *
 * A record of several tags stands in the group of each, so counts may come to more than there are records.
 */
import { compareValues, type GroupKey, type HasId, type TableColumn } from './tableColumn.ts'

export interface RowGroup<R> {
  /** Null for rows that have nothing there. */
  readonly key: GroupKey | null
  readonly rows: readonly R[]
}

/** Where a line stands among those of its level: groups among groups, rows among those of their group. */
export interface PlaceInSet {
  /** From 1. */
  readonly place: number
  readonly of: number
}

/** What a table needs to know of its lines. */
export interface TableLines<R> {
  readonly count: number
  readonly rowAt: (line: number) => R | null
  /** The group whose own line this is. */
  readonly groupAt: (line: number) => RowGroup<R> | null
  /** The line of the group that a line belongs to; null without groups. */
  readonly groupLineOf: (line: number) => number | null
  /** Null without groups. */
  readonly placeInSet: (line: number) => PlaceInSet | null
  /** The first line of the record; −1 when it has none. */
  readonly lineOf: (id: string) => number
}

/** Rows without groups: each is a line. */
export function plainLines<R extends HasId>(rows: readonly R[]): TableLines<R> {
  return {
    count: rows.length,
    rowAt: (line) => rows[line] ?? null,
    groupAt: () => null,
    groupLineOf: () => null,
    placeInSet: () => null,
    lineOf: (id) => rows.findIndex((row) => row.id === id),
  }
}

/** Groups with their rows under them. @param isOpen are the rows of a group shown? */
export function groupLines<R extends HasId>(
  groups: readonly RowGroup<R>[],
  isOpen: (key: GroupKey | null) => boolean,
): TableLines<R> {
  const starts: number[] = []
  let count = 0
  for (const { key, rows } of groups) {
    starts.push(count)
    count += 1 + (isOpen(key) ? rows.length : 0)
  }
  /** Place of the last group that begins at or before a line. */
  const placeOf = (line: number): number => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((starts[middle] ?? 0) <= line) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  const offsetIn = (line: number) => line - (starts[placeOf(line)] ?? 0)
  const isLine = (line: number) => line >= 0 && line < count
  return {
    count,
    rowAt: (line) => {
      if (!isLine(line)) return null
      return groups[placeOf(line)]?.rows[offsetIn(line) - 1] ?? null
    },
    groupAt: (line) => (isLine(line) && offsetIn(line) === 0 ? (groups[placeOf(line)] ?? null) : null),
    groupLineOf: (line) => (isLine(line) ? (starts[placeOf(line)] ?? null) : null),
    placeInSet: (line) => {
      if (!isLine(line)) return null
      const [group, offset] = [placeOf(line), offsetIn(line)]
      if (offset === 0) return { place: group + 1, of: groups.length }
      return { place: offset, of: groups[group]?.rows.length ?? 0 }
    },
    lineOf: (id) => {
      for (const [place, { key, rows }] of groups.entries()) {
        const at = isOpen(key) ? rows.findIndex((row) => row.id === id) : -1
        if (at >= 0) return (starts[place] ?? 0) + 1 + at
      }
      return -1
    },
  }
}

/** The line of a group when all are open, or all closed; 0 for one that is not there. */
export function lineOfGroup(
  groups: readonly RowGroup<unknown>[],
  key: GroupKey | null,
  areOpen: boolean,
): number {
  const at = groups.findIndex((group) => group.key === key)
  const before = groups.slice(0, Math.max(at, 0))
  return before.reduce((line, { rows }) => line + 1 + (areOpen ? rows.length : 0), 0)
}

/** Groups rows, and remembers what each row was grouped under for as long as the same is asked of it. */
export class GroupedRows<R extends HasId> {
  #keysOf: ((row: R) => readonly GroupKey[]) | null = null
  #known = new WeakMap<R, readonly GroupKey[]>()

  /**
   * The groups in the order of the column, those without a key last; rows within a group keep the order they come in.
   * @param collator orders keys that are words.
   */
  group(
    rows: readonly R[],
    by: NonNullable<TableColumn<R>['group']>,
    isDescending: boolean,
    collator: Intl.Collator,
  ): readonly RowGroup<R>[] {
    if (this.#keysOf !== by.keys) {
      this.#keysOf = by.keys
      this.#known = new WeakMap()
    }
    const byKey = new Map<GroupKey, R[]>()
    const others: R[] = []
    for (const row of rows) {
      let keys = this.#known.get(row)
      if (keys === undefined) {
        keys = by.keys(row)
        this.#known.set(row, keys)
      }
      if (keys.length === 0) others.push(row)
      for (const key of keys) {
        const group = byKey.get(key)
        if (group === undefined) byKey.set(key, [row])
        // A record that names the same thing twice stands in its group once.
        else if (group.at(-1) !== row) group.push(row)
      }
    }
    const order = by.isCode ? null : collator
    const groups = [...byKey]
      .map(([key, of]) => ({ key, rows: of, words: by.isCode ? key : by.words(key) }))
      .sort((a, b) => compareValues(a.words, b.words, order) * (isDescending ? -1 : 1))
      .map(({ key, rows: of }): RowGroup<R> => ({ key, rows: of }))
    return others.length === 0 ? groups : [...groups, { key: null, rows: others }]
  }
}
