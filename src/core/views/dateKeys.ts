/** The month, season or year that an incident lies in; null across several. A date is never shared out between them. */

import type { DateSpans } from './dateSpans.ts'
import { civilDay } from './dayNumbers.ts'
import { type PeriodUnit, periodStart, periodText } from './periods.ts'

type DateKeysOf = (record: unknown, row: number) => readonly string[] | null

const NONE: readonly string[] = []

function keysIn(spans: DateSpans, unit: PeriodUnit, keyOf: (start: number) => string): DateKeysOf {
  const known = new Map<number, readonly string[]>()
  return (_, row) => {
    const [from, to] = [spans.from[row] ?? Number.NaN, spans.to[row] ?? Number.NaN]
    if (Number.isNaN(from)) return NONE
    if (!Number.isFinite(from) || !Number.isFinite(to)) return null
    const start = periodStart(from, unit)
    if (periodStart(to - 1, unit) !== start) return null
    let keys = known.get(start)
    if (keys === undefined) {
      keys = [keyOf(start)]
      known.set(start, keys)
    }
    return keys
  }
}

/** `2017-04`. */
export const monthKeysOf = (spans: DateSpans): DateKeysOf =>
  keysIn(spans, 'month', (start) => periodText(start, 'month'))

/** `2017`. */
export const yearKeysOf = (spans: DateSpans): DateKeysOf => keysIn(spans, 1, (start) => periodText(start, 1))

/**
 * Three months of any year, by their numbers: which season they are depends on the hemisphere, so they are called by
 * their months. A date that says only "spring" is across several, as everywhere.
 */
export const SEASONS = ['12-02', '03-05', '06-08', '09-11'] as const
export type Season = (typeof SEASONS)[number]

export function seasonKeysOf(spans: DateSpans): DateKeysOf {
  return (_, row) => {
    const [from, to] = [spans.from[row] ?? Number.NaN, spans.to[row] ?? Number.NaN]
    if (Number.isNaN(from)) return NONE
    if (!Number.isFinite(from) || !Number.isFinite(to)) return null
    const [first, last] = [seasonOf(from), seasonOf(to - 1)]
    return first === last ? [SEASONS[((first % 4) + 4) % 4] ?? ''] : null
  }
}

/** Seasons are counted on from year to year, so that two winters are not one. */
function seasonOf(day: number): number {
  const { year, month } = civilDay(day)
  return year * 4 + Math.floor((month % 12) / 3) + (month === 12 ? 4 : 0)
}
