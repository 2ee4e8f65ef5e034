import { expect, test } from 'vitest'
import { dateSpans } from '../../../../../src/core/views/dateSpans.ts'
import { dayNumber } from '../../../../../src/core/views/dayNumbers.ts'
import { lanesOf } from '../../../../../src/core/views/lanes.ts'
import { timelineCounts } from '../../../../../src/renderer/features/timeline/timelineCounts.ts'
import {
  barPaths,
  tallest,
  timelineBands,
} from '../../../../../src/renderer/features/timeline/timelineLayout.ts'
import { readoutAt, rowAt } from '../../../../../src/renderer/features/timeline/timelineReadout.ts'
import { timeScale } from '../../../../../src/renderer/features/timeline/timelineWindow.ts'

const year = { from: dayNumber(2017, 1, 1), to: dayNumber(2018, 1, 1) }
const rows = [
  { when: '2017-03-05', of: ['a'] },
  { when: '2017-03-05', of: ['a', 'b'] },
  { when: '2017', of: ['b'] },
]
const spans = dateSpans(rows)
const lanes = lanesOf(rows, ({ of }) => of, 9)
const counts = timelineCounts(spans, lanes, dateSpans([{ when: '2017-03-04' }]), year)
const bands = timelineBands(400, lanes.keys.length, true)
const scale = timeScale(year, 365, false)
const march = scale.x(dayNumber(2017, 3, 5)) + 0.5
const middleOf = ({ top, height }: { readonly top: number; readonly height: number }) => top + height / 2

test('the pointer reads the counts of the lane and the period it rests on', () => {
  expect(counts.unit).toBe('week')
  const at = (y: number) => readoutAt({ x: march, y }, bands, scale, counts)
  const week = '2017-02-27/2017-03-05'
  expect(at(middleOf(bands.all))).toEqual({ lane: 'all', period: week, within: 2, across: 1 })
  expect(at(middleOf(bands.lanes[0] ?? bands.all))).toEqual({ lane: 0, period: week, within: 2, across: 0 })
  expect(at(middleOf(bands.lanes[1] ?? bands.all))).toEqual({ lane: 1, period: week, within: 1, across: 1 })
  expect(at(middleOf(bands.assessed ?? bands.all))).toMatchObject({ lane: 'assessed', within: 1 })
  expect(at(2)).toBeNull()
})

test('bars fill their lane at the most, and what is there at all is seen', () => {
  expect(tallest(counts.counted.all)).toBe(3)
  const { within, across } = barPaths(counts.counted.all, counts.counted.edges, scale, bands.all, 3000)
  expect(within).toMatch(/^M/)
  expect(within).toContain('v1.5')
  expect(across.split('M').length - 1).toBe(counts.counted.edges.length - 1)
})

test('a mark is met a little beside it, too', () => {
  const mark = { row: 7, left: 10, width: 5, top: 20, start: 'sharp', end: 'sharp' } as const
  expect(rowAt({ x: 9.5, y: 26 }, [null, [mark]])).toBe(7)
  expect(rowAt({ x: 40, y: 22 }, [null, [mark]])).toBeNull()
})
