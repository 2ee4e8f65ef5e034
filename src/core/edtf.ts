/**
 * Dates as researchers know them: EDTF (Library of Congress, 4 February 2019; ISO 8601-2), levels 0 and 1, and
 * the quarters of level 2. Reads, validates and writes; what days a text may mean is in edtfDays.ts. Never
 * sharpens ("April 2017" is not 1 April).
 *
 * Understood: YYYY · YYYY-MM · YYYY-MM-DD · YYYY-MM-DDThh:mm:ss with Z or an offset · -YYYY · Y and five or more
 * digits · YYYY-SS (21–24 seasons, 33–36 quarters) · X for digits not known, from the right (201X, 20XX, 2004-XX,
 * 1985-04-XX, 1985-XX-XX) · a trailing ? ~ or % · intervals A/B, with `..` for an open end and nothing for an
 * unknown one. An interval without any date says nothing and is refused.
 */
import { daysInMonth } from './calendar.ts'
import { spanOf } from './edtfDays.ts'

/** Trailing qualifier of EDTF level 1: uncertain, approximate, or both. */
export type Qualifier = '' | '?' | '~' | '%'
export type EdtfUnit = 'day' | 'month' | 'quarter' | 'season' | 'year' | 'decade' | 'century'

/**
 * One date of a stated unit. `month` and `day` are 1-based; `part` is the season or quarter number 1–4. The year
 * of a decade or century is its number with noughts (201X → 2010).
 */
export interface EdtfDate {
  readonly unit: EdtfUnit
  readonly year: number
  readonly month?: number
  readonly day?: number
  readonly part?: number
  /** One month or day of the unit, not known which: 2004-XX, 1985-04-XX, 1985-XX-XX. */
  readonly some?: 'month' | 'day'
  /** Time of day as written, with its offset: kept, and never used to move the day. */
  readonly time?: string
  readonly qualifier: Qualifier
}

/** `open` is EDTF's `..`, `unknown` an empty end. */
export type EdtfEnd = EdtfDate | 'open' | 'unknown'
export type Edtf =
  | { readonly kind: 'date'; readonly date: EdtfDate }
  | { readonly kind: 'interval'; readonly from: EdtfEnd; readonly to: EdtfEnd }

const DATE = /^(-?\d{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)$/
const LONG_YEAR = /^Y(-?[1-9]\d{4,14})([?~%]?)$/
const MANY_YEARS = /^(-?\d{2})(\dX|XX)([?~%]?)$/
const WITH_TIME =
  /^(-?\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:[01]\d|2[0-3])(?::[0-5]\d)?)?)$/

/** Parses one EDTF string; null when it is not one of the forms above or names a day that does not exist. */
export function parseEdtf(text: string): Edtf | null {
  const slash = text.indexOf('/')
  if (slash < 0) {
    const date = parseDate(text) ?? parseTimed(text)
    return date && { kind: 'date', date }
  }
  const from = parseEnd(text.slice(0, slash))
  const to = parseEnd(text.slice(slash + 1))
  if (from === null || to === null) return null
  if (typeof from === 'string' && typeof to === 'string') return null
  const interval: Edtf = { kind: 'interval', from, to }
  return spanOf(interval) === null ? null : interval
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
  if (text.startsWith('-0000')) return null
  const match = DATE.exec(text)
  if (!match) return parseLongYear(text) ?? parseManyYears(text)
  const year = Number(match[1])
  const [, , second, third] = match
  const qualifier = qualifierOf(match[4])
  if (second === undefined) return { unit: 'year', year, qualifier }
  if (second === 'XX') {
    if (third !== undefined && third !== 'XX') return null
    return { unit: 'year', year, some: third === undefined ? 'month' : 'day', qualifier }
  }
  const month = Number(second)
  if (third === undefined) return ofYear(year, month, qualifier)
  if (month < 1 || month > 12) return null
  if (third === 'XX') return { unit: 'month', year, month, some: 'day', qualifier }
  const day = Number(third)
  if (day < 1 || day > daysInMonth(year, month)) return null
  return { unit: 'day', year, month, day, qualifier }
}

/** The part of a year that stands in the month's place: a month, a season, a quarter. */
function ofYear(year: number, part: number, qualifier: Qualifier): EdtfDate | null {
  if (part >= 1 && part <= 12) return { unit: 'month', year, month: part, qualifier }
  if (part >= 21 && part <= 24) return { unit: 'season', year, part: part - 20, qualifier }
  if (part >= 33 && part <= 36) return { unit: 'quarter', year, part: part - 32, qualifier }
  return null
}

function parseLongYear(text: string): EdtfDate | null {
  const match = LONG_YEAR.exec(text)
  return match && { unit: 'year', year: Number(match[1]), qualifier: qualifierOf(match[2]) }
}

function parseManyYears(text: string): EdtfDate | null {
  const match = MANY_YEARS.exec(text)
  if (!match) return null
  const [, head = '', tail = ''] = match
  const year = Number(head + tail.replaceAll('X', '0'))
  // -000X and -00XX reach over the year 0, which has no minus.
  if (year === 0 && head.startsWith('-')) return null
  return { unit: tail === 'XX' ? 'century' : 'decade', year, qualifier: qualifierOf(match[3]) }
}

/** Level 0 knows times of day, in single dates alone and without qualifiers. */
function parseTimed(text: string): EdtfDate | null {
  const match = WITH_TIME.exec(text)
  const date = match?.[1] === undefined ? null : parseDate(match[1])
  return date && match?.[2] !== undefined ? { ...date, time: match[2] } : null
}

function qualifierOf(text: string | undefined): Qualifier {
  return text === '?' || text === '~' || text === '%' ? text : ''
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

const two = (n: number): string => String(n).padStart(2, '0')

function formatDate(date: EdtfDate): string {
  return bareDate(date) + date.qualifier
}

function bareDate(date: EdtfDate): string {
  const year = formatYear(date.year)
  switch (date.unit) {
    case 'century':
      return `${year.slice(0, -2)}XX`
    case 'decade':
      return `${year.slice(0, -1)}X`
    case 'year':
      return year + (date.some === undefined ? '' : date.some === 'month' ? '-XX' : '-XX-XX')
    case 'season':
      return `${year}-${two((date.part ?? 1) + 20)}`
    case 'quarter':
      return `${year}-${two((date.part ?? 1) + 32)}`
    case 'month':
      return `${year}-${two(date.month ?? 1)}${date.some === undefined ? '' : '-XX'}`
    case 'day': {
      const day = `${year}-${two(date.month ?? 1)}-${two(date.day ?? 1)}`
      return date.time === undefined ? day : `${day}T${date.time}`
    }
  }
}

function formatYear(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`
  return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0')
}
