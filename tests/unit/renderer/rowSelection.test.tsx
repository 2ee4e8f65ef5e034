import { useState } from 'react'
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

/** Has all rows selected, then shows others; where none is selected, the first of them is. */
function Narrowed({ rows }: { readonly rows: readonly { readonly id: string }[] }) {
  const [shown, setShown] = useState<readonly { readonly id: string }[]>(ROWS)
  const [isChosen, setChosen] = useState(false)
  const { selected, selectAll, toggle } = useRowSelection(shown, plainLines(shown), true)
  if (!isChosen) {
    selectAll()
    setChosen(true)
  } else if (shown === ROWS) {
    setShown(rows)
  } else if (selected.size === 0) toggle(0)
  return [...selected].join(' ')
}

test('rows that are hidden are not selected', () => {
  expect(renderToStaticMarkup(<Narrowed rows={[{ id: 'b' }]} />)).toBe('b')
  expect(renderToStaticMarkup(<Narrowed rows={[{ id: 'c' }]} />)).toBe('c')
})
