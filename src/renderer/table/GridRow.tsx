// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot draw only some of its rows; the grid roles stand in
/** One row of a record table. Drawn again only when something it shows has changed. */
import { memo } from 'react'
import { visibleTurns } from '../visibleText.ts'
import type { HasId, TableColumn } from './tableColumn.ts'
import { pinnedStyle } from './tableColumn.ts'
import { cellName } from './useGridFocus.ts'

export interface GridRowProps<R extends HasId> {
  readonly row: R
  /** The element that it is drawn in (RowSlots.ts). */
  readonly slot: number | undefined
  /** Place in the sorted, filtered table, from 0. */
  readonly index: number
  readonly columns: readonly TableColumn<R>[]
  /** How many of the columns stand at the start edge. */
  readonly pinnedCount: number
  /** Distance from the top of the rows, CSS pixels. */
  readonly offset: number
  /** 2 under the line of a group; undefined without groups. */
  readonly level?: number | undefined
  /** In its group, from 1, and how many rows that has; undefined without groups. */
  readonly place?: number | undefined
  readonly setSize?: number | undefined
  readonly isSelected: boolean
  readonly isOpen: boolean
  /** Column that takes the Tab key, when it is in this row. */
  readonly activeColumn: number | null
}

function GridRowView<R extends HasId>({
  row,
  slot,
  index,
  columns,
  pinnedCount,
  offset,
  level,
  place,
  setSize,
  isSelected,
  isOpen,
  activeColumn,
}: GridRowProps<R>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={setSize}
      aria-selected={isSelected}
      className={isOpen ? 'grid__row grid__row--open' : 'grid__row'}
      data-row={index}
      data-slot={slot}
      style={{ transform: `translateY(${offset}px)` }}
      tabIndex={-1}
    >
      {columns.map((column, at) => {
        const content = column.cell ? column.cell(row) : column.value(row)
        const shown = typeof content === 'string' ? visibleTurns(content) : content
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={at + 1}
            className={`grid__cell${CELL_CLASS[column.align ?? (column.isWritten ? 'written' : 'plain')]}${at < pinnedCount ? ' grid__cell--pinned' : ''}`}
            style={pinnedStyle(at, pinnedCount)}
            data-cell={cellName({ row: index, column: at })}
            tabIndex={activeColumn === at ? 0 : -1}
          >
            <span
              className="grid__text"
              dir={column.isWritten ? 'auto' : undefined}
              title={typeof shown === 'string' ? shown : undefined}
            >
              {shown}
            </span>
          </div>
        )
      })}
    </div>
  )
}

/** A written cell unfolds while the keyboard is on it. */
const CELL_CLASS = { end: ' grid__cell--end', written: ' grid__cell--written', plain: '' } as const

export const GridRow = memo(GridRowView) as typeof GridRowView
