/**
 * Which lexicon a sentence is read with. The language somebody names is taken only where it is written in that script:
 * a brief in English may hold a sentence in Russian. Of a language without a lexicon nothing can be said.
 */

import { foldText } from '../foldText.ts'
import { ARABIC_WORDING } from './arabicWording.ts'
import { ENGLISH_WORDING } from './englishWording.ts'
import { FRENCH_WORDING } from './frenchWording.ts'
import { PHRASE_GROUPS, PhraseBook, type PhraseGroup } from './phraseMatcher.ts'
import { RUSSIAN_WORDING } from './russianWording.ts'
import { SPANISH_WORDING } from './spanishWording.ts'
import type { WordingLexicon } from './wordingLexicon.ts'

export const WORDING_LANGUAGES = ['en', 'ru', 'ar', 'es', 'fr'] as const
export type WordingLanguage = (typeof WORDING_LANGUAGES)[number]

export interface WordingBooks {
  readonly groups: Readonly<Record<PhraseGroup, PhraseBook>>
  readonly governing: PhraseBook
  readonly negators: PhraseBook
  readonly clauseNegators: PhraseBook
  readonly light: PhraseBook
  readonly links: PhraseBook
  readonly joints: PhraseBook
  readonly hasClitics: boolean
}

const LEXICONS: Readonly<Record<WordingLanguage, WordingLexicon>> = {
  en: ENGLISH_WORDING,
  ru: RUSSIAN_WORDING,
  ar: ARABIC_WORDING,
  es: SPANISH_WORDING,
  fr: FRENCH_WORDING,
}
const made = new Map<WordingLanguage, WordingBooks>()

/** The phrases of a language, read once. */
export function wordingBooks(language: WordingLanguage): WordingBooks {
  const known = made.get(language)
  if (known) return known
  const { hasClitics = false, marks: _, ...lists } = LEXICONS[language]
  const book = (name: keyof typeof lists) => new PhraseBook(lists[name])
  const books = {
    groups: Object.fromEntries(PHRASE_GROUPS.map((group) => [group, book(group)])) as Record<
      PhraseGroup,
      PhraseBook
    >,
    governing: book('governing'),
    negators: book('negators'),
    clauseNegators: book('clauseNegators'),
    light: book('light'),
    links: book('links'),
    joints: book('joints'),
    hasClitics,
  }
  made.set(language, books)
  return books
}

/** Letters of Persian, Urdu, Ukrainian, Chechen and others that share a script with ours. */
const OTHER_ARABIC = /[پچژگۀکیہےٹ]/u
const OTHER_CYRILLIC = /[іїєґӀӏўјљњћђџ]/iu

/** The language to read a text in; null when there is no lexicon for it. `named` is who wrote it or asks. */
export function wordingLanguage(text: string, named?: string): WordingLanguage | null {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0
  const latin = count(/\p{Script=Latin}/gu)
  const cyrillic = count(/\p{Script=Cyrillic}/gu)
  const arabic = count(/\p{Script=Arabic}/gu)
  const letters = count(/\p{L}/gu)
  if (letters > 2 * (latin + cyrillic + arabic)) return null
  if (arabic >= latin && arabic >= cyrillic && arabic > 0) return OTHER_ARABIC.test(text) ? null : 'ar'
  if (cyrillic >= latin && cyrillic > 0) return OTHER_CYRILLIC.test(text) ? null : 'ru'
  const primary = named?.split('-')[0]
  if (primary === 'en' || primary === 'es' || primary === 'fr') return primary
  return likeliestLatin(text)
}

function likeliestLatin(text: string): WordingLanguage {
  const words = foldText(text).split(/[^\p{L}]+/u)
  const score = (language: WordingLanguage) => {
    const marks = new Set(LEXICONS[language].marks)
    return words.filter((word) => marks.has(word)).length
  }
  const ranked = (['en', 'es', 'fr'] as const).map((language) => ({ language, score: score(language) }))
  return ranked.reduce((best, each) => (each.score > best.score ? each : best)).language
}
