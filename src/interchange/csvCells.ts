/** What is checked of every row before its cells are read. */
import { createHash } from 'node:crypto'
import { MAX_CELL } from './csvTable.ts'
import type { BadCell, RowRead } from './rowDraft.ts'
import { UnreadableFile } from './unreadableFile.ts'

/** Throws {@link UnreadableFile} `import/header-repeated`: two columns of one name cannot be told apart. */
export function checkHeaders(names: readonly string[]): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (name !== '' && seen.has(name)) throw new UnreadableFile('import/header-repeated', { column: name })
    seen.add(name)
  }
}

/** Undefined when the row has the header's length and no cell that no file of text should hold. */
export function checkCells(
  headers: readonly string[],
  cells: readonly string[],
): Extract<RowRead, { kind: 'rejected' }> | undefined {
  if (cells.length !== headers.length) {
    // Which cell is missing cannot be told, and a shifted row would put values under wrong names.
    const value = `${cells.length}/${headers.length}`
    return { kind: 'rejected', cells: [{ column: '', code: 'import/row-length', value }] }
  }
  const bad: BadCell[] = []
  for (const [i, cell] of cells.entries()) {
    const column = headers[i] ?? ''
    if (cell.includes('\u0000')) {
      bad.push({
        column,
        code: 'import/forbidden-character',
        value: cell.replaceAll('\u0000', '␀').slice(0, 200),
      })
    } else if (cell.length > MAX_CELL) {
      bad.push({ column, code: 'import/cell-too-long', value: `${cell.slice(0, 100)}…` })
    }
  }
  const [first, ...rest] = bad
  return first && { kind: 'rejected', cells: [first, ...rest] }
}

/** Equal for rows of one file that are equal in every cell. */
export function cellsDigest(cells: readonly string[]): string {
  return createHash('sha256').update(cells.join('\u0000')).digest('base64')
}
