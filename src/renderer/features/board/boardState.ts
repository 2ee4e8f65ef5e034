/** How the board was left, so that it is found again on the way back from a claim. Dropped on lock: it holds words. */
import { createExternalValue } from '../../externalValue.ts'

export interface BoardState {
  readonly filter: string
  readonly showsSuperseded: boolean
  /** YYYY-MM-DD; null for now. */
  readonly asOf: string | null
  /** The card that was opened last. */
  readonly activeId: string | null
}

const START: BoardState = { filter: '', showsSuperseded: false, asOf: null, activeId: null }
const boardNow = createExternalValue(START)

export const useBoardState = boardNow.use
export const currentBoardState = boardNow.get

/** Remembers a part of it. */
export function changeBoard(part: Partial<BoardState>): void {
  boardNow.set({ ...boardNow.get(), ...part })
}

/** Forgets all of it: on lock. */
export function dropBoardState(): void {
  boardNow.set(START)
}
