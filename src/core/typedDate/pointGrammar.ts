/**
 * One date of a typed text: "about early April 2017?". What it says may be partial, since "1–3 April 2017" gives the
 * month and year once for both ends.
 */
import { daysInMonth, weekdayOf } from '../calendar.ts'
import type { EdtfDate, EdtfUnit, Qualifier } from '../edtf.ts'
import type { DateRefusal, Lexeme } from './lexeme.ts'
import { type LexemeReader, refuse } from './lexemeReader.ts'

/** What one end says. `isPair`: 2016/17, a season over two years. */
export interface Point {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly season?: number
  readonly quarter?: number
  readonly isDecade?: boolean
  readonly isPair?: boolean
  readonly weekday?: number
  readonly isAbout: boolean
  readonly isUncertain: boolean
  /** "Early", "end of": true of a part of the unit only. */
  readonly isPart: boolean
}

type Said = Omit<Point, 'isAbout' | 'isUncertain' | 'isPart'>

/** Letters that stand for a lexeme in the patterns below. */
function letterOf(lexeme: Lexeme): string | null {
  switch (lexeme.kind) {
    case 'number':
      return 'n'
    case 'ordinal':
      return lexeme.value === 'last' ? null : lexeme.isDigits ? 'n' : 'o'
    case 'year':
      return 'y'
    case 'decade':
      return 'D'
    case 'yearPair':
      return 'P'
    case 'numbers':
      return lexeme.year === undefined ? 'd' : 'N'
    case 'month':
      return 'm'
    case 'season':
      return 's'
    case 'quarter':
      return 'q'
    default:
      return null
  }
}

/** Orders in which the pieces of a date are said, in any of the languages. Any other order is refused. */
const ORDERS = new Set(
  'y D N d m n my ym nmy mny ymn nm mn ny s sy ys sP Ps sD qn qo nq oq qny qoy nqy oqy yqn yqo ynq yoq dy omy om'.split(
    ' ',
  ),
)

/** Reads one date at the reader's place. Refuses by throwing; see {@link refuse}. */
export function readPoint(reader: LexemeReader): Point {
  const marks = { isAbout: false, isUncertain: false, isPart: false }
  let weekday: number | undefined
  const said: Lexeme[] = []
  let order = ''
  for (;;) {
    const lexeme = reader.peek()
    if (!lexeme) break
    if (lexeme.kind === 'comma') reader.next()
    else if (lexeme.kind === 'about') marks.isAbout = reader.take()
    else if (lexeme.kind === 'uncertain') marks.isUncertain = reader.take()
    else if (isPartAt(reader)) marks.isPart = true
    else if (lexeme.kind === 'weekday' && weekday === undefined) {
      weekday = lexeme.value
      reader.next()
    } else if (lexeme.kind === 'from' && !lexeme.isStrong && (order !== '' || marks.isPart)) {
      // "Of": the first of April, the second quarter of 2017.
      reader.next()
    } else if (isJoint(reader, order)) reader.next()
    else {
      const letter = letterOf(lexeme)
      if (letter === null) break
      order += letter
      said.push(lexeme)
      reader.next()
    }
  }
  if (order === '') refuse('not-a-date')
  return { ...meaningOf(dropSameMonth(order, said)), ...marks, ...(weekday !== undefined && { weekday }) }
}

/** "Early", "mid-", "early to mid", "first half of": takes it when it is there. */
function isPartAt(reader: LexemeReader): boolean {
  const [first, second] = [reader.peek(), reader.peek(1)]
  const isPair =
    (first?.kind === 'ordinal' && second?.kind === 'partUnit') ||
    (first?.kind === 'partUnit' && second?.kind === 'ordinal')
  if (!isPair && first?.kind !== 'part') return false
  reader.skip(isPair ? 2 : 1)
  const [sign, after] = [reader.peek(), reader.peek(1)]
  // A hyphen in "mid-2017" and the word between "early" and "mid" join, they make no range.
  if (sign?.kind === 'to' && (after?.kind === 'part' || (sign.sign === 'dash' && sign.isTight))) reader.next()
  return true
}

