// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot draw only some of its rows; the grid roles stand in
/** The header row: names of the columns, their order of sorting, and the way to change it. */
import { useText } from '../text.ts'
import { Icon } from '../ui/Icon.tsx'
import type { TableColumn } from './tableColumn.ts'
import { cellName } from './useGridFocus.ts'

export interface ColumnOrder {
  readonly isDescending: boolean
  /** 1 for the column sorted by first. */
  readonly place: number
}

export interface GridHeadProps<R> {
  readonly columns: readonly TableColumn<R>[]
  readonly tracks: string
  readonly orderById: ReadonlyMap<string, ColumnOrder>
  /** Column that takes the Tab key, when the header has it. */
  readonly activeColumn: number | null
}

export function GridHead<R>({ columns, tracks, orderById, activeColumn }: GridHeadProps<R>) {
  const t = useText()
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="grid__head"
      style={{ gridTemplateColumns: tracks }}
      tabIndex={-1}
    >
      {columns.map((column, place) => {
        const order = orderById.get(column.id)
        const hint = t('table.sort.hint')
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={place + 1}
            aria-sort={order ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
            className={column.align === 'end' ? 'grid__cell grid__cell--end' : 'grid__cell'}
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
          </div>
        )
      })}
    </div>
  )
}
