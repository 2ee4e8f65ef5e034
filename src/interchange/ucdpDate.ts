/**
 * UCDP date_prec → EDTF. 1 the day is known · 2 two to six days · 3 a week · 4 a month · 5 a year. The stored
 * date is never finer than the codebook allows.
 */
import type { DateOrder } from './importPlan.ts'
import { readDate } from './readDate.ts'

/** A full day as YYYY-MM-DD, or null. UCDP writes ISO days, some copies with a clock time behind. */
export function readUcdpDay(cell: string, order: DateOrder | undefined): string | null {
  const date = readDate(cell, order)
  return date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null
}

/** `precision` is 1–5, or undefined when the file does not say. Days are YYYY-MM-DD, `start` not after `end`. */
export function ucdpWhen(start: string, end: string, precision: number | undefined): string {
  const span = (from: string, to: string): string => (from === to ? from : `${from}/${to}`)
  switch (precision) {
    case 1:
      return span(start, end)
    case 4:
      return span(start.slice(0, 7), end.slice(0, 7))
    case 5:
      return span(start.slice(0, 4), end.slice(0, 4))
    default:
      return start === end ? `${start}~` : `${start}/${end}`
  }
}
