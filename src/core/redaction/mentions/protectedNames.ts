/**
 * Which of a log's protected values are looked for in texts, and how: names of people and of guarded sources part by
 * part, code names and contacts as they are, places as exact as an address, and the names that the user lists.
 */
import type { Canary } from '../briefData.ts'
import { ARABIC_PARTICLES } from './arabicForms.ts'
import { foldWord, scriptOf } from './foldWord.ts'
import { partsOfHanName } from './hanNames.ts'
import type { MentionAlias } from './mentionFinder.ts'
import type { MentionToken } from './mentionSpan.ts'
import { NameWords } from './nameWords.ts'
import { placeAdjectives } from './placeAdjectives.ts'
import { placePhrases } from './placePhrases.ts'
import type { ArabicName } from './romanisedArabic.ts'

/** Small words and titles that stand in names; alone they are nobody's. */
const PARTICLES: ReadonlySet<string> = new Set(
  `al el as ash ar ad an at az de da di du del della des dos das la le les lo van von der den ten zu zum bin ben ibn
  bint abu umm abd ul ur al-din y e mc mac st san santa dr mr mrs ms prof sir jr sr ii iii
  аль эль ас аш ар ад ан ат аз эр де да ди дю дель ла ле ван фон дер ден тер бин бен ибн бинт абу умм абд оглы кызы
  заде хан д л г гр др проф`.split(/\s+/),
)
/** Spellings of the Arabic article, which one name has now one way, now the other. */
const ARTICLES: ReadonlySet<string> = new Set(
  'al el as ash ar ad an at az аль эль ас аш ар ад ан ат аз эр'.split(' '),
)
const PARTS = /[\s,;:/()"«»“”„\-‐‑–—.]+/u
const SHORTEST_VALUE = 3
const HAN = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u

export interface ProtectedNames {
  readonly words: NameWords
  /** Digits of protected phone numbers: the last nine of long ones, all of short ones. */
  readonly numbers: ReadonlySet<string>
  /** Particles that stand in some name ("бен", "Ле"), folded: part of a mention beside one. */
  readonly particles: ReadonlySet<string>
  /** Names of people and places in Arabic letters, which are looked for in Latin ones too. */
  readonly arabic: readonly ArabicName[]
}

export interface NameOptions {
  readonly aliases: readonly MentionAlias[]
  readonly published: readonly string[]
  /** Also the parts of an address, each by itself. */
  readonly placeParts: boolean
  /** Those of them too that are one ordinary word. */
  readonly commonParts: boolean
  readonly places: boolean
}

export function protectedNames(canaries: readonly Canary[], options: NameOptions): ProtectedNames {
  const words = new NameWords()
  const numbers = new Set<string>()
  const particles = new Set<string>()
  const arabic: ArabicName[] = []
  const addPerson = (value: string): void => {
    addName(words, particles, value, '[person]')
    arabic.push(...arabicName(value, '[person]'))
  }
  const addPlace = (phrase: string): void => {
    words.addPhrase(phrase, '[place]')
    for (const adjective of placeAdjectives(phrase)) words.addPhrase(adjective, '[place]')
    arabic.push(...arabicName(phrase, '[place]'))
  }
  for (const canary of canaries) {
    const { value } = canary
    if (isName(canary)) addPerson(value)
    else if (canary.where.kind === 'persons' && canary.where.field === 'codeName')
      words.addPhrase(value, '[person]', true)
    else if (canary.protected === 'identity') {
      if (foldWord(value).length >= SHORTEST_VALUE) words.addPhrase(value, '[contact]', true)
      const digits = phoneDigits(value)
      if (digits !== null) numbers.add(digits)
    }
  }
  for (const { value, token } of options.aliases) {
    if (token === '[person]') addPerson(value)
    else if (token === '[place]') addPlace(value)
    else words.addPhrase(value, token)
  }
  if (options.places) for (const phrase of placePhrases(canaries, options)) addPlace(phrase)
  return { words, numbers, particles, arabic }
}

/** Names of people: what they are called, not how they are reached. */
function isName({ protected: kind, where }: Canary): boolean {
  if (kind !== 'identity') return false
  if (where.field.endsWith('explainedBy')) return true
  if (where.kind === 'persons') return !where.field.startsWith('contacts')
  return where.kind === 'sources' && where.field === 'name'
}

/** The whole name, and each part: a surname alone is as good as the whole. */
function addName(words: NameWords, particles: Set<string>, value: string, token: MentionToken): void {
  const parts = value.split(PARTS).filter((part) => part !== '')
  // "the Petrov family": small words of a name are words; a name all in small letters is a name still.
  const isArticle = (part: string) => ARTICLES.has(foldWord(part))
  if (parts.some(isArticle)) for (const article of ARTICLES) particles.add(article)
  const isSmall = (part: string) => /^\p{Ll}/u.test(part)
  for (const part of parts.filter(isSmall)) if (isParticle(foldWord(part))) particles.add(foldWord(part))
  const named = parts.every(isSmall) ? parts : parts.filter((part) => !isSmall(part))
  for (const part of named) {
    const folded = foldWord(part)
    if (isParticle(folded)) particles.add(folded)
    else if (folded.length > 1 || HAN.test(folded)) words.addWord(part, token)
    for (const name of partsOfHanName(part)) words.addWord(name, token)
  }
  // Parts that say nothing alone do so together; where each is a mention by itself, the whole is too.
  const isAlone = (part: string) =>
    named.includes(part) && !isParticle(foldWord(part)) && foldWord(part).length > 1
  if (!parts.every(isAlone)) words.addPhrase(value, token)
  addJoinedArabic(words, parts, token)
}

/** The name, where it is of several parts in Arabic letters. */
function arabicName(value: string, token: MentionToken): readonly ArabicName[] {
  const parts = value.split(PARTS).filter((part) => scriptOf(foldWord(part)) === 'arabic')
  return parts.length < 2 ? [] : [{ parts, token }]
}

const isParticle = (folded: string): boolean => PARTICLES.has(folded) || ARABIC_PARTICLES.has(folded)

/** "عبد الله" is as often one word. */
function addJoinedArabic(words: NameWords, parts: readonly string[], token: MentionToken): void {
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1]
    if (next === undefined || scriptOf(foldWord(part)) !== 'arabic' || !ARABIC_PARTICLES.has(foldWord(part)))
      continue
    words.addWord(part + next, token)
    words.addPhrase(`${part} ${next}`, token)
  }
}

const LONG_NUMBER = 9
const SHORTEST_NUMBER = 5

/** The digits a phone-like text is looked for by; the country code and a trunk 0 or 8 come and go. */
function phoneDigits(text: string): string | null {
  if (!/^[+()\d\s./-]+$/.test(text)) return null
  const digits = text.replace(/\D/g, '')
  if (digits.length < SHORTEST_NUMBER || digits.length > 15) return null
  return digits.length >= LONG_NUMBER ? digits.slice(-LONG_NUMBER) : digits
}
