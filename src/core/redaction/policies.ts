/**
 * The redaction policies, each pure and idempotent (redaction.md, "Policies"). A value is replaced by a coarser
 * one or by nothing; never by something as long as the value, never by something that can be undone.
 */

import type { z } from 'zod'
import { type Edtf, type EdtfDate, type EdtfEnd, formatEdtf, parseEdtf } from '../edtf.ts'
import type { Place } from '../incident.ts'
import type { countSchema } from '../recordBase.ts'
import type { COUNT_BANDS } from './briefData.ts'

export type DatePrecision = 'day' | 'month' | 'quarter' | 'year' | 'none'
export type PlacePrecision = 'admin1' | 'country' | 'none'

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

/** Country and first-order division at most; nothing of the place as reported, its name or its coordinates. */
export function coarsenPlace(
  place: Place,
  precision: PlacePrecision,
): { readonly country: string | null; readonly admin1: string | null } {
  return {
    country: precision === 'none' ? null : (place.country ?? null),
    admin1: precision === 'admin1' ? (place.admin1 ?? null) : null,
  }
}

/** A band for a number of people; by the best figure, else the lowest. Null for none or nobody. */
export function countBand(
  count: z.infer<typeof countSchema> | undefined,
): (typeof COUNT_BANDS)[number] | null {
  const people = count?.best ?? count?.low ?? count?.high
  if (people === undefined || people === 0) return null
  if (people < 5) return '1-4'
  if (people < 10) return '5-9'
  return people < 50 ? '10-49' : '50+'
}
