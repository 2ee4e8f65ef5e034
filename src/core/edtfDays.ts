/** The days an EDTF date may mean, and the one order of dates that everything sorts and compares by. */
import { daysInMonth } from './calendar.ts'
import type { Edtf, EdtfDate, EdtfEnd } from './edtf.ts'

/**
 * Inclusive days as YYYY-MM-DD (before the year 0 and after 9999 with the year as EDTF writes it, Y12345-01-01);
 * null where the text leaves an end open or unknown. Compare with {@link compareDays}, never as strings.
 */
export interface DaySpan {
  readonly earliest: string | null
  readonly latest: string | null
}

/** The days a date may mean; null for an interval that ends before it begins. */
export function spanOf(edtf: Edtf): DaySpan | null {
  if (edtf.kind === 'date') return { earliest: firstDay(edtf.date), latest: lastDay(edtf.date) }
  const earliest = endDay(edtf.from, firstDay)
  const latest = endDay(edtf.to, lastDay)
  if (earliest !== null && latest !== null && compareDays(earliest, latest) > 0) return null
  return { earliest, latest }
}

function endDay(end: EdtfEnd, day: (date: EdtfDate) => string): string | null {
  return typeof end === 'string' ? null : day(end)
}

/**
 * First and last month a date may lie in. A season covers its whole year: which months it means depends on the
 * hemisphere, and EDTF ties it to one year.
 */
function months(date: EdtfDate): readonly [number, number] {
  if (date.unit === 'quarter' && date.part !== undefined) return [date.part * 3 - 2, date.part * 3]
  if (date.month !== undefined) return [date.month, date.month]
  return [1, 12]
}

/** First and last year; before the year 0 the decade 201X runs from -2019 to -2010. */
function years({ unit, year }: EdtfDate): readonly [number, number] {
  const more = unit === 'century' ? 99 : unit === 'decade' ? 9 : 0
  return year < 0 ? [year - more, year] : [year, year + more]
}

function firstDay(date: EdtfDate): string {
  return dayText(years(date)[0], months(date)[0], date.day ?? 1)
}

function lastDay(date: EdtfDate): string {
  const year = years(date)[1]
  const month = months(date)[1]
  return dayText(year, month, date.day ?? daysInMonth(year, month))
}

const two = (n: number): string => String(n).padStart(2, '0')

function dayText(year: number, month: number, day: number): string {
  const sign = year < 0 ? '-' : ''
  const digits = String(Math.abs(year)).padStart(4, '0')
  return `${digits.length > 4 ? 'Y' : ''}${sign}${digits}-${two(month)}-${two(day)}`
}

const PLAIN_DAY = /^\d{4}-/
const FAR_DAY = /^Y?(-?)(\d+)(-\d{2}-\d{2})$/
const YEAR_DIGITS = 15

/**
 * A day of a {@link DaySpan} as a string that sorts by code unit. Common years stay as they are; "-" is before all
 * digits and "Y" after them.
 */
export function daySortKey(day: string): string {
  if (PLAIN_DAY.test(day)) return day
  const match = FAR_DAY.exec(day)
  if (!match) return day
  const [, sign, digits = '', rest = ''] = match
  if (sign === '') return `Y${digits.padStart(YEAR_DIGITS, '0')}${rest}`
  return `-${String(10 ** YEAR_DIGITS - Number(digits)).padStart(YEAR_DIGITS, '0')}${rest}`
}

/** Negative when day `a` comes before day `b`, positive when after. */
export function compareDays(a: string, b: string): number {
  const [x, y] = [daySortKey(a), daySortKey(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** A day of a {@link DaySpan} as EDTF. In years of more than four digits EDTF has no days, only the years. */
export function dayToEdtf(day: string): string {
  return day.startsWith('Y') ? day.slice(0, -'-01-01'.length) : day
}
