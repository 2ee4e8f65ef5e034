/**
 * Days that a text writes in a way of its own: "13. April 2017", "Apr 13th, 2017", "13-Apr-17", "13.IV.2017", "13.4.17".
 * A day has too many writings to look for each, so that the text is read and the days of the log are looked up.
 */
import type { Canary } from '../../core/redaction/briefData.ts'
import { dateForms, foldForGate } from './canaryForms.ts'
import { cellDays } from './cellDays.ts'
import { type Finding, leakFinding } from './finding.ts'
import { joined, saysExactly } from './joinedTexts.ts'
import { monthNumber, withMonthsOfOneWord } from './monthNumbers.ts'
import { withDaysInNumbers } from './ordinalDays.ts'
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
    [...writtenDays(folded), ...cellDays(folded), ...otherCalendarDays(folded, days)].flatMap((day) => {
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

/** What follows the day is looked ahead at: of "23 and 24 October 2021" the second day counts. */
const DAY_FIRST = new RegExp(
  `${NOT_BEFORE}${DAY}(?=(${ORDINAL}${BETWEEN}${OF}${MONTH}${BETWEEN}${OF}${YEAR})${NOT_AFTER})`,
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
/** 20211023T0412, 20211023041259, 2021_10_23: in names of files and in times that machines write. */
const RUN_TOGETHER =
  /(?<![\p{N}])((?:19|20)\d\d)(_?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:[t_ -]?\d{4,9})?(?!\p{N})/gu
/** 23-25.10.2021 */
const NUMBERED_SPAN = /(?<![\p{N}.,/-])(\d{1,2}) ?[-–—] ?\d{1,2}([./])(\d{1,2})\2(\d{4})(?!\p{N})/gu
/** What stands between the days of "22, 23 and 24 October". */
const DAY_BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/-])(\d{1,2})${ORDINAL}(?: ?[-–—,] ?| (?:${['to', 'and', '&', 'и', 'по', 'y', 'al', 'et', 'au', 'و'].map(foldForGate).join('|')}) ?)$`,
  'u',
)
const LONGEST_BETWEEN = 14
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
  const folded = withMonthsOfOneWord(withDaysInNumbers(text))
  const found: string[] = []
  const add = (year: string, month: number | undefined, day: string): void => {
    if (month === undefined || month < 1 || month > 12) return
    for (const full of fullYears(year)) found.push(`${full}-${two(month)}-${two(Number(day))}`)
  }
  for (const { index, 1: day = '', 2: rest = '', 3: month = '', 4: year = '' } of folded.matchAll(DAY_FIRST))
    if (!standsBetweenMonths(folded, index, index + day.length + rest.length))
      for (const each of [day, ...daysBefore(folded, index)]) add(year, monthNumber(month), each)
  for (const [, month = '', day = '', year = ''] of folded.matchAll(MONTH_FIRST))
    add(year, monthNumber(month), day)
  for (const [, day = '', month = '', year = ''] of folded.matchAll(ROMAN))
    add(year, 1 + ROMANS.indexOf(month), day)
  for (const [, year = '', month = '', day = ''] of folded.matchAll(EAST_ASIAN)) add(year, Number(month), day)
  for (const [, year = '', week = '', weekday = ''] of folded.matchAll(ISO_WEEK))
    found.push(dayOfWeek(Number(year), Number(week), Number(weekday)))
  for (const [, one = '', sign, other = '', year = ''] of folded.matchAll(SHORT_YEAR)) {
    add(year, Number(other), one)
    add(year, Number(one), other)
    if (sign === '-' && one.length === 2) add(one, Number(other), year)
  }
  for (const [, year = '', , month = '', day = ''] of folded.matchAll(RUN_TOGETHER))
    add(year, Number(month), day)
  for (const [, day = '', , month = '', year = ''] of folded.matchAll(NUMBERED_SPAN))
    add(year, Number(month), day)
  return [...new Set(found)]
}

/** Days that a text names before one, of the same month. */
function daysBefore(text: string, at: number): string[] {
  const found: string[] = []
  for (let end = at; ; ) {
    const before = DAY_BEFORE.exec(text.slice(Math.max(0, end - LONGEST_BETWEEN), end))
    if (before === null) return found
    found.push(before[1] ?? '')
    end -= before[0].length
  }
}

/** Day one of week one is the Monday of the week that has 4 January. */
function dayOfWeek(year: number, week: number, weekday: number): string {
  const fourth = Date.UTC(year, 0, 4)
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS
  return new Date(monday + ((week - 1) * 7 + weekday - 1) * DAY_MS).toISOString().slice(0, 10)
}

const DAY_MS = 86_400_000

/** Charts are read out as "december 2013: 12, january 2014: 5", which names no 12 January. */
const standsBetweenMonths = (text: string, from: number, to: number): boolean =>
  /\p{N}{4} ?: $/u.test(text.slice(Math.max(0, from - 8), from)) && /^ ?:/.test(text.slice(to, to + 2))

const two = (n: number): string => String(n).padStart(2, '0')

function fullYears(year: string): string[] {
  const digits = year.replace(/\D/g, '')
  return digits.length === 4 ? [digits] : [`20${digits}`, `19${digits}`]
}
