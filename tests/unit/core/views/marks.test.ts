import { expect, test } from 'vitest'
import { dateSpans } from '../../../../src/core/views/dateSpans.ts'
import { dayNumber } from '../../../../src/core/views/dayNumbers.ts'
import { linesOf, rowsInSight } from '../../../../src/core/views/marks.ts'

const spans = dateSpans(
  ['2017-04', '2016', '2017-03-05', '2017-01/..', '../2017-03-01', 'nonsense'].map((when) => ({ when })),
)
const march = { from: dayNumber(2017, 3, 2), to: dayNumber(2017, 4, 1) }

test('what touches the days is in sight, earliest first, open ends reach on', () => {
  expect(rowsInSight(spans, march, 9)).toEqual([3, 2])
  expect(rowsInSight(spans, { from: dayNumber(2016, 6, 1), to: march.to }, 9)).toEqual([4, 1, 3, 2])
  expect(rowsInSight(spans, march, 2)).toEqual([3, 2])
  expect(rowsInSight(spans, march, 1)).toBeNull()
})

test('pieces that would touch are on lines of their own', () => {
  const pieces = [
    { start: 0, end: 10 },
    { start: 5, end: 6 },
    { start: 8, end: 20 },
    { start: 12, end: 14 },
  ]
  expect(linesOf(pieces, 3, 1)).toEqual([0, 1, 1, 0])
  expect(linesOf(pieces, 1, 1)).toBeNull()
  expect(linesOf([], 1, 1)).toEqual([])
})
