import { expect, test } from 'vitest'
import { rowsAsText } from '../../../src/renderer/table/rowsAsText.ts'
import type { TableColumn } from '../../../src/renderer/table/tableColumn.ts'
import { createLanguage } from '../../../src/renderer/text.ts'

interface Row {
  readonly title: string
  readonly tags: readonly string[]
  readonly status: number
}
const COLUMNS: readonly TableColumn<Row>[] = [
  { id: 'title', header: 'column.title', value: (row) => row.title, width: 1 },
  { id: 'tags', header: 'column.tags', value: (row) => row.tags.join(', ') || undefined, width: 1 },
  {
    id: 'status',
    header: 'column.status',
    value: (row) => row.status,
    cell: () => ({ type: 'span', props: {}, key: null }),
    group: { keys: (row) => [row.status], words: (key) => `status ${key}` },
    width: 1,
  },
]

test('rows are copied as they are shown, a line each, and nothing of them runs in a spreadsheet', () => {
  const rows = [
    { title: 'A car', tags: ['x', 'y'], status: 1 },
    { title: '=1+1', tags: [], status: 2 },
    { title: 'two\nlines\tand more', tags: [], status: 3 },
  ]
  const lines = rowsAsText(rows, COLUMNS, createLanguage('en')).split('\n')
  expect(lines[0]).toBe('Title\tTags\tStatus')
  expect(lines[1]).toBe('A car\tx, y\tstatus 1')
  expect(lines[2]).toBe("'=1+1\t\tstatus 2")
  expect(lines).toHaveLength(4)
  expect(lines[3]?.split('\t')).toHaveLength(3)
})
