/** What can be done with a column of the table on screen, by whatever means. */
import { type RefObject, useState } from 'react'
import type { TableLayout } from '../../core/tableView.ts'
import { useText } from '../text.ts'
import { announce } from '../ui/LiveRegion.tsx'
import { boundedWidth, moveColumn, pinColumn, placeColumn, resizeColumn, showColumn } from './columnLayout.ts'
import type { TableColumn } from './tableColumn.ts'

export interface ColumnActs {
  /** Column whose menu is open; null for none. */
  readonly menuColumn: string | null
  readonly openMenu: (columnId: string | null) => void
  /** Column whose filter is open; null for none. */
  readonly filterColumn: string | null
  readonly openFilter: (columnId: string | null) => void
  readonly sortBy: (columnId: string, isAlso: boolean) => void
  readonly sort: (columnId: string, isDescending: boolean) => void
  /** One place towards the end (1) or the start (−1), told to who cannot see it. */
  readonly move: (columnId: string, step: 1 | -1) => void
  readonly place: (columnId: string, before: string | null) => void
  readonly pin: (columnId: string, isPinned: boolean) => void
  /** Null gives the width it comes with. */
  readonly resize: (columnId: string, width: number | null) => void
  /** By so many CSS pixels, narrower when negative; told to who cannot see it. */
  readonly widen: (columnId: string, px: number) => void
  /** As drawn, CSS pixels. */
  readonly widthOf: (columnId: string) => number
  readonly hide: (columnId: string) => void
  readonly groupBy: (columnId: string | null) => void
}

export interface ColumnActsOf<R> {
  readonly grid: RefObject<HTMLElement | null>
  readonly columns: readonly TableColumn<R>[]
  /** Those shown, as they stand. */
  readonly shown: readonly TableColumn<R>[]
  readonly layout: TableLayout
  readonly setLayout: (layout: TableLayout) => void
  readonly sortBy: (columnId: string, isAlso: boolean) => void
  /** The column with this id is the active one from now on. */
  readonly follow: (place: number) => void
}

export function useColumnActs<R>(of: ColumnActsOf<R>): ColumnActs {
  const { grid, columns, shown, layout, setLayout, sortBy, follow } = of
  const t = useText()
  const [menuColumn, openMenu] = useState<string | null>(null)
  const [filterColumn, openFilter] = useState<string | null>(null)
  const ids = columns.map(({ id }) => id)
  const shownIds = shown.map(({ id }) => id)
  const widthOf = (id: string) =>
    Math.round(
      grid.current?.querySelector(`[data-column="${id}"]`)?.getBoundingClientRect().width ??
        columns.find((column) => column.id === id)?.width ??
        0,
    )
  return {
    menuColumn,
    openMenu,
    filterColumn,
    openFilter,
    sortBy,
    sort: (id, desc) => setLayout({ ...layout, sorting: [{ id, desc }] }),
    move: (id, step) => {
      const next = moveColumn(layout, ids, shownIds, id, step)
      const place = shownIds.indexOf(id) + (next === layout ? 0 : step)
      setLayout(next)
      follow(place)
      announce(t('table.columns.place', { place: place + 1, count: shownIds.length }))
    },
    place: (id, before) => {
      setLayout(placeColumn(layout, ids, id, before))
    },
    pin: (id, isPinned) => {
      setLayout(pinColumn(layout, id, isPinned))
      announce(t(isPinned ? 'table.columns.pinned' : 'table.columns.unpinned'))
    },
    resize: (id, width) => setLayout(resizeColumn(layout, id, width)),
    widthOf,
    hide: (id) => {
      setLayout(showColumn(layout, ids, id, false))
      // The column after it, or before it at the end, stands in its place.
      follow(Math.max(0, Math.min(shownIds.indexOf(id), shownIds.length - 2)))
      announce(t('table.columns.hidden'))
    },
    widen: (id, px) => {
      const width = boundedWidth(widthOf(id) + px)
      setLayout(resizeColumn(layout, id, width))
      announce(t('table.columns.width', { width }))
    },
    groupBy: (groupBy) => setLayout({ ...layout, groupBy }),
  }
}
