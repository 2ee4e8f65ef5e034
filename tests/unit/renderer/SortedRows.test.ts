import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SortedRows, type SortRule } from '../../../src/renderer/table/SortedRows.ts'

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
        const rows = Object.values(all).filter(({ id }) => shown === null || shown.includes(id))
        expect(kept.sort(rows, rules)).toEqual(new SortedRows<Row>().sort(rows, rules))
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
  expect(asked).toBe(1)
})
