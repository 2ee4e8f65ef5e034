/**
 * Which protected words may a word of a text be? Exact, inflected, spelled in another alphabet, one letter off. Works
 * from the word: its beginnings are looked up among the stems of all names at once, so that the cost does not grow
 * with the number of names; answers are kept, since a text repeats its words.
 */
import { arabicKey, arabicReadings, isArabicFunctionWord } from './arabicForms.ts'
import { isCommonWord } from './commonWords.ts'
import { disguisedReadings, foldWord, looseWord, type Script, scriptOf } from './foldWord.ts'
import type { MentionReason } from './mentionSpan.ts'
import { isNear, NearIndex } from './NearIndex.ts'
import type { NameWord } from './nameWords.ts'
import { LONGEST_ENDING, russianForms, type StemForms } from './russianForms.ts'
import { SoundIndex } from './SoundIndex.ts'
import { StemTable } from './StemTable.ts'
import { soundsOfLatin } from './soundForms.ts'

export interface WordMatch {
  readonly word: NameWord
  readonly why: MentionReason
  /** False for an ordinary word in small letters: it counts only as part of a phrase. */
  readonly isSure: boolean
  /** Where in the word it stands, in scripts that set no spaces between words; the whole word when absent. */
  readonly at?: readonly [from: number, to: number]
}

/** English, Spanish and French plurals; possessives lose their apostrophe when they are folded. */
const LATIN_ENDINGS: ReadonlySet<string> = new Set(['s', 'es'])
/** Behind a vowel nobody says "es": the town of Thiès is no Thi. */
const ENDINGS_AFTER_VOWEL: ReadonlySet<string> = new Set(['s'])
const SHORTEST_NEAR = 7
const SHORTEST_NEAR_STEM = 6
const SHORTEST_UNCAPITALISED = 5
const LONG_STEM = 8
const SHORTEST_PIECE = 3
const SHORTEST_INSIDE = 5
/** No account is longer; what is no word at all need not be searched to its end. */
const LONGEST_INSIDE = 64
const NOTHING: readonly WordMatch[] = []

interface Stem extends StemForms {
  readonly word: NameWord
}

export class WordMatcher {
  readonly #exact = new Map<string, NameWord>()
  readonly #stems = new StemTable<Stem>()
  readonly #arabic = new Map<string, NameWord[]>()
  readonly #near = new NearIndex<Stem>()
  readonly #sounds = new SoundIndex()
  readonly #known = new Map<string, readonly WordMatch[]>()
  #longestStem = 0

  constructor(words: Iterable<NameWord>) {
    for (const word of words) {
      this.#exact.set(word.text, word)
      if (!word.isWhole) this.#addForms(word)
    }
  }

  /** Protected words that `raw` may be, surest first; empty for most words. */
  match(raw: string): readonly WordMatch[] {
    const known = this.#known.get(raw)
    if (known) return known
    const found = this.#search(raw)
    this.#known.set(raw, found)
    return found
  }

