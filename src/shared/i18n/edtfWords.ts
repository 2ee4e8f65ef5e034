/**
 * Partial dates in the words of a language: "April 2017", "about April 2017", "Feb–Apr 2017". One place for the
 * window and the brief. Never sharper than the EDTF text. Months come from `Intl` with the Gregorian calendar and in
 * UTC, so that the machine's settings change nothing; all else from the catalogue that the caller brings.
 */
import { type EdtfDate, type EdtfEnd, parseEdtf } from '../../core/edtf.ts'

/** Messages that a catalogue must have. */
export type DateWordKey =
  | 'date.about'
  | 'date.uncertain'
  | 'date.aboutUncertain'
  | 'date.quarter'
  | 'date.season'
  | 'date.someMonth'
  | 'date.someDay'
  | 'date.decade'
  | 'date.years'
  | 'date.longYear'
  | 'date.atTime'
  | 'date.interval'
  | 'date.monthsOfYear'
  | 'date.since'
  | 'date.until'
  | 'date.from'
  | 'date.to'

/** Are months spelled out? */
export type DateLength = 'long' | 'short'

/** Says a message of the catalogue. */
export type Say<Key extends string> = (key: Key, args: Readonly<Record<string, string | number>>) => string

export interface DateLanguage {
  /** BCP 47 tag for `Intl`, with its digits. */
  readonly locale: string
  readonly say: Say<DateWordKey>
  readonly length: DateLength
  /** A screen shortens ranges ("Feb–Apr 2017") as `Intl` does; a page spells them out and leaves years bare. */
  readonly style: 'screen' | 'page'
}

/** An EDTF text in words; null when it is not EDTF. */
export function edtfInWords(text: string, language: DateLanguage): string | null {
  const edtf = parseEdtf(text)
  if (!edtf) return null
  const one = (date: EdtfDate) => oneDate(date, language)
  if (edtf.kind === 'date') return one(edtf.date)
  const both = language.style === 'screen' ? shortRange : monthRange
  return intervalInWords(edtf.from, edtf.to, {
    say: language.say,
    one,
    both: (from, to) => both(from, to, language),
  })
}

export interface IntervalLanguage {
  readonly say: Say<DateWordKey>
  readonly one: (date: EdtfDate) => string
  /** A shorter form for both ends; null when there is none. */
  readonly both: (from: EdtfDate, to: EdtfDate) => string | null
}

/** An interval in words: "since", "until", two ends. */
export function intervalInWords(from: EdtfEnd, to: EdtfEnd, { say, one, both }: IntervalLanguage): string {
  if (typeof from === 'string') {
    const end = typeof to === 'string' ? '' : one(to)
    return say(from === 'open' ? 'date.until' : 'date.to', { to: end })
  }
  const start = one(from)
  if (typeof to === 'string') return say(to === 'open' ? 'date.since' : 'date.from', { from: start })
  return both(from, to) ?? say('date.interval', { from: start, to: one(to) })
}

type IntlUnit = 'day' | 'month' | 'year'

/** The unit by which `Intl` can write a date; null for the rest, and for years it writes without their sign. */
function intlUnit({ unit, year, some }: EdtfDate): IntlUnit | null {
  if (some !== undefined || year < 1 || year > 9999) return null
  return unit === 'day' || unit === 'month' || unit === 'year' ? unit : null
}

/** "Feb–Apr 2017": ends of one unit, with no doubt on either. Otherwise null. */
function shortRange(from: EdtfDate, to: EdtfDate, { locale }: DateLanguage): string | null {
  const unit = intlUnit(from)
  if (unit === null || unit !== intlUnit(to) || from.qualifier !== '' || to.qualifier !== '') return null
  const parts = formatter(locale, SHORT_FORMATS[unit]).formatRangeToParts(utcDay(from), utcDay(to))
  return partsInFull(parts, locale)
}

/** "January–June 2017" or "October 2016 – June 2017" for months and quarters; null when the two ends are not of that kind. */
function monthRange(from: EdtfDate, to: EdtfDate, language: DateLanguage): string | null {
  if (from.qualifier !== '' || to.qualifier !== '') return null
  const [first, last] = [monthsOf(from)?.[0], monthsOf(to)?.[1]]
  if (first === undefined || last === undefined) return null
  if (from.year !== to.year) {
    const inFull = (year: number, month: number) =>
      inWords({ unit: 'month', year, month, qualifier: '' }, 'month', language)
    return language.say('date.interval', { from: inFull(from.year, first), to: inFull(to.year, last) })
  }
  if (first === last) return null
  return language.say('date.monthsOfYear', {
    from: monthName(first, language),
    to: monthName(last, language),
    year: yearWords(from.year, language),
  })
}

