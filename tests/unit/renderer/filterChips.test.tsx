import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import type { ColumnFilter } from '../../../src/core/columnFilter.ts'
import { FilterChips } from '../../../src/renderer/table/FilterChips.tsx'
import type { TableColumn } from '../../../src/renderer/table/tableColumn.ts'

vi.mock('react', async (original) => (await import('../../support/firstDrawing.ts')).firstDrawing(original))

const date = () => '2017'
const columns: readonly TableColumn<never>[] = [
  { id: 'when', header: 'column.when', value: date, width: 1, filter: { by: 'date', date } },
]
const drawn = (...filters: ColumnFilter[]) =>
  renderToStaticMarkup(<FilterChips columns={columns} filters={filters} onChange={() => {}} />)

test('a filter that hides nothing says so', () => {
  const applied = drawn({ column: 'when', by: 'date', text: '2017' })
  expect(applied).toContain('When: 2017')
  expect(applied).not.toContain('cannot be applied')
  expect(drawn({ column: 'when', by: 'date', text: 'soon' })).toContain('When: soon – cannot be applied')
  const gone = drawn({ column: 'gone', by: 'codes', codes: ['a'] })
  expect(gone).toContain('gone: a – cannot be applied')
  expect(gone).toContain('A filter that cannot be applied hides nothing.')
})
