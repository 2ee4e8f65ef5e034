/** What the window and its thread of search say to each other. Both number documents from 0 in the order of adding. */
import type { RecordText } from '../../core/search/recordText.ts'

export type SearchRequest =
  | { readonly kind: 'change'; readonly gone: readonly number[]; readonly added: readonly RecordText[] }
  | { readonly kind: 'settle' }
  | { readonly kind: 'search'; readonly turn: number; readonly typed: string; readonly most: number }

export interface SearchReply {
  readonly turn: number
  /** How many there are in all. */
  readonly total: number
  /** The best of them, the best first. */
  readonly docs: Uint32Array
}
