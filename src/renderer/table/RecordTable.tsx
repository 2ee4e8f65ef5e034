// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot draw only some of its rows; the grid roles stand in
/**
 * The one table of the window: any records, any columns. TanStack Table keeps what is sorted by and shown, TanStack Virtual
 * draws only the rows on screen, and the grid pattern of ARIA gives it the keyboard.
 */
import { type ColumnVisibilityState, type SortingState, useTable } from '@tanstack/react-table'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useIsArriving } from '../store.ts'
import { useLanguage } from '../text.ts'
import { GridHead } from './GridHead.tsx'
import { GridRow } from './GridRow.tsx'
import { SortedRows } from './SortedRows.ts'
import {
  columnTracks,
  FEATURES,
  type HasId,
  sortRules,
  type TableColumn,
  toColumnDefs,
} from './tableColumn.ts'
import { useFocusReturn } from './useFocusReturn.ts'
import { useGridFocus } from './useGridFocus.ts'
import { useGridKeys } from './useGridKeys.ts'
import { useGridPointer } from './useGridPointer.ts'
import { usePreparedOrders } from './usePreparedOrders.ts'
import { useRowSelection } from './useRowSelection.ts'
import { useSteadyRows } from './useSteadyRows.ts'
import './table.css'

/** Height of a row and of the header, CSS pixels; table.css has the same. */
const ROW_PX = 34
const ROWS_BEYOND = 4
/** Less than it takes to find a row with the eye; more than a row is on screen while the table is scrolled. */
const REST_MS = 150
/** The row that has the focus is drawn as well, however far away it is. */
const MOST_RESTING = 60
/** TanStack Table would build and sort all of its rows anew after each save. */
const NO_ROWS: never[] = []

export interface RecordTableProps<R extends HasId> {
  readonly label: string
  /** Every record there is of the kind, as they came. */
  readonly all: readonly R[]
  /** Those of them that are shown. */
  readonly rows: readonly R[]
  /** May there be others in a moment? Then these are not all that were asked for. */
  readonly isLooking: boolean
  readonly columns: readonly TableColumn<R>[]
  readonly sorting: SortingState
  readonly onSortingChange: (sorting: SortingState) => void
  readonly visibility: ColumnVisibilityState
  /** The record open beside the table. */
  readonly openId: string | null
  readonly onOpen: (id: string) => void
  readonly onDelete: (ids: readonly string[]) => void
  readonly onSelect: (ids: ReadonlySet<string>) => void
  /** Rows have been on screen for a moment: one of them may well be opened. Must not change between renders. */
  readonly onRest: (rows: readonly R[]) => void
}

export function RecordTable<R extends HasId>(props: RecordTableProps<R>) {
  const {
    label,
    all,
    rows,
    isLooking,
    columns,
    sorting,
    onSortingChange,
    visibility,
    openId,
    onSelect,
    onRest,
  } = props
  const { locale } = useLanguage()
  const grid = useRef<HTMLDivElement>(null)
  const collator = useMemo(() => new Intl.Collator(locale, { numeric: true }), [locale])
  const columnDefs = useMemo(() => toColumnDefs(columns), [columns])
  const table = useTable({
    features: FEATURES,
    columns: columnDefs,
    data: NO_ROWS,
    getRowId: (row) => row.id,
    state: { sorting, columnVisibility: visibility },
    onSortingChange: (next) => onSortingChange(typeof next === 'function' ? next(sorting) : next),
  })
  const [kept] = useState(() => new SortedRows<R>())
  const sorted = useMemo(
    () => kept.sort(all, sortRules(columns, sorting, collator), rows),
    [kept, all, rows, columns, sorting, collator],
  )
  const shown = useMemo(
    () => columns.filter((column) => visibility[column.id] !== false),
    [columns, visibility],
  )
  usePreparedOrders(kept, { all, columns: shown, collator })
  const tracks = useMemo(() => columnTracks(shown), [shown])
  const orderById = useMemo(
    () => new Map(sorting.map(({ id, desc }, index) => [id, { isDescending: desc, place: index + 1 }])),
    [sorting],
  )

  const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / ROW_PX) - 2)
  const focus = useGridFocus(grid, { rows: sorted.length, columns: shown.length, page })
  const selection = useRowSelection(sorted, !isLooking)
  const { selected } = selection
  useEffect(() => onSelect(selected), [selected, onSelect])

  // The active row stays in the page even when it is scrolled away, so that the focus is never lost.
  const activeRow = focus.active.row
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range)
      if (activeRow < 0 || activeRow >= range.count || indexes.includes(activeRow)) return indexes
      return [...indexes, activeRow].sort((a, b) => a - b)
    },
    [activeRow],
  )
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_PX,
    overscan: ROWS_BEYOND,
    scrollMargin: ROW_PX,
    rangeExtractor,
  })

  const drawn = virtualizer.getVirtualItems()
  const [firstDrawn, lastDrawn] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? -1]
  useEffect(() => {
    const rest = setTimeout(
      () => onRest(sorted.slice(firstDrawn, lastDrawn + 1).slice(0, MOST_RESTING)),
      REST_MS,
    )
    return () => clearTimeout(rest)
  }, [sorted, firstDrawn, lastDrawn, onRest])

  const isArriving = useIsArriving()
  useSteadyRows(grid, { rows: sorted, rowPx: ROW_PX, focus, isArriving })

  const idAt = (row: number) => sorted[row]?.id ?? null
  const sortBy = (columnId: string, isAlso: boolean) =>
    table.getColumn(columnId)?.toggleSorting(undefined, isAlso)
  const acts = { ...props, focus, selection, idAt, sortBy, columnIds: shown.map(({ id }) => id) }
  const keys = useGridKeys(acts)
  const pointer = useGridPointer(acts)

  useFocusReturn(openId, (closedId) => {
    const row = closedId === null ? activeRow : sorted.findIndex(({ id }) => id === closedId)
    focus.focusCell({ row: row < 0 ? activeRow : row, column: focus.active.column })
  })

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      aria-rowcount={sorted.length + 1}
      aria-colcount={shown.length}
      aria-multiselectable="true"
      className="grid"
      onFocus={focus.onFocus}
      onBlur={focus.onBlur}
      onKeyDown={keys}
      {...pointer}
    >
      <GridHead
        columns={shown}
        tracks={tracks}
        orderById={orderById}
        activeColumn={activeRow < 0 ? focus.active.column : null}
      />
      <div role="rowgroup" className="grid__rows" style={{ blockSize: virtualizer.getTotalSize() }}>
        {drawn.map((item) => {
          const row = sorted[item.index]
          if (row === undefined) return null
          return (
            <GridRow
              key={row.id}
              row={row}
              index={item.index}
              columns={shown}
              tracks={tracks}
              offset={item.start - ROW_PX}
              isSelected={selected.has(row.id)}
              isOpen={row.id === openId}
              activeColumn={item.index === activeRow ? focus.active.column : null}
            />
          )
        })}
      </div>
    </div>
  )
}
