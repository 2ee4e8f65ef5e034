/**
 * Text as overlapping pieces of a few letters, so that the same passage is found in any script, with or without spaces
 * between words. Letters are folded first; spaces and punctuation do not count.
 */
import { foldText } from '../foldText.ts'

/** Letters of a text, folded, and where each stands in it. */
export interface FoldedLetters {
  readonly text: string
  readonly letters: string
  /** For each letter its place in `text`. */
  readonly places: readonly number[]
}

const LETTER = /[\p{L}\p{N}]/u
/** Scripts in which a few signs say as much as a dozen letters of others. */
const DENSE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u
const LENGTH = 12
const DENSE_LENGTH = 5

/** Folds texts sign by sign. Remembers signs, since foldText costs much for a single one. */
export class LetterFolder {
  readonly #folded = new Map<string, string>()

  fold(text: string): FoldedLetters {
    const whole = text.normalize('NFC')
    const places: number[] = []
    let letters = ''
    let at = 0
    for (const sign of whole) {
      const folded = this.#foldSign(sign)
      for (let unit = 0; unit < folded.length; unit++) places.push(at)
      letters += folded
      at += sign.length
    }
    return { text: whole, letters, places }
  }

  #foldSign(sign: string): string {
    const known = this.#folded.get(sign)
    if (known !== undefined) return known
    const folded = [...foldText(sign)].filter((each) => LETTER.test(each)).join('')
    this.#folded.set(sign, folded)
    return folded
  }
}

/** How many letters a piece of this text has: fewer where each of them says more. */
export function shingleLength(letters: string): number {
  // The beginning tells the script; whole books are not walked for it.
  const sample = [...letters.slice(0, 200)]
  const dense = sample.filter((each) => DENSE.test(each)).length
  return dense * 3 > sample.length ? DENSE_LENGTH : LENGTH
}

const BASE = 0x01000193

/**
 * A number of 32 bits for each piece, in the order of the text; empty for a short text. A polynomial that rolls over
 * the text, so that a letter costs the same however long the pieces are, mixed since its low bits are weak.
 */
export function shingleHashes(letters: string, length: number): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, letters.length - length + 1))
  let leaving = 1
  for (let unit = 0; unit < length; unit++) leaving = Math.imul(leaving, BASE)
  let rolling = 0
  for (let end = 0; end < letters.length; end++) {
    rolling = (Math.imul(rolling, BASE) + letters.charCodeAt(end)) | 0
    if (end >= length) rolling = (rolling - Math.imul(letters.charCodeAt(end - length), leaving)) | 0
    if (end < length - 1) continue
    const mixed = Math.imul(rolling ^ (rolling >>> 15), 0x2c1b3c6d)
    hashes[end - length + 1] = Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39)
  }
  return hashes
}

/**
 * A few of the pieces, chosen by their numbers so that two texts which share a passage choose the same there: the
 * smallest of every window (winnowing; Schleimer, Wilkerson and Aiken 2003). At most `most`, the smallest.
 */
export function chooseHashes(hashes: Uint32Array, window: number, most: number): readonly number[] {
  const chosen = new Set<number>()
  let smallestAt = -1
  for (let end = Math.min(window, hashes.length) - 1; end >= 0 && end < hashes.length; end++) {
    const begin = Math.max(0, end - window + 1)
    if (smallestAt < begin) {
      smallestAt = begin
      for (let at = begin; at <= end; at++)
        if (valueAt(hashes, at) <= valueAt(hashes, smallestAt)) smallestAt = at
    } else if (valueAt(hashes, end) <= valueAt(hashes, smallestAt)) smallestAt = end
    chosen.add(valueAt(hashes, smallestAt))
  }
  return chosen.size <= most ? [...chosen] : [...chosen].sort((a, b) => a - b).slice(0, most)
}

const valueAt = (hashes: Uint32Array, at: number): number => hashes[at] ?? 0
