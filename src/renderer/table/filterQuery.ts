/** Which query a filter shows the rows of: what is typed may not be readable yet, or not be looked for yet. Pure. */
import type { HoldsWords } from '../../core/query.ts'
import type { Query, QueryError } from '../../core/queryTerms/queryWorld.ts'
import type { Result } from '../../core/result.ts'
import type { FoundWords } from './queryWords.ts'

export const EVERYTHING: Query = () => true

/** Why there are no rows of what is typed: it cannot be read, or nobody can look for its words or places. */
export type FilterError =
  | QueryError
  | { readonly code: 'query/words-unanswered' | 'query/places-unread'; readonly text: string }

export interface FilterInput {
  readonly text: string
  /** The text as it was read, with {@link foundHolds}. */
  readonly parsed: Result<Query, QueryError>
  /** Folded words that have to be looked for elsewhere. */
  readonly words: readonly string[]
  /** What was found last; of other words or other records perhaps. */
  readonly found: FoundWords | null
  readonly records: object
  /** Does it speak of something that is not there yet, such as the names of places? */
  readonly isWaiting?: boolean
}

export interface FilterQuery {
  /** Null before anything was answered: then there is nothing to show. */
  readonly query: Query | null
  /** Is it what is typed, looked for among these records? Also true of a text that cannot be read. */
  readonly isAnswered: boolean
}

/** Where the words of the text stand, once they were looked for. */
export function foundHolds({ words, found }: Pick<FilterInput, 'words' | 'found'>): HoldsWords | undefined {
  return words.length > 0 && found?.words === words ? found.holds : undefined
}

/** @param before the query that was shown last; null when there was none. */
export function filterQuery(before: Query | null, input: FilterInput): FilterQuery {
  const { text, parsed, words, found, records, isWaiting = false } = input
  if (!parsed.ok) return { query: before ?? EVERYTHING, isAnswered: true }
  if (text.trim() === '') return { query: EVERYTHING, isAnswered: true }
  if (isWaiting) return { query: before, isAnswered: false }
  if (words.length === 0) return { query: parsed.value, isAnswered: true }
  if (foundHolds(input) === undefined) return { query: before, isAnswered: false }
  return { query: parsed.value, isAnswered: found?.records === records }
}
