/** What holds of disclosure control for all rows: classes that are left are large, and nothing hangs on order or ids. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallClasses } from '../../src/core/disclosure/applyDisclosure.ts'
import {
  COARSENING_DIMENSIONS,
  COARSENING_STEPS,
  type Coarsening,
} from '../../src/core/disclosure/coarsening.ts'
import { coarserRow } from '../../src/core/disclosure/coarserRow.ts'
import { compareWithLedger, readLedger } from '../../src/core/disclosure/earlierReleases.ts'
import { rowsToLeaveOut } from '../../src/core/disclosure/mendLinks.ts'
import type { QuasiRow } from '../../src/core/disclosure/quasiRow.ts'
import { shownClasses, valuesText } from '../../src/core/disclosure/shownClasses.ts'
import { suggestCoarsening } from '../../src/core/disclosure/suggestCoarsening.ts'
import { quasiRows, RULE } from '../support/quasiRows.ts'

const coarsening: fc.Arbitrary<Coarsening> = fc.record(
  {
    date: fc.constantFrom(...COARSENING_STEPS.date),
    place: fc.constantFrom(...COARSENING_STEPS.place),
    count: fc.constantFrom(...COARSENING_STEPS.count),
    category: fc.constantFrom(...COARSENING_STEPS.category),
    age: fc.constantFrom(...COARSENING_STEPS.age),
  },
  { requiredKeys: [] },
)

const keptOf = (rows: readonly QuasiRow[]): QuasiRow[] => {
  const { small } = smallClasses(rows, RULE, true)
  return rows.filter(({ id }) => !small.has(id))
}

/** Counted the plain way, beside the code that is tested. */
function expectSafe(rows: readonly QuasiRow[]): void {
  for (const alike of Map.groupBy(rows, valuesText).values())
    expect(alike.length).toBeGreaterThanOrEqual(RULE.k)
  const category = (row: QuasiRow) => JSON.stringify([...row.category].sort())
  if (new Set(rows.map(category)).size < 2) return
  const others = Map.groupBy(rows, (row) => valuesText({ ...row, category: [] }))
  for (const alike of others.values())
    expect(new Set(alike.map(category)).size).toBeGreaterThanOrEqual(RULE.l)
}

describe('leaving out', () => {
  it('leaves no class under k or l, and changes nothing the second time', () => {
    fc.assert(
      fc.property(quasiRows, (rows) => {
        const kept = keptOf(rows)
        expectSafe(kept)
        expect(keptOf(kept)).toEqual(kept)
      }),
      { numRuns: 500 },
    )
  })

  it('leaves out rows by what they show, whatever their order and ids', () => {
    fc.assert(
      fc.property(quasiRows, (rows) => {
        const turned = [...rows].reverse().map((row, at) => ({ ...row, id: `z${at}` }))
        const shown = (list: readonly QuasiRow[]) => list.map(valuesText).sort()
        expect(shown(keptOf(turned))).toEqual(shown(keptOf(rows)))
        expect(suggestCoarsening(turned, RULE)).toEqual(suggestCoarsening(rows, RULE))
      }),
      { numRuns: 60 },
    )
  })
})

describe('coarsening', () => {
  it('does nothing the second time, and no tighter step shows more', () => {
    fc.assert(
      fc.property(quasiRows, coarsening, coarsening, (rows, a, b) => {
        for (const row of rows) {
          const once = coarserRow(row, a)
          expect(coarserRow(once, a)).toEqual(once)
          const tighter = tighterOf(a, b)
          expect(valuesText(coarserRow(once, tighter))).toBe(valuesText(coarserRow(row, tighter)))
        }
      }),
    )
  })

  it('keeps as many rows as its suggestion says', () => {
    fc.assert(
      fc.property(quasiRows, (rows) => {
        for (const { coarsen, rowsKept, rowsLeftOut } of suggestCoarsening(rows, RULE).options) {
          const kept = keptOf(rows.map((row) => coarserRow(row, coarsen)))
          expect(kept).toHaveLength(rowsKept)
          expect(rowsLeftOut).toBe(rows.length - rowsKept)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('finds a way to keep all rows when there are k of them', () => {
    fc.assert(
      fc.property(quasiRows, (rows) => {
        fc.pre(rows.length >= RULE.k)
        const best = Math.max(...suggestCoarsening(rows, RULE).options.map(({ rowsKept }) => rowsKept))
        expect(best).toBe(rows.length)
      }),
      { numRuns: 60 },
    )
  })
})

/** The tighter step of each dimension. */
function tighterOf(a: Coarsening, b: Coarsening): Coarsening {
  const steps = COARSENING_DIMENSIONS.flatMap((dimension) => {
    const ladder: readonly string[] = COARSENING_STEPS[dimension]
    const step = Math.max(ladder.indexOf(a[dimension] ?? ''), ladder.indexOf(b[dimension] ?? ''))
    return step < 0 ? [] : [[dimension, ladder[step]]]
  })
  return Object.fromEntries(steps) as Coarsening
}

describe('earlier releases', () => {
  const subset = (rows: readonly QuasiRow[], bits: number) => rows.filter((_, at) => (bits >>> (at % 31)) & 1)

  it('give nothing away once the rows they ask for are left out', () => {
    fc.assert(
      fc.property(quasiRows, coarsening, fc.nat(), fc.nat(), (rows, finer, first, second) => {
        const before = keptOf(subset(rows, first).map((row) => coarserRow(row, finer)))
        const now = keptOf(subset(rows, second))
        const ledger = readLedger([{ id: 'release', classes: shownClasses(before) }])
        const { kept, leaveOut } = rowsToLeaveOut(now, ledger, RULE)
        expect(compareWithLedger(kept, ledger, RULE.k)).toEqual([])
        expectSafe(kept)
        const out = new Set(leaveOut)
        expect(kept.every(({ id }) => !out.has(id))).toBe(true)
        if (kept.length > 0) expectDifferences(before, kept)
      }),
      { numRuns: 300 },
    )
  })

  /** Every class of one brief meets the other wholly, not at all, or in k rows that are missing there. */
  function expectDifferences(before: readonly QuasiRow[], now: readonly QuasiRow[]): void {
    for (const [here, there] of [
      [before, now],
      [now, before],
    ] as const) {
      const ids = new Set(there.map(({ id }) => id))
      for (const alike of Map.groupBy(here, valuesText).values()) {
        const left = alike.filter(({ id }) => !ids.has(id)).length
        expect(left === 0 || left === alike.length || left >= RULE.k).toBe(true)
      }
    }
  }
})
