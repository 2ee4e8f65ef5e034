import { expect, test } from 'vitest'
import { dateSpans } from '../../../../../src/core/views/dateSpans.ts'
import { dayNumber } from '../../../../../src/core/views/dayNumbers.ts'
import { tablePeriods } from '../../../../../src/renderer/features/timeline/tablePeriods.ts'
import { noLanes, timelineCounts } from '../../../../../src/renderer/features/timeline/timelineCounts.ts'

const spansOf = (...dates: string[]) => dateSpans(dates.map((when) => ({ when })))
const counts = (dates: string[], assessed: string[] = []) =>
  timelineCounts(spansOf(...dates), noLanes(dates.length), spansOf(...assessed), {
    from: dayNumber(2010, 1, 1),
    to: dayNumber(2012, 1, 1),
  })

test('empty periods on end are one row, and every other period has its own', () => {
  const { unit, counted } = counts(['2010-03-05', '2010-03-13'])
  expect(unit).toBe('week')
  expect(counted.all.inSight).toBe(2)
  const texts = tablePeriods(counts(['2010-03-05', '2010-03-13'])).map(({ text }) => text)
  expect(texts).toEqual([
    '2009-12-28/2010-02-28',
    '2010-03-01/2010-03-07',
    '2010-03-08/2010-03-14',
    '2010-03-15/2012-01-01',
  ])
})

test('a period in which only a claim was assessed is not empty', () => {
  expect(tablePeriods(counts([], ['2010-03-05'])).map(({ text }) => text)).toContain('2010-03-01/2010-03-07')
  expect(tablePeriods(counts([]))).toHaveLength(1)
})
