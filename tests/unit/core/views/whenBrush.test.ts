import { expect, test } from 'vitest'
import { parseQuery } from '../../../../src/core/query.ts'
import { dayNumber } from '../../../../src/core/views/dayNumbers.ts'
import { brushedDays, brushWhen, withoutBrush } from '../../../../src/core/views/whenBrush.ts'

const spring = { from: dayNumber(2017, 2, 1), to: dayNumber(2017, 5, 1) }
const TERM = 'when:2017-02-01..2017-04-30'

test.each([
  ['', TERM],
  ['prison -tag:done', `prison -tag:done ${TERM}`],
  ['prison OR camp', `(prison OR camp) ${TERM}`],
  ['(a) OR (b)', `((a) OR (b)) ${TERM}`],
  ['when:2016 "x y"', `when:2016 "x y" ${TERM}`],
])('a stretch is added to %j and taken away again', (query, brushed) => {
  expect(brushWhen(query, spring)).toBe(brushed)
  expect(brushedDays(brushed)).toEqual(['2017-02-01', '2017-04-30'])
  expect(withoutBrush(brushed)).toBe(query)
  expect(parseQuery(brushed).ok).toBe(true)
})

test('the next stretch takes the place of the one before', () => {
  const first = brushWhen('a OR b', spring) ?? ''
  const may = { from: dayNumber(2017, 5, 1), to: dayNumber(2017, 5, 2) }
  expect(brushWhen(first, may)).toBe('(a OR b) when:2017-05-01..2017-05-01')
})

test('what somebody typed is no stretch of a picture', () => {
  const typed = ['when:2017-02..2017-04', `-${TERM}`, `${TERM} prison`, `"${TERM}`]
  for (const query of [...typed, `status:likely OR ${TERM}`, `status:likely OR prison ${TERM}`]) {
    expect(brushedDays(query)).toBeNull()
    expect(withoutBrush(query)).toBe(query)
  }
})

test('days that a query cannot name are no stretch', () => {
  expect(brushWhen('a', { from: dayNumber(-4, 1, 1), to: dayNumber(3, 1, 1) })).toBeNull()
  expect(brushWhen('a', { from: dayNumber(12_000, 1, 1), to: dayNumber(12_001, 1, 1) })).toBeNull()
})

test('a query that cannot be read gets no stretch', () => {
  for (const query of ['(prison', 'prison OR', 'colour:red']) expect(brushWhen(query, spring)).toBeNull()
})
