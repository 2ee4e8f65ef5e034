/**
 * Policy `date`: day → month → quarter → year → none (redaction.md, "Policies"). Intervals become the covering interval,
 * "about" stays about, and a date that was never finer stays as it is.
 */
import { type Edtf, type EdtfDate, type EdtfEnd, formatEdtf, parseEdtf } from '../../edtf.ts'
import type { DatePrecision } from '../precision.ts'

/**
 * The covering date or interval at a precision: `2017-03-28` → quarter → `2017-33`. "About" stays about, open
 * ends stay open, coarser dates stay as they are. Null when nothing may be shown or the text cannot be read.
 */
export function coarsenDate(text: string, precision: DatePrecision): string | null {
  if (precision === 'none') return null
  const edtf = parseEdtf(text)
  if (!edtf) return null
  if (edtf.kind === 'date') return formatEdtf({ kind: 'date', date: coarsen(edtf.date, precision) })
  const from = coarsenEnd(edtf.from, precision)
  const to = coarsenEnd(edtf.to, precision)
  const whole: Edtf = { kind: 'interval', from, to }
  const fromText = typeof from === 'string' ? from : formatEdtf({ kind: 'date', date: from })
  const toText = typeof to === 'string' ? to : formatEdtf({ kind: 'date', date: to })
  if (typeof from !== 'string' && fromText === toText) return fromText
  return formatEdtf(whole)
}

function coarsenEnd(end: EdtfEnd, precision: DatePrecision): EdtfEnd {
  return typeof end === 'string' ? end : coarsen(end, precision)
}

function coarsen(date: EdtfDate, precision: DatePrecision): EdtfDate {
  const { year, month, qualifier } = date
  switch (precision) {
    case 'day':
    case 'none':
      return withoutTime(date)
    case 'month':
      if (month !== undefined) return { unit: 'month', year, month, qualifier }
      return date.some === 'day' ? { unit: date.unit, year, qualifier } : date
    case 'quarter':
      if (month !== undefined) return { unit: 'quarter', year, part: Math.ceil(month / 3), qualifier }
      // A season spans two quarters, and which ones depends on the hemisphere.
      return date.unit === 'quarter' ? date : ofWholeYears(date)
    case 'year':
      return ofWholeYears(date)
  }
}

/** The year, or the decade or century where no more is known. */
function ofWholeYears({ unit, year, qualifier }: EdtfDate): EdtfDate {
  return { unit: unit === 'decade' || unit === 'century' ? unit : 'year', year, qualifier }
}

/** A time of day is finer than a day. */
function withoutTime({ time: _, ...date }: EdtfDate): EdtfDate {
  return date
}
