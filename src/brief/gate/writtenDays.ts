/**
 * Days that a text writes in a way of its own: "13. April 2017", "Apr 13th, 2017", "13-Apr-17", "13.IV.2017", "13.4.17".
 * A day has too many writings to look for each, so that the text is read and the days of the log are looked up.
 */
import { BRIEF_LANGUAGES, type Canary } from '../../core/redaction/briefData.ts'
import { printLocale } from '../briefText.ts'
import { dateForms, foldForGate } from './canaryForms.ts'
import { type Finding, leakFinding } from './finding.ts'
import { joined, saysExactly } from './joinedTexts.ts'
import { otherCalendarDays } from './otherCalendars.ts'

/** Day → the first record that has it. */
export type ProtectedDays = ReadonlyMap<string, Canary>

const ISO_DAY = /\d{4}-\d{2}-\d{2}/g

/** The days of protected dates and times. */
export function protectedDays(canaries: readonly Canary[]): ProtectedDays {
  const days = new Map<string, Canary>()
  for (const canary of canaries) {
    if (canary.protected !== 'date') continue
    for (const [day] of canary.value.matchAll(ISO_DAY)) if (!days.has(day)) days.set(day, canary)
  }
  return days
}

/** Findings for the protected days that a folded text says, but for those that the brief says in one form or another. */
export function dayLeaks(
  days: () => ProtectedDays,
  said: readonly string[],
): (folded: string, where: string) => Finding[] {
  let allowed: ReturnType<typeof joined> | null = null
  const isSaid = (day: string): boolean => {
    allowed ??= joined(said)
    const text = allowed
    return dateForms(day).some((form) => saysExactly(text, form))
  }
  return (folded, where) =>
    [...writtenDays(folded), ...otherCalendarDays(folded, days)].flatMap((day) => {
      const canary = days().get(day)
      return canary === undefined || isSaid(day) ? [] : [leakFinding(canary, where)]
    })
}

/** Words before and after a day's number, folded. */
const ORDINAL = foldForGate('(?:st|nd|rd|th|er|-?го|-?е)?').replaceAll('o', '[oо]')
const OF = "(?:of |the |de |del |d'|من )?"
const DAY = String.raw`(\d{1,2})`
const MONTH = String.raw`(\p{L}{3,12})\.?`
const BETWEEN = '[ .,/–-]{1,2}'
const YEAR = String.raw`(\d{4}|['’]?\d\d)`
const NOT_BEFORE = String.raw`(?<![\p{L}\p{N}])`
const NOT_AFTER = String.raw`(?![\p{L}\p{N}])`

const DAY_FIRST = new RegExp(
  `${NOT_BEFORE}${DAY}${ORDINAL}${BETWEEN}${OF}${MONTH}${BETWEEN}${OF}${YEAR}${NOT_AFTER}`,
  'gu',
)
/** Found by its number, of which there are fewer than words; what stands before it is looked back at. */
const MONTH_FIRST = new RegExp(
  `(?<=${NOT_BEFORE}${MONTH}${BETWEEN}${OF})${DAY}${ORDINAL}${BETWEEN}${YEAR}${NOT_AFTER}`,
  'gu',
)
const ROMAN = new RegExp(
  `${NOT_BEFORE}${DAY}[. ]{1,2}(x?i{1,3}|i?[vx]|vi{1,3})[. ]{1,2}${YEAR}${NOT_AFTER}`,
  'gu',
)
const SHORT_YEAR =
  /(?<![\p{L}\p{N}]|\p{N}[.,/:-])(\d{1,2})([./-])(\d{1,2})\2(\d\d)(?![\p{L}\p{N}]|[.,/:-]\p{N})/gu
/** 2021年11月6日; Korean has its own three signs. */
const EAST_ASIAN = new RegExp(
  [
    [String.raw`(\d{4})`, '年', '년'],
    [DAY, '月', '월'],
    [DAY, '日', '일'],
  ]
    .map(([number, ...signs]) => `${number} ?(?:${signs.map(foldForGate).join('|')})`)
    .join(' ?'),
  'gu',
)
/** ISO 8601: 2021-W44-6. */
const ISO_WEEK = /(?<![\p{L}\p{N}])(\d{4})-?w(\d{2})-?([1-7])(?![\p{L}\p{N}])/gu
const ROMANS = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ')

