/**
 * Typed text → meanings. Case, accents, letter forms and digits of other scripts are folded first; then the longest
 * phrase that a language knows is taken at each place. One word that nobody knows, and the whole text is refused.
 */
import { foldText } from '../foldText.ts'
import { ARABIC_LEXICON } from './arabicLexicon.ts'
import { readChunk } from './dateChunk.ts'
import { decadeOf, settleDecades } from './decadeWords.ts'
import { ENGLISH_LEXICON } from './englishLexicon.ts'
import { FRENCH_LEXICON } from './frenchLexicon.ts'
import type { DateRefusal, Lexeme } from './lexeme.ts'
import { RUSSIAN_LEXICON } from './russianLexicon.ts'
import { SPANISH_LEXICON } from './spanishLexicon.ts'

interface Token {
  readonly kind: 'word' | 'number' | 'sign'
  readonly text: string
  /** Blanks before it? */
  readonly isApart: boolean
  /** Of a number: what is written right behind it, "st", "-го". */
  readonly suffix: string
}

const TOKEN =
  /(\s*)(?:(\d+(?:[./-]\d+)*)([-.]?(?:st|nd|rd|th|['’]?s|er|re|ere|eme|e|nde|o|a|ro|do|ra|da|to|ta|го|ое|ого|ой|ые|ый|ых|ыми|ом|ому|ые|му|ми|е|й|х|я|м)(?!\p{L}))?|(\p{L}+(?:['’]\p{L}+)?)|([-/,،؛?؟~≈().:]))/uy
/** Small raised figures are notes, not part of a number, and folding would make them digits. */
const RAISED = /[\u00b2\u00b3\u00b9\u2070-\u209c]/u

/** Arabic and Persian digits as Latin ones. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
}

/** French words that lose their vowel before another: "d'avril", "jusqu'en". */
const ELISION = /(?<!\p{L})(d|l|jusqu|aujourd)'(?=\p{L})/gu

/** Text as the tokeniser and the lexicons have it. */
export function foldTyped(text: string): string {
  const folded = foldText(
    latinDigits(text)
      .replace(/[\u2010-\u2015\u2212]/gu, '-')
      .replace(/[’ʼ]/gu, "'"),
  ).replace(ELISION, '$1 ')
  // A Latin c among Cyrillic words is the preposition.
  return /\p{Script=Cyrillic}/u.test(folded) ? folded.replace(/(?<!\p{L})c(?!\p{L})/gu, 'с') : folded
}

/** The meanings of a text in order, or why there are none. */
export function lexDate(text: string): readonly Lexeme[] | DateRefusal {
  if (RAISED.test(text)) return 'not-a-date'
  const tokens = tokenise(foldTyped(text))
  if (tokens === null) return 'not-a-date'
  const found: Lexeme[] = []
  let isKnown = true
  let at = 0
  while (at < tokens.length) {
    const phrase = longestPhrase(tokens, at)
    if (phrase) {
      found.push(phrase.meaning)
      at += phrase.length
      continue
    }
    const token = tokens[at]
    if (!token) break
    at += 1
    if (token.kind === 'number') found.push(...readNumberToken(token))
    else if (token.kind === 'sign') {
      const sign = readSign(token, tokens[at - 2], tokens[at])
      if (sign === null) isKnown = false
      else found.push(...sign)
    } else {
      const split = splitArabic(token)
      if (split) {
        at -= 1
        tokens.splice(at, 1, ...split)
      } else isKnown = false
    }
  }
  // Another calendar is the reason to give, whatever else is not understood.
  const refusals = found.filter((each) => each.kind === 'refused').map(({ reason }) => reason)
  if (refusals.includes('hijri-calendar')) return 'hijri-calendar'
  if (!isKnown) return 'not-a-date'
  return refusals[0] ?? withDecades(found)
}

function withDecades(found: readonly Lexeme[]): readonly Lexeme[] | DateRefusal {
  const settled = settleDecades(found)
  return settled.find((each) => each.kind === 'refused')?.reason ?? settled
}

