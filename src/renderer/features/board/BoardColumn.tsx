/** One column of the board: only the cards in sight are in the page. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { Claim } from '../../../core/claim.ts'
import { useLanguage } from '../../text.ts'
import { BOARD_COLUMNS, type CardPlace, type ShownColumn } from './boardModel.ts'
import { CARD_TYPE, ClaimCard } from './ClaimCard.tsx'

export interface BoardColumnProps {
  readonly column: ShownColumn
  readonly claims: readonly Claim[]
  /** Where the card with the roving focus stands. */
  readonly place: CardPlace | null
  readonly activeId: string | null
  /** Raised when the active card must take the focus. */
  readonly focusTurn: number
  readonly onActivate: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly onChangeStatus: (id: string) => void
  readonly onDrop: (id: string, column: ShownColumn) => void
}

const CARD_HEIGHT_PX = 208
const COLUMN_ORDER: readonly ShownColumn[] = [...BOARD_COLUMNS, 'superseded']
const HELP = {
  rumour: 'board.column.rumourHelp',
  unresolved: 'board.column.unresolvedHelp',
  fact: 'board.column.factHelp',
  false: 'board.column.falseHelp',
  superseded: 'board.column.supersededHelp',
} as const satisfies Record<ShownColumn, string>

export function BoardColumn(props: BoardColumnProps) {
  const { column, claims, place, activeId, focusTurn, onActivate, onOpen, onChangeStatus } = props
  const { t, locale } = useLanguage()
  const [isOver, setOver] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: claims.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT_PX,
    getItemKey: (index) => claims[index]?.id ?? index,
    overscan: 4,
  })

  const isActiveHere = place !== null && COLUMN_ORDER[place.column] === column
  const activeIndex = isActiveHere ? place.row : -1
  // Zero: nobody has asked for the focus yet.
  const takenTurn = useRef(0)
  useEffect(() => {
    if (activeIndex < 0 || focusTurn === takenTurn.current) return
    takenTurn.current = focusTurn
    virtual.scrollToIndex(activeIndex)
    // The card may enter the page only with the next frame.
    const frame = requestAnimationFrame(() => {
      const id = claims[activeIndex]?.id ?? ''
      scroller.current?.querySelector<HTMLElement>(`[data-claim="${CSS.escape(id)}"]`)?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [activeIndex, focusTurn, claims, virtual])

  const allowDrop = (event: React.DragEvent) => {
    if (!event.dataTransfer.types.includes(CARD_TYPE)) return
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: React.DragEvent) => {
    setOver(false)
    const id = event.dataTransfer.getData(CARD_TYPE)
    if (id === '') return
    event.preventDefault()
    props.onDrop(id, column)
  }
  const titleId = `board-column-${column}`
  return (
    <section
      className={isOver ? 'column column--over' : 'column'}
      aria-labelledby={titleId}
      onDragOver={allowDrop}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <header className={`column__head column__head--${column}`}>
        <h2 id={titleId}>{t(`board.column.${column}`)}</h2>
        <span className="column__count">{new Intl.NumberFormat(locale).format(claims.length)}</span>
        <p className="column__help">{t(isOver ? 'board.column.drop' : HELP[column])}</p>
      </header>
      <div className="column__scroller" ref={scroller}>
        {claims.length === 0 ? <p className="column__empty">{t('board.column.empty')}</p> : null}
        <ul className="column__cards" style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const claim = claims[index]
            if (!claim) return null
            const { id } = claim
            return (
              <li
                key={key}
                className="column__card"
                data-index={index}
                ref={virtual.measureElement}
                aria-setsize={claims.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <ClaimCard
                  claim={claim}
                  isActive={id === activeId}
                  onActivate={() => onActivate(id)}
                  onOpen={() => onOpen(id)}
                  onChangeStatus={() => onChangeStatus(id)}
                />
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}
