/** Which rows are selected: one by a click, more with Ctrl or Shift, as in a spreadsheet. By id, so sorting keeps it. */
import { useMemo, useRef, useState } from 'react'
import type { TableLines } from './GroupedRows.ts'
import type { HasId } from './tableColumn.ts'

export interface RowSelection {
  /** Of the rows that are shown: what is hidden is neither counted nor acted on. */
  readonly selected: ReadonlySet<string>
  /** This row alone. */
  readonly selectOnly: (row: number) => void
  readonly toggle: (row: number) => void
  /** From the row selected last to this one. */
  readonly selectTo: (row: number) => void
  readonly selectAll: () => void
  readonly clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** Lines of groups are passed over. @param canSelectAll false while other rows are looked for: these are not all that was asked for. */
export function useRowSelection(
  rows: readonly HasId[],
  lines: TableLines<HasId>,
  canSelectAll: boolean,
): RowSelection {
  // A row that a search hides is selected again when it is back.
  const [kept, setKept] = useState<ReadonlySet<string>>(NONE)
  const selected = useMemo(() => shownOf(kept, rows), [kept, rows])
  const anchor = useRef(0)
  const idOf = (row: number): string[] => {
    const id = lines.rowAt(row)?.id
    return id === undefined ? [] : [id]
  }
  return {
    selected,
    selectOnly: (row) => {
      anchor.current = row
      setKept(new Set(idOf(row)))
    },
    toggle: (row) => {
      anchor.current = row
      setKept(kept.symmetricDifference(new Set(idOf(row))))
    },
    selectTo: (row) => {
      const [first, last] = anchor.current <= row ? [anchor.current, row] : [row, anchor.current]
      const ids = new Set<string>()
      for (let line = first; line <= last; line += 1) for (const id of idOf(line)) ids.add(id)
      setKept(ids)
    },
    selectAll: () => {
      if (canSelectAll) setKept(new Set(rows.map(({ id }) => id)))
    },
    clear: () => setKept(new Set()),
  }
}

function shownOf(ids: ReadonlySet<string>, rows: readonly HasId[]): ReadonlySet<string> {
  if (ids.size === 0) return ids
  const shown = new Set<string>()
  for (const { id } of rows) if (ids.has(id)) shown.add(id)
  return shown.size === ids.size ? ids : shown
}
