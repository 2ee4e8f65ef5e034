/**
 * Dates as a reader says them: "April–June 2017", not "2017-34". Never sharper than the EDTF text; the words come
 * from Intl with an explicit locale, time zone UTC and Latin digits, so that the machine's settings change nothing.
 */
import { type Edtf, type EdtfDate, parseEdtf } from '../core/edtf.ts'
import type { BriefLanguage } from '../core/redaction/briefData.ts'
import { briefText, printLocale } from './briefText.ts'

/** An EDTF text in words; the text itself when it is not EDTF, "date not given" for null. */
export function dateInWords(text: string | null, language: BriefLanguage): string {
  const say = briefText(language)
  if (text === null) return say('date.unknown')
  const edtf = parseEdtf(text)
  if (!edtf) return text
  return edtf.kind === 'date' ? oneDate(edtf.date, language) : interval(edtf, language)
}

/** A YYYY-MM-DD day in words. */
export function dayInWords(day: string, language: BriefLanguage): string {
  return dateInWords(day, language)
}

function interval(edtf: Extract<Edtf, { kind: 'interval' }>, language: BriefLanguage): string {
  const say = briefText(language)
  const { from, to } = edtf
  if (typeof from !== 'string' && typeof to !== 'string') {
    return (
      monthsOfOneYear(from, to, language) ??
      say('date.interval', { from: oneDate(from, language), to: oneDate(to, language) })
    )
  }
  if (typeof from !== 'string') {
    return say(to === 'open' ? 'date.since' : 'date.from', { from: oneDate(from, language) })
  }
  if (typeof to !== 'string') {
    return say(from === 'open' ? 'date.until' : 'date.to', { to: oneDate(to, language) })
  }
  return say('date.unknown')
}

/** "January–June 2017" for months and quarters of one year; null when the two ends are not of that kind. */
function monthsOfOneYear(from: EdtfDate, to: EdtfDate, language: BriefLanguage): string | null {
  if (from.year !== to.year || from.qualifier !== '' || to.qualifier !== '') return null
  const first = from.unit === 'month' ? from.month : from.unit === 'quarter' ? firstMonth(from) : undefined
  const last = to.unit === 'month' ? to.month : to.unit === 'quarter' ? firstMonth(to) + 2 : undefined
  if (first === undefined || last === undefined || first === last) return null
  return briefText(language)('date.monthsOfYear', {
    from: monthName(first, language),
    to: monthName(last, language),
    year: String(from.year),
  })
}

function oneDate(date: EdtfDate, language: BriefLanguage): string {
  const plain = withoutQualifier(date, language)
  const say = briefText(language)
  switch (date.qualifier) {
    case '':
      return plain
    case '~':
      return say('date.about', { date: plain })
    case '?':
      return say('date.uncertain', { date: plain })
    case '%':
      return say('date.aboutUncertain', { date: plain })
  }
}

function withoutQualifier(date: EdtfDate, language: BriefLanguage): string {
  const say = briefText(language)
  const year = String(date.year)
  switch (date.unit) {
    case 'year':
      return year
    case 'season':
      return say('date.season', { season: String(date.part ?? ''), year })
    case 'quarter': {
      const first = firstMonth(date)
      return say('date.quarter', {
        from: monthName(first, language),
        to: monthName(first + 2, language),
        year,
      })
    }
    case 'month':
      return format(date.year, date.month ?? 1, 1, language, { month: 'long', year: 'numeric' })
    case 'day':
      return format(date.year, date.month ?? 1, date.day ?? 1, language, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
      })
  }
}

const firstMonth = (date: EdtfDate): number => (date.part ?? 1) * 3 - 2

function monthName(month: number, language: BriefLanguage): string {
  return format(2000, month, 1, language, { month: 'long' })
}

function format(
  year: number,
  month: number,
  day: number,
  language: BriefLanguage,
  options: Intl.DateTimeFormatOptions,
): string {
  const moment = new Date(Date.UTC(2000, month - 1, day))
  moment.setUTCFullYear(year)
  const locale = language === 'en' ? 'en-GB-u-nu-latn' : printLocale(language)
  const key = `${locale} ${JSON.stringify(options)}`
  const formatter =
    formatters.get(key) ??
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' })
  formatters.set(key, formatter)
  return formatter.format(moment)
}

/** Making a formatter takes a thousand times as long as using one. */
const formatters = new Map<string, Intl.DateTimeFormat>()
