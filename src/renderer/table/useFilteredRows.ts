/**
 * The rows a query leaves. Small tables are filtered at once, large ones in short slices between which the window
 * goes on taking keys. A query that cannot be read leaves the last readable one in place.
 *
 * Words are looked for in whole records. Of the kinds that the window holds as rows, the thread of search has the texts.
 */
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { parseQuery, type QueriedRecord, type Query, type QueryError } from '../../core/query.ts'
import { isRowKind } from '../../shared/ipc/rows.ts'
import { useHoldsWords, wordsOfQuery } from './queryWords.ts'

export interface FilteredRows<R> {
  readonly rows: readonly R[]
  readonly error: QueryError | null
}

const EVERYTHING: Query = () => true
/** Up to here a filter takes less than one frame or two. */
const SMALL = 1_500
const SLICE_MS = 8
const ROWS_PER_LOOK_AT_THE_CLOCK = 64

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
  const lastRead = useRef<Query>(EVERYTHING)
  const words = useMemo(() => (isRowKind(kind) ? wordsOfQuery(text) : []), [kind, text])
  const holds = useHoldsWords(kind, words, all)
  const parsed = useMemo(() => parseQuery(text, holds ?? undefined), [text, holds])
  // While the words are being looked for, what was found last stays.
  if (parsed.ok && text.trim() === '') lastRead.current = EVERYTHING
  else if (parsed.ok && (words.length === 0 || holds !== null)) lastRead.current = parsed.value
  const query = lastRead.current

  const isAtOnce = query === EVERYTHING || all.length <= SMALL
  const atOnce = useMemo(() => {
    if (!isAtOnce) return null
    return query === EVERYTHING ? all : all.filter((row) => query(asRecord(row)))
  }, [isAtOnce, all, query, asRecord])
  const inSlices = useSlices(isAtOnce ? null : all, query, asRecord)
  return { rows: atOnce ?? inSlices ?? all, error: parsed.ok ? null : parsed.error }
}

/** The rows found so far by the last query that went through to its end; null before the first. */
function useSlices<R>(
  all: readonly R[] | null,
  query: Query,
  asRecord: (row: R) => QueriedRecord,
): readonly R[] | null {
  const [found, setFound] = useState<readonly R[] | null>(null)
  useEffect(() => {
    if (all === null) return
    const rows: R[] = []
    let at = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const slice = () => {
      const end = performance.now() + SLICE_MS
      while (at < all.length && performance.now() < end) {
        const next = all.slice(at, at + ROWS_PER_LOOK_AT_THE_CLOCK)
        for (const row of next) if (query(asRecord(row))) rows.push(row)
        at += ROWS_PER_LOOK_AT_THE_CLOCK
      }
      if (at < all.length) timer = setTimeout(slice)
      else setFound(rows)
    }
    slice()
    return () => clearTimeout(timer)
  }, [all, query, asRecord])
  return found
}
