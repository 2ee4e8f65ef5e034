/**
 * A date as it stands in a cell → EDTF, or null. Guesses at spelling, never at order or precision: numbers whose
 * order nobody told us are not read, and a weekday that contradicts its date makes the cell unreadable.
 */
import { isEdtf, parseEdtf } from '../core/edtf.ts'
import { latinDigits } from '../core/typedDate/lexer.ts'
import { typedToEdtf } from '../core/typedDate.ts'
import type { DateOrder } from './importPlan.ts'

/** `edtf` reads what the log itself stores and dates with the month in words, nothing else. */
export type DateForm = DateOrder | 'edtf'

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const WEEKDAY = /^(sun|mon|tue|wed|thu|fri|sat)(?:[a-z]*day|s|rs|nes|ur)?\.?,?\s+/i
const CLOCK =
  /(?:\s*[-–,]\s+|[\sT]\s*)(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?\s*(?:am|pm)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i
const NUMERIC = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/
const MONTH_FIRST = /^(\d{1,2})[/.-](\d{4})$/
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})$/

const NUMBERS_ONLY = /^[\d\s./-]+$/
const DAY_IN_NUMBERS = /\d[./-]\d{1,2}[./-]\d/

const pad = (digits: string): string => digits.padStart(2, '0')

/** Reads one cell. `form` is absent when the file did not say how its dates are written. */
export function readDate(cell: string, form: DateForm | undefined): string | null {
  const text = latinDigits(cell.trim())
  if (isWithoutTime(text)) return text
  const range = text.split(/\s+(?:to|until|–|—)\s+/i)
  if (range.length === 2 && range[0] && range[1]) {
    const from = readPoint(range[0], form)
    const to = readPoint(range[1], form)
    if (from === null || to === null) return readWords(text)
    return isEdtf(`${from}/${to}`) ? `${from}/${to}` : null
  }
  return readPoint(text, form)
}

/** EDTF as it can stand in any field; a clock time behind a day is left off. */
function isWithoutTime(text: string): boolean {
  const edtf = parseEdtf(text)
  return edtf !== null && !(edtf.kind === 'date' && edtf.date.time !== undefined)
}

function readPoint(cell: string, form: DateForm | undefined): string | null {
  const weekday = WEEKDAY.exec(cell)
  const bare = cell
    .slice(weekday?.[0].length ?? 0)
    .replace(CLOCK, '')
    .trim()
  const date = isEdtf(bare) ? bare : (readNumeric(bare, form) ?? readWords(bare))
  if (date === null || !weekday) return date
  const parsed = parseEdtf(date)
  if (parsed?.kind !== 'date' || parsed.date.unit !== 'day') return null
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()
  return WEEKDAYS[day] === weekday[1]?.toLowerCase() ? date : null
}

function readNumeric(text: string, form: DateForm | undefined): string | null {
  const parts = NUMERIC.exec(text)
  if (parts) {
    const iso = fromParts([parts[1] ?? '', parts[3] ?? '', parts[4] ?? ''], form)
    return iso !== null && isEdtf(iso) ? iso : null
  }
  if (form === 'edtf') return null
  const yearFirst = YEAR_FIRST.exec(text)
  const monthFirst = form === 'dmy' || form === 'mdy' ? MONTH_FIRST.exec(text) : null
  const iso = yearFirst
    ? `${yearFirst[1]}-${pad(yearFirst[2] ?? '')}`
    : monthFirst && `${monthFirst[2]}-${pad(monthFirst[1] ?? '')}`
  // 2017-21 would be a season to EDTF; in a file of numbers it is a mistake.
  return iso && Number(iso.slice(5)) <= 12 && isEdtf(iso) ? iso : null
}

type Parts = readonly [string, string, string]

function fromParts(parts: Parts, form: DateForm | undefined): string | null {
  const [a, b, c] = parts
  // A year of four digits in front is year-month-day everywhere.
  if (a.length === 4) return c.length <= 2 ? `${a}-${pad(b)}-${pad(c)}` : null
  if (c.length !== 4 || a.length > 2) return null
  if (form === 'dmy') return `${c}-${pad(b)}-${pad(a)}`
  return form === 'mdy' ? `${c}-${pad(a)}-${pad(b)}` : null
}

/** Dates with a month in words. A column of numbers is read in one order or not at all, never cell by cell. */
function readWords(text: string): string | null {
  return NUMBERS_ONLY.test(text) || DAY_IN_NUMBERS.test(text) ? null : typedToEdtf(text)
}
