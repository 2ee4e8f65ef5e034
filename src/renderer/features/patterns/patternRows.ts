/** The rows of one panel, in the order they are shown. Pure. */
import type { Breakdown, Tally } from '../../../core/views/breakdown.ts'
import { SEASONS } from '../../../core/views/dateKeys.ts'
import { OTHER_CODES } from '../../../core/views/foldCodes.ts'
import { latestMonths, type PeriodRow, periodRows } from '../../../core/views/periodRows.ts'
import type { SourceShift } from '../../../core/views/sourceShifts.ts'
import { type Measure, valueIn } from './measures.ts'
import type { Dimension, Patterns } from './usePatterns.ts'

export interface PatternRow {
  readonly key: string
  readonly tally: Tally
  readonly shift: SourceShift | null
}

export interface TimeRows {
  readonly dimension: 'month' | 'year'
  readonly counted: Breakdown
  /** Null where there are too many to stand side by side: then those with most come first. */
  readonly periods: readonly PeriodRow[] | null
  /** Incidents in months before the first that is shown. */
  readonly earlier: number
}

/** More periods than these are not told apart. */
export const MOST_MONTHS = 180
const MOST_YEARS = 150

/** Months and years from the first to the last; the latest months where they would be too many. */
export function timeRows({ month, year }: Patterns): readonly TimeRows[] {
  return [
    ...(month === undefined
      ? []
      : [{ dimension: 'month' as const, counted: month, ...latestMonths(month.rows, MOST_MONTHS) }]),
    ...(year === undefined
      ? []
      : [
          {
            dimension: 'year' as const,
            counted: year,
            periods: periodRows(year.rows, 1, MOST_YEARS),
            earlier: 0,
          },
        ]),
  ]
}

/** The most first; seasons and dates in their own order. */
export function patternRows(
  dimension: Dimension,
  { rows }: Breakdown,
  measure: Measure,
): readonly PatternRow[] {
  const all = rows
    .filter(({ key }) => key !== OTHER_CODES)
    .map(({ key, ...tally }) => ({ key, tally, shift: null }))
  if (dimension === 'season') return all.toSorted((a, b) => seasonPlace(a.key) - seasonPlace(b.key))
  const of = ({ tally }: PatternRow) => valueIn(tally, measure)
  return all.toSorted(
    (a, b) =>
      of(b).best - of(a).best ||
      of(b).high - of(a).high ||
      b.tally.incidents - a.tally.incidents ||
      (a.key < b.key ? -1 : 1),
  )
}

const SEASON_ORDER: readonly string[] = SEASONS
const seasonPlace = (key: string): number => SEASON_ORDER.indexOf(key)
