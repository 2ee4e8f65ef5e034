/** The pointer on a record table: a click selects or sorts, a double click opens, the other button opens a menu. */
import type { MouseEvent } from 'react'
import type { ColumnActs } from './useColumnActs.ts'
import { placeOfCell } from './useGridFocus.ts'
import type { GridActs } from './useGridKeys.ts'
import type { HeadPointer } from './useHeadPointer.ts'

/** The pointer handlers of the grid element. */
export function useGridPointer(
  acts: GridActs & { readonly columns: ColumnActs; readonly head: HeadPointer },
): {
  readonly onClick: (event: MouseEvent) => void
  readonly onDoubleClick: (event: MouseEvent) => void
  readonly onContextMenu: (event: MouseEvent) => void
  readonly onPointerDown: HeadPointer['onPointerDown']
} {
  const { focus, selection, columnIds, idAt, columns, head } = acts
  const dataOf = (event: MouseEvent, name: 'menu' | 'resize' | 'column') =>
    event.target instanceof Element
      ? event.target.closest<HTMLElement>(`[data-${name}]`)?.dataset[name]
      : undefined
  return {
    onPointerDown: head.onPointerDown,
    onContextMenu: (event) => {
      const columnId = dataOf(event, 'column')
      if (columnId === undefined) return
      event.preventDefault()
      columns.openMenu(columnId)
    },
    onClick: (event) => {
      const place = placeOfCell(event.target)
      if (place === null) return
      focus.setActive(place)
      if (place.row < 0) {
        const columnId = columnIds[place.column]
        const menu = dataOf(event, 'menu')
        if (menu !== undefined) columns.openMenu(menu)
        else if (columnId !== undefined && !head.takesClick()) columns.sortBy(columnId, event.shiftKey)
        return
      }
      const group = acts.lines.groupAt(place.row)
      if (group !== null) return acts.groups.setOpen(group.key, !acts.groups.isOpen(group.key))
      if (event.shiftKey) return selection.selectTo(place.row)
      if (event.ctrlKey || event.metaKey) return selection.toggle(place.row)
      selection.selectOnly(place.row)
      // With a record open beside, the table leads it.
      const id = idAt(place.row)
      if (acts.openId !== null && id !== null) acts.onOpen(id)
    },
    onDoubleClick: (event) => {
      const resized = dataOf(event, 'resize')
      if (resized !== undefined) columns.resize(resized, null)
      const place = placeOfCell(event.target)
      const id = place === null ? null : idAt(place.row)
      if (id !== null) acts.onOpen(id)
    },
  }
}
