/**
 * Columns nobody mapped are kept as `column: value` lines in `remarks`. A researcher writes there too: on a later
 * import our lines are renewed and hers stay.
 */
import type { RemarkLine } from './rowDraft.ts'

const label = (column: string): string =>
  /[^\S ]| {2}|: |^ | $/.test(column) ? column.replaceAll(/\s+/gu, ' ').replaceAll(': ', ' ').trim() : column
const BREAK = /\r\n?|\n|\u2028|\u2029/g
const flatten = (text: string): string => (text.search(BREAK) < 0 ? text : text.replaceAll(BREAK, ' ↵ '))
const asLine = ([column, value]: RemarkLine): string => `${label(column)}: ${flatten(value.trim())}`

/** The remarks of a new record; undefined when there is nothing to say. */
export function writeRemarks(lines: readonly RemarkLine[]): string | undefined {
  const text = lines.filter(([, value]) => value.trim() !== '').map(asLine)
  return text.length === 0 ? undefined : text.join('\n')
}

/** Existing remarks with the imported lines renewed. Lines whose label is no column of the file stay. */
export function renewRemarks(existing: string | undefined, lines: readonly RemarkLine[]): string | undefined {
  const imported = lines.filter(([, value]) => value.trim() !== '').map(asLine)
  if (existing === undefined) return imported.length === 0 ? undefined : imported.join('\n')
  const labels = new Set(lines.map(([column]) => label(column)))
  const isOurs = (line: string): boolean => labels.has(line.split(': ', 1)[0] ?? '')
  const kept = existing.split('\n')
  const ours = kept.filter(isOurs)
  // Compared without their order: the same file with its columns shuffled says nothing new.
  if (ours.toSorted().join('\n') === imported.toSorted().join('\n')) return existing
  const text = [...imported, ...kept.filter((line) => !isOurs(line))].join('\n')
  return text === '' ? undefined : text
}
