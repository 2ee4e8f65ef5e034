/** Rows of a table as text that can be pasted elsewhere: a line each, under the names of the columns. Pure. */
import { tabSeparated } from '../features/import/rejectedText.ts'
import type { Language } from '../text.ts'
import type { TableColumn } from './tableColumn.ts'

/** The rows as the table shows them. Line breaks and what a spreadsheet would run are made harmless. */
export function rowsAsText<R>(
  rows: readonly R[],
  columns: readonly TableColumn<R>[],
  language: Pick<Language, 't' | 'comma'>,
): string {
  const head = columns.map(({ header }) => language.t(header))
  return tabSeparated([head, ...rows.map((row) => columns.map((column) => cellText(column, row, language)))])
}

function cellText<R>(column: TableColumn<R>, row: R, { comma }: Pick<Language, 'comma'>): string {
  const { cell, value, group, text } = column
  if (text !== undefined) return text(row)
  const shown = cell === undefined ? value(row) : cell(row)
  if (typeof shown === 'string' || typeof shown === 'number') return String(shown)
  // A mark with a shape is drawn; the words of its group say the same.
  return shown === null || shown === undefined ? '' : (group?.keys(row).map(group.words).join(comma) ?? '')
}
