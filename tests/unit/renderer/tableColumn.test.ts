import { expect, test } from 'vitest'
import { compareValues, type SortValue } from '../../../src/renderer/table/tableColumn.ts'

const sorted = (values: readonly SortValue[], collator: Intl.Collator | null) =>
  values.toSorted((a, b) => compareValues(a, b, collator))

test('words sort as the language does, codes by their characters, numbers by their size', () => {
  const swedish = new Intl.Collator('sv', { numeric: true })
  expect(sorted(['z', 'ö', 'a', 'B', 'item 10', 'item 9'], swedish)).toEqual([
    'a',
    'B',
    'item 9',
    'item 10',
    'z',
    'ö',
  ])
  const dates = ['2017-04-11 2017-04-11', '2016-12-01 2016-12-31', '2017-04-11 2017-04-12']
  expect(sorted(dates, null)).toEqual([dates[1], dates[0], dates[2]])
  expect(sorted([10, 9, 100], swedish)).toEqual([9, 10, 100])
  expect(compareValues('a', 'a', null)).toBe(0)
})
