/** The clock and the chance of the command line; everything below takes them as arguments. */
import { randomBytes } from 'node:crypto'
import { daySchema } from '../core/claim.ts'
import { createId } from '../core/ids.ts'
import { usage } from './exit.ts'

export const nowInstant = (): string => new Date().toISOString()
export const newId = (): string => createId(randomBytes)

/** Today in the user's own calendar, YYYY-MM-DD. */
export function today(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A day option; undefined stays undefined, anything but YYYY-MM-DD is a usage failure. */
export function parseDay(name: string, text: string | undefined): string | undefined {
  if (text === undefined || daySchema.safeParse(text).success) return text
  throw usage('cli/date-unreadable', `--${name} takes a day as YYYY-MM-DD.`)
}
