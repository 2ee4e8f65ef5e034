/**
 * A file put in order for the web (ISO 32000-1, Annex F): its first object says so, and it has two tables, mostly
 * two ends, and a stream of hints that nothing refers to, all written at once. Any revision added later makes the file longer than its
 * first object says, and then it is an ordinary file with earlier revisions.
 */
import type { PdfFile } from './pdfFile.ts'
import { latin1, type PdfValue } from './pdfTokens.ts'
import { isDictionary } from './pdfTypes.ts'

const KEYS = new Set(['Linearized', 'L', 'H', 'O', 'E', 'N', 'T', 'P'])
const OBJECT = /^\s*(\d{1,10})\s+\d{1,5}\s+obj\b/
const FIRST_END = /startxref\s+0\s+%%EOF/

export interface Linearization {
  /** Numbers of the object that says so and of the hints. */
  readonly own: ReadonlySet<number>
  /** Of file. Tables that are streams are written without the first one. */
  readonly ends: number
}

/** How a file is put in order for the web; null when it is not, or is no longer. */
export function linearization(bytes: Uint8Array, { objects, trailers }: PdfFile): Linearization | null {
  const first = objects[0]
  if (first === undefined || !isDictionary(first.value) || trailers.length !== 2) return null
  const { entries } = first.value
  const hints = entries.get('H')
  if (!entries.has('Linearized') || ![...entries.keys()].every((key) => KEYS.has(key))) return null
  if (![...entries].every(([key, value]) => isNumbers(value, key === 'H'))) return null
  if (entries.get('L') !== bytes.length) return null
  const at = Array.isArray(hints) ? Number(hints[0]) : -1
  const hint = OBJECT.exec(latin1(bytes.subarray(Math.max(0, at), at + 40)))
  const ends = FIRST_END.test(latin1(bytes)) ? 2 : 1
  return hint === null ? null : { own: new Set([first.number, Number(hint[1])]), ends }
}

const isNumbers = (value: PdfValue, isList: boolean): boolean =>
  isList ? Array.isArray(value) && value.every((each) => typeof each === 'number') : typeof value === 'number'
