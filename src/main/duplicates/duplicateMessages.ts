/** What main and the thread that looks for duplicates say to each other. Both ends are ours, so values cross as they are. */
import type { DuplicatePair, DuplicateSuggestion } from '../../core/duplicates/DuplicateIndex.ts'
import type { SearchedIncident, UndecidedPair } from '../../core/duplicates/DuplicateSearch.ts'

export type DuplicateQuestion =
  | { readonly do: 'suggest'; readonly record: SearchedIncident; readonly limit: number }
  | { readonly do: 'pairs' }
  | { readonly do: 'new'; readonly records: readonly SearchedIncident[] }

export interface DuplicateAnswers {
  readonly suggest: readonly DuplicateSuggestion[]
  readonly pairs: readonly UndecidedPair[]
  readonly new: readonly DuplicatePair[]
}

export type DuplicateRequest =
  | {
      readonly kind: 'records'
      /** Id and record; null when it is gone. */
      readonly puts: readonly (readonly [id: string, record: SearchedIncident | null])[]
    }
  | { readonly kind: 'ask'; readonly id: number; readonly question: DuplicateQuestion }
  /** Its answer is not wanted any more. */
  | { readonly kind: 'stop'; readonly id: number }

export type DuplicateReply =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | {
      readonly kind: 'answer'
      readonly id: number
      /** Null for a defect of ours: its message could quote the log. */
      readonly answer: DuplicateAnswers[keyof DuplicateAnswers] | null
    }
