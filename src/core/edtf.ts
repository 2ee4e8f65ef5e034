/**
 * Dates as researchers know them: EDTF (ISO 8601-2), the levels Daybook stores. Reads, validates and gives the
 * earliest and latest day; never sharpens ("April 2017" is not 1 April).
 *
 * Understood: YYYY · YYYY-MM · YYYY-MM-DD · YYYY-SS (21–24 seasons, 33–36 quarters) · a trailing ? ~ or % ·
 * intervals A/B, with `..` for an open end and nothing for an unknown one.
 */

/** Trailing qualifier of EDTF level 1: uncertain, approximate, or both. */
export type Qualifier = '' | '?' | '~' | '%'
export type EdtfUnit = 'day' | 'month' | 'quarter' | 'season' | 'year'

/** One date of a stated unit. `month` and `day` are 1-based; `part` is the season or quarter number 1–4. */
export interface EdtfDate {
  readonly unit: EdtfUnit
  readonly year: number
  readonly month?: number
  readonly day?: number
  readonly part?: number
  readonly qualifier: Qualifier
}

/** `open` is EDTF's `..`, `unknown` an empty end. */
export type EdtfEnd = EdtfDate | 'open' | 'unknown'
export type Edtf =
  | { readonly kind: 'date'; readonly date: EdtfDate }
  | { readonly kind: 'interval'; readonly from: EdtfEnd; readonly to: EdtfEnd }

/** Inclusive days as YYYY-MM-DD; null where the text leaves an end open or unknown. */
export interface DaySpan {
  readonly earliest: string | null
  readonly latest: string | null
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)$/

/** Parses one EDTF string; null when it is not one of the forms above or names a day that does not exist. */
export function parseEdtf(text: string): Edtf | null {
  const slash = text.indexOf('/')
  if (slash < 0) {
    const date = parseDate(text)
    return date && { kind: 'date', date }
  }
  const from = parseEnd(text.slice(0, slash))
  const to = parseEnd(text.slice(slash + 1))
  if (from === null || to === null) return null
  if (typeof from === 'string' && typeof to === 'string') return null
  const first = typeof from === 'string' ? null : firstDay(from)
  const last = typeof to === 'string' ? null : lastDay(to)
  if (first !== null && last !== null && first > last) return null
  return { kind: 'interval', from, to }
}

export function isEdtf(text: string): boolean {
  return parseEdtf(text) !== null
}

function parseEnd(text: string): EdtfEnd | null {
  if (text === '..') return 'open'
  if (text === '') return 'unknown'
  return parseDate(text)
}

function parseDate(text: string): EdtfDate | null {
  const match = DATE.exec(text)
  if (!match) return null
  const year = Number(match[1])
  const qualifier = (match[4] ?? '') as Qualifier
  if (match[2] === undefined) return { unit: 'year', year, qualifier }
  const second = Number(match[2])
  if (match[3] === undefined) {
    if (second >= 1 && second <= 12) return { unit: 'month', year, month: second, qualifier }
    if (second >= 21 && second <= 24) return { unit: 'season', year, part: second - 20, qualifier }
    if (second >= 33 && second <= 36) return { unit: 'quarter', year, part: second - 32, qualifier }
    return null
  }
  const day = Number(match[3])
  if (second < 1 || second > 12 || day < 1 || day > daysInMonth(year, second)) return null
  return { unit: 'day', year, month: second, day, qualifier }
}

/** Gregorian length of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

const two = (n: number): string => String(n).padStart(2, '0')
const four = (n: number): string => String(n).padStart(4, '0')

/** First and last month a date may lie in. Seasons are taken for either hemisphere, so they cover the year. */
function months(date: EdtfDate): readonly [number, number] {
  if (date.unit === 'quarter' && date.part !== undefined) return [date.part * 3 - 2, date.part * 3]
  if (date.month !== undefined) return [date.month, date.month]
  return [1, 12]
}

function firstDay(date: EdtfDate): string {
  return `${four(date.year)}-${two(months(date)[0])}-${two(date.day ?? 1)}`
}

function lastDay(date: EdtfDate): string {
  const month = months(date)[1]
  return `${four(date.year)}-${two(month)}-${two(date.day ?? daysInMonth(date.year, month))}`
}

/** The days a text may mean. Open and unknown ends are null, so that sorting can put them first or last. */
export function edtfSpan(text: string): DaySpan | null {
  const edtf = parseEdtf(text)
  if (!edtf) return null
  if (edtf.kind === 'date') return { earliest: firstDay(edtf.date), latest: lastDay(edtf.date) }
  return {
    earliest: typeof edtf.from === 'string' ? null : firstDay(edtf.from),
    latest: typeof edtf.to === 'string' ? null : lastDay(edtf.to),
  }
}

/** Do two spans share a day? An open end reaches everywhere. */
export function spansOverlap(a: DaySpan, b: DaySpan): boolean {
  const startsBeforeEnd = (x: DaySpan, y: DaySpan) =>
    x.earliest === null || y.latest === null || x.earliest <= y.latest
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a)
}

/** Back to text: the inverse of {@link parseEdtf} for everything it accepts. */
export function formatEdtf(edtf: Edtf): string {
  if (edtf.kind === 'date') return formatDate(edtf.date)
  return `${formatEnd(edtf.from)}/${formatEnd(edtf.to)}`
}

function formatEnd(end: EdtfEnd): string {
  if (end === 'open') return '..'
  return end === 'unknown' ? '' : formatDate(end)
}

function formatDate(date: EdtfDate): string {
  const year = four(date.year)
  switch (date.unit) {
    case 'year':
      return year + date.qualifier
    case 'season':
      return `${year}-${two((date.part ?? 1) + 20)}${date.qualifier}`
    case 'quarter':
      return `${year}-${two((date.part ?? 1) + 32)}${date.qualifier}`
    case 'month':
      return `${year}-${two(date.month ?? 1)}${date.qualifier}`
    case 'day':
      return `${year}-${two(date.month ?? 1)}-${two(date.day ?? 1)}${date.qualifier}`
  }
}
