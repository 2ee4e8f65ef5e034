/** Which rows are selected: one by a click, more with Ctrl or Shift, as in a spreadsheet. By id, so sorting keeps it. */
import { useRef, useState } from 'react'
import type { TableLines } from './GroupedRows.ts'
import type { HasId } from './tableColumn.ts'

export interface RowSelection {
  readonly selected: ReadonlySet<string>
  /** This row alone. */
  readonly selectOnly: (row: number) => void
  readonly toggle: (row: number) => void
  /** From the row selected last to this one. */
  readonly selectTo: (row: number) => void
  readonly selectAll: () => void
  readonly clear: () => void
}

/** Lines of groups are passed over. @param canSelectAll false while other rows are looked for: these are not all that was asked for. */
export function useRowSelection(
  rows: readonly HasId[],
  lines: TableLines<HasId>,
  canSelectAll: boolean,
): RowSelection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef(0)
  const idOf = (row: number): string[] => {
    const id = lines.rowAt(row)?.id
    return id === undefined ? [] : [id]
  }
  return {
    selected,
    selectOnly: (row) => {
      anchor.current = row
      setSelected(new Set(idOf(row)))
    },
    toggle: (row) => {
      anchor.current = row
      setSelected(selected.symmetricDifference(new Set(idOf(row))))
    },
    selectTo: (row) => {
      const [first, last] = anchor.current <= row ? [anchor.current, row] : [row, anchor.current]
      const ids = new Set<string>()
      for (let line = first; line <= last; line += 1) for (const id of idOf(line)) ids.add(id)
      setSelected(ids)
    },
    selectAll: () => {
      if (canSelectAll) setSelected(new Set(rows.map(({ id }) => id)))
    },
    clear: () => setSelected(new Set()),
  }
}
