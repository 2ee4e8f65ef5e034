/** The keys of a record table: moving, selecting, looking, opening, deleting; those of a header are its own. */
import type { KeyboardEvent } from 'react'
import type { Direction } from '../../shared/i18n/locale.ts'
import { latinKey } from '../shell/shortcuts.ts'
import type { RowGroup, TableLines } from './GroupedRows.ts'
import type { HasId } from './tableColumn.ts'
import type { GridFocus } from './useGridFocus.ts'
import type { RowSelection } from './useRowSelection.ts'
import type { GroupActs } from './useTableLines.ts'

export interface GridActs {
  readonly focus: GridFocus
  readonly selection: RowSelection
  /** Ids of the columns shown, in order. */
  readonly columnIds: readonly string[]
  readonly idAt: (row: number) => string | null
  readonly lines: TableLines<HasId>
  readonly groups: GroupActs
  readonly direction: Direction
  /** Did the key mean something in the header of that column? */
  readonly onHeadKey: (event: KeyboardEvent, columnId: string) => boolean
  readonly openId: string | null
  readonly onOpen: (id: string) => void
  readonly onDelete: (ids: readonly string[]) => void
  readonly preview: { readonly isOn: boolean; readonly show: (isOn: boolean) => void }
  /** Edits the cell under the focus in place. */
  readonly onEdit: () => void
  /** Puts these records on the clipboard, as the table shows them. */
  readonly onCopy: (ids: ReadonlySet<string>) => void
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
  const actInGroup = (event: KeyboardEvent, { key: group }: RowGroup<HasId>): boolean => {
    const { key } = event
    const isArrow = key === 'ArrowLeft' || key === 'ArrowRight'
    const isOpening = (key === 'ArrowRight') === (acts.direction === 'ltr')
    if (isArrow && event.shiftKey) focus.focusCell({ row: acts.groups.setAllOpen(isOpening, group), column })
    else if (isArrow) acts.groups.setOpen(group, isOpening)
    else if (key === 'Enter' || key === ' ') acts.groups.setOpen(group, !acts.groups.isOpen(group))
    else return false
    return true
  }
  /** From the first cell of a row on to the line of its group. */
  const goToGroup = ({ key }: KeyboardEvent): boolean => {
    const line = column === 0 && key === (acts.direction === 'ltr' ? 'ArrowLeft' : 'ArrowRight')
    const to = line && row >= 0 ? acts.lines.groupLineOf(row) : null
    if (to === null) return false
    focus.focusCell({ row: to, column })
    return true
  }
  const actInRow = (event: KeyboardEvent): boolean => {
    if (id === null) return false
    if (event.key === 'Enter') acts.onOpen(id)
    else if (event.key === 'F2') acts.onEdit()
    else if (event.key === ' ' && (event.shiftKey || event.ctrlKey)) selection.toggle(row)
    else if (event.key === ' ') acts.preview.show(!acts.preview.isOn)
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
    if (event.key === 'Escape' && acts.preview.isOn) {
      acts.preview.show(false)
      event.preventDefault()
      // What is open beside the table stays.
      event.stopPropagation()
      return
    }
    const group = acts.lines.groupAt(row)
    if (group !== null ? actInGroup(event, group) : goToGroup(event)) {
      event.preventDefault()
      return
    }
    if (latinKey(event) === 'a' && (event.ctrlKey || event.metaKey)) {
      selection.selectAll()
      event.preventDefault()
      return
    }
    if (latinKey(event) === 'c' && (event.ctrlKey || event.metaKey) && id !== null) {
      acts.onCopy(selection.selected.has(id) ? selection.selected : new Set([id]))
      event.preventDefault()
      return
    }
    const moved = focus.moveFor(event)
    if (moved && event.shiftKey && moved.row >= 0 && moved.row !== row) selection.selectTo(moved.row)
    const isDone = moved !== null || (row >= 0 && actInRow(event))
    if (isDone) event.preventDefault()
  }
}
