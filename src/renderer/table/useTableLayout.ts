/** How the table on screen stands, and the ways to change that; kept in the log. */
import { useMemo } from 'react'
import type { SavedView, TableKind, TableLayout } from '../../core/tableView.ts'
import { isSameLayout, plainLayout } from './columnLayout.ts'
import type { TableColumn } from './tableColumn.ts'
import { lookFor, showPicture, useColumnFilters, usePicture, useTypedQuery } from './tableSearch.ts'
import { leaveTable, useLeft, useSavedViews } from './tableStates.ts'

export interface TableLook {
  readonly layout: TableLayout
  readonly setLayout: (layout: TableLayout) => void
  /** The saved views of this table, by name. */
  readonly views: readonly SavedView[]
  /** The one the table stands in; null for all records. */
  readonly view: SavedView | null
  /** Does the table show something else than the view says? */
  readonly isChanged: boolean
  /** Shows a view as it was saved; null for all records as they were left. */
  readonly choose: (view: SavedView | null) => void
  /** The table stands in this view from now on, as it stands. */
  readonly standIn: (viewId: string) => void
  /** Back to how the view was saved, or to how the table comes. */
  readonly reset: () => void
}

export function useTableLayout(
  kind: TableKind,
  columns: readonly TableColumn<never>[],
  firstSorting: TableLayout['sorting'],
  locale: string,
): TableLook {
  const left = useLeft(kind)
  const allViews = useSavedViews()
  const query = useTypedQuery(kind)
  const filters = useColumnFilters(kind)
  const picture = usePicture(kind)
  const views = useMemo(
    () =>
      allViews
        .filter((view) => view.kind === kind)
        .toSorted((a, b) => a.name.localeCompare(b.name, locale, { numeric: true })),
    [allViews, kind, locale],
  )
  const plain = useMemo(() => plainLayout(columns, firstSorting), [columns, firstSorting])
  const layout = left?.layout ?? plain
  // One that was just saved is stood in before the list has it.
  const viewId = left?.view ?? null
  const view = views.find(({ id }) => id === viewId) ?? null
  const all = left?.all ?? null
  const leave = (next: TableLayout, nextView = viewId, nextAll = all) =>
    leaveTable(kind, { layout: next, view: nextView, all: nextAll })
  return {
    layout,
    setLayout: (next) => {
      if (next !== layout) leave(next)
    },
    views,
    view,
    isChanged:
      view !== null &&
      (query !== view.query ||
        picture !== (view.picture ?? null) ||
        JSON.stringify(filters) !== JSON.stringify(view.filters ?? []) ||
        !isSameLayout(layout, view.layout)),
    choose: (next) => {
      lookFor(kind, next)
      showPicture(kind, next?.picture ?? null)
      if (next === null) leave(all ?? (viewId === null ? layout : plain), null, null)
      else leave(next.layout, next.id, viewId === null ? layout : all)
    },
    standIn: (id) => leave(layout, id, viewId === null ? layout : all),
    reset: () => {
      if (view !== null) {
        lookFor(kind, view)
        showPicture(kind, view.picture ?? null)
      }
      leave(view?.layout ?? plain)
    },
  }
}