function tokenise(text: string): Token[] | null {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text)
    if (!match) return null
    const [, blanks = '', number, suffix = '', word, sign = ''] = match
    const kind = number !== undefined ? 'number' : word !== undefined ? 'word' : 'sign'
    tokens.push({ kind, text: number ?? word ?? sign, isApart: blanks !== '', suffix })
  }
  return tokens
}

const LEXICONS = [
  ...ENGLISH_LEXICON,
  ...RUSSIAN_LEXICON,
  ...ARABIC_LEXICON,
  ...SPANISH_LEXICON,
  ...FRENCH_LEXICON,
]
const PHRASES: ReadonlyMap<string, Lexeme> = new Map(
  LEXICONS.flatMap(([meaning, phrases]) =>
    phrases.split('|').map((phrase) => [phraseKey(tokenise(foldTyped(phrase)) ?? []), meaning] as const),
  ),
)
const LONGEST = Math.max(...[...PHRASES.keys()].map((key) => key.split(' ').length))

function phraseKey(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ')
}

function longestPhrase(
  tokens: readonly Token[],
  at: number,
): { readonly meaning: Lexeme; readonly length: number } | null {
  if (tokens[at]?.kind !== 'word') return null
  for (let length = Math.min(LONGEST, tokens.length - at); length > 0; length -= 1) {
    const meaning = PHRASES.get(phraseKey(tokens.slice(at, at + length)))
    if (meaning) return { meaning, length }
  }
  return null
}

/** "And", "in" and the article are written together with the word that follows. */
function splitArabic({ kind, text, isApart, suffix }: Token): Token[] | null {
  if (!/^\p{Script=Arabic}/u.test(text)) return null
  const rest = (length: number): Token => ({ kind, text: text.slice(length), isApart: false, suffix })
  if (text.startsWith('و') && text.length > 2) return [{ kind, text: 'و', isApart, suffix }, rest(1)]
  if ((text.startsWith('ب') || text.startsWith('ال')) && text.length > 3) {
    return [rest(text.startsWith('ب') ? 1 : 2)]
  }
  return null
}

const DECADE_SUFFIX = /^-?(?:'?s|х|ых|е|ые|ми|ыми)$/u

function readNumberToken({ text, suffix }: Token): readonly Lexeme[] {
  const read = readChunk(text)
  if (suffix === '') return read
  const [only] = read
  if (read.length > 1 || !only) return [{ kind: 'refused', reason: 'not-a-date' }]
  if (only.kind === 'year') return [yearWithSuffix(only.value, suffix)]
  if (only.kind !== 'number')
    return [only.kind === 'refused' ? only : { kind: 'refused', reason: 'not-a-date' }]
  const isDecade = /s$/u.test(suffix) && !/st$/u.test(suffix)
  if (isDecade || only.value > 31) return [{ kind: 'refused', reason: 'two-digit-year' }]
  return [{ kind: 'ordinal', value: only.value, isDigits: true }]
}

/** "1990s" are ten years; "2000s" are ten or a hundred. "2017-м" is the year itself. */
function yearWithSuffix(value: number, suffix: string): Lexeme {
  if (!DECADE_SUFFIX.test(suffix)) {
    return /[a-z]/u.test(suffix) ? { kind: 'refused', reason: 'not-a-date' } : { kind: 'year', value }
  }
  return decadeOf(value)
}

/** Null for a sign that means nothing here: dots and colons behind words are spelling, behind numbers they are not. */
function readSign(
  { text, isApart }: Token,
  before: Token | undefined,
  after: Token | undefined,
): readonly Lexeme[] | null {
  switch (text) {
    case '-':
    case '/': {
      if (!before || !after) return null
      const isTight = !isApart && !after.isApart
      return [{ kind: 'to', sign: text === '-' ? 'dash' : 'slash', isTight }]
    }
    case '?':
    case '؟':
      return [{ kind: 'uncertain' }]
    case '~':
    case '≈':
      return [{ kind: 'about' }]
    case ',':
    case '،':
      return [{ kind: 'comma' }]
    case '(':
    case ')':
      return []
    case '.':
    case ':':
      return before?.kind === 'word' ? [] : text === '.' && isEndOrDay(after) ? [] : null
    default:
      return null
  }
}

/** "1. April 2017", "01.04.2017." */
const isEndOrDay = (after: Token | undefined): boolean => after === undefined || after.kind === 'word'
