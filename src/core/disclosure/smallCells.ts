/**
 * Tables that tell of no small group (redaction.md, "Statistics"). A cell of 1 to 4 says "<5"; other cells go too, until
 * what is published with its sums leaves every small cell anything from 1 to 4, and every other hidden cell at least as
 * many values. Sums count as cells. A table for which that cannot be had says nothing at all.
 */

import { type ShownCount, SMALL } from '../redaction/briefData.ts'
import { type Arc, boundsOf, findPath, type Step } from './cellNetwork.ts'

const LEAST_SHOWN = 5
/** From one to four: a hidden cell must be able to lie this far from its least value. */
const WIDTH = LEAST_SHOWN - 2

export interface CountTable {
  /** Rows of equal length. */
  readonly cells: readonly (readonly number[])[]
}

export interface ShownTable {
  readonly cells: readonly (readonly ShownCount[])[]
  readonly rowTotals: readonly ShownCount[]
  readonly columnTotals: readonly ShownCount[]
  readonly total: ShownCount
}

/**
 * Counts that add up to a total that is shown beside them.
 * @param isTotalKnown the total stands elsewhere too, so it is not to be hidden; then all counts may have to be.
 */
export function protectCounts(
  counts: readonly number[],
  isTotalKnown: boolean,
): { readonly counts: readonly ShownCount[]; readonly total: ShownCount } {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const shown = protect([
    ...counts.map((value): Cell => ({ from: 0, to: 1, value, kind: 'cell' })),
    { from: 1, to: 0, value: total, kind: isTotalKnown ? 'known' : 'total' },
  ])
  return { counts: shown.slice(0, -1), total: isTotalKnown ? total : (shown.at(-1) ?? null) }
}

/** Counts in two directions, with the sums of both. */
export function protectTable({ cells }: CountTable): ShownTable {
  const height = cells.length
  const width = cells[0]?.length ?? 0
  const [source, sink] = [height + width, height + width + 1]
  const rowSums = cells.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columnSums = Array.from({ length: width }, (_, x) =>
    cells.reduce((sum, row) => sum + (row[x] ?? 0), 0),
  )
  const shown = protect([
    ...cells.flatMap((row, y) =>
      row.map((value, x): Cell => ({ from: y, to: height + x, value, kind: 'cell' })),
    ),
    ...rowSums.map((value, y): Cell => ({ from: source, to: y, value, kind: 'total' })),
    ...columnSums.map((value, x): Cell => ({ from: height + x, to: sink, value, kind: 'total' })),
    { from: sink, to: source, value: rowSums.reduce((sum, count) => sum + count, 0), kind: 'total' },
  ])
  const totals = shown.slice(height * width)
  return {
    cells: cells.map((_, y) => shown.slice(y * width, (y + 1) * width)),
    rowTotals: totals.slice(0, height),
    columnTotals: totals.slice(height, height + width),
    total: totals.at(-1) ?? null,
  }
}

/**
 * The cells of a table in two directions whose sums stand elsewhere, if at all.
 * @param known whether the sum of each row and of each column does; where it does not, it is hidden there and must not
 * follow from these.
 */
export function protectCells(
  cells: readonly (readonly number[])[],
  known: { readonly rows: readonly boolean[]; readonly columns: readonly boolean[] },
): readonly (readonly ShownCount[])[] {
  const height = cells.length
  const width = cells[0]?.length ?? 0
  const [source, sink] = [height + width, height + width + 1]
  // Nobody counted is no secret.
  const kindOf = (isKnown: boolean | undefined, value: number) =>
    isKnown === true || value === 0 ? 'known' : 'hidden'
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  const rowSums = cells.map(sum)
  const columnSums = Array.from({ length: width }, (_, x) => sum(cells.map((row) => row[x] ?? 0)))
  const shown = protect([
    ...cells.flatMap((row, y) =>
      row.map((value, x): Cell => ({ from: y, to: height + x, value, kind: 'cell' })),
    ),
    ...rowSums.map((value, y): Cell => ({ from: source, to: y, value, kind: kindOf(known.rows[y], value) })),
    ...columnSums.map(
      (value, x): Cell => ({ from: height + x, to: sink, value, kind: kindOf(known.columns[x], value) }),
    ),
    { from: sink, to: source, value: sum(rowSums), kind: 'unsaid' },
  ])
  return cells.map((_, y) => shown.slice(y * width, (y + 1) * width))
}

