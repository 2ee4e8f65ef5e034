/** The keys of a record table: moving, selecting, opening, deleting; those of a header are its own. */
import type { KeyboardEvent } from 'react'
import type { GridFocus } from './useGridFocus.ts'
import type { RowSelection } from './useRowSelection.ts'

export interface GridActs {
  readonly focus: GridFocus
  readonly selection: RowSelection
  /** Ids of the columns shown, in order. */
  readonly columnIds: readonly string[]
  readonly idAt: (row: number) => string | null
  /** Did the key mean something in the header of that column? */
  readonly onHeadKey: (event: KeyboardEvent, columnId: string) => boolean
  readonly openId: string | null
  readonly onOpen: (id: string) => void
  readonly onDelete: (ids: readonly string[]) => void
}

/** The key handler of the grid element. */
export function useGridKeys(acts: GridActs): (event: KeyboardEvent) => void {
  const { focus, selection, columnIds, idAt } = acts
  const { row, column } = focus.active
  const id = idAt(row)

  const actInHead = (event: KeyboardEvent): boolean => {
    const columnId = columnIds[column]
    return row < 0 && columnId !== undefined && acts.onHeadKey(event, columnId)
  }
  const actInRow = (event: KeyboardEvent): boolean => {
    if (id === null) return false
    if (event.key === 'Enter') acts.onOpen(id)
    else if (event.key === ' ') selection.toggle(row)
    else if (event.key === 'Delete' || (event.key === 'Backspace' && event.metaKey))
      acts.onDelete(selection.selected.has(id) ? [...selection.selected] : [id])
    else return false
    return true
  }
  return (event) => {
    if (actInHead(event)) {
      event.preventDefault()
      return
    }
    if (event.altKey) return
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      selection.selectAll()
      event.preventDefault()
      return
    }
    const moved = focus.moveFor(event)
    if (moved && event.shiftKey && moved.row >= 0 && moved.row !== row) selection.selectTo(moved.row)
    const isDone = moved !== null || (row >= 0 && actInRow(event))
    if (isDone) event.preventDefault()
  }
}
