import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { plainLines } from '../../../src/renderer/table/GroupedRows.ts'
import { useRowSelection } from '../../../src/renderer/table/useRowSelection.ts'

const ROWS = [{ id: 'a' }, { id: 'b' }]

/** Has all selected as soon as it is drawn, as a key would. */
function Probe({ canSelectAll }: { readonly canSelectAll: boolean }) {
  const { selected, selectAll } = useRowSelection(ROWS, plainLines(ROWS), canSelectAll)
  if (selected.size === 0) selectAll()
  return [...selected].join(' ')
}

test('all rows are selected, but not while others are looked for', () => {
  expect(renderToStaticMarkup(<Probe canSelectAll />)).toBe('a b')
  expect(renderToStaticMarkup(<Probe canSelectAll={false} />)).toBe('')
})
