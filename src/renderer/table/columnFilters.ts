/** Which rows the filters of columns leave. A column says what it is filtered by, or it follows from what it shows. Pure. */
import type { ColumnFilter } from '../../core/columnFilter.ts'
import { edtfSpan, spansOverlap } from '../../core/edtfSpan.ts'
import { foldText } from '../../core/foldText.ts'
import { whenSpan } from '../../core/query.ts'
import { localDay } from '../dateWords.ts'
import type { GroupKey, TableColumn } from './tableColumn.ts'

/** How many, as far as it is known. */
export interface NumberRange {
  readonly low?: number | undefined
  readonly best?: number | undefined
  readonly high?: number | undefined
}

export type FilterKind<R> =
  | { readonly by: 'text'; readonly text: (row: R) => string }
  | {
      readonly by: 'date'
      /** EDTF. */
      readonly date: (row: R) => string | undefined
      /** Is it an instant where it has a time, which cells show as of the local clock? */
      readonly isMoment?: boolean
    }
  | {
      readonly by: 'codes'
      /** What the row has there, and all above it where codes have a hierarchy. */
      readonly keys: (row: R) => readonly GroupKey[]
      readonly words: (key: string) => string
      /** Codes in the order of their list; by their words unless told. */
      readonly order?: readonly string[]
      /** How deep a code stands below others, for the eyes; 0 unless told. */
      readonly depth?: (key: string) => number
    }
  | { readonly by: 'number'; readonly range: (row: R) => NumberRange | undefined }

type RowTest<R> = (row: R) => boolean

/** What a column is filtered by; null when by nothing. */
export function filterKind<R>(column: TableColumn<R>): FilterKind<R> | null {
  const { filter, group, value, isCode, isWritten, align, text, cell } = column
  if (filter !== undefined) return filter
  if (group !== undefined && group.isCode !== true)
    return { by: 'codes', keys: group.keys, words: group.words }
  if (align === 'end')
    return {
      by: 'number',
      range: (row) => {
        const number = value(row)
        return typeof number === 'number' ? { best: number } : undefined
      },
    }
  // What is drawn, or shown otherwise than it sorts, has no letters of its own.
  if (isCode === true || (cell !== undefined && text === undefined && isWritten !== true)) return null
  return { by: 'text', text: text ?? ((row) => String(value(row) ?? '')) }
}

/** The test of all filters together; null when there are none. Passes over those of which {@link isApplied} says no. */
export function filterTest<R>(
  columns: readonly TableColumn<R>[],
  filters: readonly ColumnFilter[],
): RowTest<R> | null {
  const tests = filters.flatMap((filter) => {
    const test = filterTestOf(columns, filter)
    return test === null ? [] : [test]
  })
  return tests.length === 0 ? null : (row) => tests.every((test) => test(row))
}

/** Can rows be tested by it? Not when its column is not there or shows something else, or its date cannot be read. */
export function isApplied<R>(columns: readonly TableColumn<R>[], filter: ColumnFilter): boolean {
  return filterTestOf(columns, filter) !== null
}

function filterTestOf<R>(columns: readonly TableColumn<R>[], filter: ColumnFilter): RowTest<R> | null {
  const column = columns.find(({ id }) => id === filter.column)
  const kind = column === undefined ? null : filterKind(column)
  return kind === null ? null : testOf(kind, filter)
}

function testOf<R>(kind: FilterKind<R>, filter: ColumnFilter): RowTest<R> | null {
  if (kind.by === 'text' && filter.by === 'text') return textTest(kind.text, filter.text)
  if (kind.by === 'date' && filter.by === 'date') return dateTest(kind, filter.text)
  if (kind.by === 'codes' && filter.by === 'codes') {
    const chosen = new Set(filter.codes)
    return (row) => kind.keys(row).some((key) => chosen.has(String(key)))
  }
  if (kind.by !== 'number' || filter.by !== 'number') return null
  const { from, to } = filter
  return (row) => {
    const range = kind.range(row)
    if (range === undefined) return false
    const [low, high] = boundsOf(range)
    return low <= (to ?? Number.POSITIVE_INFINITY) && high >= (from ?? 0)
  }
}

/** The least and the most that it may be; what is not known reaches everywhere. */
function boundsOf({ low, best, high }: NumberRange): readonly [number, number] {
  if (low === undefined && high === undefined && best !== undefined) return [best, best]
  return [low ?? 0, high ?? Number.POSITIVE_INFINITY]
}

function textTest<R>(textOf: (row: R) => string, typed: string): RowTest<R> {
  const folded = foldText(typed)
  return (row) => foldText(textOf(row)).includes(folded)
}

/** Null for a date that cannot be read. */
function dateTest<R>(
  { date: dateOf, isMoment = false }: Extract<FilterKind<R>, { by: 'date' }>,
  typed: string,
): RowTest<R> | null {
  const span = whenSpan(typed)
  if (span === null) return null
  // Many records are of one day: each date is read once.
  const answers = new Map<string, boolean>()
  return (row) => {
    const date = dateOf(row)
    if (date === undefined) return false
    let answer = answers.get(date)
    if (answer === undefined) {
      const own = edtfSpan(isMoment ? localDay(date) : dayOfText(date))
      answer = own !== null && spansOverlap(own, span)
      answers.set(date, answer)
    }
    return answer
  }
}

const dayOfText = (date: string) => (date.includes('T') ? date.slice(0, date.indexOf('T')) : date)

export interface FilterOption {
  readonly key: string
  readonly words: string
  readonly depth: number
}

/** What can be ticked: all that the rows have, and what is ticked already. */
export function filterOptions<R>(
  kind: Extract<FilterKind<R>, { by: 'codes' }>,
  rows: readonly R[],
  chosen: readonly string[],
  collator: Intl.Collator,
): readonly FilterOption[] {
  const keys = new Set<GroupKey>(chosen)
  for (const row of rows) for (const key of kind.keys(row)) keys.add(key)
  const options = [...new Set([...keys].map(String))].map((key) => ({
    key,
    words: kind.words(key),
    depth: kind.depth?.(key) ?? 0,
  }))
  const { order } = kind
  if (order === undefined) return options.sort((a, b) => collator.compare(a.words, b.words))
  // What the list does not know stands after it.
  const placeOf = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return options.sort((a, b) => placeOf(a.key) - placeOf(b.key) || collator.compare(a.words, b.words))
}
