import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SortedRows } from '../../../src/renderer/table/SortedRows.ts'
import { compareValues } from '../../../src/renderer/table/tableColumn.ts'
import type { SortRule } from '../../../src/renderer/table/valueRanks.ts'

interface Row {
  readonly id: string
  readonly text: string | undefined
  readonly n: number
}

const collator = new Intl.Collator('en', { numeric: true })
const text = (row: Row) => row.text
const number = (row: Row) => row.n
const RULES: readonly (readonly SortRule<Row>[])[] = [
  [{ value: text, isDescending: false, order: collator }],
  [
    { value: text, isDescending: true, order: null },
    { value: number, isDescending: true, order: null },
  ],
  [],
]
const row = (id: string) =>
  fc.record({
    id: fc.constant(id),
    text: fc.option(fc.constantFrom('a', 'b', 'B', 'ä', 'a10', 'a9'), { nil: undefined }),
    n: fc.nat(2),
  })
const NAMES = Array.from({ length: 12 }, (_, index) => `r${index}`)
/** As a change of the log leaves a collection: edited rows stay in their place, new ones come last. */
const step = fc.record({
  puts: fc.array(fc.constantFrom(...NAMES).chain(row), { maxLength: 4 }),
  removed: fc.subarray(NAMES, { maxLength: 3 }),
  rules: fc.nat(20),
  /** What a search leaves: rows in the middle come and go. */
  shown: fc.option(fc.subarray(NAMES), { freq: 3 }),
})

/** Comparing row with row, as one would write it down. */
function sortedPlainly(rows: readonly Row[], rules: readonly SortRule<Row>[]): readonly Row[] {
  return rows.toSorted((a, b) => {
    for (const { value, isDescending, order } of rules) {
      const [one, other] = [value(a), value(b)]
      if (one === other) continue
      if (one === undefined) return 1
      if (other === undefined) return -1
      const way = compareValues(one, other, order)
      if (way !== 0) return isDescending ? -way : way
    }
    return 0
  })
}

test('after any changes the order is the one that sorting everything anew gives', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const kept = new SortedRows<Row>()
      let all: Record<string, Row> = {}
      let rules = RULES[0] ?? []
      for (const { puts, removed, rules: which, shown } of steps) {
        all = { ...all }
        for (const put of puts) all[put.id] = put
        for (const id of removed) delete all[id]
        rules = RULES[which] ?? rules
        const rows = Object.values(all)
        const found = shown === null ? rows : rows.filter(({ id }) => shown.includes(id))
        expect(kept.sort(rows, rules, found)).toEqual(sortedPlainly(found, rules))
      }
    }),
    { numRuns: 500 },
  )
})

test('undefined goes last in both directions, and equal rows stay as they came', () => {
  const rows: Row[] = [
    { id: 'x', text: undefined, n: 0 },
    { id: 'y', text: 'a', n: 0 },
    { id: 'z', text: 'a', n: 0 },
    { id: 'w', text: 'b', n: 0 },
  ]
  const ids = (isDescending: boolean) =>
    new SortedRows<Row>().sort(rows, [{ value: text, isDescending, order: collator }]).map(({ id }) => id)
  expect(ids(false)).toEqual(['y', 'z', 'w', 'x'])
  expect(ids(true)).toEqual(['w', 'y', 'z', 'x'])
})

test('one edited row asks for the values of few rows, and the same rows give the same list', () => {
  let asked = 0
  const value = (each: Row) => {
    asked += 1
    return each.n
  }
  const rules = [{ value, isDescending: true, order: null }]
  const rows = Array.from({ length: 5_000 }, (_, n) => ({ id: `r${n}`, text: undefined, n }))
  const kept = new SortedRows<Row>()
  const first = kept.sort(rows, rules)
  expect(kept.sort(rows, rules)).toBe(first)
  asked = 0
  const edited = rows.with(17, { id: 'r17', text: undefined, n: 9_999 })
  expect(kept.sort(edited, rules)[0]?.id).toBe('r17')
  // As many as a search by halves compares.
  expect(asked).toBeLessThan(40)
})

test('an order that was prepared asks for no value again, and one for rows of before is given up', () => {
  let asked = 0
  const value = (each: Row) => {
    asked += 1
    return each.n
  }
  const rule = { value, isDescending: false, order: null }
  const rows = Array.from({ length: 10_000 }, (_, n) => ({ id: `r${n}`, text: undefined, n: -n }))
  const kept = new SortedRows<Row>()
  kept.sort(rows, [])
  expect([...kept.prepare(rule)].length).toBeGreaterThan(5)
  expect(asked).toBe(rows.length)
  expect(kept.sort(rows, [rule])[0]?.id).toBe('r9999')
  expect(asked).toBe(rows.length)
  const begun = kept.prepare({ ...rule, value: (each) => each.id })
  begun.next()
  kept.sort(rows.slice(500), [rule])
  expect(begun.next().done).toBe(true)
})

test('what was found before an edit is shown as it is now', () => {
  const value = (each: Row) => each.n
  const rules = [{ value, isDescending: false, order: null }]
  const before = ['a', 'b', 'c'].map((id, n) => ({ id, text: undefined, n }))
  const after = before.with(0, { id: 'a', text: undefined, n: 9 })
  const kept = new SortedRows<Row>()
  const found = before.slice(0, 2)
  expect(kept.sort(before, rules, found).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(kept.sort(after, rules, found)).toEqual([after[1], after[0]])
})
