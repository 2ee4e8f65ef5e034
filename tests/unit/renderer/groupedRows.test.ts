import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GroupedRows, groupLines, lineOfGroup, plainLines } from '../../../src/renderer/table/GroupedRows.ts'
import { monthKeys } from '../../../src/renderer/table/monthGroups.ts'

interface Row {
  readonly id: string
  readonly tags: readonly string[]
}
const collator = new Intl.Collator('en', { numeric: true })
const BY_TAG = { keys: (row: Row) => row.tags, words: String }
const rowsOf = (tags: readonly (readonly string[])[]): readonly Row[] =>
  tags.map((each, index) => ({ id: `r${index}`, tags: each }))
const tagLists = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd10', 'd9'), { maxLength: 3 }), {
  maxLength: 30,
})

test('each row stands once in the group of each of its keys, in the order it came, and those without one are last', () => {
  fc.assert(
    fc.property(tagLists, fc.boolean(), (tags, isDescending) => {
      const rows = rowsOf(tags)
      const groups = new GroupedRows<Row>().group(rows, BY_TAG, isDescending, collator)
      const keys = [...new Set(tags.flat())].sort(collator.compare)
      if (isDescending) keys.reverse()
      const without = rows.filter((row) => row.tags.length === 0)
      expect(groups.map(({ key }) => key)).toEqual(without.length === 0 ? keys : [...keys, null])
      for (const { key, rows: of } of groups)
        expect(of).toEqual(key === null ? without : rows.filter((row) => row.tags.includes(String(key))))
    }),
  )
})

test('the lines are the groups and, under the open ones, their rows', () => {
  fc.assert(
    fc.property(tagLists, fc.subarray(['a', 'b', 'c', 'd10', 'd9', null]), (tags, closed) => {
      const groups = new GroupedRows<Row>().group(rowsOf(tags), BY_TAG, false, collator)
      const isOpen = (key: string | number | null) => !closed.some((each) => each === key)
      const lines = groupLines(groups, isOpen)
      const naive = groups.flatMap((group) => [
        { group, row: null, of: group },
        ...(isOpen(group.key) ? group.rows.map((row) => ({ group: null, row, of: group })) : []),
      ])
      expect(lines.count).toBe(naive.length)
      for (const [line, { group, row, of }] of naive.entries()) {
        expect(lines.groupAt(line)).toBe(group)
        expect(lines.rowAt(line)).toBe(row)
        expect(lines.groupLineOf(line)).toBe(naive.findIndex((each) => each.group === of))
        const set = row === null ? groups : of.rows
        const place = row === null ? groups.indexOf(of) : of.rows.indexOf(row)
        expect(lines.placeInSet(line)).toEqual({ place: place + 1, of: set.length })
        if (row !== null) expect(lines.rowAt(lines.lineOf(row.id))?.id).toBe(row.id)
      }
      for (const outside of [-1, lines.count]) {
        expect(lines.rowAt(outside)).toBeNull()
        expect(lines.groupAt(outside)).toBeNull()
        expect(lines.placeInSet(outside)).toBeNull()
      }
    }),
  )
})

test('the line of a group is known before all are opened or closed', () => {
  fc.assert(
    fc.property(tagLists, fc.boolean(), (tags, areOpen) => {
      const groups = new GroupedRows<Row>().group(rowsOf(tags), BY_TAG, false, collator)
      const lines = groupLines(groups, () => areOpen)
      for (const group of groups) expect(lines.groupAt(lineOfGroup(groups, group.key, areOpen))).toBe(group)
    }),
  )
})

test('without groups each row is a line', () => {
  const rows = rowsOf([['a'], []])
  const lines = plainLines(rows)
  expect([lines.count, lines.rowAt(1), lines.rowAt(2), lines.groupAt(0)]).toEqual([2, rows[1], null, null])
  expect([lines.lineOf('r1'), lines.lineOf('r7'), lines.groupLineOf(0), lines.placeInSet(0)]).toEqual([
    1,
    -1,
    null,
    null,
  ])
})

describe('a month', () => {
  test.each([
    ['2017-03-04', ['2017-03']],
    ['2017-03~', ['2017-03']],
    ['2017-03-04/2017-03-09', ['2017-03']],
    ['2017', ['2017~']],
    ['2017-03/2017-05', ['2017~']],
    ['2017-21', ['2017~']],
    ['2017/2018', ['~']],
    ['2017-03/..', ['~']],
    [undefined, []],
  ] as const)('of %s is %j', (edtf, keys) => expect(monthKeys(edtf)).toEqual(keys))
})
