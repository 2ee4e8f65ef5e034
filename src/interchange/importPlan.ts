/**
 * What an import is asked for and what it would do. Planning saves nothing: the plan carries one change of the
 * log, so that a preview can be shown first and the whole import can be undone as one step.
 */

import type { Change, Log } from '../core/log.ts'
import type { Kind } from '../core/records.ts'
import type { Confidentiality } from '../core/vocabularyCodes.ts'

/** Formats as the command line spells them (cli.md). */
export const IMPORT_FORMATS = [
  'auto',
  'csv',
  'ucdp',
  'acled',
  'uwazi',
  'kobo',
  'martus',
  'timemap',
  'xlsx',
  'records',
] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** Order of day, month and year in a file whose dates are all numbers. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

/** One cell that could not be read. Row 1 is the first data row; the column is named as in the file. */
export interface RejectedCell {
  readonly row: number
  readonly column: string
  readonly code: string
  /** What stood there, cut to a length that can be shown. */
  readonly value: string
}

export interface TouchedCount {
  readonly new: number
  readonly updated: number
}

export interface ImportPlan {
  readonly format: 'csv' | 'ucdp' | 'records'
  /** Data rows read: `new + updated + unchanged + rows that stand in rejected`. */
  readonly rows: number
  readonly new: number
  readonly updated: number
  readonly unchanged: number
  /** Rows that look like an incident already known under another external id; also counted in `new`. */
  readonly possibleDuplicates: number
  readonly rejected: readonly RejectedCell[]
  /** Columns a mapping speaks of that the file does not have. */
  readonly missingColumns: readonly string[]
  /** Records that the change writes, by kind: a row may bring sources and claims with it. */
  readonly touched: { readonly [K in Kind]: TouchedCount }
  readonly change: Change
}

export interface ImportProgress {
  readonly rows: number
  /** How much of the file was read, 0 to 1. */
  readonly fraction: number
}

export interface ImportRequest {
  readonly bytes: Uint8Array
  /** Shown in messages only: what a file holds is told from its content, and a renamed file is the same file. */
  readonly fileName: string
  readonly format: ImportFormat
  /** Mapping file as parsed JSON. */
  readonly untrustedMap?: unknown
  /** For columns whose mapping does not say it. */
  readonly dateOrder?: DateOrder
  /** Label of the records the import makes; RED when absent. */
  readonly confidentiality?: Confidentiality
  readonly log: Log
  /** ISO instant. */
  readonly now: string
  readonly newId: () => string
  readonly onProgress?: (progress: ImportProgress) => void
  readonly signal?: AbortSignal
}
