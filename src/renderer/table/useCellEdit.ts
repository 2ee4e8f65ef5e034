/** Which cell of a table is edited in place, and where Tab leads from it. */
import { useEffect, useState } from 'react'
import type { TableLines } from './GroupedRows.ts'
import type { HasId } from './tableColumn.ts'
import type { GridFocus } from './useGridFocus.ts'

export interface EditedCell<R> {
  readonly row: R
  readonly columnId: string
}

export interface CellEdit<R> {
  /** Null when none is, or its row is not shown any more. */
  readonly cell: EditedCell<R> | null
  /** Begins with the cell under the focus. */
  readonly begin: () => void
  readonly finish: (step: -1 | 0 | 1) => void
}

export interface CellEditOf<R> {
  readonly focus: GridFocus
  readonly lines: TableLines<R>
  /** Ids of the columns shown, in order. */
  readonly columnIds: readonly string[]
  readonly canEdit: (columnId: string) => boolean
  /** Told of a cell that is for reading only. */
  readonly onRefuse: () => void
}

export function useCellEdit<R extends HasId>(of: CellEditOf<R>): CellEdit<R> {
  const { focus, lines, columnIds, canEdit, onRefuse } = of
  const [edited, setEdited] = useState<{ readonly id: string; readonly columnId: string } | null>(null)
  const { active } = focus
  const isAtFocus = edited !== null && lines.rowAt(active.row)?.id === edited.id
  // A record may stand in several groups, and a save may move it.
  const line = edited === null ? -1 : isAtFocus ? active.row : lines.lineOf(edited.id)
  const row = line < 0 ? null : lines.rowAt(line)
  const isGone = edited !== null && row === null
  useEffect(() => {
    if (isGone) setEdited(null)
  }, [isGone])
  return {
    cell: edited === null || row === null ? null : { row, columnId: edited.columnId },
    begin: () => {
      const columnId = columnIds[active.column]
      const id = lines.rowAt(active.row)?.id
      if (id === undefined || columnId === undefined) return
      if (canEdit(columnId)) setEdited({ id, columnId })
      else onRefuse()
    },
    finish: (step) => {
      if (edited === null) return
      const from = columnIds.indexOf(edited.columnId)
      const rest = step < 0 ? columnIds.slice(0, Math.max(0, from)).toReversed() : columnIds.slice(from + 1)
      const next = step === 0 ? undefined : rest.find(canEdit)
      setEdited(next === undefined ? null : { id: edited.id, columnId: next })
      focus.focusCell({ row: line, column: columnIds.indexOf(next ?? edited.columnId) })
    },
  }
}