  /**
   * Names of five letters and more anywhere in a word, however they go on: for file names, accounts and the like, where
   * words are run together ("sergeytimokhin1985").
   */
  matchInside(raw: string): readonly WordMatch[] {
    const found = new Findings()
    const folded = foldWord(raw).slice(0, LONGEST_INSIDE)
    const sounds = scriptOf(folded) === 'latin' ? soundsOfLatin(folded) : []
    const take = (word: NameWord) => {
      if (!word.isWhole) found.add(word, 'broken', true)
    }
    for (let from = 0; from + SHORTEST_INSIDE <= folded.length; from += 1) {
      this.#stems.forEach(folded.slice(from), folded.length, ({ word }, length) => {
        if (length >= SHORTEST_INSIDE) take(word)
      })
    }
    for (const sound of sounds) {
      for (let from = 0; from + SHORTEST_INSIDE <= sound.length; from += 1) {
        this.#sounds.beginnings(sound.slice(from), SHORTEST_INSIDE, take)
      }
    }
    return found.list()
  }

  #addForms(word: NameWord): void {
    if (word.script === 'arabic') {
      push(this.#arabic, arabicKey(word.text), word)
      return
    }
    const forms = formsOf(word.text, word.script)
    for (const form of forms) this.#addStem({ ...form, word })
    this.#sounds.add(word, forms)
    const loose = looseWord(word.text)
    if (loose !== word.text) for (const form of formsOf(loose, word.script)) this.#addStem({ ...form, word })
  }

  #addStem(stem: Stem): void {
    this.#stems.add(stem.stem, stem)
    this.#longestStem = Math.max(this.#longestStem, stem.stem.length)
    if (stem.word.text.length >= SHORTEST_NEAR && stem.stem.length >= SHORTEST_NEAR_STEM) {
      this.#near.add(stem.stem, stem)
    }
  }

  #search(raw: string): readonly WordMatch[] {
    const found = new Findings()
    const isCapital = beginsCapital(raw)
    const folded = foldWord(raw)
    this.#read(folded, raw, isCapital, found)
    if (raw.length <= LONGEST_INSIDE) {
      for (const reading of disguisedReadings(raw)) this.#readForms(reading, isCapital, found, 'broken')
    }
    if (!ONE_PIECE.test(raw)) {
      for (const piece of piecesOf(raw)) {
        this.#read(foldWord(piece), piece, beginsCapital(piece) || isCapital, found)
      }
    }
    if (isCapital && !found.isSure()) this.#readMisspelt(folded, found)
    return found.list()
  }

  /** All that a word may be but misspelt. */
  #read(folded: string, raw: string, isCapital: boolean, found: Findings): void {
    const script = scriptOf(folded)
    if (script === 'arabic' && isArabicFunctionWord(raw, folded)) {
      // A place may be called "the house on the hill": the word is part of that, and nothing by itself.
      const exact = this.#exact.get(folded)
      if (exact) found.add(exact, 'exact', false)
      return
    }
    this.#readForms(folded, isCapital, found)
    if (script === 'arabic') {
      for (const reading of arabicReadings(folded)) {
        for (const word of this.#arabic.get(reading) ?? []) found.add(word, 'inflected', true)
      }
      return
    }
    if (script === 'other' && LETTERS.test(folded)) this.#readRun(folded, raw, found)
    const loose = looseWord(folded)
    if (loose !== folded) this.#readForms(loose, isCapital, found, 'spelled')
    this.#sounds.match(folded, script, isCapital, (word) =>
      found.add(word, 'spelled', isCapital || isSureWhenSmall(word, SHORTEST_UNCAPITALISED)),
    )
  }

  /** The word as it is, and as a stem with an ending. */
  #readForms(folded: string, isCapital: boolean, found: Findings, why?: MentionReason): void {
    const exact = this.#exact.get(folded)
    if (exact) {
      found.add(
        exact,
        why ?? 'exact',
        isCapital || /\d/.test(folded) || isSureWhenSmall(exact, SHORTEST_PIECE),
      )
    }
    this.#stems.forEach(folded, LONGEST_ENDING, ({ word, endings }, length) => {
      if (!endings.has(folded.slice(length))) return
      found.add(word, why ?? 'inflected', isCapital || isSureWhenSmall(word, SHORTEST_UNCAPITALISED))
    })
  }

  /** Names in a run of Chinese, Japanese, Thai and the like, where nothing parts the words. */
  #readRun(folded: string, raw: string, found: Findings): void {
    for (let from = 0; from < folded.length; from += 1) {
      const ahead = folded.slice(from, from + this.#longestStem)
      this.#stems.forEach(ahead, ahead.length, ({ word }, length) => {
        if (word.script !== 'other' || length !== word.text.length) return
        found.add(word, 'exact', true, raw.length === folded.length ? [from, from + length] : undefined)
      })
    }
  }

  #readMisspelt(folded: string, found: Findings): void {
    if (this.#near.size === 0 || folded.length < SHORTEST_NEAR_STEM - 1 || isCommonWord(folded)) return
    const shortest = Math.max(SHORTEST_NEAR_STEM - 1, folded.length - LONGEST_ENDING)
    const longest = Math.min(folded.length, this.#longestStem + 1)
    this.#near.forEach(folded, shortest, longest, ({ stem, endings, word }, length) => {
      const ending = folded.slice(length)
      const isForm = endings.has(ending) || (ending === '' && word.script === 'latin')
      const beginning = folded.slice(0, length)
      if (isForm && beginsAlike(stem, beginning) && isNear(stem, beginning)) found.add(word, 'misspelt', true)
    })
  }
}

/** What a word may be, each protected word once. */
class Findings {
  #byWord: Map<NameWord, WordMatch> | null = null

  add(word: NameWord, why: MentionReason, isSure: boolean, at?: readonly [number, number]): void {
    this.#byWord ??= new Map()
    const before = this.#byWord.get(word)
    if (before !== undefined && (before.isSure || !isSure)) return
    const match = { word, why: word.isCommon ? ('common-word' as const) : why, isSure }
    this.#byWord.set(word, at === undefined ? match : { ...match, at })
  }

  /** Is one of them a mention by itself? */
  isSure(): boolean {
    return this.#byWord?.values().some((match) => match.isSure && match.word.alone !== null) ?? false
  }

  list(): readonly WordMatch[] {
    return this.#byWord === null ? NOTHING : [...this.#byWord.values()]
  }
}

/** In small letters an ordinary word is a word, and so is what looks like a form of a short name. */
const isSureWhenSmall = (word: NameWord, shortest: number): boolean =>
  !word.isCommon && word.text.length >= shortest

function formsOf(text: string, script: Script): readonly StemForms[] {
  if (script === 'cyrillic') return russianForms(text)
  return [{ stem: text, endings: /[aeiouy]$/.test(text) ? ENDINGS_AFTER_VOWEL : LATIN_ENDINGS }]
}

/** First letters are seldom mistaken, and "Италия" is not "Виталия"; of a long name they may be. */
function beginsAlike(stem: string, beginning: string): boolean {
  return stem[0] === beginning[0] || stem.length >= LONG_STEM
}

const ONE_PIECE = /^(?:[A-Z]?[a-z]+|[А-ЯЁ]?[а-яё]+|[A-Z]+|[А-ЯЁ]+)$/
const LETTERS = /\p{L}/u
const CASED = /\p{Lu}|\p{Lt}/u
const SMALL = /\p{Ll}/u

/** Begins with a capital, or is of a script that has none. */
function beginsCapital(raw: string): boolean {
  const first = String.fromCodePoint(raw.codePointAt(0) ?? 0)
  return CASED.test(first) || !SMALL.test(first)
}

/** "IvanPetrov", "petrov1985", "d'Ivan": words joined by capitals, digits or an apostrophe. */
function piecesOf(raw: string): readonly string[] {
  const pieces = raw
    .split(/[\p{N}'’ʼ‘`´′]+|(?<=\p{Ll})(?=\p{Lu})/u)
    .filter((piece) => piece.length >= SHORTEST_PIECE)
  return pieces.length === 1 && pieces[0] === raw ? [] : pieces
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
