/** Days out of instants. The clock itself is passed in: core asks nobody what time it is. */

/** The day of an instant in the calendar of the machine it was read on, YYYY-MM-DD. */
export function localDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
