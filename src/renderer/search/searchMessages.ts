/** What the window and its thread of search say to each other. Both number documents from 0 in the order of adding. */
import type { RecordTexts } from '../../core/search/toldTexts.ts'
import type { RowKind } from '../../shared/ipc/rows.ts'

export type SearchRequest =
  | { readonly kind: 'change'; readonly gone: readonly number[]; readonly added: readonly RecordTexts[] }
  /** `texts` is JSON of RecordTexts[], as main has made it. Answered when it is read. */
  | { readonly kind: 'texts'; readonly gone: readonly number[]; readonly texts: Uint8Array }
  | { readonly kind: 'settle' }
  | { readonly kind: 'search'; readonly turn: number; readonly typed: string; readonly most: number }
  /** Which documents of that kind of record hold these folded words, each by itself. */
  | { readonly kind: 'words'; readonly turn: number; readonly of: RowKind; readonly words: readonly string[] }

export type SearchReply =
  | { readonly kind: 'read' }
  | {
      readonly kind: 'found'
      readonly turn: number
      /** How many there are in all. */
      readonly total: number
      /** Of a search: the best of them, the best first. Of words: one list for each. */
      readonly lists: readonly Uint32Array[]
    }
