/** The date of the same unit just before and just after: what "before" and "after" leave. */
import { daysInMonth } from '../calendar.ts'
import type { EdtfDate } from '../edtf.ts'
import { compareDays, spanOf } from '../edtfDays.ts'
import { refuse } from './lexemeReader.ts'

/** Units that count on: months from 1 in a year, quarters, days in a month. */
export function unitBefore(date: EdtfDate): EdtfDate {
  return step(date, -1)
}

/** The unit after; refuses a season, whose neighbours depend on the hemisphere. */
export function unitAfter(date: EdtfDate): EdtfDate {
  return step(date, 1)
}

function step(date: EdtfDate, by: 1 | -1): EdtfDate {
  const { year, month = 1, day = 1, part = 1 } = date
  switch (date.unit) {
    case 'day': {
      const last = daysInMonth(year, month)
      if (day + by >= 1 && day + by <= last) return { ...date, day: day + by }
      const next = step({ unit: 'month', year, month, qualifier: '' }, by)
      const edge = by > 0 ? 1 : daysInMonth(next.year, next.month ?? 1)
      return { ...date, year: next.year, month: next.month ?? 1, day: edge }
    }
    case 'month':
      return { ...date, ...wrapped(year, month + by, 12, 'month') }
    case 'quarter':
      return { ...date, ...wrapped(year, part + by, 4, 'part') }
    case 'year':
      return { ...date, year: year + by }
    case 'decade':
      return { unit: 'year', year: by > 0 ? year + 10 : year - 1, qualifier: date.qualifier }
    default:
      return refuse('not-a-date')
  }
}

function wrapped(year: number, at: number, count: number, name: 'month' | 'part') {
  if (at < 1) return { year: year - 1, [name]: count }
  return at > count ? { year: year + 1, [name]: 1 } : { year, [name]: at }
}

/** Does `to` end before `from` begins? */
export function endsBefore(from: EdtfDate, to: EdtfDate): boolean {
  const start = spanOf({ kind: 'date', date: from })?.earliest
  const end = spanOf({ kind: 'date', date: to })?.latest
  return start != null && end != null && compareDays(start, end) > 0
}
