/**
 * Made-up prose in three scripts: order-1 Markov chains over the texts that ship with Daybook.
 *
 * The texts are short, so a bare chain would repeat itself, and compress, more than people's writing does. Rare words
 * (new names, inflections) are therefore joined from halves of known ones, as often as it takes to be no more
 * compressible than the texts themselves; `npm run bench -- vault` states the result.
 */
import fs from 'node:fs'
import path from 'node:path'
import { pick, pickInt, type Random } from './random.ts'

export type Language = 'en' | 'ru' | 'ar'
export const LANGUAGES: readonly Language[] = ['en', 'ru', 'ar']

const ROOT = path.join(import.meta.dirname, '..')
const CATALOGUES = 'src/shared/i18n'
const LABELS = 'resources/vocabularies'
const ENGLISH_TEXTS = [
  'README.md',
  'ARCHITECTURE.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'docs',
  'resources/demo',
]
const WORD: Readonly<Record<Language, RegExp>> = {
  en: /^[A-Za-z][a-z’'-]*[.,;:]?$/,
  ru: /^[А-Яа-яЁё][а-яё-]*[.,;:]?$/,
  ar: /^[\u0621-\u064a][\u0621-\u0652]*[.،؛:]?$/,
}
/** How often the chain starts anew, and how often a word is joined from two. */
const JUMP = 0.05
/** How often it goes on as another sentence with the same word would: people's writing repeats itself in phrases. */
const TURN = 0.3
const COINED: Readonly<Record<Language, number>> = { en: 0.01, ru: 0.08, ar: 0.06 }

interface Chain {
  readonly words: readonly string[]
  readonly placesByWord: ReadonlyMap<string, readonly number[]>
}

const chains = new Map<Language, Chain>()

/** At least `length` characters of `language`, ending with a full stop. */
export function writeProse(random: Random, language: Language, length: number): string {
  const chain = chainOf(language)
  const words: string[] = []
  let place = pickInt(random, 0, chain.words.length - 1)
  let wordsInSentence = 0
  for (let written = 0; written < length; ) {
    const word = chain.words[place] ?? ''
    const shown = bare(random() < COINED[language] ? coin(random, chain.words) : word)
    words.push(wordsInSentence === 0 ? capitalise(shown) : shown)
    written += shown.length + 1
    wordsInSentence++
    if (/[.,]$/.test(word) || wordsInSentence > 14) {
      const ends = word.endsWith('.') || wordsInSentence > 14
      words[words.length - 1] += ends ? '.' : ','
      if (ends) wordsInSentence = 0
    }
    place = nextPlace(random, chain, place)
  }
  return `${words.join(' ').replace(/[.,]$/, '')}.`
}

/** The word after this one, or after another occurrence of it, or anywhere. */
function nextPlace(random: Random, { words, placesByWord }: Chain, place: number): number {
  if (random() < JUMP) return pickInt(random, 0, words.length - 1)
  const places = placesByWord.get(words[place] ?? '') ?? []
  const from = random() < TURN && places.length > 0 ? pick(random, places) : place
  return (from + 1) % words.length
}

/** A name nobody bears: two or three coined words with capitals. */
export function inventName(random: Random, language: Language): string {
  const { words } = chainOf(language)
  return Array.from({ length: pickInt(random, 2, 3) }, () => capitalise(coin(random, words))).join(' ')
}

/** The start of one word and the end of another. */
function coin(random: Random, words: readonly string[]): string {
  const start = bare(pick(random, words))
  const end = bare(pick(random, words))
  return (start.slice(0, pickInt(random, 1, 5)) + end.slice(-pickInt(random, 2, 5))).toLowerCase()
}

const bare = (word: string): string => word.replace(/[.,;:،؛]$/, '')
const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

function chainOf(language: Language): Chain {
  const known = chains.get(language)
  if (known !== undefined) return known
  const words = readTexts(language)
    .split(/\s+/)
    .filter((word) => WORD[language].test(word))
  const placesByWord = new Map<string, number[]>()
  for (const [place, word] of words.entries()) {
    const places = placesByWord.get(word)
    if (places === undefined) placesByWord.set(word, [place])
    else places.push(place)
  }
  const chain = { words, placesByWord }
  chains.set(language, chain)
  return chain
}

/** Everything that ships in `language`, as one text. */
export function readTexts(language: Language): string {
  const paths = [`${CATALOGUES}/messages/${language}`, `${CATALOGUES}/brief/${language}.json`]
  const labels = filesUnder(LABELS, '.json')
    .flatMap((file) => [
      ...fs.readFileSync(file, 'utf8').matchAll(new RegExp(`"${language}": "([^"]*)"`, 'g')),
    ])
    .map((match) => match[1] ?? '')
  const catalogues = paths
    .flatMap((each) => filesUnder(each, '.json'))
    .map((file) =>
      [...fs.readFileSync(file, 'utf8').matchAll(/: "((?:[^"\\]|\\.)*)"/g)].map((m) => m[1]).join(' '),
    )
  const prose = language === 'en' ? ENGLISH_TEXTS.flatMap((each) => filesUnder(each, '.md')) : []
  const demo = language === 'ar' ? [] : filesUnder('resources/demo', '.jsonl')
  return [...catalogues, ...[...prose, ...demo].map((file) => fs.readFileSync(file, 'utf8')), ...labels].join(
    ' ',
  )
}

function filesUnder(relative: string, extension: string): string[] {
  const full = path.join(ROOT, relative)
  if (!fs.existsSync(full)) return []
  if (fs.statSync(full).isFile()) return full.endsWith(extension) ? [full] : []
  return fs
    .readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(path.join(relative, name), extension))
}
