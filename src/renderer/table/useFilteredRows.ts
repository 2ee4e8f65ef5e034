/**
 * The rows a query leaves. Small tables are filtered at once, large ones in short slices between which the window
 * goes on taking keys. A query that cannot be read leaves the last readable one in place.
 *
 * Words are looked for in whole records. Of the kinds that the window holds as rows, the thread of search has the texts.
 */
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { parseQuery } from '../../core/query.ts'
import { queryNeeds } from '../../core/queryTerms/queryNeeds.ts'
import type { QueriedRecord, Query } from '../../core/queryTerms/queryWorld.ts'
import { isRowKind } from '../../shared/ipc/rows.ts'
import { nextTask } from '../nextTask.ts'
import { EVERYTHING, type FilterError, filterQuery, foundHolds } from './filterQuery.ts'
import { useFoundWords } from './queryWords.ts'
import { useQueryWorld } from './useQueryWorld.ts'

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

const NO_WORDS: readonly string[] = []
const WORDS_UNANSWERED = { code: 'query/words-unanswered', text: '' } as const
const PLACES_UNREAD = { code: 'query/places-unread', text: '' } as const

interface Last<R> {
  readonly kind: string
  readonly query: Query | null
  readonly rows: readonly R[]
}
const nothingOf = (kind: string): Last<never> => ({ kind, query: null, rows: [] })

/**
 * @param kind of the records that the rows stand for.
 * @param asRecord gives the record a row stands for, as queries see it. It must not change between renders.
 * @param also a further test of rows, or null; another one only when it answers otherwise.
 */
export function useFilteredRows<R>(
  kind: string,
  all: readonly R[],
  typed: string,
  asRecord: (row: R) => QueriedRecord,
  also: ((row: R) => boolean) | null = null,
): FilteredRows<R> {
  const text = useDeferredValue(typed)
  const last = useRef<Last<R>>(nothingOf(kind))
  if (last.current.kind !== kind) last.current = nothingOf(kind)
  const needs = useMemo(() => queryNeeds(text), [text])
  const words = isRowKind(kind) ? needs.words : NO_WORDS
  const { found, isUnanswered } = useFoundWords(kind, words, all)
  const holds = foundHolds({ words, found })
  const { world, isWaiting, arePlacesUnread } = useQueryWorld(needs)
  const parsed = useMemo(() => parseQuery(text, holds, world), [text, holds, world])
  const input = { text, parsed, words, found, records: all, isWaiting }
  const { query, isAnswered } = filterQuery(last.current.query, input)

  const test = useMemo(() => rowTest(query, also, asRecord), [query, also, asRecord])
  const isAtOnce = test === null || test === EVERY_ROW || all.length <= SMALL
  const atOnce = useMemo(() => {
    if (test === null || !isAtOnce) return null
    return test === EVERY_ROW ? all : all.filter(test)
  }, [isAtOnce, all, test])
  const inSlices = useSlices(isAtOnce ? null : all, test)
  const now = atOnce ?? inSlices
  const rows = now ?? last.current.rows
  last.current = { kind, query, rows }
  const unanswered = isUnanswered ? WORDS_UNANSWERED : arePlacesUnread ? PLACES_UNREAD : null
  const error = parsed.ok ? unanswered : parsed.error
  return { rows, error, isLooking: text !== typed || !isAnswered || now === null }
}

type RowTest<R> = (row: R) => boolean
const EVERY_ROW: RowTest<unknown> = () => true

/** Both tests in one; null before the query was answered. */
function rowTest<R>(
  query: Query | null,
  also: RowTest<R> | null,
  asRecord: (row: R) => QueriedRecord,
): RowTest<R> | null {
  if (query === null) return null
  if (query === EVERYTHING) return also ?? EVERY_ROW
  if (also === null) return (row) => query(asRecord(row))
  return (row) => also(row) && query(asRecord(row))
}

interface Found<R> {
  readonly of: readonly R[]
  readonly test: RowTest<R>
  readonly rows: readonly R[]
}

/** The rows of all of them that pass; null until it went through to its end. */
function useSlices<R>(all: readonly R[] | null, test: RowTest<R> | null): readonly R[] | null {
  const [found, setFound] = useState<Found<R> | null>(null)
  useEffect(() => {
    if (all === null || test === null) return
    const rows: R[] = []
    let at = 0
    let callOff = () => {}
    const slice = () => {
      const end = performance.now() + SLICE_MS
      while (at < all.length && performance.now() < end) {
        const next = all.slice(at, at + ROWS_PER_LOOK_AT_THE_CLOCK)
        for (const row of next) if (test(row)) rows.push(row)
        at += ROWS_PER_LOOK_AT_THE_CLOCK
      }
      if (at < all.length) callOff = nextTask(slice)
      else setFound({ of: all, test, rows })
    }
    slice()
    return () => callOff()
  }, [all, test])
  return found !== null && found.of === all && found.test === test ? found.rows : null
}
