// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot draw only some of its rows; the grid roles stand in
// biome-ignore-all lint/a11y/noStaticElementInteractions: the role is grid or treegrid
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is grid or treegrid
/**
 * The one table of the window: any records, any columns. TanStack Table keeps what is sorted by and shown, TanStack Virtual
 * draws only the rows on screen, and the grid pattern of ARIA gives it the keyboard.
 */
import { useTable } from '@tanstack/react-table'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import {
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ColumnFilter } from '../../core/columnFilter.ts'
import type { TableLayout } from '../../core/tableView.ts'
import { copyText } from '../copyText.ts'
import { useIsArriving } from '../store.ts'
import { useLanguage } from '../text.ts'
import { announce } from '../ui/LiveRegion.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import { filterKind, filterOptions } from './columnFilters.ts'
import { GridHead } from './GridHead.tsx'
import { GridRow } from './GridRow.tsx'
import { GroupRow } from './GroupRow.tsx'
import { RowSlots } from './RowSlots.ts'
import { rowsAsText } from './rowsAsText.ts'
import { SortedRows } from './SortedRows.ts'
import {
  columnTracks,
  FEATURES,
  type HasId,
  pinnedOffsets,
  sortRules,
  type TableColumn,
  toColumnDefs,
} from './tableColumn.ts'
import { ColumnFilterView } from './tableParts.ts'
import { type CellEdit, type EditedCell, useCellEdit } from './useCellEdit.ts'
import { useColumnActs } from './useColumnActs.ts'
import { useFocusReturn } from './useFocusReturn.ts'
import { cellName, useGridFocus } from './useGridFocus.ts'
import { useGridKeys } from './useGridKeys.ts'
import { useGridPointer } from './useGridPointer.ts'
import { useHeadKeys } from './useHeadKeys.ts'
import { useHeadPointer } from './useHeadPointer.ts'
import { usePreparedOrders } from './usePreparedOrders.ts'
import { useRowPreview } from './useRowPreview.ts'
import { useRowSelection } from './useRowSelection.ts'
import { useSteadyRows } from './useSteadyRows.ts'
import { useTableLines } from './useTableLines.ts'
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
  readonly layout: TableLayout
  readonly setLayout: (layout: TableLayout) => void
  readonly filters: readonly ColumnFilter[]
  readonly onFilter: (columnId: string, filter: ColumnFilter | null) => void
  /** The record open beside the table. */
  readonly openId: string | null
  readonly onOpen: (id: string) => void
  readonly onDelete: (ids: readonly string[]) => void
  readonly onSelect: (ids: ReadonlySet<string>) => void
  /** May the cell of a row be edited in place? */
  readonly canEdit: (columnId: string, row: R) => boolean
  /** Edits a cell in place, over the element it is drawn in. */
  readonly editor: (
    cell: EditedCell<R>,
    trigger: RefObject<Element | null>,
    onDone: CellEdit<R>['finish'],
  ) => ReactNode
  /** Shows a record below the table, for reading only. */
  readonly preview: (row: R, close: () => void) => ReactNode
  /** Rows have been on screen for a moment: one of them may well be opened. Must not change between renders. */
  readonly onRest: (rows: readonly R[]) => void
}

/** The slot of the row that has the focus, or holds what has it. */
function focusedSlot(grid: HTMLElement | null): number | null {
  const focused = document.activeElement
  if (grid === null || focused === null || !grid.contains(focused)) return null
  const slot = focused.closest<HTMLElement>('[data-slot]')?.dataset.slot
  return slot === undefined ? null : Number(slot)
}

