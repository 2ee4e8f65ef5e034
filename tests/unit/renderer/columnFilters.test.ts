import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import type { ColumnFilter } from '../../../src/core/columnFilter.ts'
import { savedViewSchema } from '../../../src/core/tableView.ts'
import { typeDepth, typesAndAbove } from '../../../src/renderer/features/incidents/violationTree.ts'
import {
  filterKind,
  filterOptions,
  filterTest,
  isApplied,
} from '../../../src/renderer/table/columnFilters.ts'
import { filterWords } from '../../../src/renderer/table/filterWords.ts'
import type { TableColumn } from '../../../src/renderer/table/tableColumn.ts'

interface Row {
  readonly title: string
  readonly when?: string
  readonly types: readonly string[]
  readonly killed?: { readonly low?: number; readonly best?: number; readonly high?: number }
}
const header = 'column.title'
afterEach(() => vi.unstubAllEnvs())
const columns: readonly TableColumn<Row>[] = [
  { id: 'title', header, value: (row) => row.title, isWritten: true, width: 1 },
  { id: 'when', header, value: (row) => row.when, width: 1, filter: { by: 'date', date: (row) => row.when } },
  {
    id: 'types',
    header,
    value: (row) => row.types.join(', '),
    width: 1,
    group: { keys: (row) => row.types, words: (key) => `the ${key}` },
  },
  {
    id: 'killed',
    header,
    value: (row) => row.killed?.best,
    width: 1,
    filter: { by: 'number', range: (row) => row.killed },
  },
  { id: 'count', header, value: (row) => row.types.length, width: 1, align: 'end' },
  { id: 'drawn', header, value: () => 1, cell: () => 'x', width: 1 },
]
const row = (fields: Partial<Row>): Row => ({ title: '', types: [], ...fields })
const passes = (filters: readonly ColumnFilter[], of: Partial<Row>) =>
  filterTest(columns, filters)?.(row(of)) ?? null
const number = (column: string, from: number | null, to: number | null): ColumnFilter => ({
  column,
  by: 'number',
  from,
  to,
})

test('what a column is filtered by follows from what it shows', () => {
  expect(columns.map((column) => filterKind(column)?.by)).toEqual([
    'text',
    'date',
    'codes',
    'number',
    'number',
    undefined,
  ])
})

test.each<[ColumnFilter, Partial<Row>, boolean]>([
  [{ column: 'title', by: 'text', text: 'CAFE' }, { title: 'The café' }, true],
  [{ column: 'title', by: 'text', text: 'елка' }, { title: 'Ёлка' }, true],
  [{ column: 'title', by: 'text', text: 'mill' }, { title: 'The café' }, false],
  // A partial date is shown when it may lie there, and one that is not known is not.
  [{ column: 'when', by: 'date', text: '2017-03' }, { when: '2017-02/2017-04' }, true],
  [{ column: 'when', by: 'date', text: '2017-03-05' }, { when: '2017' }, true],
  [{ column: 'when', by: 'date', text: '2017-05..' }, { when: '2017-04' }, false],
  [{ column: 'when', by: 'date', text: '2017-05-06' }, { when: '2017-05-06T10:00:00Z' }, true],
  [{ column: 'when', by: 'date', text: '2017' }, {}, false],
  [{ column: 'types', by: 'codes', codes: ['a', 'b'] }, { types: ['b', 'c'] }, true],
  [{ column: 'types', by: 'codes', codes: ['a'] }, { types: [] }, false],
  [number('killed', 4, 6), { killed: { low: 1, best: 2, high: 4 } }, true],
  [number('killed', 5, null), { killed: { low: 1, best: 2, high: 4 } }, false],
  [number('killed', 100, null), { killed: { low: 1 } }, true],
  [number('killed', null, 3), { killed: { best: 3 } }, true],
  [number('killed', null, 3), { killed: { best: 4 } }, false],
  [number('killed', 0, null), {}, false],
  [number('count', 2, 2), { types: ['a', 'b'] }, true],
])('%j of %j: %j', (filter, of, answer) => {
  expect(passes([filter], of)).toBe(answer)
})

test('a row is shown when each filter shows it; one of another column or kind is passed over', () => {
  const filters: ColumnFilter[] = [
    { column: 'title', by: 'text', text: 'mill' },
    { column: 'types', by: 'codes', codes: ['a'] },
  ]
  expect(passes(filters, { title: 'mill', types: ['a'] })).toBe(true)
  expect(passes(filters, { title: 'mill' })).toBe(false)
  expect(filterTest(columns, [{ column: 'gone', by: 'text', text: 'x' }, number('title', 1, null)])).toBe(
    null,
  )
})

