/**
 * A file put in order for the web (ISO 32000-1, Annex F): its first object says so, and it has two tables, mostly
 * two ends, and a stream of hints that nothing refers to, all written at once. Any revision added later makes the file
 * longer than its first object says, and then it is an ordinary file with earlier revisions. Both objects are exempt from
 * the ordinary lists of names, so that here they may be nothing but numbers.
 */
import { type PdfFile, type PdfObject, readPdfFile } from './pdfFile.ts'
import { latin1, type PdfDictionary, type PdfValue } from './pdfTokens.ts'
import { isDictionary, isNamed } from './pdfTypes.ts'

const KEYS = new Set(['Linearized', 'L', 'H', 'O', 'E', 'N', 'T', 'P'])
/** Of the hints: where in the stream each table begins. */
const HINT_KEYS = new Set(['Length', 'Filter', 'S', 'P', 'O', 'A', 'E', 'V', 'I', 'C', 'L', 'R', 'B', 'T'])
const OBJECT = /^\d{1,10}\s+0\s+obj\b/
const FIRST_END = /startxref\s+0\s+$/
const LONGEST_BEFORE_END = 40

export interface Linearization {
  /** Numbers of the object that says so and of the hints. */
  readonly own: ReadonlySet<number>
  /** Of file. Tables that are streams are written without the first one. */
  readonly ends: number
}

/** How a file is put in order for the web; null when it is not, or is no longer. */
export function linearization(bytes: Uint8Array, file: PdfFile): Linearization | null {
  const first = file.objects[0]
  if (first === undefined || file.trailers.length !== 2) return null
  const range = rangeOfHints(first, bytes.length)
  const hints = range === null ? null : hintsIn(bytes.subarray(range.from, range.to))
  return hints === null ? null : { own: new Set([first.number, hints]), ends: endsOf(bytes, file) }
}

/** Where the first object says that the hints are; null when it is no such object, or says anything else. */
function rangeOfHints({ value, stream }: PdfObject, length: number): { from: number; to: number } | null {
  if (stream !== null || !isDictionary(value) || !hasOnly(value, KEYS)) return null
  const { H: list, ...numbers } = Object.fromEntries(value.entries)
  if (value.entries.get('Linearized') !== 1 || value.entries.get('L') !== length) return null
  if (!Object.values(numbers).every((each) => isPlace(each, length))) return null
  if (!Array.isArray(list) || list.length !== 2) return null
  const [from, size] = list.map((each: PdfValue) => (isPlace(each, length) ? each : -1))
  return from === undefined || size === undefined || from < 0 || size < 0 ? null : { from, to: from + size }
}

/** The number of the object of hints, which fills these bytes; null when anything else stands there. */
function hintsIn(bytes: Uint8Array): number | null {
  if (!OBJECT.test(latin1(bytes.subarray(0, LONGEST_BEFORE_END)))) return null
  const { objects, trailers, comments, findings } = readPdfFile(bytes)
  const [hints, ...others] = objects
  if (hints === undefined || [...others, ...trailers, ...comments, ...findings].length > 0) return null
  const { value, stream, number } = hints
  if (stream === null || !isDictionary(value) || !hasOnly(value, HINT_KEYS)) return null
  const { Filter: filter, Length: packed, ...places } = Object.fromEntries(value.entries)
  const isPacked = filter === undefined || isNamed(filter, 'FlateDecode')
  const isRight =
    isPacked &&
    isPlace(packed, bytes.length) &&
    Object.values(places).every((each) => isPlace(each, stream.length))
  return isRight && !saysSomething(stream) ? number : null
}

const hasOnly = ({ entries }: PdfDictionary, keys: ReadonlySet<string>): boolean =>
  [...entries.keys()].every((key) => keys.has(key))

const isPlace = (value: PdfValue | undefined, most: number): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most

/** Letters in ASCII, in UTF-16 with either byte first (Latin, Cyrillic, Arabic), in UTF-8 of two bytes each. */
const LEGIBLE = new RegExp(
  [
    String.raw`[\t\n\r\x20-\x7e]{16,}`,
    String.raw`(?:[\x20-\x7e]\0){10,}|(?:[\x10-\x4f]\x04|[\x21-\x4a]\x06|\x20\0){10,}`,
    String.raw`(?:\x04[\x10-\x4f]|\x06[\x21-\x4a]|\0\x20){10,}`,
    String.raw`(?:[\xc3-\xdb][\x80-\xbf][\x20-\x2f]?){8,}`,
  ].join('|'),
  'g',
)
/** Numbers packed side by side repeat themselves; no text has so few letters. */
const FEWEST_LETTERS = 8

function saysSomething(stream: Uint8Array): boolean {
  return [...latin1(stream).matchAll(LEGIBLE)].some(([run]) => new Set(run).size >= FEWEST_LETTERS)
}

/** Two where the first part has one of its own, which leads nowhere. Comments stand outside streams. */
function endsOf(bytes: Uint8Array, { comments }: PdfFile): number {
  const first = comments.find((comment) => latin1(comment) === '%%EOF')
  if (first === undefined) return 1
  const at = first.byteOffset - bytes.byteOffset
  return FIRST_END.test(latin1(bytes.subarray(Math.max(0, at - LONGEST_BEFORE_END), at))) ? 2 : 1
}
