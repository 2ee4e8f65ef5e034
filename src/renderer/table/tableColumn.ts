/** A column of a record table: its words, what it shows, what it sorts by. */
import {
  type ColumnDef,
  columnOrderingFeature,
  columnPinningFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
} from '@tanstack/react-table'
import type { CSSProperties, ReactNode } from 'react'
import type { TableLayout } from '../../core/tableView.ts'
import type { MessageKey } from '../../shared/i18n/catalogue.ts'
import type { FilterKind } from './columnFilters.ts'
import type { SortRule } from './valueRanks.ts'

export type SortValue = string | number | undefined

/** What the records of a group have in common. */
export type GroupKey = string | number

export interface TableColumn<R> {
  readonly id: string
  readonly header: MessageKey
  /**
   * What it sorts by; undefined goes last in both directions. Text sorts as the language does. The same function as long
   * as it gives the same values: a new one means that everything is sorted anew.
   */
  readonly value: (row: R) => SortValue
  /** What the cell shows; the value unless told. */
  readonly cell?: (row: R) => ReactNode
  /** The cell in words, where it is drawn and the words of its group do not say it. */
  readonly text?: (row: R) => string
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
  /** What it is filtered by, where that does not follow from what it shows. The same functions as long as they give the same. */
  readonly filter?: FilterKind<R>
  /** Rows can be grouped by it. */
  readonly group?: {
    /** Each group that a row is in; none for what has nothing there. The same function as long as it gives the same. */
    readonly keys: (row: R) => readonly GroupKey[]
    readonly words: (key: GroupKey) => string
    /** Groups stand in the order of their keys, not of their words. */
    readonly isCode?: boolean
  }
}

export const FEATURES = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  columnOrderingFeature,
  columnPinningFeature,
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

/** The columns as TanStack Table takes them: it keeps what is sorted by and shown; SortedRows.ts does the sorting. */
export function toColumnDefs<R extends HasId>(
  columns: readonly TableColumn<R>[],
): ColumnDef<TableFeatures, R, unknown>[] {
  return columns.map(({ id, value }) => ({ id, accessorFn: value, sortDescFirst: false }))
}

/** What to sort by, as SortedRows takes it. */
export function sortRules<R extends HasId>(
  columns: readonly TableColumn<R>[],
  sorting: SortingState,
  collator: Intl.Collator,
): readonly SortRule<R>[] {
  return sorting.flatMap(({ id, desc }) => {
    const column = columns.find((each) => each.id === id)
    if (column === undefined) return []
    return [{ value: column.value, isDescending: desc, order: column.isCode ? null : collator }]
  })
}

/** CSS pixels of a column that somebody made wider or narrower, or that stands at the start edge; else undefined. */
export function fixedWidth<R>(column: TableColumn<R>, layout: TableLayout): number | undefined {
  return layout.widths[column.id] ?? (layout.pinned.includes(column.id) ? column.width : undefined)
}

/** CSS grid tracks of the columns shown. */
export function columnTracks<R>(columns: readonly TableColumn<R>[], layout: TableLayout): string {
  return columns
    .map((column) => {
      const { width, grow } = column
      const fixed = fixedWidth(column, layout)
      if (fixed !== undefined || grow === undefined) return `${fixed ?? width}px`
      return `minmax(${width}px, ${grow}fr)`
    })
    .join(' ')
}

/** Distances of the pinned columns from the start edge, CSS pixels, and after them that of the first loose one. */
export function pinnedOffsets<R>(columns: readonly TableColumn<R>[], layout: TableLayout): readonly number[] {
  const offsets = [0]
  for (const column of columns) {
    if (!layout.pinned.includes(column.id)) break
    offsets.push((offsets.at(-1) ?? 0) + (fixedWidth(column, layout) ?? column.width))
  }
  return offsets
}

/** Where a cell of a pinned column sticks; the grid has the distances, so that no row is drawn anew for them. */
export function pinnedStyle(place: number, pinnedCount: number): CSSProperties | undefined {
  return place < pinnedCount ? { insetInlineStart: `var(--pin-${place})` } : undefined
}
