/** The periods that pictures count by: of the calendar, so that a table can name them. */
import { civilDay, dayNumber, dayText } from './dayNumbers.ts'

/** A number is so many years, a power of ten. */
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | number

/** From the finest; with the fewest days that one has. */
const UNITS: readonly (readonly [unit: PeriodUnit, days: number])[] = [
  ['day', 1],
  ['week', 7],
  ['month', 28],
  ['quarter', 90],
  [1, 365],
  [10, 3652],
  [100, 36_524],
  [1000, 365_242],
]

/** The finest unit of which each period has at least so many days. */
export function unitOf(days: number): PeriodUnit {
  return UNITS.find(([, least]) => least >= days)?.[0] ?? 1000
}

/** A Monday. */
const FIRST_MONDAY = 4

/** The first day of the period that a day lies in. */
export function periodStart(day: number, unit: PeriodUnit): number {
  if (unit === 'day') return Math.floor(day)
  if (unit === 'week') return Math.floor((day - FIRST_MONDAY) / 7) * 7 + FIRST_MONDAY
  const { year, month } = civilDay(day)
  if (unit === 'month') return dayNumber(year, month, 1)
  if (unit === 'quarter') return dayNumber(year, Math.floor((month - 1) / 3) * 3 + 1, 1)
  return dayNumber(Math.floor(year / unit) * unit, 1, 1)
}

/** The first day of the period after the one that begins on `start`. */
export function nextPeriod(start: number, unit: PeriodUnit): number {
  if (unit === 'day') return start + 1
  if (unit === 'week') return start + 7
  const { year, month } = civilDay(start)
  if (typeof unit === 'number') return dayNumber(year + unit, 1, 1)
  const next = month + (unit === 'month' ? 1 : 3)
  return next > 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, next, 1)
}

/** The beginnings of the periods that cover these days, and the end of the last one. */
export function periodEdges(from: number, to: number, unit: PeriodUnit): Float64Array {
  const edges = [periodStart(from, unit)]
  let at = edges[0] ?? 0
  do {
    at = nextPeriod(at, unit)
    edges.push(at)
  } while (at < to)
  return Float64Array.from(edges)
}

/** The period that begins on a day, as EDTF; an interval of days for weeks and long times. */
export function periodText(start: number, unit: PeriodUnit): string {
  const first = dayText(start) ?? ''
  if (unit === 'day') return first
  const last = dayText(nextPeriod(start, unit) - 1) ?? '..'
  const year = first.slice(0, -6)
  if (unit === 'month') return first.slice(0, -3)
  if (unit === 'quarter') return `${year}-${32 + Math.ceil(civilDay(start).month / 3)}`
  if (unit === 1) return year
  return unit === 'week' ? `${first}/${last}` : `${year}/${last === '..' ? last : last.slice(0, -6)}`
}
