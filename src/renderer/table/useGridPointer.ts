/** The pointer on a record table: a click selects or sorts, a double click opens. */
import type { MouseEvent } from 'react'
import type { CellPlace } from './gridMoves.ts'
import type { GridActs } from './useGridKeys.ts'

function placeOf(target: EventTarget): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  const [row, column] = (cell?.dataset.cell ?? '').split(':').map(Number)
  return row === undefined || column === undefined ? null : { row, column }
}

/** The pointer handlers of the grid element. */
export function useGridPointer(acts: GridActs): {
  readonly onClick: (event: MouseEvent) => void
  readonly onDoubleClick: (event: MouseEvent) => void
} {
  const { focus, selection, columnIds, idAt, sortBy } = acts
  return {
    onClick: (event) => {
      const place = placeOf(event.target)
      if (place === null) return
      focus.setActive(place)
      if (place.row < 0) {
        const columnId = columnIds[place.column]
        if (columnId !== undefined) sortBy(columnId, event.shiftKey)
        return
      }
      if (event.shiftKey) return selection.selectTo(place.row)
      if (event.ctrlKey || event.metaKey) return selection.toggle(place.row)
      selection.selectOnly(place.row)
      // With a record open beside, the table leads it.
      const id = idAt(place.row)
      if (acts.openId !== null && id !== null) acts.onOpen(id)
    },
    onDoubleClick: (event) => {
      const place = placeOf(event.target)
      const id = place === null ? null : idAt(place.row)
      if (id !== null) acts.onOpen(id)
    },
  }
}
