/**
 * Days written in the Hijri and the Solar Hijri calendar, by the name of the month or in numbers: "1 ربيع الآخر 1443",
 * "1400-08-15". What they are in ours is not computed: the protected days are written in both, and looked up.
 */
import type { Canary } from '../../core/redaction/briefData.ts'
import { foldForGate } from './canaryForms.ts'

type Days = () => ReadonlyMap<string, Canary>

const CALENDARS = ['islamic-umalqura', 'islamic-civil', 'islamic-tbla', 'persian'] as const
const LOCALES = ['ar', 'fa', 'en', 'ru', 'fr', 'es', 'tr']
/** Years that are of these calendars and not of ours, in texts about our time. */
const NUMBERS =
  /(?<!\p{N})(1[34]\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\p{N})|(?<!\p{N})(\d{1,2})([-/.])(\d{1,2})\6(1[34]\d{2})(?!\p{N})/gu
const YEAR_NEAR = /1[34]\d{2}/
const WORDS = /(?<!\p{N})(\d{1,2})[ -]([\p{L}][\p{L}'’ʻ -]{2,20}?)[ ,-]{1,2}(1[34]\d{2})(?!\p{N})/gu

/** English puts the month first: "Aban 15, 1400". */
const MONTH_FIRST = /(?<!\p{L})(\p{L}[\p{L}'’ʻ -]{2,20}?) (\d{1,2}),? (1[34]\d{2})(?!\p{N})/gu

interface Written {
  /** Of "year-month-day" in numbers. */
  readonly byNumbers: ReadonlyMap<string, string>
  /** Of "day month year", folded. */
  readonly byWords: ReadonlyMap<string, string>
}

const written = new WeakMap<ReadonlyMap<string, Canary>, Written>()

/** The protected days, as YYYY-MM-DD, that a folded text says in another calendar. */
export function otherCalendarDays(folded: string, days: Days): string[] {
  if (!YEAR_NEAR.test(folded)) return []
  const found: string[] = []
  for (const [, year, , month, day, day2, , month2, year2] of folded.matchAll(NUMBERS)) {
    const key = `${year ?? year2}-${Number(month ?? month2)}-${Number(day ?? day2)}`
    found.push(...listed(writtenOf(days()).byNumbers.get(key)))
  }
  for (const [, day = '', month = '', year = ''] of folded.matchAll(WORDS))
    found.push(...listed(writtenOf(days()).byWords.get(`${Number(day)} ${letters(month)} ${year}`)))
  for (const [, before = '', day = '', year = ''] of folded.matchAll(MONTH_FIRST)) {
    const words = before.split(' ')
    // Of what stands before the number the last words are the month.
    for (let from = 0; from < words.length; from += 1) {
      const month = letters(words.slice(from).join(''))
      found.push(...listed(writtenOf(days()).byWords.get(`${Number(day)} ${month} ${year}`)))
    }
  }
  return found
}

const listed = (day: string | undefined): string[] => (day === undefined ? [] : [day])
const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '')

function writtenOf(days: ReadonlyMap<string, Canary>): Written {
  const before = written.get(days)
  if (before !== undefined) return before
  const byNumbers = new Map<string, string>()
  const byWords = new Map<string, string>()
  for (const calendar of CALENDARS) {
    const numbers = new Intl.DateTimeFormat('en', {
      calendar,
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    })
    const names = LOCALES.map(
      (locale) => new Intl.DateTimeFormat(locale, { calendar, timeZone: 'UTC', month: 'long' }),
    )
    const monthNames = new Map<string, readonly string[]>()
    for (const day of days.keys()) {
      const at = Date.parse(`${day}T00:00Z`)
      if (Number.isNaN(at)) continue
      const parts = new Map(numbers.formatToParts(at).map(({ type, value }) => [type, value]))
      const [year, month, number] = [
        parts.get('year') ?? '',
        parts.get('month') ?? '',
        parts.get('day') ?? '',
      ]
      const inWords = monthNames.get(month) ?? names.map((format) => letters(foldForGate(format.format(at))))
      monthNames.set(month, inWords)
      byNumbers.set(`${year}-${month}-${number}`, day)
      for (const name of inWords) byWords.set(`${number} ${name} ${year}`, day)
    }
  }
  const made = { byNumbers, byWords }
  written.set(days, made)
  return made
}