/** Every day that a folded text may say, as YYYY-MM-DD; several where its parts can be read in several ways. */
export function writtenDays(text: string): string[] {
  const folded = withMonthsOfOneWord(text)
  const found: string[] = []
  const add = (year: string, month: number | undefined, day: string): void => {
    if (month === undefined || month < 1 || month > 12) return
    for (const full of fullYears(year)) found.push(`${full}-${two(month)}-${two(Number(day))}`)
  }
  for (const { index, 0: text, 1: day = '', 2: month = '', 3: year = '' } of folded.matchAll(DAY_FIRST))
    if (!standsBetweenMonths(folded, index, index + text.length)) add(year, monthNumber(month), day)
  for (const [, month = '', day = '', year = ''] of folded.matchAll(MONTH_FIRST))
    add(year, monthNumber(month), day)
  for (const [, day = '', month = '', year = ''] of folded.matchAll(ROMAN))
    add(year, 1 + ROMANS.indexOf(month), day)
  for (const [, year = '', month = '', day = ''] of folded.matchAll(EAST_ASIAN)) add(year, Number(month), day)
  for (const [, year = '', week = '', weekday = ''] of folded.matchAll(ISO_WEEK))
    found.push(dayOfWeek(Number(year), Number(week), Number(weekday)))
  for (const [, one = '', , other = '', year = ''] of folded.matchAll(SHORT_YEAR)) {
    add(year, Number(other), one)
    add(year, Number(one), other)
  }
  return [...new Set(found)]
}

/** Day one of week one is the Monday of the week that has 4 January. */
function dayOfWeek(year: number, week: number, weekday: number): string {
  const fourth = Date.UTC(year, 0, 4)
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS
  return new Date(monday + ((week - 1) * 7 + weekday - 1) * DAY_MS).toISOString().slice(0, 10)
}

const DAY_MS = 86_400_000

/** In the Levant four months have names of two words: joined, as {@link monthNames} has them. */
const withMonthsOfOneWord = (folded: string): string =>
  folded.replace(/(تشرين|كانون) ((?:ال)?(?:اول|ثاني))/gu, '$1$2')

/** Charts are read out as "december 2013: 12, january 2014: 5", which names no 12 January. */
const standsBetweenMonths = (text: string, from: number, to: number): boolean =>
  /\p{N}{4} ?: $/u.test(text.slice(Math.max(0, from - 8), from)) && /^ ?:/.test(text.slice(to, to + 2))

const two = (n: number): string => String(n).padStart(2, '0')

function fullYears(year: string): string[] {
  const digits = year.replace(/\D/g, '')
  return digits.length === 4 ? [digits] : [`20${digits}`, `19${digits}`]
}

/** Where months have other names than in the language of the brief: the Levant, the Maghreb, neighbours. */
const MORE_LOCALES = ['ar-SY', 'ar-DZ', 'de', 'tr', 'uk', 'pt', 'it', 'nl', 'pl']
const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
]

let months: ReadonlyMap<string, number> | null = null

/** Of a folded word, in full or cut short, in whatever case; undefined for a word that is no month. */
function monthNumber(word: string): number | undefined {
  months ??= monthNames()
  return months.get(word)
}

function monthNames(): Map<string, number> {
  const names = new Map<string, number>([['sept', 9]])
  for (const locale of [...BRIEF_LANGUAGES.map(printLocale), ...MORE_LOCALES]) {
    for (const form of FORMS) {
      const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC', calendar: 'gregory' })
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2000, month - 1, 1))
        const name = parts.find(({ type }) => type === 'month')?.value ?? ''
        names.set(withMonthsOfOneWord(foldForGate(name)).replace(/\.$/, ''), month)
      }
    }
  }
  return names
}
