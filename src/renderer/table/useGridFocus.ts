/**
 * Roving focus of a grid: one cell takes the Tab key, arrow keys move it, and the focus is put back when the cell
 * it was on has gone.
 */
import { type FocusEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useLanguage } from '../text.ts'
import { type CellPlace, clampPlace, type GridSize, nextPlace, type PressedKey } from './gridMoves.ts'

export interface GridFocus {
  readonly active: CellPlace
  /** Moves the focus to a cell, scrolling it into view. */
  readonly focusCell: (place: CellPlace) => void
  /** Makes a cell the active one without taking the focus. */
  readonly setActive: (place: CellPlace) => void
  /** Moves for a key; the new place, or null when the key means nothing here. */
  readonly moveFor: (pressed: PressedKey) => CellPlace | null
  /** For the grid element. */
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
}

export const cellName = ({ row, column }: CellPlace): string => `${row}:${column}`

/** The place of the cell that an element is in; null outside of all cells. */
export function placeOfCell(target: EventTarget): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  const [row, column] = (cell?.dataset.cell ?? '').split(':').map(Number)
  return row === undefined || column === undefined ? null : { row, column }
}

/** Focuses a cell and scrolls it into view; false when it could not. */
function focusCellIn(grid: HTMLElement | null, place: CellPlace): boolean {
  const cell = grid?.querySelector<HTMLElement>(`[data-cell="${cellName(place)}"]`)
  cell?.focus({ preventScroll: true })
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  return cell !== undefined && cell !== null && document.activeElement === cell
}

export function useGridFocus(grid: RefObject<HTMLElement | null>, size: GridSize): GridFocus {
  const { direction } = useLanguage()
  const [wanted, setWanted] = useState<CellPlace>({ row: 0, column: 0 })
  const active = clampPlace(wanted, size)
  const takesFocus = useRef(false)
  const hadFocus = useRef(false)

  useLayoutEffect(() => {
    const isLost = hadFocus.current && document.activeElement === document.body
    if (!takesFocus.current && !isLost) return
    takesFocus.current = !focusCellIn(grid.current, active)
    if (!takesFocus.current) return
    // Not drawn yet, or under a dialog that is just closing and would give the focus elsewhere: once more after it.
    const frame = requestAnimationFrame(() => {
      takesFocus.current = false
      focusCellIn(grid.current, active)
    })
    return () => cancelAnimationFrame(frame)
  })

  const focusCell = (place: CellPlace) => {
    takesFocus.current = true
    setWanted({ ...place })
  }
  return {
    active,
    focusCell,
    setActive: setWanted,
    moveFor: (pressed) => {
      const next = nextPlace(active, pressed, size, direction)
      if (next) focusCell(next)
      return next
    },
    onFocus: (event) => {
      hadFocus.current = true
      // A screen reader puts the focus where it likes.
      const place = placeOfCell(event.target)
      if (place !== null && cellName(place) !== cellName(active)) setWanted(place)
    },
    onBlur: (event) => {
      // A cell that is taken out of the page blurs towards nothing: then the focus is still ours to put back.
      const { relatedTarget } = event
      if (relatedTarget !== null && !event.currentTarget.contains(relatedTarget)) hadFocus.current = false
    },
  }
}
