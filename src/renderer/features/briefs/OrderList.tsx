/**
 * Chosen records in the order in which they are to be printed. One stop for Tab: arrows move the cursor, Alt with an
 * arrow moves the record, and the buttons do the same.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useRef, useState } from 'react'
import { dateWords } from '../../dateWords.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/LiveRegion.tsx'
import { visibleTurns } from '../../visibleText.ts'

export interface OrderedRow {
  readonly id: string
  readonly title: string
  /** EDTF. */
  readonly when: string | undefined
}

export interface OrderListProps {
  readonly label: string
  /** Said when there is nothing to put in order. */
  readonly none: string
  readonly rows: readonly OrderedRow[]
  readonly onMove: (id: string, by: -1 | 1) => void
}

const ROW_HEIGHT_PX = 34

export function OrderList({ label, none, rows, onMove }: OrderListProps) {
  const words = useLanguage()
  const { t } = words
  const [activeId, setActiveId] = useState<string | null>(null)
  const listId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 12,
  })
  if (rows.length === 0) return <p className="picker__none">{none}</p>
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === activeId),
  )
  const go = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to))
    setActiveId(rows[next]?.id ?? null)
    virtual.scrollToIndex(next)
  }
  const move = (by: -1 | 1) => {
    const row = rows[at]
    const to = at + by
    if (row === undefined || to < 0 || to >= rows.length) return
    setActiveId(row.id)
    onMove(row.id, by)
    virtual.scrollToIndex(to)
    announce(t('composer.order.moved', { title: row.title, place: to + 1, total: rows.length }))
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return
    const keys: Readonly<Record<string, () => void>> = event.altKey
      ? { arrowup: () => move(-1), arrowdown: () => move(1) }
      : {
          arrowup: () => go(at - 1),
          arrowdown: () => go(at + 1),
          home: () => go(0),
          end: () => go(rows.length - 1),
        }
    const act = keys[event.key.toLowerCase()]
    if (act === undefined) return
    act()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="order">
      <div className="toolbar">
        <Button size="small" icon="up" isDisabled={at === 0} onPress={() => move(-1)}>
          {t('composer.order.up')}
        </Button>
        <Button size="small" icon="open" isDisabled={at === rows.length - 1} onPress={() => move(1)}>
          {t('composer.order.down')}
        </Button>
        <span className="side-part__lead" id={`${listId}-keys`}>
          {t('composer.order.keys')}
        </span>
      </div>
      <div
        ref={scroller}
        className="picker"
        role="listbox"
        aria-label={label}
        aria-describedby={`${listId}-keys`}
        aria-activedescendant={`${listId}-${at}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className="picker__rows" role="presentation" style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            if (row === undefined) return null
            const { id, title, when } = row
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the list, which has the focus.
              // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active row.
              <div
                key={id}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === at}
                aria-posinset={index + 1}
                aria-setsize={rows.length}
                className={index === at ? 'order__row order__row--active' : 'order__row'}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => setActiveId(id)}
              >
                <span className="order__place">{index + 1}</span>
                <span className="order__title" dir="auto">
                  {visibleTurns(title)}
                </span>
                <span className="order__when">
                  <bdi>{when === undefined ? '' : dateWords(when, words, 'short')}</bdi>
                </span>
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
