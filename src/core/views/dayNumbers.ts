/** Days as whole numbers, counted from 1970-01-01 in the calendar of ISO 8601, so that pictures can reckon with them. */

/** No axis reaches further: such years are not written with four digits, and are slips or geology. */
const LAST_YEAR = 9999
const DAYS_OF_400_YEARS = 146_097
/** From 0000-03-01 to 1970-01-01. */
const BEFORE_1970 = 719_468

/** The number of a day; `month` is 1-based. Years begin in March here, so that a leap day is the last of its year. */
export function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_OF_400_YEARS + dayOfEra - BEFORE_1970
}

export interface CivilDay {
  readonly year: number
  /** 1-based. */
  readonly month: number
  readonly day: number
}

/** The day of a number: the inverse of {@link dayNumber}. */
export function civilDay(number: number): CivilDay {
  const shifted = Math.floor(number) + BEFORE_1970
  const era = Math.floor(shifted / DAYS_OF_400_YEARS)
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

const DAY = /^(-?\d{4})-(\d{2})-(\d{2})$/

/** The number of a day of a `DaySpan`; null beyond the years of four digits. */
export function dayNumberOf(day: string): number | null {
  const match = DAY.exec(day)
  return match === null ? null : dayNumber(Number(match[1]), Number(match[2]), Number(match[3]))
}

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

/** YYYY-MM-DD, or null beyond the years of four digits. */
export function dayText(number: number): string | null {
  const { year, month, day } = civilDay(number)
  if (Math.abs(year) > LAST_YEAR) return null
  return `${year < 0 ? '-' : ''}${digits(Math.abs(year), 4)}-${digits(month, 2)}-${digits(day, 2)}`
}
