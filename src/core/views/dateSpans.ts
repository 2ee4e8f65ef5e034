/** The dates of records as the spans that pictures draw: never a point that nobody knows, open ends left open. */
import { type EdtfEnd, parseEdtf } from '../edtf.ts'
import { spanOf } from '../edtfDays.ts'
import { dayNumberOf } from './dayNumbers.ts'

export interface DateSpan {
  /** The first day that it may mean; minus infinity for a beginning that is open or unknown. */
  readonly from: number
  /** The day after the last one; infinity for an end that is open or unknown. */
  readonly to: number
  /** Is that end about or uncertain (`~`, `?`)? */
  readonly isFromSoft: boolean
  readonly isToSoft: boolean
}

/** The span of an EDTF text; null when it is none, or reaches beyond the years of four digits. */
export function dateSpan(text: string): DateSpan | null {
  const edtf = parseEdtf(text)
  const span = edtf && spanOf(edtf)
  if (edtf === null || span === null) return null
  const from = span.earliest === null ? Number.NEGATIVE_INFINITY : dayNumberOf(span.earliest)
  const last = span.latest === null ? Number.POSITIVE_INFINITY : dayNumberOf(span.latest)
  if (from === null || last === null) return null
  const [start, end] = edtf.kind === 'date' ? [edtf.date, edtf.date] : [edtf.from, edtf.to]
  return { from, to: last + 1, isFromSoft: isSoft(start), isToSoft: isSoft(end) }
}

const isSoft = (end: EdtfEnd): boolean => typeof end !== 'string' && end.qualifier !== ''

/** The spans of many records, one place for each. */
export interface DateSpans {
  readonly count: number
  /** Days; not a number where a record has no date that can be drawn. */
  readonly from: Float64Array
  readonly to: Float64Array
  /** 1 for a soft beginning, 2 for a soft end, 3 for both. */
  readonly soft: Uint8Array
  readonly undated: number
}

/** Many records are of one day: each date is read once. */
export function dateSpans(records: readonly { readonly when: string }[]): DateSpans {
  const count = records.length
  const spans = { from: new Float64Array(count), to: new Float64Array(count), soft: new Uint8Array(count) }
  const known = new Map<string, DateSpan | null>()
  let undated = 0
  for (let row = 0; row < count; row += 1) {
    const when = records[row]?.when ?? ''
    let span = known.get(when)
    if (span === undefined) {
      span = dateSpan(when)
      known.set(when, span)
    }
    if (span === null) undated += 1
    spans.from[row] = span?.from ?? Number.NaN
    spans.to[row] = span?.to ?? Number.NaN
    spans.soft[row] = (span?.isFromSoft ? 1 : 0) + (span?.isToSoft ? 2 : 0)
  }
  return { count, ...spans, undated }
}
