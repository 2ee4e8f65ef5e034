/** The clock and the chance of the command line; everything below takes them as arguments. */
import { randomBytes } from 'node:crypto'
import { daySchema } from '../core/claim.ts'
import { localDay } from '../core/clock.ts'
import { createId } from '../core/ids.ts'
import { usage } from './exit.ts'

export const nowInstant = (): string => new Date().toISOString()
export const newId = (): string => createId(randomBytes)

/** Today in the user's own calendar, YYYY-MM-DD. */
export const today = (): string => localDay(new Date())

/** The instant at which a day (YYYY-MM-DD) of the user's own calendar is over. */
export function endOfDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const end = new Date(2000, 0, 1)
  end.setFullYear(year, month - 1, date + 1)
  return end.toISOString()
}

/** A day option; undefined stays undefined, anything but YYYY-MM-DD is a usage failure. */
export function parseDay(name: string, text: string | undefined): string | undefined {
  if (text === undefined || daySchema.safeParse(text).success) return text
  throw usage('cli/date-unreadable', `--${name} takes a day as YYYY-MM-DD.`)
}