/** The hyphens of "01-Apr-2017" and "Apr-2017", the slash between two names of one month. */
function isJoint(reader: LexemeReader, order: string): boolean {
  const sign = reader.peek()
  if (sign?.kind !== 'to' || sign.sign === 'word' || !sign.isTight) return false
  const [before, after, next, last] = [reader.peek(-1), reader.peek(1), reader.peek(2), reader.peek(3)]
  if (before?.kind === 'month' && after?.kind === 'month') return before.value === after.value
  if (after?.kind === 'quarter') return order === 'y'
  if (before?.kind === 'month') return after?.kind === 'year' || (order === 'ym' && after?.kind === 'number')
  if (after?.kind !== 'month') return false
  const isDayFirst = before?.kind === 'number' && next?.kind === 'to' && next.isTight && last?.kind === 'year'
  return order === 'y' || isDayFirst
}

/** "نيسان/أبريل", "нояб. (ноябрь)": one month named twice. */
function dropSameMonth(order: string, said: readonly Lexeme[]): readonly Lexeme[] {
  const twice = order.indexOf('mm')
  const [first, second] = [said[twice], said[twice + 1]]
  const isSame = first?.kind === 'month' && second?.kind === 'month' && first.value === second.value
  return isSame ? said.toSpliced(twice, 1) : said
}

function meaningOf(said: readonly Lexeme[]): Said {
  const order = said.map(letterOf).join('')
  if (!ORDERS.has(order)) refuse(whyUnordered(order))
  const is: { -readonly [K in keyof Said]: Said[K] } = {}
  for (const lexeme of said) {
    switch (lexeme.kind) {
      case 'number':
      case 'ordinal':
        if (order.includes('q')) is.quarter = Number(lexeme.value)
        else is.day = Number(lexeme.value)
        break
      case 'year':
        is.year = lexeme.value
        break
      case 'decade':
        if (order !== 'D') refuse('not-a-date')
        is.year = lexeme.value
        is.isDecade = true
        break
      case 'yearPair':
        is.year = lexeme.value
        is.isPair = true
        break
      case 'numbers':
        is.month = lexeme.month
        if (lexeme.year !== undefined) is.year = lexeme.year
        if (lexeme.day !== undefined) is.day = lexeme.day
        break
      case 'month':
        is.month = lexeme.value
        break
      case 'season':
        is.season = lexeme.value
        break
    }
  }
  if (is.quarter !== undefined && (is.quarter < 1 || is.quarter > 4)) refuse('not-a-date')
  // Winter, and summer south of the equator, reach over a new year; spring and autumn do not.
  if (is.isPair && is.season !== 2 && is.season !== 4) refuse('two-digit-year')
  return is
}

function whyUnordered(order: string): DateRefusal {
  return order === 'nmn' || order === 'mnn' || order.endsWith('P') ? 'two-digit-year' : 'not-a-date'
}

/** The EDTF date of a point that is whole. Refuses one without a year and a day that does not exist. */
export function dateOf(point: Point): EdtfDate {
  const { year, month, day, season, quarter, isAbout, isUncertain } = point
  if (year === undefined) refuse(month === undefined && !season && !quarter ? 'not-a-date' : 'no-year')
  const qualifier: Qualifier = isAbout ? (isUncertain ? '%' : '~') : isUncertain ? '?' : ''
  const unit = unitOf(point)
  if (unit !== 'day' && point.weekday !== undefined) refuse('not-a-date')
  // No sign says "early on 1 April".
  if (unit === 'day' && point.isPart) refuse('not-a-date')
  const base = { unit, year, qualifier }
  if (unit === 'season') return { ...base, part: season ?? 1 }
  if (unit === 'quarter') return { ...base, part: quarter ?? 1 }
  if (month === undefined) {
    if (day !== undefined) refuse('not-a-date')
    return base
  }
  if (day === undefined) return { ...base, month }
  if (day < 1 || day > daysInMonth(year, month)) refuse('impossible-day')
  const isOtherDay = point.weekday !== undefined && point.weekday !== weekdayOf(year, month, day)
  if (isOtherDay) refuse('wrong-weekday')
  return { ...base, month, day }
}

function unitOf({ month, day, season, quarter, isDecade }: Point): EdtfUnit {
  if (season !== undefined) return 'season'
  if (quarter !== undefined) return 'quarter'
  if (isDecade) return 'decade'
  return day !== undefined ? 'day' : month !== undefined ? 'month' : 'year'
}
