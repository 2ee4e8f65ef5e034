/**
 * Policy `count`: a number of people as it is, in steps of five, or in bands (redaction.md). A step of five is shown as
 * the numbers it stands for ("45-49"), so that nobody takes it for a count, and the bands are made of such steps.
 */
import type { z } from 'zod'
import type { countSchema } from '../../recordBase.ts'
import type { CountPrecision } from '../precision.ts'

type Count = z.infer<typeof countSchema>

/** `17`, `15-19`, `10+` or `50+`. */
export const COUNT_TEXT = /^(?:0|[1-9]\d*(?:-[1-9]\d*)?|[15]0\+)$/

/**
 * The best figure, else the lowest, else the highest, at a precision. Null when none is given or may be shown; nobody is
 * shown as 0 by exact counts alone.
 */
export function coarsenCount(count: Count | undefined, precision: CountPrecision): string | null {
  const people = count?.best ?? count?.low ?? count?.high
  return people === undefined ? null : coarsenPeople(people, precision)
}

function coarsenPeople(people: number, precision: CountPrecision): string | null {
  if (precision === 'exact') return String(people)
  if (precision === 'none' || people === 0) return null
  if (precision === 'wide') return people < 10 ? '1-9' : '10+'
  if (people < 5) return '1-4'
  if (people < 10) return '5-9'
  if (precision === 'banded') return people < 50 ? '10-49' : '50+'
  const step = Math.floor(people / 5) * 5
  return `${step}-${step + 4}`
}

/** What a shown number is at a coarser precision; it follows from the least it stands for. A coarser one stays. */
export function coarsenShownCount(shown: string, precision: CountPrecision): string | null {
  if (precision === 'exact') return shown
  if (shown === '1-9' || shown === '10+') return precision === 'none' ? null : shown
  // Bands from ten on are wider than steps of five.
  if (precision === 'rounded' && (shown === '10-49' || shown === '50+')) return shown
  return coarsenPeople(Number.parseInt(shown, 10), precision)
}
