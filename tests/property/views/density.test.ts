/** What the timeline counts in each lane and period, against each record by itself (bar S2). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edtfSpan } from '../../../src/core/edtfSpan.ts'
import { dateSpan, dateSpans } from '../../../src/core/views/dateSpans.ts'
import { civilDay, dayNumber, dayNumberOf, dayText } from '../../../src/core/views/dayNumbers.ts'
import { density } from '../../../src/core/views/density.ts'
import { OTHER_CODES } from '../../../src/core/views/foldCodes.ts'
import { perpetratorsOf, statusOf, violationsOf } from '../../../src/core/views/incidentKeys.ts'
import { lanesOf, NO_CODE } from '../../../src/core/views/lanes.ts'
import {
  nextPeriod,
  type PeriodUnit,
  periodEdges,
  periodStart,
  periodText,
} from '../../../src/core/views/periods.ts'
import { edtfText } from '../../support/edtfTexts.ts'
import { type ViewedIncident, viewedRows } from '../../support/viewedLogs.ts'

const UNITS: readonly PeriodUnit[] = ['day', 'week', 'month', 'quarter', 1, 10, 100, 1000]
const unit = fc.constantFrom(...UNITS)
const anyDay = fc.integer({ min: dayNumber(-9000, 1, 1), max: dayNumber(9000, 1, 1) })
const LANES = { violation: violationsOf, perpetrator: perpetratorsOf, status: statusOf }

test('a day and its number are each other’s', () => {
  fc.assert(
    fc.property(anyDay, (number) => {
      const { year, month, day } = civilDay(number)
      expect(dayNumber(year, month, day)).toBe(number)
      expect(dayNumberOf(dayText(number) ?? '')).toBe(number)
      if (year >= 1900 && year < 2100) expect(number).toBe(Date.UTC(year, month - 1, day) / 86_400_000)
    }),
  )
})

test('a period begins on or before each of its days, and its text means just its days', () => {
  fc.assert(
    fc.property(anyDay, unit, (day, of) => {
      const start = periodStart(day, of)
      const next = nextPeriod(start, of)
      expect(start).toBeLessThanOrEqual(day)
      expect(next).toBeGreaterThan(day)
      expect(periodStart(next - 1, of)).toBe(start)
      if (civilDay(start).year < -9000) return
      const span = dateSpan(periodText(start, of))
      expect([span?.from, span?.to]).toEqual([start, next])
    }),
  )
})

test('a date is drawn as the days that it may mean', () => {
  fc.assert(
    fc.property(edtfText, (text) => {
      const days = edtfSpan(text)
      const span = dateSpan(text)
      const isFar = [days?.earliest, days?.latest].some((day) => day?.startsWith('Y'))
      if (isFar) {
        expect(span).toBeNull()
        return
      }
      expect(span?.from).toBe(days?.earliest == null ? -Infinity : dayNumberOf(days.earliest))
      expect(span?.to).toBe(days?.latest == null ? Infinity : (dayNumberOf(days.latest) ?? 0) + 1)
    }),
  )
})

test.each(['violation', 'perpetrator', 'status'] as const)('the timeline by %s is a plain count', (by) => {
  fc.assert(
    fc.property(
      viewedRows,
      fc.integer({ min: dayNumber(2016, 1, 1), max: dayNumber(2019, 1, 1) }),
      fc.integer({ min: 1, max: 900 }),
      fc.constantFrom<PeriodUnit>('day', 'week', 'month', 'quarter', 1),
      fc.constantFrom(3, 4, 12),
      (rows, from, days, of, most) => {
        const spans = dateSpans(rows)
        const lanes = lanesOf(rows, LANES[by], most)
        const edges = periodEdges(from, from + days, of)
        const counted = density(spans, lanes, edges)
        expect(counted.all).toEqual(naive(rows, edges))
        expect(lanes.keys.length).toBeLessThanOrEqual(most)
        expect(counted.lanes).toEqual(
          lanes.keys.map((key) =>
            naive(
              rows.filter((row) => isIn(LANES[by](row), key, lanes.keys)),
              edges,
            ),
          ),
        )
        const { inSight, before, after } = counted.all
        expect(inSight + before + after + spans.undated).toBe(rows.length)
      },
    ),
    { numRuns: 150 },
  )
})

function isIn(codes: readonly string[], key: string, keys: readonly string[]): boolean {
  if (key === NO_CODE) return codes.length === 0
  return key === OTHER_CODES ? codes.some((code) => !keys.includes(code)) : codes.includes(key)
}

/** Each date of each record held against each period. */
function naive(rows: readonly ViewedIncident[], edges: Float64Array) {
  const spans = rows.flatMap(({ when }) => dateSpan(when) ?? [])
  const [begin, end] = [edges.at(0) ?? 0, edges.at(-1) ?? 0]
  const periods = [...edges.slice(0, -1)].map((start, at) => [start, edges[at + 1] ?? 0] as const)
  const count = (test: (from: number, to: number) => boolean) =>
    spans.filter(({ from, to }) => test(from, to)).length
  return {
    within: Uint32Array.from(periods, ([start, stop]) => count((from, to) => from >= start && to <= stop)),
    across: Uint32Array.from(periods, ([start, stop]) =>
      count((from, to) => from < stop && to > start && !(from >= start && to <= stop)),
    ),
    inSight: count((from, to) => from < end && to > begin),
    before: count((_, to) => to <= begin),
    after: count((from) => from >= end),
  }
}