test('a range of numbers answers as its numbers do, one by one', () => {
  const bound = fc.option(fc.nat(12), { nil: null })
  const count = fc
    .tuple(fc.nat(10), fc.nat(10))
    .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))
  fc.assert(
    fc.property(bound, bound, count, (from, to, killed) => {
      fc.pre((from ?? 0) <= (to ?? 99))
      const numbers = Array.from({ length: killed.high - killed.low + 1 }, (_, at) => killed.low + at)
      const naive = numbers.some((each) => each >= (from ?? 0) && each <= (to ?? 99))
      expect(passes([number('killed', from, to)], { killed })).toBe(naive)
    }),
  )
})

test('what can be ticked is what the rows have and what is ticked, in the order of the language or of the list', () => {
  const kind = filterKind(columns[2] ?? { id: '', header, value: () => 1, width: 1 })
  if (kind?.by !== 'codes') throw new Error('no codes')
  const rows = [row({ types: ['b', 'a'] }), row({ types: ['a'] })]
  const keys = (order?: string[]) =>
    filterOptions(order === undefined ? kind : { ...kind, order }, rows, ['c'], new Intl.Collator('en')).map(
      ({ key }) => key,
    )
  expect(keys()).toEqual(['a', 'b', 'c'])
  expect(keys(['c', 'b', 'a'])).toEqual(['c', 'b', 'a'])
  // What the list does not know comes after it.
  expect(keys(['b'])).toEqual(['b', 'a', 'c'])
})

test.each<[ColumnFilter, boolean]>([
  [{ column: 'title', by: 'text', text: 'x' }, true],
  [{ column: 'when', by: 'date', text: '2017-03' }, true],
  [{ column: 'when', by: 'date', text: 'soon' }, false],
  [{ column: 'when', by: 'text', text: '2017' }, false],
  [{ column: 'gone', by: 'text', text: 'x' }, false],
  [{ column: 'drawn', by: 'text', text: 'x' }, false],
])('%j can be applied: %j', (filter, answer) => {
  expect(isApplied(columns, filter)).toBe(answer)
})

test('an instant is of the day that its cell shows', () => {
  const column = (isMoment: boolean): TableColumn<Row> => ({
    id: 'when',
    header,
    value: (row) => row.when,
    width: 1,
    filter: { by: 'date', date: (row) => row.when, isMoment },
  })
  const isOf = (day: string, when: string, isMoment = true) =>
    filterTest([column(isMoment)], [{ column: 'when', by: 'date', text: day }])?.(row({ when }))
  vi.stubEnv('TZ', 'Asia/Tokyo')
  expect(isOf('2017-05-07', '2017-05-06T20:00:00Z')).toBe(true)
  expect(isOf('2017-05-06', '2017-05-06T20:00:00Z')).toBe(false)
  vi.stubEnv('TZ', 'America/Los_Angeles')
  expect(isOf('2017-05-05', '2017-05-06T05:00:00Z')).toBe(true)
  // A day is a day anywhere, and so is a date that is shown as it was written.
  expect(isOf('2017-05-06', '2017-05-06')).toBe(true)
  expect(isOf('2017-05-06', '2017-05-06T05:00:00Z', false)).toBe(true)
})

test('a violation type stands below those whose codes it goes on from', () => {
  expect(typesAndAbove({ violationTypes: ['020103010200'] })).toEqual(['020103010200'])
  expect(typesAndAbove({ violationTypes: ['030101010000'] })).toEqual(['030101000000', '030101010000'])
  expect(typeDepth('030101010000')).toBe(1)
})

test('a filter in words names three codes and counts the others', () => {
  const t = ((key: string, values: object) => `${key} ${JSON.stringify(values)}`) as never
  const codes = ['a', 'b', 'c', 'd']
  const [, , types] = columns
  if (types === undefined) throw new Error('no column')
  expect(filterWords(types, { column: 'types', by: 'codes', codes: ['a', 'b'] }, { t, comma: ', ' })).toBe(
    'the a, the b',
  )
  expect(filterWords(types, { column: 'types', by: 'codes', codes }, { t, comma: ', ' })).toBe(
    'table.filter.andMore {"named":"the a, the b, the c","count":1}',
  )
})

test('a view keeps filters, and is as it was without them', () => {
  const layout = { sorting: [], order: [], hidden: [], pinned: [], widths: {}, groupBy: null }
  const view = {
    id: '0192f1a2-7c3d-7000-8000-000000000001',
    kind: 'incidents',
    name: 'Mine',
    query: '',
    layout,
  }
  const filters = [number('killed', 1, null), { column: 'title', by: 'text', text: 'mill' }]
  expect(savedViewSchema.parse(view)).toEqual(view)
  expect(savedViewSchema.parse({ ...view, filters })).toEqual({ ...view, filters })
  expect(
    savedViewSchema.safeParse({ ...view, filters: [{ column: 'x', by: 'text', text: ' ' }] }).success,
  ).toBe(false)
})
