/** A column of a record table: its words, what it shows, what it sorts by. */
import {
  type ColumnDef,
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
} from '@tanstack/react-table'
import type { ReactNode } from 'react'
import type { MessageKey } from '../../shared/i18n/catalogue.ts'

export type SortValue = string | number | undefined

export interface TableColumn<R> {
  readonly id: string
  readonly header: MessageKey
  /** What it sorts by; undefined goes last in both directions. Text sorts as the language does. */
  readonly value: (row: R) => SortValue
  /** What the cell shows; the value unless told. */
  readonly cell?: (row: R) => ReactNode
  /** Narrowest width in CSS pixels, and the share of spare room it takes (none unless told). */
  readonly width: number
  readonly grow?: number
  readonly align?: 'end'
  /** Sorts by plain characters: dates and codes, for which the order of a language would cost ten times as much. */
  readonly isCode?: boolean
  /** Text that somebody wrote: runs in its own direction, and is cut at its own end. */
  readonly isWritten?: boolean
  readonly isHidden?: boolean
  /** Longer words for the header. */
  readonly note?: MessageKey
}

export const FEATURES = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
})
export type TableFeatures = typeof FEATURES
export interface HasId {
  readonly id: string
}

/** Orders two sort values of one column; texts by the language's own order, codes by their characters. */
export function compareValues(a: SortValue, b: SortValue, collator: Intl.Collator | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [one, other] = [String(a ?? ''), String(b ?? '')]
  if (collator !== null) return collator.compare(one, other)
  return one < other ? -1 : Number(one > other)
}

/** The columns as TanStack Table takes them. */
export function toColumnDefs<R extends HasId>(
  columns: readonly TableColumn<R>[],
  collator: Intl.Collator,
): ColumnDef<TableFeatures, R, unknown>[] {
  const sortBy =
    (order: Intl.Collator | null): SortFn<TableFeatures, R> =>
    (a, b, id) =>
      compareValues(a.getValue<SortValue>(id), b.getValue<SortValue>(id), order)
  const [byWords, byCharacters] = [sortBy(collator), sortBy(null)]
  return columns.map((column) => ({
    id: column.id,
    accessorFn: column.value,
    sortFn: column.isCode ? byCharacters : byWords,
    sortUndefined: 'last',
    sortDescFirst: false,
  }))
}

/** CSS grid tracks of the columns shown. */
export function columnTracks<R>(columns: readonly TableColumn<R>[]): string {
  return columns
    .map(({ width, grow }) => (grow === undefined ? `${width}px` : `minmax(${width}px, ${grow}fr)`))
    .join(' ')
}
