/**
 * The words of a text, as the search over everything knows them: folded (foldText.ts), digits of all scripts alike, cut
 * where there is neither letter nor digit. An ideograph is a word of its own, since no blank tells where theirs end.
 */
import { foldText } from '../foldText.ts'
import { asciiDigits } from '../redaction/mentions/digits.ts'

/** Longer words are known by their beginning, in UTF-16 units. */
export const LONGEST_WORD = 48

const WORD = /\p{Ideographic}|(?:(?!\p{Ideographic})[\p{L}\p{N}])+/gu

/** A text folded for search; the words of it are the words of the text. */
export const foldForSearch = (text: string): string => asciiDigits(foldText(text))

/** All words in their order, each as often as it stands there. */
export function searchWords(text: string): readonly string[] {
  const words: readonly string[] = foldForSearch(text).match(WORD) ?? []
  return words.map((word) => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word))
}
