/** Counts by month or year as a list without gaps: a month of which nobody reported anything is a month too. */
import type { KeyTally, Tally } from './breakdown.ts'
import { dateSpan } from './dateSpans.ts'
import { civilDay, dayNumber } from './dayNumbers.ts'
import { nextPeriod, periodText } from './periods.ts'
import { type SourceShift, sourceShifts } from './sourceShifts.ts'

export interface PeriodRow {
  /** EDTF. */
  readonly period: string
  readonly tally: Tally
  readonly shift: SourceShift | null
}

const NOBODY = { low: 0, best: 0, isEstimated: true, high: 0, isOpen: false, incidents: 0 }
const NOTHING: Tally = {
  incidents: 0,
  items: 0,
  sources: 0,
  persons: { killed: NOBODY, injured: NOBODY, detained: NOBODY, missing: NOBODY },
}

/**
 * The periods from the first to the last of these, in order; null when they are more than `most`.
 * @param rows of a breakdown by `unit`, their keys EDTF months or years.
 */
export function periodRows(
  rows: readonly KeyTally[],
  unit: 'month' | 1,
  most: number,
): readonly PeriodRow[] | null {
  const byStart = new Map(rows.map((row) => [startOf(row), row]))
  const starts = [...byStart.keys()]
  const last = Math.max(...starts)
  const tallies: Tally[] = []
  const periods: string[] = []
  for (let start = Math.min(...starts); start <= last; start = nextPeriod(start, unit)) {
    if (periods.length === most) return null
    tallies.push(byStart.get(start) ?? NOTHING)
    periods.push(periodText(start, unit))
  }
  const shifts = sourceShifts(tallies)
  return periods.map((period, at) => ({ period, tally: tallies[at] ?? NOTHING, shift: shifts[at] ?? null }))
}

const startOf = ({ key }: KeyTally): number => dateSpan(key)?.from ?? 0

export interface LatestMonths {
  readonly periods: readonly PeriodRow[]
  /** Incidents in months before those. */
  readonly earlier: number
}

/**
 * The months up to the last of these, in order, and at most so many of them: what is shown when there are more.
 * @param rows of a breakdown by month.
 */
export function latestMonths(rows: readonly KeyTally[], most: number): LatestMonths {
  const { year, month } = civilDay(Math.max(...rows.map(startOf)))
  // Months count from 0 here, so that they can be counted back over years.
  const first = year * 12 + month - most
  const firstYear = Math.floor(first / 12)
  const from = dayNumber(firstYear, first - firstYear * 12 + 1, 1)
  const before = rows.filter((row) => startOf(row) < from)
  const shown = rows.filter((row) => startOf(row) >= from)
  return {
    periods: periodRows(shown, 'month', most) ?? [],
    earlier: before.reduce((sum, { incidents }) => sum + incidents, 0),
  }
}
