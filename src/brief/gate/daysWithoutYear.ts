/**
 * Days that a text names without their year: "on 23 October", "October 23rd", "23-го октября". A brief that says the year
 * elsewhere gives the day away with these words. What is also another word ("3 may have seen it") must stand as a day.
 * Only days on which something happened count, and only while they are few: of a large log they are every day of the year.
 */
import type { Canary } from '../../core/redaction/briefData.ts'
import { isTimeOfEntry } from '../../core/redaction/timesOfEntry.ts'
import { foldForGate } from './canaryForms.ts'
import { type Finding, leakFinding } from './finding.ts'
import { monthNumber, withMonthsOfOneWord } from './monthNumbers.ts'
import { withDaysInNumbers } from './ordinalDays.ts'
import { protectedDays, writtenDays } from './writtenDays.ts'

/** A day of any year: "10-23". */
export type YearlessDay = `${string}-${string}`
/** Such a day → the first record that has it. */
export type YearlessDays = ReadonlyMap<YearlessDay, Canary>

const DAY = String.raw`(\d{1,2})`
const ORDINAL = foldForGate('(st|nd|rd|th|er|º|-?го|-?е)?').replaceAll('o', '[oо]')
const OF = "(of |the |de |d'|من )?"
const MONTH = String.raw`(\p{L}{3,12})`
/** A year behind it makes it a day that is looked for as such. */
const NO_YEAR = String.raw`(?![\p{L}\p{N}])(?!\.?,?\s{0,2}(?:of |de |del |г\.? ?)?['’]?\d\d)`
/** The next row of a table by quarters, behind the count of the one before: "16 january–march 2013". */
const NO_QUARTER = String.raw`(?! ?[–-] ?\p{L}{3,12}\.? (?:of |de |del )?\d{4})`
const DAY_FIRST = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:/-])${DAY}${ORDINAL} ${OF}${MONTH}${NO_YEAR}${NO_QUARTER}`,
  'gu',
)
/** Only where it is plain that no count of something follows: "In October 23 people". */
const MONTH_FIRST = new RegExp(
  String.raw`(?<=(?<!\p{L})(on )?${MONTH} )${DAY}(st|nd|rd|th)?${NO_YEAR}(?=[.,;:)!?]|$|\n| )`,
  'gu',
)
/** Months that are other words too. */
const ALSO_WORDS: ReadonlySet<string> = new Set(['may', 'march', 'mars', 'august', 'mart', 'mai'])
const SHORT_NAMES: ReadonlySet<string> = new Set(['mai', 'may', 'мая', 'май', 'ماي'].map(foldForGate))
const LEAST_LETTERS = 4
/** From here on, a tenth of a year, a day that is named by chance is likely one of them. */
const TOO_MANY_DAYS = 37
/** English months have a capital; without it "3 may, perhaps" is no day, unless it is led up to or stands alone. */
const LED_UP_TO =
  '(?:[Oo]n(?: the)?|[Bb]y|[Ff]rom|[Tt]o|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|[Ee]l|[Aa]l|[Ll]e|[Dd]u|[Aa]u)'
const COUNTED = '(?:people|persons|men|women|children|prisoners|detainees|witnesses|others|victims)'
const VERB = new RegExp(
  [
    String.raw`(?<=(?<![\p{L}\p{N}.,:/-])(?<!(?<!\p{L})${LED_UP_TO} )\d{1,2} )`,
    String.raw`(?!(?<=^[^\S\n]*\d{1,2} )may[.;:)!?]*[^\S\n]*$)may(?=[.,;:)!?\n]|$)`,
    String.raw`|(?<!\p{L})may(?= \d{1,2}(?:, \d{1,2})* or \d{1,2} ${COUNTED}(?!\p{L}))`,
  ].join(''),
  'gmu',
)
const STANDS_AS_DAY = /^(?:[.,;:)!?]|\s*$|\n)/

/**
 * Findings for the protected days that a folded text names without a year, but for those of which the brief says some
 * year's. For sentences: in a table numbers stand beside names of months and are no days.
 */
export function yearlessLeaks(
  days: () => YearlessDays,
  said: readonly string[],
): (text: string, where: string) => Finding[] {
  let saidDays: ReadonlySet<YearlessDay> | null = null
  return (text, where) =>
    yearlessDays(foldedForDays(text)).flatMap((day) => {
      const canary = days().get(day)
      if (canary === undefined) return []
      saidDays ??= new Set(said.flatMap((each) => namedDays(foldedForDays(each))))
      return saidDays.has(day) ? [] : [leakFinding(canary, where)]
    })
}

/** The days of the year on which something happened; none when they are too many to tell anything. */
export function protectedYearlessDays(canaries: readonly Canary[]): YearlessDays {
  const ofEvents = canaries.filter(({ where }) => !isTimeOfEntry(where.kind, where.field))
  const days = [...protectedDays(ofEvents)].map(([day, canary]) => [withoutYear(day), canary] as const)
  const made = new Map(days)
  return made.size < TOO_MANY_DAYS ? made : new Map()
}

const foldedForDays = (text: string): string => foldForGate(text.replace(VERB, 'might'))

const withoutYear = (day: string): YearlessDay => `${day.slice(5, 7)}-${day.slice(8, 10)}`

/** Days that a text names with a year or without. */
const namedDays = (folded: string): YearlessDay[] => [
  ...yearlessDays(folded),
  ...[...writtenDays(folded), ...(folded.match(/\d{4}-\d{2}-\d{2}/g) ?? [])].map(withoutYear),
]

/** Every day without a year that a folded text names. */
export function yearlessDays(text: string): YearlessDay[] {
  const folded = withMonthsOfOneWord(withDaysInNumbers(text))
  const found: YearlessDay[] = []
  const add = (month: number | undefined, day: string): void => {
    if (month !== undefined && Number(day) >= 1 && Number(day) <= 31)
      found.push(`${two(month)}-${two(Number(day))}`)
  }
  for (const match of folded.matchAll(DAY_FIRST)) {
    const [whole, day = '', ordinal, of, name = ''] = match
    const rest = folded.slice(match.index + whole.length)
    const isDay = ordinal !== undefined || of !== undefined || STANDS_AS_DAY.test(rest)
    if (isDay || !ALSO_WORDS.has(name)) add(longMonth(name), day)
  }
  for (const [, on, name = '', day = '', ordinal] of folded.matchAll(MONTH_FIRST))
    if (on !== undefined || ordinal !== undefined) add(longMonth(name), day)
  return found
}

/** Months cut short are too many words of too many languages. */
function longMonth(name: string): number | undefined {
  return name.length >= LEAST_LETTERS || SHORT_NAMES.has(name) ? monthNumber(name) : undefined
}

const two = (n: number): string => String(n).padStart(2, '0')
