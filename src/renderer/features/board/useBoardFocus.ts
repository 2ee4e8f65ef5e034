/**
 * The roving focus of the board: one card is reached by Tab, the arrow keys lead on from it. It follows its claim
 * when an assessment moves the card to another column.
 */
import { useEffect, useRef, useState } from 'react'
import type { Direction } from '../../../shared/i18n/locale.ts'
import { type BoardView, type CardPlace, nextPlace } from './boardModel.ts'

export interface BoardFocus {
  readonly activeId: string | null
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
  const [wantedId, setWantedId] = useState<string | null>(null)
  const [focusTurn, setFocusTurn] = useState(0)
  const ownsFocus = useRef(false)
  const place = placeOf(view, wantedId)
  const activeId = place === null ? (view.columns.find((c) => c.claims[0])?.claims[0]?.id ?? null) : wantedId

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
    const move = moveOf(key, direction)
    const from = placeOf(view, activeId)
    if (move === null || from === null) return false
    const to = nextPlace(
      from,
      move,
      view.columns.map((column) => column.claims.length),
    )
    const id = view.columns[to.column]?.claims[to.row]?.id
    if (id !== undefined && id !== activeId) focusCard(id)
    return true
  }
  return {
    activeId,
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

function placeOf(view: BoardView, id: string | null): CardPlace | null {
  if (id === null) return null
  for (const [column, { claims }] of view.columns.entries()) {
    const row = claims.findIndex((claim) => claim.id === id)
    if (row >= 0) return { column, row }
  }
  return null
}

function moveOf(key: string, direction: Direction): Parameters<typeof nextPlace>[1] | null {
  switch (key) {
    case 'ArrowUp':
      return 'up'
    case 'ArrowDown':
      return 'down'
    case 'ArrowRight':
      return direction === 'ltr' ? 'forward' : 'back'
    case 'ArrowLeft':
      return direction === 'ltr' ? 'back' : 'forward'
    case 'Home':
      return 'first'
    case 'End':
      return 'last'
    default:
      return null
  }
}
