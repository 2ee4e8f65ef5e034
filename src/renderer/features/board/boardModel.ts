/** What the claims board shows, worked out from records: columns, filter, suggested statuses. No React. */
import type { Claim } from '../../../core/claim.ts'
import { type BoardColumn, boardColumn } from '../../../core/grading.ts'
import { parseQuery } from '../../../core/query.ts'
import { CLAIM_STATUSES, type ClaimStatus } from '../../../core/vocabularyCodes.ts'

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
  /** All claims but superseded ones that are hidden. */
  readonly total: number
  readonly superseded: number
  /** The piece of the filter that cannot be read; then nothing is filtered. */
  readonly unreadable: string | null
}

/** The board: newest "as of" first in each column, claims of one day by their statement. */
export function boardView(
  claims: Readonly<Record<string, Claim>>,
  filter: string,
  showSuperseded: boolean,
): BoardView {
  const query = parseQuery(filter)
  const all = Object.values(claims)
  const superseded = all.filter((claim) => columnOf(claim.status) === 'superseded').length
  const order: readonly ShownColumn[] = showSuperseded ? [...BOARD_COLUMNS, 'superseded'] : BOARD_COLUMNS
  const byColumn = Map.groupBy(query.ok ? all.filter(query.value) : all, (claim) => columnOf(claim.status))
  const columns = order.map((column) => ({
    column,
    claims: [...(byColumn.get(column) ?? [])].sort(newestFirst),
  }))
  return {
    columns,
    shown: columns.reduce((sum, each) => sum + each.claims.length, 0),
    total: showSuperseded ? all.length : all.length - superseded,
    superseded,
    unreadable: query.ok ? null : query.error.text,
  }
}

function newestFirst(a: Claim, b: Claim): number {
  const [dayA, dayB] = [a.asOf ?? '', b.asOf ?? '']
  if (dayA !== dayB) return dayA < dayB ? 1 : -1
  return a.statement < b.statement ? -1 : a.statement > b.statement ? 1 : 0
}

/** A card's place on the board. */
export interface CardPlace {
  readonly column: number
  readonly row: number
}

/**
 * Where an arrow key leads from a card; the same place at the edge. Sideways keys skip empty columns and keep the
 * row as far as the next column has one. `forward` is the reading direction: ArrowRight in English, ArrowLeft in
 * Arabic.
 */
export function nextPlace(
  from: CardPlace,
  move: 'up' | 'down' | 'forward' | 'back' | 'first' | 'last',
  sizes: readonly number[],
): CardPlace {
  const size = sizes[from.column] ?? 0
  switch (move) {
    case 'up':
      return { column: from.column, row: Math.max(0, from.row - 1) }
    case 'down':
      return { column: from.column, row: Math.max(0, Math.min(size - 1, from.row + 1)) }
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
