/** What the claims board shows, worked out from records: columns, suggested statuses, places of cards. No React. */
import type { Claim } from '../../../core/claim.ts'
import { type BoardColumn, boardColumn } from '../../../core/grading.ts'
import { CLAIM_STATUSES, type ClaimStatus } from '../../../core/vocabularyCodes.ts'
import type { ArrowMove } from '../../ui/arrowMove.ts'

/** The four columns of the board, and the one behind the toggle. */
export type ShownColumn = BoardColumn | 'superseded'
export const BOARD_COLUMNS: readonly BoardColumn[] = ['rumour', 'unresolved', 'fact', 'false']

export function columnOf(status: ClaimStatus): ShownColumn {
  return boardColumn(status) ?? 'superseded'
}

/** Statuses that put a claim into a column, the first being the one a card dropped there is offered. */
export function statusesOf(column: ShownColumn): readonly ClaimStatus[] {
  if (column === 'rumour') return ['rumour', 'not-assessed']
  return CLAIM_STATUSES.filter((status) => columnOf(status) === column)
}

export interface BoardView {
  readonly columns: readonly { readonly column: ShownColumn; readonly claims: readonly Claim[] }[]
  /** Cards in the columns shown, after the filter. */
  readonly shown: number
}

/** The board: the claims that the filter left, in their order, each in its column. */
export function boardView(claims: readonly Claim[], showSuperseded: boolean): BoardView {
  const order: readonly ShownColumn[] = showSuperseded ? [...BOARD_COLUMNS, 'superseded'] : BOARD_COLUMNS
  const byColumn = Map.groupBy(claims, (claim) => columnOf(claim.status))
  const columns = order.map((column) => ({ column, claims: byColumn.get(column) ?? [] }))
  return { columns, shown: columns.reduce((sum, each) => sum + each.claims.length, 0) }
}

/** How many of the claims are superseded. */
export function countSuperseded(claims: readonly Claim[]): number {
  let count = 0
  for (const { status } of claims) if (columnOf(status) === 'superseded') count += 1
  return count
}

/** Cards that the page keys pass over. */
const PAGE = 10

/** A card's place on the board. */
export interface CardPlace {
  readonly column: number
  readonly row: number
}

/**
 * Where a claim's card stands; null when it stands nowhere. `hint` is where it stood last, which is looked at first:
 * a column may have tens of thousands of cards.
 */
export function placeOf(view: BoardView, id: string | null, hint: CardPlace | null): CardPlace | null {
  if (id === null) return null
  if (hint !== null && view.columns[hint.column]?.claims[hint.row]?.id === id) return hint
  for (const [column, { claims }] of view.columns.entries()) {
    const row = claims.findIndex((claim) => claim.id === id)
    if (row >= 0) return { column, row }
  }
  return null
}

/**
 * Where an arrow key leads from a card; the same place at the edge. Sideways keys skip empty columns and keep the
 * row as far as the next column has one.
 */
export function nextPlace(from: CardPlace, move: ArrowMove, sizes: readonly number[]): CardPlace {
  const size = sizes[from.column] ?? 0
  switch (move) {
    case 'up':
    case 'page-up':
      return { column: from.column, row: Math.max(0, from.row - (move === 'up' ? 1 : PAGE)) }
    case 'down':
    case 'page-down':
      return {
        column: from.column,
        row: Math.max(0, Math.min(size - 1, from.row + (move === 'down' ? 1 : PAGE))),
      }
    case 'first':
      return { column: from.column, row: 0 }
    case 'last':
      return { column: from.column, row: Math.max(0, size - 1) }
    default: {
      const step = move === 'forward' ? 1 : -1
      let column = from.column + step
      while (column >= 0 && column < sizes.length && sizes[column] === 0) column += step
      const target = sizes[column]
      return target === undefined ? from : { column, row: Math.min(from.row, target - 1) }
    }
  }
}
