/**
 * Which words are forms of one another: those of one stem. Russian and Arabic have stems of their own; of Latin letters
 * only the plural falls off, since a text does not say which language it is of, and beginnings find the rest.
 */
import { ARABIC_FRONTS, arabicStem } from './arabicStem.ts'
import { russianStem } from './russianStem.ts'

/** Words with a shorter stem have no forms: too many others would look like one. */
const SHORTEST_STEM = 3

const CYRILLIC = /^[\u0400-\u04ff]+$/
const ARABIC = /^[\u0600-\u06ff]+$/
const LATIN = /^[a-z]+$/
const PLURAL = /(?<=[a-z]{3})e?s$/

/** The stem of a folded word; the word itself for other scripts. */
export function stemOf(word: string): string {
  if (CYRILLIC.test(word)) return russianStem(word)
  if (ARABIC.test(word)) return arabicStem(word)
  return LATIN.test(word) ? word.replace(PLURAL, '') : word
}

export interface WordForms {
  readonly stem: string
  /** What each form begins with, one or another. */
  readonly beginnings: readonly string[]
}

/** How the forms of a word are found; null when it has none but itself. */
export function formsOf(word: string): WordForms | null {
  const stem = stemOf(word)
  if (stem.length < SHORTEST_STEM) return null
  if (ARABIC.test(word)) return { stem, beginnings: ARABIC_FRONTS.map((front) => front + stem) }
  return CYRILLIC.test(word) || LATIN.test(word) ? { stem, beginnings: [stem] } : null
}
