/**
 * A long read-only list as a native table: only the rows in sight are in the page, the rest is two spacer rows. For
 * records, which sort, filter and select, there is table/RecordTable.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import './plainTable.css'

export interface PlainColumn {
  readonly key: string
  /** Empty for a column of buttons. */
  readonly title: string
  /** CSS width; the rest is shared. */
  readonly width?: string
}

export interface PlainTableProps {
  readonly label: string
  readonly columns: readonly PlainColumn[]
  readonly count: number
  readonly rowKey: (index: number) => string
  /** The `<td>` elements of a row. */
  readonly cells: (index: number) => React.ReactNode
}

const ROW_HEIGHT_PX = 38

export function PlainTable({ label, columns, count, rowKey, cells }: PlainTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard.
    <div className="plain-table" ref={scroller} tabIndex={0}>
      <table aria-label={label} aria-rowcount={count + 1}>
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} {...(width === undefined ? {} : { style: { inlineSize: width } })} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ key, title }) =>
              title === '' ? (
                <td key={key} />
              ) : (
                <th key={key} scope="col">
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          <Spacer height={before} />
          {items.map(({ index }) => (
            <tr key={rowKey(index)} aria-rowindex={index + 2} className="plain-table__row">
              {cells(index)}
            </tr>
          ))}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  )
}

function Spacer({ height }: { readonly height: number }) {
  return height > 0 ? <tr style={{ blockSize: height }} /> : null
}
