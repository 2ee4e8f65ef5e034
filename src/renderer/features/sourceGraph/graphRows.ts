/**
 * The rows of a layered picture: in which order boxes stand in their column, so that few lines cross, and at which
 * height, so that lines run straight where they can. Pure; columns are given.
 */

export interface Row {
  readonly key: string
  readonly column: number
  /** Rows of one group stand together. */
  readonly group: string
  /** Rows of a lower side stand above those of a higher one. */
  readonly side: number
  readonly height: number
}

type Pair = readonly [string, string]
const SWEEPS = 6

/** The rows by column, each column in an order found by barycentres: a row goes where its neighbours are. */
export function orderColumns(rows: readonly Row[], pairs: readonly Pair[]): readonly (readonly Row[])[] {
  const last = rows.reduce((most, row) => Math.max(most, row.column), 0)
  const columns: Row[][] = Array.from({ length: last + 1 }, () => [])
  for (const row of rows) columns[row.column]?.push(row)
  for (const column of columns) column.sort((a, b) => a.side - b.side)
  const neighbours = neighboursOf(pairs)
  const placeOf = new Map<string, number>()
  const number = (column: readonly Row[]) => {
    for (const [index, { key }] of column.entries()) placeOf.set(key, (index + 1) / (column.length + 1))
  }
  for (const column of columns) number(column)
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse()) {
      const wish = wishes(column, neighbours, placeOf)
      column.sort((a, b) => a.side - b.side || (wish.get(a.group) ?? 0) - (wish.get(b.group) ?? 0))
      keepGroups(column)
      number(column)
    }
  return columns
}

/** Brings the rows of one group together, where its first one stands. */
function keepGroups(column: Row[]): void {
  const byGroup = Map.groupBy(column, (row) => `${row.side} ${row.group}`)
  column.splice(0, column.length, ...[...byGroup.values()].flat())
}

/** Where a group would like to stand: the middle of its neighbours, or where it is. */
function wishes(
  column: readonly Row[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  placeOf: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const wish = new Map<string, number>()
  for (const [group, rows] of Map.groupBy(column, (row) => row.group)) {
    const inside = new Set(rows.map(({ key }) => key))
    const places = rows
      .flatMap(({ key }) => neighbours.get(key) ?? [])
      .filter((key) => !inside.has(key))
      .map((key) => placeOf.get(key) ?? 0)
    const own = rows.map(({ key }) => placeOf.get(key) ?? 0)
    wish.set(group, mean(places.length > 0 ? places : own))
  }
  return wish
}

function neighboursOf(pairs: readonly Pair[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const add = (from: string, to: string) => {
    const list = found.get(from)
    if (list) list.push(to)
    else found.set(from, [to])
  }
  for (const [from, to] of pairs) {
    add(from, to)
    add(to, from)
  }
  return found
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length

/** Free space between two boxes; more where one side ends and the next begins. */
export interface Gaps {
  readonly gap: number
  readonly sideGap: number
}

/** Key → height of the middle of the row. Rows of a column never overlap and keep their order. */
export function placeRows(
  columns: readonly (readonly Row[])[],
  pairs: readonly Pair[],
  gaps: Gaps,
): ReadonlyMap<string, number> {
  const neighbours = neighboursOf(pairs)
  const middles = new Map<string, number>()
  for (const column of columns) {
    const offsets = offsetsOf(column, gaps)
    const centre = (offsets.at(-1) ?? 0) / 2
    for (const [index, { key }] of column.entries()) middles.set(key, (offsets[index] ?? 0) - centre)
  }
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse()) {
      const wanted = column.map(({ key }) => {
        const near = (neighbours.get(key) ?? []).map((other) => middles.get(other) ?? 0)
        return near.length > 0 ? mean(near) : (middles.get(key) ?? 0)
      })
      const placed = spread(wanted, offsetsOf(column, gaps))
      for (const [index, { key }] of column.entries()) middles.set(key, placed[index] ?? 0)
    }
  return middles
}

/** Middles of rows stacked as closely as they may stand, the first at 0. */
function offsetsOf(column: readonly Row[], { gap, sideGap }: Gaps): readonly number[] {
  const offsets: number[] = []
  for (const [index, row] of column.entries()) {
    const before = column[index - 1]
    const room = before === undefined ? 0 : before.side === row.side ? gap : sideGap
    offsets.push(
      before === undefined ? 0 : (offsets[index - 1] ?? 0) + (before.height + row.height) / 2 + room,
    )
  }
  return offsets
}

/**
 * The places nearest to the wanted ones (least squares) that keep at least the distances of `offsets`: isotonic
 * regression, by pooling neighbours that stand in each other's way.
 */
function spread(wanted: readonly number[], offsets: readonly number[]): readonly number[] {
  const pools: { sum: number; count: number }[] = []
  for (const [index, want] of wanted.entries()) {
    let pool = { sum: want - (offsets[index] ?? 0), count: 1 }
    for (
      let above = pools.at(-1);
      above && above.sum / above.count > pool.sum / pool.count;
      above = pools.at(-1)
    ) {
      pools.pop()
      pool = { sum: pool.sum + above.sum, count: pool.count + above.count }
    }
    pools.push(pool)
  }
  const shifts = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
  return offsets.map((offset, index) => offset + (shifts[index] ?? 0))
}