export function RecordTable<R extends HasId>(props: RecordTableProps<R>) {
  const { label, all, rows, isLooking, columns, layout, setLayout, openId, onSelect, onRest } = props
  const { sorting } = layout
  const language = useLanguage()
  const { t, locale, direction } = language
  const grid = useRef<HTMLDivElement>(null)
  const collator = useMemo(() => new Intl.Collator(locale, { numeric: true }), [locale])
  const columnDefs = useMemo(() => toColumnDefs(columns), [columns])
  const table = useTable({
    features: FEATURES,
    columns: columnDefs,
    data: NO_ROWS,
    getRowId: (row) => row.id,
    state: {
      sorting,
      columnVisibility: Object.fromEntries(layout.hidden.map((id) => [id, false])),
      columnOrder: layout.order,
      columnPinning: { start: layout.pinned, end: [] },
    },
    onSortingChange: (next) =>
      setLayout({ ...layout, sorting: typeof next === 'function' ? next(sorting) : next }),
  })
  const [kept] = useState(() => new SortedRows<R>())
  const sorted = useMemo(
    () => kept.sort(all, sortRules(columns, sorting, collator), rows),
    [kept, all, rows, columns, sorting, collator],
  )
  const shownIds = [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()]
    .map(({ id }) => id)
    .join(' ')
  const shown = useMemo(
    () => shownIds.split(' ').flatMap((id) => columns.find((column) => column.id === id) ?? []),
    [columns, shownIds],
  )
  usePreparedOrders(kept, { all, columns: shown, collator })
  const offsets = pinnedOffsets(shown, layout)
  const pinnedCount = offsets.length - 1
  const orderById = useMemo(
    () => new Map(sorting.map(({ id, desc }, index) => [id, { isDescending: desc, place: index + 1 }])),
    [sorting],
  )

  const { lines, groups, by } = useTableLines(sorted, columns, layout, collator)
  const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / ROW_PX) - 2)
  const focus = useGridFocus(grid, { rows: lines.count, columns: shown.length, page })
  const selection = useRowSelection(sorted, lines, !isLooking)
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
  /** A record may stand in several groups. */
  const keyOfLine = (index: number) => {
    const id = lines.rowAt(index)?.id
    if (by === null) return id ?? index
    return id === undefined ? `group ${index}` : `${lines.groupLineOf(index)} ${id}`
  }
  const virtualizer = useVirtualizer({
    count: lines.count,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_PX,
    overscan: ROWS_BEYOND,
    scrollMargin: ROW_PX,
    rangeExtractor,
  })

  const drawn = virtualizer.getVirtualItems()
  const [rowSlots] = useState(() => new RowSlots())
  const slots = rowSlots.assign(
    drawn.map(({ index }) => keyOfLine(index)),
    focusedSlot(grid.current),
  )
  const [firstDrawn, lastDrawn] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? -1]
  useEffect(() => {
    const rest = setTimeout(() => {
      const resting: R[] = []
      for (let line = firstDrawn; line <= lastDrawn && resting.length < MOST_RESTING; line += 1) {
        const row = lines.rowAt(line)
        if (row !== null) resting.push(row)
      }
      onRest(resting)
    }, REST_MS)
    return () => clearTimeout(rest)
  }, [lines, firstDrawn, lastDrawn, onRest])

  const isArriving = useIsArriving()
  useSteadyRows(grid, { rows: sorted, rowPx: ROW_PX, focus, isArriving: isArriving && by === null })

  const idAt = (row: number) => lines.rowAt(row)?.id ?? null
  const sortBy = (columnId: string, isAlso: boolean) =>
    table.getColumn(columnId)?.toggleSorting(undefined, isAlso)
  const columnActs = useColumnActs({
    grid,
    columns,
    shown,
    layout,
    setLayout,
    sortBy,
    follow: (column) => focus.focusCell({ row: -1, column }),
  })
  const head = useHeadPointer({
    grid,
    acts: columnActs,
    direction,
    tracksWith: (id, width) => columnTracks(shown, { ...layout, widths: { ...layout.widths, [id]: width } }),
  })
  const onHeadKey = useHeadKeys(columnActs)
  const columnIds = shown.map(({ id }) => id)
  const onCopy = (ids: ReadonlySet<string>) => {
    const copied = sorted.filter((row) => ids.has(row.id))
    const text = rowsAsText(copied, shown, language)
    void copyText(text).then((isDone) =>
      announce(isDone ? t('table.copied', { count: copied.length }) : t('table.notCopied')),
    )
  }
  const preview = useRowPreview(focus, lines.rowAt(activeRow), props.onOpen)
  const edit = useCellEdit({
    focus,
    lines,
    columnIds,
    canEdit: props.canEdit,
    onRefuse: () => announce(t('table.edit.notHere')),
  })
  const acts = {
    ...props,
    onOpen: preview.onOpen,
    onEdit: edit.begin,
    preview,
    onCopy,
    focus,
    selection,
    idAt,
    lines,
    groups,
    direction,
    onHeadKey,
    columnIds,
  }
  const keys = useGridKeys(acts)
  const pointer = useGridPointer({ ...acts, columns: columnActs, head })
  const filterColumn = shown.find(({ id }) => id === columnActs.filterColumn)
  const filterBy = filterColumn === undefined ? null : filterKind(filterColumn)
  const menuColumn = shown.find(({ id }) => id === columnActs.menuColumn)
  const style: Record<`--${string}`, string> = {
    '--tracks': columnTracks(shown, layout),
    '--pinned': `${offsets.at(-1) ?? 0}px`,
  }
  for (const [place, offset] of offsets.entries()) style[`--pin-${place}`] = `${offset}px`

  useFocusReturn(openId, (closedId) => {
    const row = closedId === null ? activeRow : lines.lineOf(closedId)
    focus.focusCell({ row: row < 0 ? activeRow : row, column: focus.active.column })
  })

  /** Looked for when it is needed: a save may draw the row anew. */
  const editedCell = (columnId: string): RefObject<Element | null> => ({
    get current() {
      const place = { row: edit.line, column: columnIds.indexOf(columnId) }
      return grid.current?.querySelector(`[data-cell="${cellName(place)}"]`) ?? null
    },
  })

  const role = by === null ? 'grid' : 'treegrid'
  return (
    <>
      <div
        ref={grid}
        role={role}
        aria-label={label}
        aria-rowcount={lines.count + 1}
        aria-colcount={shown.length}
        aria-multiselectable="true"
        className="grid"
        style={style}
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
        onKeyDown={keys}
        {...pointer}
      >
        <GridHead
          columns={shown}
          pinnedCount={pinnedCount}
          menuColumn={columnActs.menuColumn}
          orderById={orderById}
          activeColumn={activeRow < 0 ? focus.active.column : null}
        />
        <div role="rowgroup" className="grid__rows" style={{ blockSize: virtualizer.getTotalSize() }}>
          {drawn.map((item) => {
            const row = lines.rowAt(item.index)
            const group = lines.groupAt(item.index)
            const inSet = lines.placeInSet(item.index)
            const activeColumn = item.index === activeRow ? focus.active.column : null
            const slot = slots.get(keyOfLine(item.index))
            if (group !== null)
              return (
                <GroupRow
                  key={slot}
                  slot={slot}
                  words={group.key === null ? t('table.groups.none') : (by?.group?.words(group.key) ?? '')}
                  count={group.rows.length}
                  isOpen={groups.isOpen(group.key)}
                  index={item.index}
                  inSet={inSet}
                  columnCount={shown.length}
                  offset={item.start - ROW_PX}
                  activeColumn={activeColumn}
                />
              )
            if (row === null) return null
            return (
              <GridRow
                key={slot}
                slot={slot}
                row={row}
                index={item.index}
                columns={shown}
                pinnedCount={pinnedCount}
                offset={item.start - ROW_PX}
                level={by === null ? undefined : 2}
                place={inSet?.place}
                setSize={inSet?.of}
                isSelected={selected.has(row.id)}
                isOpen={row.id === openId}
                activeColumn={activeColumn}
              />
            )
          })}
        </div>
      </div>
      <Suspense fallback={null}>
        {edit.cell === null ? null : props.editor(edit.cell, editedCell(edit.cell.columnId), edit.finish)}
      </Suspense>
      <Suspense fallback={null}>
        {preview.row === null ? null : props.preview(preview.row, preview.close)}
      </Suspense>
      <Suspense fallback={null}>
        {menuColumn === undefined ? null : (
          <ColumnMenu column={menuColumn} shown={shown} layout={layout} acts={columnActs} grid={grid} />
        )}
      </Suspense>
      <Suspense fallback={null}>
        {filterColumn === undefined || filterBy === null ? null : (
          <ColumnFilterView
            columnId={filterColumn.id}
            name={t(filterColumn.note ?? filterColumn.header)}
            by={filterBy.by}
            options={(chosen) =>
              filterBy.by === 'codes' ? filterOptions(filterBy, all, chosen, collator) : []
            }
            filter={props.filters.find(({ column }) => column === filterColumn.id) ?? null}
            trigger={{ current: grid.current?.querySelector(`[data-column="${filterColumn.id}"]`) ?? null }}
            onChange={(filter) => props.onFilter(filterColumn.id, filter)}
            onClose={() => columnActs.openFilter(null)}
          />
        )}
      </Suspense>
    </>
  )
}
