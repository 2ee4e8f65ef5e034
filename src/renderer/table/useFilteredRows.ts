/**
 * The rows a query leaves. Small tables are filtered at once, large ones in short slices between which the window
 * goes on taking keys. A query that cannot be read leaves the last readable one in place.
 *
 * Words are looked for in whole records. Of the kinds that the window holds as rows, the thread of search has the texts.
 */
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { parseQuery, type QueriedRecord, type Query } from '../../core/query.ts'
import { isRowKind } from '../../shared/ipc/rows.ts'
import { nextTask } from '../nextTask.ts'
import { EVERYTHING, type FilterError, filterQuery, foundHolds } from './filterQuery.ts'
import { useFoundWords, wordsOfQuery } from './queryWords.ts'

export interface FilteredRows<R> {
  readonly rows: readonly R[]
  readonly error: FilterError | null
  /**
   * The rows are not of what is typed, or not of these records: what was shown before stays, and nothing is shown
   * before the first answer. They must not be counted, nor taken all together.
   */
  readonly isLooking: boolean
}

/** Up to here a filter takes less than one frame or two. */
const SMALL = 1_500
const SLICE_MS = 8
const ROWS_PER_LOOK_AT_THE_CLOCK = 64

const WORDS_UNANSWERED = { code: 'query/words-unanswered', text: '' } as const

interface Last<R> {
  readonly kind: string
  readonly query: Query | null
  readonly rows: readonly R[]
}
const nothingOf = (kind: string): Last<never> => ({ kind, query: null, rows: [] })

/**
 * @param kind of the records that the rows stand for.
 * @param asRecord gives the record a row stands for, as queries see it. It must not change between renders.
 */
export function useFilteredRows<R>(
  kind: string,
  all: readonly R[],
  typed: string,
  asRecord: (row: R) => QueriedRecord,
): FilteredRows<R> {
  const text = useDeferredValue(typed)
  const last = useRef<Last<R>>(nothingOf(kind))
  if (last.current.kind !== kind) last.current = nothingOf(kind)
  const words = useMemo(() => (isRowKind(kind) ? wordsOfQuery(text) : []), [kind, text])
  const { found, isUnanswered } = useFoundWords(kind, words, all)
  const holds = foundHolds({ words, found })
  const parsed = useMemo(() => parseQuery(text, holds), [text, holds])
  const input = { text, parsed, words, found, records: all }
  const { query, isAnswered } = filterQuery(last.current.query, input)

  const isAtOnce = query === null || query === EVERYTHING || all.length <= SMALL
  const atOnce = useMemo(() => {
    if (query === null || !isAtOnce) return null
    return query === EVERYTHING ? all : all.filter((row) => query(asRecord(row)))
  }, [isAtOnce, all, query, asRecord])
  const inSlices = useSlices(isAtOnce ? null : all, query, asRecord)
  const now = atOnce ?? inSlices
  const rows = now ?? last.current.rows
  last.current = { kind, query, rows }
  const error = parsed.ok ? (isUnanswered ? WORDS_UNANSWERED : null) : parsed.error
  return { rows, error, isLooking: text !== typed || !isAnswered || now === null }
}

interface Found<R> {
  readonly of: readonly R[]
  readonly query: Query
  readonly rows: readonly R[]
}

/** The rows that the query finds in all of them; null until it went through to its end. */
function useSlices<R>(
  all: readonly R[] | null,
  query: Query | null,
  asRecord: (row: R) => QueriedRecord,
): readonly R[] | null {
  const [found, setFound] = useState<Found<R> | null>(null)
  useEffect(() => {
    if (all === null || query === null) return
    const rows: R[] = []
    let at = 0
    let callOff = () => {}
    const slice = () => {
      const end = performance.now() + SLICE_MS
      while (at < all.length && performance.now() < end) {
        const next = all.slice(at, at + ROWS_PER_LOOK_AT_THE_CLOCK)
        for (const row of next) if (query(asRecord(row))) rows.push(row)
        at += ROWS_PER_LOOK_AT_THE_CLOCK
      }
      if (at < all.length) callOff = nextTask(slice)
      else setFound({ of: all, query, rows })
    }
    slice()
    return () => callOff()
  }, [all, query, asRecord])
  return found !== null && found.of === all && found.query === query ? found.rows : null
}
