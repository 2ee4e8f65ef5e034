/**
 * What a person types for a date, turned into EDTF, or the reason why not: words of English, Russian, Arabic, Spanish
 * and French, and numbers. Kept apart from the stored form: here we guess at spelling, never at precision, order or calendar. What
 * EDTF has no sign for ("early April") is stored as the whole it is part of.
 */
import { type Edtf, type EdtfDate, formatEdtf, parseEdtf } from './edtf.ts'
import { err, ok, type Result } from './result.ts'
import { isHijriYear } from './typedDate/dateChunk.ts'
import type { DateRefusal } from './typedDate/lexeme.ts'
import { DateRefused } from './typedDate/lexemeReader.ts'
import { foldTyped, lexDate } from './typedDate/lexer.ts'
import { readRange } from './typedDate/rangeGrammar.ts'

/** No date needs more; a pasted page is not searched for one. */
const LONGEST = 120

export interface TypedDate {
  readonly edtf: string
  /** "Early", "end of", "first half" was typed, and is not in the EDTF text. */
  readonly isVague: boolean
}

/** "2017-04", "early April 2017", "с февраля по апрель 2017", "أوائل نيسان ٢٠١٧" → EDTF text, or why it was refused. */
export function readTypedDate(typed: string): Result<TypedDate, DateRefusal> {
  if (typed.length > LONGEST) return err('not-a-date')
  const text = foldTyped(typed)
  const stored = readStored(text.toUpperCase())
  if (stored) return stored.ok ? ok({ edtf: stored.value, isVague: false }) : stored
  const lexemes = lexDate(typed)
  if (typeof lexemes === 'string') return err(lexemes)
  try {
    const edtf = formatEdtf(readRange(lexemes))
    const isVague = lexemes.some(({ kind }) => kind === 'part' || kind === 'partUnit')
    return parseEdtf(edtf) ? ok({ edtf, isVague }) : err('not-a-date')
  } catch (error) {
    if (error instanceof DateRefused) return err(error.reason)
    throw error
  }
}

/** {@link readTypedDate} for where the reason is of no use. */
export function typedToEdtf(typed: string): string | null {
  const read = readTypedDate(typed)
  return read.ok ? read.value.edtf : null
}

/** EDTF typed as such; null when it is none, or when people mean something else by it. */
function readStored(text: string): Result<string, DateRefusal> | null {
  const edtf = parseEdtf(text)
  if (!edtf) return null
  const dates = datesOf(edtf)
  if (dates.some(({ unit, year }) => unit !== 'century' && isHijriYear(year))) return err('hijri-calendar')
  // A hyphen in front is a slip, or "until", more often than a year before our era; 0000 is an empty box.
  if (dates.some(({ year }) => year <= 0)) return err('not-a-date')
  if (dates.some(looksLikeTwoYears)) return err('two-digit-year')
  return ok(text)
}

function datesOf(edtf: Edtf): readonly EdtfDate[] {
  if (edtf.kind === 'date') return [edtf.date]
  return [edtf.from, edtf.to].filter((end) => typeof end !== 'string')
}

/** 2017-21 is a spring in EDTF, and to most people four years. 2023-21 can be no years. */
function looksLikeTwoYears({ unit, year, part = 1 }: EdtfDate): boolean {
  if (unit !== 'season' && unit !== 'quarter') return false
  return part + (unit === 'season' ? 20 : 32) > year % 100
}
