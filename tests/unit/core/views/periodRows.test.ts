import { expect, test } from 'vitest'
import { breakdown } from '../../../../src/core/views/breakdown.ts'
import { codeIndex } from '../../../../src/core/views/codeIndex.ts'
import { monthKeysOf, yearKeysOf } from '../../../../src/core/views/dateKeys.ts'
import { dateSpans } from '../../../../src/core/views/dateSpans.ts'
import { periodRows } from '../../../../src/core/views/periodRows.ts'
import { figuresOf } from '../../../../src/core/views/persons.ts'
import type { ReportLinks } from '../../../../src/core/views/reportLinks.ts'

const NO_LINKS: ReportLinks = { items: [], sources: [], kinds: new Map() }

function rowsOf(dates: readonly string[], links = NO_LINKS) {
  const rows = dates.map((when) => ({ when, counts: {} }))
  const spans = dateSpans(rows)
  return {
    months: breakdown(codeIndex(rows, monthKeysOf(spans)), links, figuresOf(rows)).rows,
    years: breakdown(codeIndex(rows, yearKeysOf(spans)), links, figuresOf(rows)).rows,
  }
}

test('months without anything stand between those with something', () => {
  const { months, years } = rowsOf(['2017-03-05', '2016-12', '2017-03', '2017', '2016-12-31/2017-01-01'])
  const shown = (periods: ReturnType<typeof periodRows>) =>
    periods?.map(({ period, tally }) => [period, tally.incidents])
  expect(shown(periodRows(months, 'month', 9))).toEqual([
    ['2016-12', 1],
    ['2017-01', 0],
    ['2017-02', 0],
    ['2017-03', 2],
  ])
  expect(shown(periodRows(years, 1, 9))).toEqual([
    ['2016', 1],
    ['2017', 3],
  ])
  expect(periodRows(months, 'month', 3)).toBeNull()
  expect(periodRows([], 'month', 3)).toEqual([])
})

test('a period says how its sources changed with its incidents', () => {
  const dates = ['2017-01-01', '2017-02-01', '2017-02-02', '2017-02-03']
  const links = { items: [], sources: [[0, 1], [1], [2], [3]], kinds: new Map() }
  const { months } = rowsOf(dates, links)
  expect(periodRows(months, 'month', 9)?.map(({ shift }) => shift)).toEqual([null, { before: 1, now: 4 }])
})
