// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot draw only some of its rows; the grid roles stand in
/** The header row: names of the columns, their order of sorting, and the ways to change how they stand. */
import { useText } from '../text.ts'
import { Icon } from '../ui/Icon.tsx'
import { pinnedStyle, type TableColumn } from './tableColumn.ts'
import { cellName } from './useGridFocus.ts'

export interface ColumnOrder {
  readonly isDescending: boolean
  /** 1 for the column sorted by first. */
  readonly place: number
}

export interface GridHeadProps<R> {
  readonly columns: readonly TableColumn<R>[]
  /** How many of the columns stand at the start edge. */
  readonly pinnedCount: number
  readonly orderById: ReadonlyMap<string, ColumnOrder>
  /** Column that takes the Tab key, when the header has it. */
  readonly activeColumn: number | null
  /** Column whose menu is open. */
  readonly menuColumn: string | null
}

export function GridHead<R>({ columns, pinnedCount, orderById, activeColumn, menuColumn }: GridHeadProps<R>) {
  const t = useText()
  return (
    <div role="row" aria-rowindex={1} className="grid__head" tabIndex={-1}>
      {columns.map((column, place) => {
        const order = orderById.get(column.id)
        const hint = t('table.sort.hint')
        const classes = ['grid__cell']
        if (column.align === 'end') classes.push('grid__cell--end')
        if (place < pinnedCount) classes.push('grid__cell--pinned')
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={place + 1}
            aria-sort={order ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
            aria-haspopup="menu"
            aria-expanded={menuColumn === column.id}
            className={classes.join(' ')}
            style={pinnedStyle(place, pinnedCount)}
            data-cell={cellName({ row: -1, column: place })}
            data-column={column.id}
            tabIndex={activeColumn === place ? 0 : -1}
            title={column.note === undefined ? hint : `${t(column.note)}. ${hint}`}
          >
            <span className="grid__text">{t(column.header)}</span>
            {order ? (
              <span className="grid__order">
                <Icon name={order.isDescending ? 'open' : 'up'} size={12} />
                {orderById.size > 1 ? order.place : null}
              </span>
            ) : null}
            {/* The keyboard opens the menu from the header itself. */}
            <span className="grid__menu" data-menu={column.id} aria-hidden="true">
              <Icon name="open" size={12} />
            </span>
            <span className="grid__resize" data-resize={column.id} aria-hidden="true" />
          </div>
        )
      })}
    </div>
  )
}