function monthsOf({ unit, month, part = 1, some }: EdtfDate): readonly [number, number] | null {
  if (unit === 'quarter') return [part * 3 - 2, part * 3]
  return month === undefined || unit !== 'month' || some !== undefined ? null : [month, month]
}

function oneDate(date: EdtfDate, language: DateLanguage): string {
  const plain = withTime(date, language)
  switch (date.qualifier) {
    case '':
      return plain
    case '~':
      return language.say('date.about', { date: plain })
    case '?':
      return language.say('date.uncertain', { date: plain })
    case '%':
      return language.say('date.aboutUncertain', { date: plain })
  }
}

/** The time of day as it was written: turning it to another zone could turn the day. */
function withTime(date: EdtfDate, language: DateLanguage): string {
  const words = withSome(date, language)
  if (date.time === undefined) return words
  return language.say('date.atTime', { date: words, time: date.time.replace('Z', ' UTC') })
}

function withSome(date: EdtfDate, language: DateLanguage): string {
  const words = whole(date, language)
  if (date.some === undefined) return words
  return language.say(date.some === 'month' ? 'date.someMonth' : 'date.someDay', { date: words })
}

function whole(date: EdtfDate, language: DateLanguage): string {
  const { say } = language
  const { unit, year, part = 1 } = date
  switch (unit) {
    case 'century':
      return manyYears(date, 99, language)
    case 'decade': {
      if (year < 1) return manyYears(date, 9, language)
      return say('date.decade', { year: String(year) })
    }
    case 'year':
      return yearWords(year, language)
    case 'season':
      return say('date.season', { season: String(part), year: yearWords(year, language) })
    case 'quarter':
      return say('date.quarter', {
        part,
        from: monthName(part * 3 - 2, language),
        to: monthName(part * 3, language),
        year: yearWords(year, language),
      })
    case 'month':
    case 'day':
      return inWords(date, unit, language)
  }
}

function manyYears({ year }: EdtfDate, more: number, language: DateLanguage): string {
  const [from, to] = year < 0 ? [year - more, year] : [year, year + more]
  return language.say('date.years', {
    from: yearWords(from, language),
    to: yearWords(to, language),
  })
}

function yearWords(year: number, language: DateLanguage): string {
  if (Math.abs(year) > 9999) {
    return language.say('date.longYear', { year: new Intl.NumberFormat(language.locale).format(year) })
  }
  if (language.style === 'page' && year > 0) return String(year).padStart(4, '0')
  return inWords({ unit: 'year', year, qualifier: '' }, 'year', language)
}

const FORMATS: Readonly<Record<IntlUnit, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
}
const SHORT_FORMATS: typeof FORMATS = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
}
const LONG_MONTH: Intl.DateTimeFormatOptions = { month: 'long' }

/** Without its era, `Intl` would write the year -1985 as 1986. */
function inWords(date: EdtfDate, unit: IntlUnit, { locale, length }: DateLanguage): string {
  const options = (length === 'short' ? SHORT_FORMATS : FORMATS)[unit]
  const made = date.year < 1 ? formatter(locale, { ...options, era: 'short' }) : formatter(locale, options)
  return partsInFull(made.formatToParts(utcDay(date)), locale)
}

/** "Jan 0012", not "Jan 12": a year of two digits would be read, and typed back, as a day. In French "1er avril". */
export function partsInFull(parts: readonly Intl.DateTimeFormatPart[], locale: string): string {
  const hasEra = parts.some(({ type }) => type === 'era')
  return parts
    .map(({ type, value }) => {
      // French counts the first of a month, and only that.
      if (type === 'day' && value === '1' && locale.startsWith('fr')) return '1er'
      return type !== 'year' || hasEra || value.length >= 4 ? value : value.padStart(4, zeroOf(locale))
    })
    .join('')
}

function zeroOf(locale: string): string {
  return new Intl.NumberFormat(locale).format(0)
}

function monthName(month: number, { locale }: DateLanguage): string {
  return formatter(locale, LONG_MONTH).format(utcDay({ unit: 'month', year: 2000, month, qualifier: '' }))
}

/** Noon UTC of the first day a date may mean; used only with formats that show no finer unit than it has. */
function utcDay(date: EdtfDate): Date {
  const day = new Date(Date.UTC(2000, 0, 1, 12))
  day.setUTCFullYear(date.year, (date.month ?? 1) - 1, date.day ?? 1)
  return day
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs more than a thousand uses of it; tables use one per cell. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = [locale, options.day, options.month, options.year, options.era].join(' ')
  let made = formatters.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' })
    formatters.set(key, made)
  }
  return made
}
