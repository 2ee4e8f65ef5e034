/** Coarse dates and places of a brief in words of its language. Never sharper than what is stored. */
import { type EdtfDate, type EdtfEnd, parseEdtf } from '../../../core/edtf.ts'
import type { BriefIncident } from '../../../core/redaction/briefData.ts'
import { type BriefWords, briefLocale } from './briefWords.ts'

const MONTHS_OF_A_QUARTER = 3

/** An EDTF text in words; the text itself when it cannot be read; "date not given" for null. */
export function dateInWords(edtf: string | null, words: BriefWords): string {
  if (edtf === null) return words.say('date.unknown')
  const parsed = parseEdtf(edtf)
  if (!parsed) return edtf
  if (parsed.kind === 'date') return oneDate(parsed.date, words)
  return interval(parsed.from, parsed.to, words)
}

function interval(from: EdtfEnd, to: EdtfEnd, words: BriefWords): string {
  if (typeof from === 'string') {
    const end = typeof to === 'string' ? '' : oneDate(to, words)
    return words.say(from === 'open' ? 'date.until' : 'date.to', { to: end })
  }
  const start = oneDate(from, words)
  if (typeof to === 'string') return words.say(to === 'open' ? 'date.since' : 'date.from', { from: start })
  return (
    monthsOfOneYear(from, to, words) ?? words.say('date.interval', { from: start, to: oneDate(to, words) })
  )
}

/** "January–June 2017" for months and quarters of one year; null when the two ends are not of that kind. */
function monthsOfOneYear(from: EdtfDate, to: EdtfDate, words: BriefWords): string | null {
  if (from.year !== to.year || from.qualifier !== '' || to.qualifier !== '') return null
  const first = from.unit === 'month' ? from.month : from.unit === 'quarter' ? firstMonth(from) : undefined
  const last = to.unit === 'month' ? to.month : to.unit === 'quarter' ? firstMonth(to) + 2 : undefined
  if (first === undefined || last === undefined || first === last) return null
  return words.say('date.monthsOfYear', {
    from: monthName(first, words),
    to: monthName(last, words),
    year: String(from.year),
  })
}

const firstMonth = (date: EdtfDate): number => ((date.part ?? 1) - 1) * MONTHS_OF_A_QUARTER + 1

const monthName = (month: number, words: BriefWords): string =>
  inWords(2000, month, 1, words, { month: 'long' })

function oneDate(date: EdtfDate, words: BriefWords): string {
  const plain = unqualified(date, words)
  switch (date.qualifier) {
    case '~':
      return words.say('date.about', { date: plain })
    case '?':
      return words.say('date.uncertain', { date: plain })
    case '%':
      return words.say('date.aboutUncertain', { date: plain })
    default:
      return plain
  }
}

function unqualified(date: EdtfDate, words: BriefWords): string {
  const { year, month = 1, day = 1, part = 1 } = date
  switch (date.unit) {
    case 'year':
      return String(year)
    case 'season':
      return words.say('date.season', { season: String(part), year: String(year) })
    case 'quarter': {
      const first = firstMonth(date)
      return words.say('date.quarter', {
        from: monthName(first, words),
        to: monthName(first + 2, words),
        year: String(year),
      })
    }
    case 'month':
      return inWords(year, month, 1, words, { year: 'numeric', month: 'long' })
    case 'day':
      return inWords(year, month, day, words, { year: 'numeric', month: 'long', day: 'numeric' })
  }
}

function inWords(
  year: number,
  month: number,
  day: number,
  words: BriefWords,
  parts: Intl.DateTimeFormatOptions,
): string {
  // Day before month in English, as in the finished brief.
  const locale = words.language === 'en' ? 'en-GB-u-nu-latn' : briefLocale(words.language)
  const format = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC', calendar: 'gregory' })
  return format.format(new Date(Date.UTC(year, month - 1, day)))
}

/** "Chechen Republic, Russia"; the country alone when the division is withheld. */
export function placeInWords(place: BriefIncident['place'], words: BriefWords): string {
  if (place.country === null) return place.admin1 ?? words.say('place.unknown')
  const country =
    new Intl.DisplayNames([briefLocale(words.language)], { type: 'region', fallback: 'code' }).of(
      place.country,
    ) ?? place.country
  return place.admin1 === null ? country : words.say('place.region', { admin1: place.admin1, country })
}
