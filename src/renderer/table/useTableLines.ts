/** The lines of a table, in groups when it is grouped, and which groups are closed. */
import { useMemo, useState } from 'react'
import type { TableLayout } from '../../core/tableView.ts'
import { GroupedRows, groupLines, lineOfGroup, plainLines, type TableLines } from './GroupedRows.ts'
import type { GroupKey, HasId, TableColumn } from './tableColumn.ts'

export interface GroupActs {
  readonly isOpen: (key: GroupKey | null) => boolean
  readonly setOpen: (key: GroupKey | null, isOpen: boolean) => void
  /** Answers the line that the group of this key stands on then. */
  readonly setAllOpen: (isOpen: boolean, key: GroupKey | null) => number
}
export interface TableLinesAndActs<R> {
  readonly lines: TableLines<R>
  readonly groups: GroupActs
  /** The column that the rows are grouped by; null without groups. */
  readonly by: TableColumn<R> | null
}
interface Closed {
  readonly by: string | null
  readonly keys: ReadonlySet<GroupKey | null>
}

export function useTableLines<R extends HasId>(
  sorted: readonly R[],
  columns: readonly TableColumn<R>[],
  { groupBy, sorting }: TableLayout,
  collator: Intl.Collator,
): TableLinesAndActs<R> {
  const [grouped] = useState(() => new GroupedRows<R>())
  const [closed, setClosed] = useState<Closed>({ by: null, keys: new Set() })
  const by = columns.find(({ id, group }) => id === groupBy && group !== undefined) ?? null
  const group = by?.group
  const isDescending = sorting[0]?.id === by?.id && sorting[0]?.desc === true
  const groups = useMemo(
    () => (group === undefined ? null : grouped.group(sorted, group, isDescending, collator)),
    [grouped, sorted, group, isDescending, collator],
  )
  const keys = useMemo(
    () => (closed.by === groupBy ? closed.keys : new Set<GroupKey | null>()),
    [closed, groupBy],
  )
  const lines = useMemo(
    () => (groups === null ? plainLines(sorted) : groupLines(groups, (key) => !keys.has(key))),
    [groups, sorted, keys],
  )
  const close = (next: ReadonlySet<GroupKey | null>) => setClosed({ by: groupBy, keys: next })
  return {
    lines,
    by,
    groups: {
      isOpen: (key) => !keys.has(key),
      setOpen: (key, isOpen) => {
        const others = new Set(keys)
        if (isOpen) others.delete(key)
        else others.add(key)
        close(others)
      },
      setAllOpen: (isOpen, key) => {
        close(new Set(isOpen ? [] : groups?.map((group) => group.key)))
        return lineOfGroup(groups ?? [], key, isOpen)
      },
    },
  }
}
