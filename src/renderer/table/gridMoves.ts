/** Where a key leads in a grid of cells. Row −1 is the header. Pure. */
import type { Direction } from '../../shared/i18n/locale.ts'

export interface CellPlace {
  readonly row: number
  readonly column: number
}
export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Whole rows that fit on screen. */
  readonly page: number
}
export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** The place inside the grid nearest to a wanted one. */
export function clampPlace(place: CellPlace, size: GridSize): CellPlace {
  const lowest = size.rows === 0 ? -1 : place.row
  return {
    row: Math.max(-1, Math.min(lowest, size.rows - 1)),
    column: Math.max(0, Math.min(place.column, size.columns - 1)),
  }
}

/** The next place for a key; null when the key does not move. */
export function nextPlace(
  from: CellPlace,
  pressed: PressedKey,
  size: GridSize,
  direction: Direction,
): CellPlace | null {
  const forward = direction === 'rtl' ? -1 : 1
  const whole = pressed.ctrlKey || pressed.metaKey
  const to = (row: number, column: number) => clampPlace({ row, column }, size)
  switch (pressed.key) {
    case 'ArrowDown':
      return to(from.row + 1, from.column)
    case 'ArrowUp':
      return to(from.row - 1, from.column)
    case 'ArrowRight':
      return to(from.row, from.column + forward)
    case 'ArrowLeft':
      return to(from.row, from.column - forward)
    case 'PageDown':
      return to(from.row + size.page, from.column)
    case 'PageUp':
      return to(Math.max(from.row - size.page, Math.min(from.row, 0)), from.column)
    case 'Home':
      return whole ? to(0, 0) : to(from.row, 0)
    case 'End':
      return whole ? to(size.rows - 1, size.columns - 1) : to(from.row, size.columns - 1)
    default:
      return null
  }
}
