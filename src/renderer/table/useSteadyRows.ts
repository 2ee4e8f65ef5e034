/**
 * Keeps the table where it is while the rest of a log arrives: the row at the top of the view stays there, and the
 * active cell stays with its record, wherever new rows are put in.
 */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { HasId } from './tableColumn.ts'
import type { GridFocus } from './useGridFocus.ts'

export interface SteadyRows {
  /** In the order shown. */
  readonly rows: readonly HasId[]
  /** Height of a row, CSS pixels. */
  readonly rowPx: number
  readonly focus: GridFocus
  /** Are records still arriving? Rows that move for another reason were moved by the user. */
  readonly isArriving: boolean
}

export function useSteadyRows(
  grid: RefObject<HTMLElement | null>,
  { rows, rowPx, focus, isArriving }: SteadyRows,
): void {
  const before = useRef({ rows, isArriving })
  useLayoutEffect(() => {
    const last = before.current
    before.current = { rows, isArriving }
    if (last.rows === rows || !last.isArriving) return
    const placeOf = (id: string | undefined) =>
      id === undefined ? -1 : rows.findIndex((row) => row.id === id)

    const active = focus.active.row
    const activeNow = active < 0 ? -1 : placeOf(last.rows[active]?.id)
    if (activeNow >= 0 && activeNow !== active) focus.setActive({ ...focus.active, row: activeNow })

    const scroller = grid.current
    // At the very top one wants to go on seeing the top.
    if (scroller === null || scroller.scrollTop < rowPx) return
    const top = Math.floor(scroller.scrollTop / rowPx)
    const topNow = placeOf(last.rows[top]?.id)
    if (topNow >= 0 && topNow !== top) scroller.scrollTop += (topNow - top) * rowPx
  })
}
