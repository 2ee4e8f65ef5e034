/** Numbers joined by dots, slashes or hyphens, and what they can be: a date, two years, a range, nothing sure. */
import type { DateRefusal, Lexeme } from './lexeme.ts'

const refused = (reason: DateRefusal): Lexeme => ({ kind: 'refused', reason })

/**
 * The meaning of digits and signs without blanks between them, "1.4.2017" or "1-3.04.2017". Order is never guessed:
 * day first with dots, as everywhere; with slashes and hyphens only where one number can be nothing but the day.
 */
export function readChunk(chunk: string): readonly Lexeme[] {
  const signs = new Set(chunk.replace(/\d/g, ''))
  if (signs.size === 0) return [readNumber(chunk)]
  const [sign = ''] = signs
  if (signs.size > 1) return readJoined(chunk, signs)
  const parts = chunk.split(sign)
  if (parts.length === 2) return readTwo(parts[0] ?? '', parts[1] ?? '', sign)
  if (parts.length === 3) return [readThree([parts[0] ?? '', parts[1] ?? '', parts[2] ?? ''], sign)]
  return [refused('not-a-date')]
}

function readNumber(digits: string): Lexeme {
  if (digits.length === 4) return yearOf(digits)
  return digits.length <= 2 ? { kind: 'number', value: Number(digits) } : refused('not-a-date')
}

/** Years before this are not typed into a log of our time: what looks like one is another calendar or a slip. */
const FIRST_YEAR = 1500
const LAST_YEAR = 2199
/** The Hijri year counted by the moon and the one counted by the sun are both in here, for two centuries. */
export const isHijriYear = (year: number): boolean => year >= 1200 && year < FIRST_YEAR

function yearOf(digits: string): Lexeme {
  const value = Number(digits)
  if (isHijriYear(value)) return refused('hijri-calendar')
  return value < FIRST_YEAR || value > LAST_YEAR ? refused('not-a-date') : { kind: 'year', value }
}

/** Two kinds of sign: the one that stands once, a hyphen or a slash, is between two dates. */
function readJoined(chunk: string, signs: ReadonlySet<string>): readonly Lexeme[] {
  const joints = ['-', '/'].filter((sign) => signs.has(sign) && chunk.split(sign).length === 2)
  const [joint = ''] = joints
  if (joints.length !== 1) return [refused('not-a-date')]
  const ends = chunk.split(joint)
  const to: Lexeme = { kind: 'to', sign: joint === '-' ? 'dash' : 'slash', isTight: true }
  return [...readChunk(ends[0] ?? ''), to, ...readChunk(ends[1] ?? '')]
}

function readTwo(a: string, b: string, sign: string): readonly Lexeme[] {
  const isSlash = sign === '/'
  if (a.length === 4 && b.length === 4 && sign !== '.') {
    return [readNumber(a), { kind: 'to', sign: isSlash ? 'slash' : 'dash', isTight: true }, readNumber(b)]
  }
  if (a.length === 4 && b.length <= 2) return [yearFirst(a, b, isSlash)]
  if (a.length <= 2 && b.length === 4) return [monthOf(b, a)]
  if (a.length > 2 || b.length > 2) return [refused('not-a-date')]
  // Of two short numbers only dots make a day and a month.
  if (sign === '.') return [dayOf(undefined, b, a)]
  const to: Lexeme = { kind: 'to', sign: isSlash ? 'slash' : 'dash', isTight: true }
  return [readNumber(a), to, readNumber(b)]
}

/** 2017-04 is a month; 2016-17 and 2016/17 are two years, which only a season can span without guessing. */
function yearFirst(a: string, b: string, isSlash: boolean): Lexeme {
  const year = yearOf(a)
  if (year.kind !== 'year') return year
  const isPair = b.length === 2 && Number(b) === (year.value + 1) % 100
  const isMonth = Number(b) >= 1 && Number(b) <= 12
  if (isPair) return { kind: 'yearPair', value: year.value, isSlash, ...(isMonth && { month: Number(b) }) }
  if (isMonth) return monthOf(a, b)
  return refused(Number(b) === 0 ? 'impossible-day' : 'two-digit-year')
}

function monthOf(yearDigits: string, monthDigits: string): Lexeme {
  const year = yearOf(yearDigits)
  if (year.kind !== 'year') return year
  const month = Number(monthDigits)
  return month >= 1 && month <= 12 ? { kind: 'numbers', year: year.value, month } : refused('impossible-day')
}

function dayOf(year: number | undefined, monthDigits: string, dayDigits: string): Lexeme {
  const [month, day] = [Number(monthDigits), Number(dayDigits)]
  if (month < 1 || month > 12 || day < 1 || day > 31) return refused('impossible-day')
  return { kind: 'numbers', month, day, ...(year !== undefined && { year }) }
}

function readThree([a, b, c]: readonly [string, string, string], sign: string): Lexeme {
  if (b.length > 2) return refused('not-a-date')
  if (a.length === 4 && c.length <= 2) {
    const year = yearOf(a)
    return year.kind === 'year' ? dayOf(year.value, b, c) : year
  }
  if (a.length > 2) return refused('not-a-date')
  if (c.length <= 2) return refused('two-digit-year')
  if (c.length !== 4) return refused('not-a-date')
  const year = yearOf(c)
  if (year.kind !== 'year') return year
  const [first, second] = [Number(a), Number(b)]
  if (sign === '.' || first === second || (first > 12 && second <= 12)) return dayOf(year.value, b, a)
  if (second > 12 && first <= 12) return dayOf(year.value, a, b)
  return refused(first > 12 ? 'impossible-day' : 'ambiguous-order')
}