interface Cell {
  readonly from: number
  readonly to: number
  readonly value: number
  /**
   * known: stands elsewhere and cannot be hidden · hidden: hidden elsewhere, and must stay so · unsaid: stands nowhere,
   * and may be worked out.
   */
  readonly kind: 'cell' | 'total' | 'known' | 'hidden' | 'unsaid'
}

const isSmall = (value: number): boolean => value > 0 && value < LEAST_SHOWN

function protect(cells: readonly Cell[]): ShownCount[] {
  const hidden = new Set(
    cells.flatMap(({ value, kind }, at) =>
      kind === 'hidden' || kind === 'unsaid' || (isSmall(value) && kind !== 'known') ? [at] : [],
    ),
  )
  for (;;) {
    const arcs = cells.map((cell, at) => arcOf(cell, hidden.has(at)))
    const open = [...hidden].find((at) => cells[at]?.kind !== 'unsaid' && !isHiddenEnough(arcs, at))
    if (open === undefined) return cells.map(({ value }, at) => shownCount(value, hidden.has(at)))
    const more = cellsToHide(cells, arcs, hidden, open)
    if (more.length === 0) return cells.map(() => null)
    for (const at of more) hidden.add(at)
  }
}

function shownCount(value: number, isHidden: boolean): ShownCount {
  if (!isHidden) return value
  return isSmall(value) ? SMALL : null
}

/** What a reader knows: a small cell says that it is one; that another is hidden says that it is none. */
function arcOf({ from, to, value }: Cell, isHidden: boolean): Arc {
  if (!isHidden) return { from, to, value, least: value, most: value }
  if (isSmall(value)) return { from, to, value, least: 1, most: LEAST_SHOWN - 1 }
  return { from, to, value, least: Math.min(value, LEAST_SHOWN), most: Number.MAX_SAFE_INTEGER }
}

function isHiddenEnough(arcs: readonly Arc[], at: number): boolean {
  const { least, most } = boundsOf(arcs, at, WIDTH)
  return most - least >= WIDTH
}

/**
 * The cheapest cells that let the cell `open` lie further up, or else further down: a way round through the table,
 * over hidden cells that have the room already and shown ones that would.
 */
function cellsToHide(
  cells: readonly Cell[],
  arcs: readonly Arc[],
  hidden: ReadonlySet<number>,
  open: number,
): readonly number[] {
  const arc = arcs[open]
  if (arc === undefined) return []
  const up = Math.min(WIDTH, arc.most - arc.value)
  const ways = [
    { from: arc.to, to: arc.from, room: up },
    { from: arc.from, to: arc.to, room: Math.min(WIDTH, arc.value - arc.least) },
  ]
  for (const { from, to, room } of ways) {
    if (room === 0) continue
    const path = findPath(from, to, (visit) => {
      cells.forEach((cell, at) => {
        if (at !== open) for (const step of stepsOver(cell, at, hidden.has(at), arcs[at], room)) visit(step)
      })
    })
    const more = path?.flatMap(({ at }) => (hidden.has(at) ? [] : [at])) ?? []
    if (more.length > 0) return more
  }
  return []
}

/** Hiding a sum costs more than hiding any cell of it; a cell of nobody stays shown, since nobody is in it. */
function stepsOver(
  { from, to, value, kind }: Cell,
  at: number,
  isHidden: boolean,
  arc: Arc | undefined,
  room: number,
): readonly Step[] {
  if (arc === undefined || kind === 'known' || (!isHidden && value < LEAST_SHOWN)) return []
  const cost = isHidden ? 0 : value + (kind === 'total' ? 1_000_000 : 0)
  const up = isHidden ? arc.most - value : room
  const down = isHidden ? value - arc.least : value - LEAST_SHOWN
  const steps: Step[] = []
  if (up >= room) steps.push({ at, from, to, sign: 1, room, cost })
  if (down >= room) steps.push({ at, from: to, to: from, sign: -1, room, cost })
  return steps
}
