/**
 * The small cells of random tables, attacked by trying every way to fill what is hidden: none may be worked out, nor
 * narrowed below what its mark says.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protectCounts, protectTable } from '../../src/core/disclosure/smallCells.ts'
import { type ShownCount, SMALL } from '../../src/core/redaction/briefData.ts'

const TABLES = 1_000
/** How far from the truth hidden cells are tried; a wider range could only add ways. */
const REACH = 4

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 7 }) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 30 }) },
)

/** Every value that a cell can have: what is shown; 1–4 for "<5"; 5 and more where it is only withheld. */
function candidates(shown: ShownCount, truth: number): readonly number[] {
  if (typeof shown === 'number') return [shown]
  if (shown === SMALL) return [1, 2, 3, 4]
  const from = Math.max(5, truth - REACH)
  return Array.from({ length: truth + REACH - from + 1 }, (_, at) => from + at)
}

const fits = (shown: ShownCount, sum: number): boolean => {
  if (typeof shown === 'number') return shown === sum
  return shown === SMALL ? sum >= 1 && sum <= 4 : sum >= 5
}

/** For each cell, the values it has in some filling that fits all sums. Row by row, with what is left of each column. */
function solve(
  cells: readonly (readonly ShownCount[])[],
  truth: readonly (readonly number[])[],
  rowTotals: readonly ShownCount[],
  columnTotals: readonly ShownCount[],
  total: ShownCount,
): readonly (readonly ReadonlySet<number>[])[] {
  const rows = cells.map((row, y) =>
    product(row.map((shown, x) => candidates(shown, truth[y]?.[x] ?? 0))).filter((values) =>
      fits(rowTotals[y] ?? null, sumOf(values)),
    ),
  )
  const width = cells[0]?.length ?? 0
  const start = Array.from({ length: width }, () => 0).join()
  /** Sums of the columns that the rows before can have, and those that the rows behind can. */
  const before = [new Set([start])]
  for (const [y, options] of rows.entries()) before.push(addAll(before[y] ?? new Set(), options))
  const behind: Set<string>[] = [new Set([start])]
  for (const options of [...rows].reverse()) behind.unshift(addAll(behind[0] ?? new Set(), options))
  return rows.map((options, y) => {
    const seen = Array.from({ length: width }, () => new Set<number>())
    for (const values of options) {
      const isPossible = [...(before[y] ?? [])].some((above) =>
        [...(behind[y + 1] ?? [])].some((below) => {
          const sums = addUp(addUp(above, values), numbers(below)).split(',').map(Number)
          return sums.every((sum, x) => fits(columnTotals[x] ?? null, sum)) && fits(total, sumOf(sums))
        }),
      )
      if (isPossible) for (const [x, value] of values.entries()) seen[x]?.add(value)
    }
    return seen
  })
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const numbers = (text: string): readonly number[] => text.split(',').map(Number)
const addUp = (text: string, values: readonly number[]): string =>
  numbers(text)
    .map((sum, x) => sum + (values[x] ?? 0))
    .join()

function addAll(sums: ReadonlySet<string>, options: readonly (readonly number[])[]): Set<string> {
  return new Set([...sums].flatMap((sum) => options.map((values) => addUp(sum, values))))
}

function product(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return lists.reduce<readonly (readonly number[])[]>(
    (made, list) => made.flatMap((sofar) => list.map((value) => [...sofar, value])),
    [[]],
  )
}

function expectHidden(shown: ShownCount, values: ReadonlySet<number> | undefined): void {
  if (typeof shown === 'number') return
  if (shown === SMALL) expect([...(values ?? [])].sort()).toEqual([1, 2, 3, 4])
  else expect(values?.size ?? 0).toBeGreaterThanOrEqual(4)
}

describe('small cells', () => {
  it('of a list with its sum cannot be worked out', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 5 }), fc.boolean(), (counts, isTotalKnown) => {
        const shown = protectCounts(counts, isTotalKnown)
        if (isTotalKnown) expect(shown.total).toBe(sumOf(counts))
        if (shown.counts.every((each) => each === null)) return
        const [found = []] = solve(
          [shown.counts],
          [counts],
          [shown.total],
          // The columns of a list have no sums beside the cells themselves.
          shown.counts,
          shown.total,
        )
        shown.counts.forEach((each, x) => {
          expectHidden(each, found[x])
        })
        for (const each of [...shown.counts, ...(isTotalKnown ? [] : [shown.total])])
          expect([1, 2, 3, 4]).not.toContain(each)
      }),
      { numRuns: TABLES },
    )
  })

  it('of a table with its sums in both directions cannot be worked out', () => {
    const table = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
      .chain(([height, width]) =>
        fc.array(fc.array(count, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      )
    let hidden = 0
    let withheld = 0
    fc.assert(
      fc.property(table, (cells) => {
        const shown = protectTable({ cells })
        const all = [...shown.cells.flat(), ...shown.rowTotals, ...shown.columnTotals, shown.total]
        for (const each of all) expect([1, 2, 3, 4]).not.toContain(each)
        if (all.every((each) => each === null)) {
          withheld++
          return
        }
        if (all.includes(SMALL)) hidden++
        const found = solve(shown.cells, cells, shown.rowTotals, shown.columnTotals, shown.total)
        shown.cells.forEach((row, y) => {
          row.forEach((each, x) => {
            expectHidden(each, found[y]?.[x])
          })
        })
      }),
      { numRuns: TABLES },
    )
    // Hiding everything would prove nothing.
    expect(hidden).toBeGreaterThan(TABLES / 4)
    expect(withheld).toBeLessThan(TABLES / 2)
  })
})
