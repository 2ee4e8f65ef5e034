/** Rejected cells as text that can be pasted safely: nothing hidden, and nothing that a spreadsheet would run. */
import { visibleText } from '../../visibleText.ts'

const FORMULA_START = /^[=+\-@\t\r]/u

/** Rows as tab-separated text with one line each; cells that a spreadsheet would run get an apostrophe. */
export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(safeCell).join('\t')).join('\n')
}

function safeCell(text: string): string {
  const visible = visibleText(text).replaceAll('\n', '⟨U+000A⟩')
  return FORMULA_START.test(text) || FORMULA_START.test(visible) ? `'${visible}` : visible
}
