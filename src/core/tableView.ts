/**
 * How a table of records is looked at: what is sorted by, which columns stand where and how wide, what it is grouped
 * by. Kept in the log, beside its records: a view under a name says what somebody looks for. Names of columns are the
 * window's own; one that a table does not know is passed over.
 */
import { z } from 'zod'
import { type AppError, appError } from './appError.ts'
import { columnFilterSchema } from './columnFilter.ts'
import { idSchema } from './ids.ts'
import type { Change } from './log.ts'
import { lineSchema } from './recordBase.ts'
import { err, ok, type Result } from './result.ts'

/** Kinds of records that have a table. */
export const TABLE_KINDS = [
  'incidents',
  'sources',
  'sourceItems',
  'claims',
  'persons',
  'organisations',
  'contacts',
  'actions',
] as const
export type TableKind = (typeof TABLE_KINDS)[number]

/** Widths of columns, CSS pixels. */
export const NARROWEST_COLUMN = 48
export const WIDEST_COLUMN = 1_600
const MOST_COLUMNS = 60

const columnSchema = z.string().regex(/^[a-zA-Z]{1,40}$/)
const columnsSchema = z.array(columnSchema).max(MOST_COLUMNS)

export const tableLayoutSchema = z.strictObject({
  /** First what is sorted by first. */
  sorting: z.array(z.strictObject({ id: columnSchema, desc: z.boolean() })).max(MOST_COLUMNS),
  /** In their order; a column that is not named comes after these. */
  order: columnsSchema,
  hidden: columnsSchema,
  /** At the start edge, in their order. */
  pinned: columnsSchema,
  /** Of columns that are not as wide as they come. */
  widths: z.record(columnSchema, z.int().min(NARROWEST_COLUMN).max(WIDEST_COLUMN)),
  /** Null for rows without groups. */
  groupBy: columnSchema.nullable(),
})
export type TableLayout = Readonly<z.infer<typeof tableLayoutSchema>>

/** Other ways to look at the records that a table shows. */
export const PICTURES = ['timeline', 'map', 'patterns'] as const
export type PictureName = (typeof PICTURES)[number]

export const savedViewSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(TABLE_KINDS),
  name: lineSchema.pipe(z.string().max(120)),
  /** A text of the query language. */
  query: z.string().max(4_000),
  /** Of its columns; left out where there are none. */
  filters: z.array(columnFilterSchema).max(MOST_COLUMNS).optional(),
  layout: tableLayoutSchema,
  /** What its records are looked at by; left out for the table. */
  picture: z.enum(PICTURES).optional(),
})
export type SavedView = Readonly<z.infer<typeof savedViewSchema>>

/** How the table of a kind was left. What was typed in its search field and filtered by is not kept. */
export const leftTableSchema = z.strictObject({
  /** The kind itself: there is one of each. */
  id: z.enum(TABLE_KINDS),
  /** The saved view that it stands in; null for all records. */
  view: idSchema.nullable(),
  layout: tableLayoutSchema,
  /** The layout of all records, while the table stands in a view. */
  all: tableLayoutSchema.nullable(),
})
export type LeftTable = Readonly<z.infer<typeof leftTableSchema>>

/** What the log keeps of its tables. */
export const tableStateSchema = z.union([savedViewSchema, leftTableSchema])
export type TableState = SavedView | LeftTable

const newerStateSchema = z.looseObject({ id: z.string().min(1) })
/** As it is stored: what a newer version wrote stays as it is, so that it is there again for that version. */
export const storedTableSchema = z.union([tableStateSchema, newerStateSchema])
export type StoredTable = TableState | Readonly<z.infer<typeof newerStateSchema>>
export type StoredTables = Readonly<Record<string, StoredTable>>

export function isSavedView(state: TableState): state is SavedView {
  return 'name' in state
}

/** By the stored object: records are replaced, never changed, and the list is asked for after each save. */
const known = new WeakMap<StoredTable, TableState | null>()

function readState(stored: StoredTable): TableState | null {
  let state = known.get(stored)
  if (state === undefined) {
    state = tableStateSchema.safeParse(stored).data ?? null
    known.set(stored, state)
  }
  return state
}

/** What this version can read of the tables; the rest is left out. */
export function readTables(tables: StoredTables): readonly TableState[] {
  return Object.values(tables).flatMap((stored) => readState(stored) ?? [])
}

/** Does something stand there that this version cannot read? It is not to be written over. */
function isUnreadable(stored: StoredTable | undefined): boolean {
  return stored !== undefined && readState(stored) === null
}

/** Views under a name that a log keeps. */
const MOST_VIEWS = 500

/**
 * Saves a view under its id, as a change of the log. Errors: `tables/name-taken` when another view of the kind is called
 * the same, `tables/too-many`, `tables/not-found` when what stands under the id cannot be read.
 */
export function saveView(tables: StoredTables, view: SavedView): Result<Change, AppError> {
  if (isUnreadable(tables[view.id])) return err(appError('tables/not-found'))
  const others = readTables(tables).filter((each) => isSavedView(each) && each.id !== view.id)
  if (others.length >= MOST_VIEWS) return err(appError('tables/too-many'))
  if (others.some((each) => isSavedView(each) && each.kind === view.kind && each.name === view.name))
    return err(appError('tables/name-taken'))
  return ok([{ kind: 'tables', id: view.id, record: view }])
}

/** Takes a saved view away, or answers `tables/not-found`. */
export function deleteView(tables: StoredTables, id: string): Result<Change, AppError> {
  const stored = tables[id]
  const view = stored === undefined ? null : readState(stored)
  if (view === null || !isSavedView(view)) return err(appError('tables/not-found'))
  return ok([{ kind: 'tables', id, record: null }])
}

/** Keeps how a table was left; no change where a newer version keeps what this one cannot read. */
export function leaveTable(tables: StoredTables, left: LeftTable): Change {
  return isUnreadable(tables[left.id]) ? [] : [{ kind: 'tables', id: left.id, record: left }]
}
