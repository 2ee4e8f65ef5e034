/**
 * A date in the words of a Hijri calendar, to stand beside the Gregorian one. For reading only: dates are stored and
 * typed by the Gregorian calendar. Never sharper than the EDTF text: a Gregorian month spans two months of the other
 * calendar, and both are named. Doubt ("about") is left to the Gregorian words it stands beside.
 */
import { type EdtfDate, parseEdtf } from '../../core/edtf.ts'
import { spanOf } from '../../core/edtfDays.ts'
import { type DateLength, type DateWordKey, intervalInWords, partsInFull, type Say } from './edtfWords.ts'

export const OTHER_CALENDARS = ['islamic-umalqura', 'persian'] as const
export type OtherCalendar = (typeof OTHER_CALENDARS)[number]

/** Messages that a catalogue must have. */
export type OtherCalendarKey = DateWordKey | `date.calendar.${OtherCalendar}`

export interface OtherCalendarLanguage {
  /** BCP 47 tag for `Intl`, with its digits. */
  readonly locale: string
  readonly say: Say<OtherCalendarKey>
  readonly length: DateLength
}

/**
 * Days for which `Intl` is right. Umm al-Qura is a table of the years 1300 to 1600; the rule of 33 years for the solar
 * calendar agrees with the sky from 1178 to 1633.
 */
const KNOWN: Readonly<Record<OtherCalendar, readonly [first: string, last: string]>> = {
  'islamic-umalqura': ['1882-11-12', '2174-11-25'],
  persian: ['1799-03-21', '2255-03-20'],
}

type Unit = 'day' | 'month' | 'year'
interface Span {
  readonly first: Date
  readonly last: Date
  readonly unit: Unit
}

/** An EDTF text by another calendar, with its era; null when it is not EDTF, or lies where the calendar is not known. */
export function otherCalendarWords(
  text: string,
  calendar: OtherCalendar,
  language: OtherCalendarLanguage,
): string | null {
  const edtf = parseEdtf(text)
  if (!edtf) return null
  const ends = edtf.kind === 'date' ? [edtf.date] : [edtf.from, edtf.to]
  const spans = new Map<EdtfDate, Span>()
  for (const end of ends) {
    if (typeof end === 'string') continue
    const span = knownSpan(end, calendar)
    if (!span) return null
    spans.set(end, span)
  }
  const one = (date: EdtfDate): string => {
    const span = spans.get(date)
    return span ? spanInWords(span, calendar, language) : ''
  }
  const both = (from: EdtfDate, to: EdtfDate): string | null => {
    const [start, end] = [spans.get(from), spans.get(to)]
    if (!start || !end || start.unit !== end.unit) return null
    return spanInWords({ ...start, last: end.last }, calendar, language)
  }
  const words =
    edtf.kind === 'date' ? one(edtf.date) : intervalInWords(edtf.from, edtf.to, { ...language, one, both })
  return language.say(`date.calendar.${calendar}`, { date: words })
}

function knownSpan(date: EdtfDate, calendar: OtherCalendar): Span | null {
  const span = spanOf({ kind: 'date', date })
  if (!span || span.earliest === null || span.latest === null) return null
  const [first, last] = KNOWN[calendar]
  const isPlain = span.earliest.length === first.length && span.latest.length === last.length
  if (!isPlain || span.earliest < first || span.latest > last) return null
  return { first: noon(span.earliest), last: noon(span.latest), unit: unitOf(date) }
}

/** What may be said of a date: a day of a day, months of months, years of all else. */
function unitOf({ unit, some }: EdtfDate): Unit {
  if (unit === 'day' && some === undefined) return 'day'
  return (unit === 'month' && some !== 'month') || unit === 'quarter' ? 'month' : 'year'
}

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)

function spanInWords(
  { first, last, unit }: Span,
  calendar: OtherCalendar,
  language: OtherCalendarLanguage,
): string {
  const locale = localeOf(language.locale, calendar)
  const parts = formatter(locale, calendar, unit, language.length).formatRangeToParts(first, last)
  return partsInFull(withoutEra(parts), locale)
}

/** The catalogue names the era: `Intl` does so twice in a range, and in some languages with a word of another. */
function withoutEra(parts: readonly Intl.DateTimeFormatPart[]): readonly Intl.DateTimeFormatPart[] {
  return parts.flatMap((part, index) => {
    if (part.type === 'era') return []
    if (parts[index + 1]?.type !== 'era') return [part]
    return [{ ...part, value: part.value.trimEnd() }]
  })
}

/** `Intl` has the solar months in Arabic in spellings that nobody uses; the Persian ones can be read by its readers. */
function localeOf(locale: string, calendar: OtherCalendar): string {
  return calendar === 'persian' && locale.startsWith('ar') ? 'fa-u-nu-latn' : locale
}

const FORMATS: Readonly<Record<Unit, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
}
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(
  locale: string,
  calendar: OtherCalendar,
  unit: Unit,
  length: DateLength,
): Intl.DateTimeFormat {
  const key = [locale, calendar, unit, length].join(' ')
  let made = formatters.get(key)
  if (!made) {
    const month = unit === 'year' ? {} : { month: length }
    made = new Intl.DateTimeFormat(locale, { ...FORMATS[unit], ...month, timeZone: 'UTC', calendar })
    formatters.set(key, made)
  }
  return made
}
