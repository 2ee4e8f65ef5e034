/** The Gregorian calendar, also for the years before it was made, as ISO 8601 counts them. */

/** Length of a month, 28 to 31; `month` is 1-based. 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

const SHIFTS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]

/** Day of the week, 0 for Sunday (Sakamoto's rule). For years from 1. */
export function weekdayOf(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  return (y + leaps + (SHIFTS[month - 1] ?? 0) + day) % 7
}
