/**
 * The roving focus of the board: one card is reached by Tab, the arrow keys lead on from it. It follows its claim
 * when an assessment moves the card to another column, and is found again on the way back from a claim.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Direction } from '../../../shared/i18n/locale.ts'
import { arrowMove } from '../../ui/arrowMove.ts'
import { type BoardView, type CardPlace, nextPlace, placeOf } from './boardModel.ts'
import { currentBoardState } from './boardState.ts'

export interface BoardFocus {
  readonly activeId: string | null
  /** Where the active card stands; null when no card is shown. */
  readonly place: CardPlace | null
  readonly focusTurn: number
  readonly activate: (id: string) => void
  /** Makes a card active and moves the focus to it. */
  readonly focusCard: (id: string) => void
  /** Handles the keys that move between cards; true when it took the key. */
  readonly moveByKey: (key: string) => boolean
  /** For the board element, so that it knows whether the focus is inside. */
  readonly onFocus: () => void
  readonly onBlur: (event: React.FocusEvent) => void
}

export function useBoardFocus(view: BoardView, direction: Direction): BoardFocus {
  const [wantedId, setWantedId] = useState(() => currentBoardState().activeId)
  // Back from a claim the focus goes to its card at once.
  const [focusTurn, setFocusTurn] = useState(wantedId === null ? 0 : 1)
  const ownsFocus = useRef(false)
  const lastPlace = useRef<CardPlace | null>(null)
  const place = useMemo(
    () => placeOf(view, wantedId, lastPlace.current) ?? firstPlace(view),
    [view, wantedId],
  )
  useEffect(() => {
    lastPlace.current = place
  })
  const activeId = place === null ? null : (view.columns[place.column]?.claims[place.row]?.id ?? null)

  // A card that changes its column leaves the page and takes the focus with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the board has been drawn anew.
  useEffect(() => {
    if (ownsFocus.current && document.activeElement === document.body) setFocusTurn((turn) => turn + 1)
  }, [view])

  const focusCard = (id: string) => {
    setWantedId(id)
    setFocusTurn((turn) => turn + 1)
  }
  const moveByKey = (key: string): boolean => {
    const move = arrowMove(key, direction)
    if (move === null || place === null) return false
    const to = nextPlace(
      place,
      move,
      view.columns.map((column) => column.claims.length),
    )
    const id = view.columns[to.column]?.claims[to.row]?.id
    if (id !== undefined && id !== activeId) {
      lastPlace.current = to
      focusCard(id)
    }
    return true
  }
  return {
    activeId,
    place,
    focusTurn,
    activate: setWantedId,
    focusCard,
    moveByKey,
    onFocus: () => {
      ownsFocus.current = true
    },
    onBlur: (event) => {
      const to = event.relatedTarget
      if (to instanceof Node && !event.currentTarget.contains(to)) ownsFocus.current = false
    },
  }
}

function firstPlace(view: BoardView): CardPlace | null {
  const column = view.columns.findIndex(({ claims }) => claims.length > 0)
  return column < 0 ? null : { column, row: 0 }
}
