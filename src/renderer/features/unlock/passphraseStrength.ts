/**
 * A rough, honest estimate of how hard a passphrase is to guess, from its length and variety alone. It knows
 * nothing of dictionaries beyond the commonest openings, and nothing of the person: the screen says so.
 */

/** Fewer characters than this are refused for a new log. */
export const LEAST_PASSPHRASE_LENGTH = 8

export type StrengthLevel = 'tooShort' | 'weak' | 'fair' | 'good' | 'strong'
export interface Strength {
  readonly level: StrengthLevel
  /** Estimated bits of work, rounded; for the meter only. */
  readonly bits: number
}

/** What every list of guesses begins with. */
const COMMON =
  /^(?:password|passw0rd|passphrase|letmein|qwerty|qwertz|azerty|admin|welcome|iloveyou|пароль|йцукен|daybook)/iu
const BITS_OF_A_WORD = 11
const RUNS = /(.)\1{2,}/gu
const SEQUENCES = /0123|1234|2345|3456|4567|5678|6789|abcd|bcde|cdef|qwer|wert|asdf|zxcv|йцук|фыва/giu

/** Bits by the cheaper of two attacks: character by character, and word by word. */
export function passphraseStrength(passphrase: string): Strength {
  const text = passphrase.normalize('NFC')
  const length = [...text].length
  const bits = Math.round(Math.min(bitsByCharacter(text), bitsByWord(text)) * (COMMON.test(text) ? 0.4 : 1))
  if (length < LEAST_PASSPHRASE_LENGTH) return { level: 'tooShort', bits }
  if (bits < 40) return { level: 'weak', bits }
  if (bits < 55) return { level: 'fair', bits }
  if (bits < 70) return { level: 'good', bits }
  return { level: 'strong', bits }
}

function bitsByCharacter(text: string): number {
  const thinned = text.replace(RUNS, '$1').replace(SEQUENCES, '-')
  const characters = [...thinned]
  const distinct = new Set(characters).size
  const alphabet = alphabetSize(thinned)
  // Few different characters in a long text carry less than their number suggests.
  const perCharacter = Math.log2(Math.max(2, Math.min(alphabet, distinct * 3)))
  return characters.length * perCharacter * 0.75
}

/** A passphrase of plain words is guessed word by word; a lone word counts by its characters. */
function bitsByWord(text: string): number {
  const words = text
    .toLowerCase()
    .split(/[\s\-_.,]+/u)
    .filter((word) => word !== '')
  const plain = words.every((word) => /^\p{L}+$/u.test(word))
  if (!plain || words.length < 2) return Number.POSITIVE_INFINITY
  return new Set(words).size * BITS_OF_A_WORD
}

function alphabetSize(text: string): number {
  let size = 0
  if (/\p{Ll}/u.test(text)) size += 26
  if (/\p{Lu}/u.test(text)) size += 26
  if (/\p{Lo}/u.test(text)) size += 28
  if (/\d/u.test(text)) size += 10
  if (/[^\p{L}\d]/u.test(text)) size += 20
  return size
}
