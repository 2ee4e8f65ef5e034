/**
 * Splits text into words with their places, the way names need it: marks and invisible characters stay inside a word,
 * an apostrophe between letters too ("Il'in", "д'Артаньян"); hyphens, dots and underscores part words. Tokens of an
 * earlier masking are no words. One pass with a table of character classes, since texts can be long.
 */
import { MENTION_TOKENS } from './mentionSpan.ts'

/** A run of letters, marks, digits and invisible characters. */
export interface WordPlace {
  readonly raw: string
  readonly start: number
  readonly end: number
  /** Has digits among letters. */
  readonly isMixed: boolean
}

const OTHER = 0
const LETTER = 1
const DIGIT = 2
const INVISIBLE = 3
const APOSTROPHE = 4
const APOSTROPHES = "'’ʼ‘`´′"

const classes = new Uint8Array(0x10000)
let isReady = false

function makeClasses(): void {
  for (let code = 0; code < 0x10000; code += 1) {
    const char = String.fromCharCode(code)
    if (/[\p{L}\p{M}]/u.test(char)) classes[code] = LETTER
    else if (/\p{N}/u.test(char)) classes[code] = DIGIT
    else if (/\p{Cf}/u.test(char)) classes[code] = INVISIBLE
  }
  for (const char of APOSTROPHES) classes[char.charCodeAt(0)] = APOSTROPHE
  isReady = true
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 0xd800 || code > 0xdfff) return classes[code] ?? OTHER
  // Halves of a pair take the class of the whole: letters of rare scripts, mathematical letters.
  const start = code >= 0xdc00 ? at - 1 : at
  const char = String.fromCodePoint(text.codePointAt(start) ?? 0)
  return /[\p{L}\p{M}]/u.test(char)
    ? LETTER
    : /\p{N}/u.test(char)
      ? DIGIT
      : /\p{Cf}/u.test(char)
        ? INVISIBLE
        : OTHER
}

/** The words of a text in order. */
export function scanWords(text: string): WordPlace[] {
  if (!isReady) makeClasses()
  const words: WordPlace[] = []
  const length = text.length
  let at = 0
  while (at < length) {
    const kind = classAt(text, at)
    if (kind === LETTER || kind === DIGIT) {
      const word = wordAt(text, at)
      words.push(word)
      at = word.end
    } else if (text.charCodeAt(at) === 0x5b) {
      at += tokenLength(text, at)
    } else at += 1
  }
  return words
}

function wordAt(text: string, start: number): WordPlace {
  let end = start
  let hasLetter = false
  let hasDigit = false
  for (let at = start; at < text.length; at += 1) {
    const kind = classAt(text, at)
    if (kind === LETTER || kind === DIGIT) {
      end = at + 1
      if (kind === LETTER) hasLetter = true
      else hasDigit = true
    } else if (kind === OTHER) break
    else if (kind === APOSTROPHE && !(end === at && classAt(text, at + 1) === LETTER)) break
  }
  return { raw: text.slice(start, end), start, end, isMixed: hasLetter && hasDigit }
}

/** Length of the masking token that begins here; 1 when none does. */
function tokenLength(text: string, at: number): number {
  return MENTION_TOKENS.find((token) => text.startsWith(token, at))?.length ?? 1
}
