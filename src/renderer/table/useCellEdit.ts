/** Which cell of a table is edited in place, and where Tab leads from it. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
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
  /** The line of its row; −1 when there is none. */
  readonly line: number
  /** Begins with the cell under the focus. */
  readonly begin: () => void
  readonly finish: (step: -1 | 0 | 1) => void
}

export interface CellEditOf<R> {
  readonly focus: GridFocus
  readonly lines: TableLines<R>
  /** Ids of the columns shown, in order. */
  readonly columnIds: readonly string[]
  readonly canEdit: (columnId: string, row: R) => boolean
  /** Told of a cell that is for reading only. */
  readonly onRefuse: () => void
}

export function useCellEdit<R extends HasId>(of: CellEditOf<R>): CellEdit<R> {
  const { focus, lines, columnIds, canEdit, onRefuse } = of
  // A save ends long after it began: where its row stands by then is what counts.
  const latest = useRef(of)
  useLayoutEffect(() => {
    latest.current = of
  })
  const [edited, setEdited] = useState<{ readonly id: string; readonly columnId: string } | null>(null)
  const { active } = focus
  const line = edited === null ? -1 : lineNow(of, edited.id)
  const row = line < 0 ? null : lines.rowAt(line)
  const isGone = edited !== null && row === null
  useEffect(() => {
    if (isGone) setEdited(null)
  }, [isGone])
  return {
    cell: edited === null || row === null ? null : { row, columnId: edited.columnId },
    line,
    begin: () => {
      const columnId = columnIds[active.column]
      const row = lines.rowAt(active.row)
      if (row === null || columnId === undefined) return
      if (canEdit(columnId, row)) setEdited({ id: row.id, columnId })
      else onRefuse()
    },
    finish: (step) => {
      if (edited === null) return
      const { focus, lines, columnIds, canEdit } = latest.current
      const line = lineNow(latest.current, edited.id)
      const row = lines.rowAt(line)
      if (row === null) {
        // No filter shows it any more: the focus stays where it was.
        setEdited(null)
        focus.focusCell(focus.active)
        return
      }
      const from = columnIds.indexOf(edited.columnId)
      const rest = step < 0 ? columnIds.slice(0, Math.max(0, from)).toReversed() : columnIds.slice(from + 1)
      const next = step === 0 ? undefined : rest.find((id) => canEdit(id, row))
      setEdited(next === undefined ? null : { id: edited.id, columnId: next })
      focus.focusCell({ row: line, column: columnIds.indexOf(next ?? edited.columnId) })
    },
  }
}

/** A record may stand in several groups, and a save may move it: where the focus is, else where it stands first; −1 for nowhere. */
function lineNow<R extends HasId>({ focus, lines }: CellEditOf<R>, id: string): number {
  const { row } = focus.active
  return lines.rowAt(row)?.id === id ? row : lines.lineOf(id)
}
