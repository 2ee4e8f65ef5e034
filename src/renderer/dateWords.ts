/**
 * Partial dates in the words of a language, by `Intl`: "April 2017", "about April 2017", "Feb–Apr 2017". Never
 * sharper than what is stored: the day of a month-only date is never shown, and never made up.
 */
import { type EdtfDate, type EdtfEnd, type EdtfUnit, parseEdtf } from '../core/edtf.ts'
import type { Language } from './text.ts'

type Words = Pick<Language, 'locale' | 't'>
type SizedWords = Words & { readonly length: DateLength }

const FORMATS: Readonly<Record<'day' | 'month' | 'year', Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
}
/** For ranges, and where the room is narrow. */
const SHORT_FORMATS: typeof FORMATS = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs more than a thousand uses of it; tables use one per cell. */
function formatter(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`
  let made = formatters.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(locale, options)
    formatters.set(key, made)
  }
  return made
}

/** Russian puts "г." after every year; it can be spared where the room is narrow. */
const YEAR_SIGN = /\sг\.(?![\p{L}])/gu

/** Are months spelled out? */
export type DateLength = 'long' | 'short'

/** An EDTF text in words; the text itself when it cannot be read. */
export function dateWords(edtf: string, words: Words, length: DateLength = 'long'): string {
  const parsed = parseEdtf(edtf)
  if (!parsed) return edtf
  const sized = { locale: words.locale, t: words.t, length }
  const spelled =
    parsed.kind === 'date'
      ? qualified(parsed.date, sized)
      : (commonRange(parsed.from, parsed.to, words) ?? openRange(parsed.from, parsed.to, sized))
  return length === 'short' ? spelled.replace(YEAR_SIGN, '') : spelled
}

/** A day, or an instant (ISO, UTC) with its local clock time; the text itself when it is neither. */
export function momentWords(value: string, words: Words): string {
  if (!value.includes('T')) return dateWords(value, words)
  const instant = new Date(value)
  if (Number.isNaN(instant.getTime())) return value
  return formatter(words.locale, 'moment', { dateStyle: 'medium', timeStyle: 'short' }).format(instant)
}

/** Clock time of an instant, "12:03". */
export function clockWords(instant: string, locale: string): string {
  return formatter(locale, 'clock', { hour: '2-digit', minute: '2-digit' }).format(new Date(instant))
}

function qualified(date: EdtfDate, words: SizedWords): string {
  const plain = plainDate(date, words)
  switch (date.qualifier) {
    case '':
      return plain
    case '~':
      return words.t('date.about', { date: plain })
    case '?':
      return words.t('date.uncertain', { date: plain })
    case '%':
      return words.t('date.aboutUncertain', { date: plain })
  }
}

function plainDate(date: EdtfDate, words: SizedWords): string {
  const year = formatIn('year', { ...date, unit: 'year' }, words)
  if (date.unit === 'quarter') return words.t('date.quarter', { part: date.part ?? 1, year })
  if (date.unit === 'season') return words.t('date.season', { part: String(date.part ?? 1), year })
  return formatIn(date.unit, date, words)
}

function formatIn(
  unit: keyof typeof FORMATS,
  date: EdtfDate,
  { locale, length }: Omit<SizedWords, 't'>,
): string {
  const options = (length === 'short' ? SHORT_FORMATS : FORMATS)[unit]
  return formatter(locale, `${unit}-${length}`, { ...options, timeZone: 'UTC' }).format(utcDay(date))
}

/** Noon UTC of the first day a date may mean; used only with formats that show no finer unit than it has. */
function utcDay(date: EdtfDate): Date {
  const day = new Date(Date.UTC(2000, 0, 1, 12))
  day.setUTCFullYear(date.year, (date.month ?? 1) - 1, date.day ?? 1)
  return day
}

const hasRangeFormat = (unit: EdtfUnit): unit is keyof typeof FORMATS => unit in SHORT_FORMATS

/** "Feb–Apr 2017": both ends known, of one unit, with no doubt on either. Otherwise null. */
function commonRange(from: EdtfEnd, to: EdtfEnd, words: Words): string | null {
  if (typeof from === 'string' || typeof to === 'string') return null
  const { unit } = from
  if (unit !== to.unit || from.qualifier !== '' || to.qualifier !== '' || !hasRangeFormat(unit)) return null
  const range = formatter(words.locale, `${unit}-range`, { ...SHORT_FORMATS[unit], timeZone: 'UTC' })
  return range.formatRange(utcDay(from), utcDay(to))
}

function openRange(from: EdtfEnd, to: EdtfEnd, words: SizedWords): string {
  const start = typeof from === 'string' ? null : qualified(from, words)
  const end = typeof to === 'string' ? null : qualified(to, words)
  if (start !== null && end !== null) return words.t('date.range', { from: start, to: end })
  if (start !== null) {
    return words.t(to === 'open' ? 'date.openEnd' : 'date.unknownEnd', { date: start })
  }
  return words.t(from === 'open' ? 'date.openStart' : 'date.unknownStart', { date: end ?? '' })
}
