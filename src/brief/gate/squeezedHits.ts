/**
 * Which values that are found in squeezed text stand there at all. Spaces and signs are taken out so that a name is found
 * that was spaced out, hyphenated over lines or written with other signs. But then every letter of a file stands beside
 * the next one, and a short value comes together by chance: "Mre Cor" in "them records".
 */
import type { Needle } from './canaryForms.ts'

/** By chance so many letters do not come together across words. */
const LONGEST_BY_CHANCE = 9
const WORD = /[\p{L}\p{N}]/u
/** Of scripts that put spaces between words; without them every beginning is in the middle. */
const SPACED_LETTERS =
  /^(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}])\p{L})+$/u
/** What Arabic and Hebrew join to the word that follows. */
const JOINED_BEFORE = /^(?:[وفبكلسהבוכלמש]|ال)+$/u

/** Tells of hits in the squeezed form of one folded text whether they are there by chance. */
export function chanceIn(folded: string): (needle: Needle, at: number) => boolean {
  let known: Uint32Array | null = null
  return ({ text }, at) => {
    if (text.length > LONGEST_BY_CHANCE || !SPACED_LETTERS.test(text)) return false
    known ??= placesOf(folded)
    return isByChance(folded, known[at] ?? 0, (known[at + text.length - 1] ?? 0) + 1)
  }
}

/**
 * Is folded[from, to), which is a value when it is squeezed, put together from the end of one word and the beginning of
 * another? No slip and no writer glues a foreign letter to a name and takes the name itself apart: one that is part of a
 * longer word or address stands in it in one piece, and one that was taken apart begins where a word does, but for what
 * Arabic joins to it.
 */
function isByChance(folded: string, from: number, to: number): boolean {
  const pieces = folded.slice(from, to).match(/[\p{L}\p{N}]+/gu) ?? []
  if (pieces.length < 2 || pieces.every((piece) => piece.length === 1)) return false
  let start = from
  while (start > 0 && WORD.test(folded.charAt(start - 1))) start -= 1
  const before = folded.slice(start, from)
  return before !== '' && !JOINED_BEFORE.test(before)
}

/** Where each character of the squeezed text stands in the folded one. */
function placesOf(folded: string): Uint32Array {
  const places = new Uint32Array(folded.length)
  let at = 0
  for (const { index, 0: word } of folded.matchAll(/[\p{L}\p{N}]+/gu))
    for (let within = 0; within < word.length; within += 1) places[at++] = index + within
  return places
}
