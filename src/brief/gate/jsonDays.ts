/**
 * Days that JSON says in numbers: seconds since 1970, the days of a spreadsheet, Julian days, and year, month and day
 * under keys of their own. Each is written out, to be looked for like any other.
 */
import { foldText } from '../../core/foldText.ts'
import { countsOrCalls, keyKinds } from './jsonKeys.ts'

const DAY_MS = 86_400_000
/** Units of a time since 1970, in milliseconds. */
const UNITS = [1_000, 1, 1e-3, 1e-6]
const [LEAST_MS, MOST_MS] = [Date.UTC(1990, 0), Date.UTC(2050, 0)]
/** Day 0 of spreadsheets, and of Julian days, which begin at noon. */
const SHEET_MS = Date.UTC(1899, 11, 30)
const JULIAN_DAYS = 2_440_587.5
/** Nine or ten digits: as many as phones and sums have. */
const MOST_SECONDS = 1e10
/** From here on the day is the next one further east; up to there the one before further west. */
const [EVENING, MORNING] = [18, 8]

/** The days, as YYYY-MM-DD, that a number or a text of digits may be. */
export function daysOfNumber(key: string, value: string | number): string[] {
  const number =
    typeof value === 'number' ? value : /^\d{5,19}(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  if (!(number > 0)) return []
  const kinds = keyKinds(key)
  if (number < MOST_SECONDS && countsOrCalls(kinds)) return []
  const times = UNITS.map((unit) => number * unit).filter((ms) => number >= 1e8 && isInTime(ms))
  if (kinds.has('date') || kinds.has('time')) {
    const counted = [SHEET_MS + number * DAY_MS, (number - JULIAN_DAYS) * DAY_MS].filter(isInTime)
    return [...times.flatMap(daysAround), ...counted.map(isoDay)]
  }
  return times.flatMap(daysAround)
}

/** The day that an object says in parts; null when it says none. */
export function dayOfParts(object: Readonly<Record<string, unknown>>): string | null {
  const parts = new Map(Object.entries(object).map(([key, value]) => [foldText(key), Number(value)]))
  const part = (names: ReadonlySet<string>): number => {
    const key = parts.keys().find((each) => names.has(each))
    return key === undefined ? Number.NaN : (parts.get(key) ?? Number.NaN)
  }
  const [year, month, day] = [part(YEAR), part(MONTH), part(DAY)]
  const ms = Date.UTC(year, month - 1, day)
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && isInTime(ms) ? isoDay(ms) : null
}

const named = (names: string): ReadonlySet<string> => new Set(names.split(' ').map(foldText))
const YEAR = named('year y yyyy año année annee год السنة')
const MONTH = named('month m mm mes mois месяц الشهر')
const DAY = named('day d dd día jour день число اليوم')

const isInTime = (ms: number): boolean => ms >= LEAST_MS && ms < MOST_MS
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

function daysAround(ms: number): string[] {
  const hour = new Date(ms).getUTCHours()
  const days = [ms, ...(hour >= EVENING ? [ms + DAY_MS] : []), ...(hour <= MORNING ? [ms - DAY_MS] : [])]
  return days.map(isoDay)
}
