/**
 * What becomes of one UTF-16 unit when a text is folded for search, kept in a table, so that a text of everyday letters
 * is folded while it is read, without a string in between.
 */
import { foldForSearch } from './searchWords.ts'

/** Not looked at yet. */
const UNKNOWN = 0
/** Ends a word. */
export const SEPARATOR = 1
/** Is as if it were not there. */
export const SKIPPED = 2
/** Depends on its neighbours, or becomes several letters: the text is folded as a whole. */
export const COMPLEX = 3

const table = new Uint16Array(0x10000)

/** The unit it becomes, or {@link SEPARATOR}, {@link SKIPPED}, {@link COMPLEX}. */
export function unitFold(unit: number): number {
  const known = table[unit] ?? COMPLEX
  if (known !== UNKNOWN) return known
  const fold = lookAt(String.fromCharCode(unit))
  table[unit] = fold
  return fold
}

/** A breve makes и to й, which is kept apart; a capital sigma is another letter at the end of a word. */
const BY_NEIGHBOURS = /[\u0306\u03a3\ud800-\udfff]|\p{Ideographic}/u
const LETTER = /[\p{L}\p{N}]/u

function lookAt(sign: string): number {
  if (BY_NEIGHBOURS.test(sign)) return COMPLEX
  if (/\s/u.test(sign)) return SEPARATOR
  const folded = foldForSearch(sign)
  if (folded === '') return SKIPPED
  if (!LETTER.test(folded)) return SEPARATOR
  return folded.length === 1 && !BY_NEIGHBOURS.test(folded) ? folded.charCodeAt(0) : COMPLEX
}
