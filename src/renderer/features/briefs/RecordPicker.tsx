/**
 * A long list of records to tick. One stop for Tab; arrow keys move, Space ticks. Only the rows in sight are in the
 * page, so the list itself keeps the focus and names the active row.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useRef, useState } from 'react'
import { useText } from '../../text.ts'
import type { ChoosableRecord } from './briefChoice.ts'
import { RecordPickerRow } from './RecordPickerRow.tsx'

export interface RecordPickerProps {
  readonly label: string
  readonly records: readonly ChoosableRecord[]
  /** May there be others in a moment? */
  readonly isLooking: boolean
  readonly chosen: ReadonlySet<string>
  readonly onTick: (ids: readonly string[], on: boolean) => void
}

const ROW_HEIGHT_PX = 34
const ROWS_OF_A_PAGE = 10

export function RecordPicker({ label, records, isLooking, chosen, onTick }: RecordPickerProps) {
  const t = useText()
  const [active, setActive] = useState(0)
  const listId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 12,
  })
  if (records.length === 0) {
    const words = t(isLooking ? 'table.looking' : 'brief.records.noneHere')
    return <p className="picker__none">{words}</p>
  }
  const at = Math.min(active, records.length - 1)
  const rowId = (index: number) => `${listId}-${index}`
  const toggle = (index: number) => {
    const record = records[index]
    if (record) onTick([record.id], !chosen.has(record.id))
  }
  const move = (to: number) => {
    const next = Math.max(0, Math.min(records.length - 1, to))
    setActive(next)
    virtual.scrollToIndex(next)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + ROWS_OF_A_PAGE,
      PageUp: at - ROWS_OF_A_PAGE,
      Home: 0,
      End: records.length - 1,
    }
    const to = moves[event.key]
    if (to !== undefined) move(to)
    else if (event.key === ' ' || event.key === 'Enter') toggle(at)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={scroller}
      className="picker"
      role="listbox"
      aria-multiselectable="true"
      aria-label={label}
      aria-activedescendant={rowId(at)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="picker__rows" role="presentation" style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const record = records[index]
          if (!record) return null
          return (
            <RecordPickerRow
              key={record.id}
              id={rowId(index)}
              record={record}
              place={{ index, total: records.length, top: start }}
              isActive={index === at}
              isChosen={chosen.has(record.id)}
              onToggle={() => {
                setActive(index)
                toggle(index)
              }}
            />
          )
        })}
      </div>
    </div>
  )
}
