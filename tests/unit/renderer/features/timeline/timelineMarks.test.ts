import { expect, test } from 'vitest'
import { dateSpans } from '../../../../../src/core/views/dateSpans.ts'
import { dayNumber } from '../../../../../src/core/views/dayNumbers.ts'
import { lanesOf } from '../../../../../src/core/views/lanes.ts'
import { inLane, laneMarks } from '../../../../../src/renderer/features/timeline/timelineMarks.ts'
import { timeScale } from '../../../../../src/renderer/features/timeline/timelineWindow.ts'

const dates = ['2017-01-01', '2017-04?', '2017-06/..', '../2017-02', '2017-11~/2017-12']
const spans = dateSpans(dates.map((when) => ({ when })))
const year = { from: dayNumber(2017, 1, 1), to: dayNumber(2018, 1, 1) }
const band = { top: 10, height: 60 }
/** A pixel for each day. */
const marksOf = (isMirrored: boolean) =>
  laneMarks([3, 0, 1, 2, 4], spans, timeScale(year, 365, isMirrored), band) ?? []
const markOf = (row: number, isMirrored = false) => marksOf(isMirrored).find((mark) => mark.row === row)

test('a mark is as long as the date may mean, and a day can still be seen', () => {
  expect(markOf(1)).toMatchObject({ left: 90, width: 30, start: 'soft', end: 'soft' })
  expect(markOf(0)).toMatchObject({ left: 0, width: 5, start: 'sharp', end: 'sharp' })
  expect(markOf(4)).toMatchObject({ left: 304, width: 61, start: 'soft', end: 'sharp' })
})

test('an open end runs on to the edge and fades', () => {
  expect(markOf(2)).toMatchObject({ left: 151, width: 214, start: 'sharp', end: 'open' })
  expect(markOf(3)).toMatchObject({ left: 0, width: 59, start: 'open', end: 'sharp' })
})

test('from right to left a mark stands at the mirrored place', () => {
  expect(markOf(1, true)).toMatchObject({ left: 365 - 120, width: 30 })
  expect(markOf(2, true)).toMatchObject({ left: 0, width: 214, end: 'open' })
})

test('marks that would lie over each other have lines of their own, as long as there is room', () => {
  expect(markOf(0)?.top).toBeLessThan(markOf(3)?.top ?? 0)
  const low = { top: 0, height: 18 }
  expect(laneMarks([3, 0], spans, timeScale(year, 365, false), low)).toBeNull()
})

test('a row stands in the lane of each of its codes', () => {
  const lanes = lanesOf([{ of: ['a', 'b'] }, { of: ['b'] }, { of: [] }], ({ of }) => of, 9)
  expect(lanes.keys.map((_, lane) => inLane([0, 1, 2], lanes, lane))).toEqual([[0, 1], [0], [2]])
})
