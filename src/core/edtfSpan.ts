/** The days an EDTF text may mean: span, sort key, overlap. */

import { parseEdtf } from './edtf.ts'
import { compareDays, type DaySpan, daySortKey, spanOf } from './edtfDays.ts'

/** The days a text may mean; null when it is not EDTF. */
export function edtfSpan(text: string): DaySpan | null {
  const edtf = parseEdtf(text)
  return edtf && spanOf(edtf)
}

/** Before and after the keys of all days. */
const BEFORE_ALL = ''
const AFTER_ALL = 'Z'

/**
 * The string that everything sorts dates by, by code unit: earliest day, then latest. A beginning that is open or
 * unknown is before all days, such an end after them. Null when the text is not EDTF.
 */
export function edtfSortKey(text: string): string | null {
  const span = edtfSpan(text)
  if (!span) return null
  const from = span.earliest === null ? BEFORE_ALL : daySortKey(span.earliest)
  return `${from} ${span.latest === null ? AFTER_ALL : daySortKey(span.latest)}`
}

/** Do two spans share a day? An open or unknown end reaches everywhere. */
export function spansOverlap(a: DaySpan, b: DaySpan): boolean {
  const startsBeforeEnd = (x: DaySpan, y: DaySpan) =>
    x.earliest === null || y.latest === null || compareDays(x.earliest, y.latest) <= 0
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a)
}
