/**
 * The words that protected names are made of, each once, with what it gives away: some betray somebody by themselves
 * (a surname), some only with the words after them (a street and its number).
 */

import { isCommonWord } from './commonWords.ts'
import { foldWord, type Script, scriptOf } from './foldWord.ts'
import type { MentionToken } from './mentionSpan.ts'
import { scanWords } from './scanWords.ts'

export interface NameWord {
  readonly text: string
  readonly script: Script
  /** Also an ordinary word: a mention only where it is capitalised. */
  readonly isCommon: boolean
  /** Must be the whole word as it is: code names, words under three letters, numbers. */
  isWhole: boolean
  /** What it is by itself; null when it is part of phrases only. */
  alone: MentionToken | null
  /** Other readings that its spelling in other alphabets may go back to: "Ёлкин" is Yolkin, not Elkin. */
  readonly readings: Set<string>
  /** Phrases that begin with it, by their second word. */
  readonly phrases: Map<NameWord, Phrase[]>
}

/** Several words in a row that are a mention together. Begins at the word that holds it. */
export interface Phrase {
  readonly words: readonly NameWord[]
  readonly token: MentionToken
}

export class NameWords {
  readonly #byText = new Map<string, NameWord>()

  /** A word that is a mention by itself; `isWhole` for code names. */
  addWord(raw: string, token: MentionToken, isWhole = false): void {
    const text = foldWord(raw)
    if (text === '') return
    const word = this.#word(text)
    word.alone ??= token
    if (!isWhole && !isShort(text)) word.isWhole = false
    const spoken = foldWord(raw.normalize('NFC').replace(/[ёЁ]/g, 'о')).replace(/ев(а?)$/, 'ов$1')
    if (spoken !== text) word.readings.add(spoken)
  }

  /** Words that are a mention in a row; one word alone is one by itself. */
  addPhrase(value: string, token: MentionToken, isWhole = false): void {
    const scanned = scanWords(value)
    const [first, ...others] = scanned
    if (first === undefined) return
    if (others.length === 0) {
      this.addWord(first.raw, token, isWhole)
      return
    }
    const words = scanned.map((place) => foldWord(place.raw))
    const list = words.map((text) => {
      const word = this.#word(text)
      if (!isWhole && !isShort(text)) word.isWhole = false
      return word
    })
    const [start, second] = list
    if (start === undefined || second === undefined) return
    const phrases = start.phrases.get(second) ?? []
    start.phrases.set(second, [...phrases, { words: list, token }])
  }

  /** All of them. */
  all(): IterableIterator<NameWord> {
    return this.#byText.values()
  }

  /** What is a mention, words of a phrase with one space between. */
  *values(): Generator<string> {
    for (const word of this.#byText.values()) {
      if (word.alone !== null) yield word.text
      for (const phrase of [...word.phrases.values()].flat())
        yield phrase.words.map((each) => each.text).join(' ')
    }
  }

  #word(text: string): NameWord {
    const known = this.#byText.get(text)
    if (known) return known
    const word: NameWord = {
      text,
      script: scriptOf(text),
      isCommon: isCommonWord(text) || isCommonWord(text.replace(/(?:ая|яя)$/, 'ый')),
      isWhole: true,
      alone: null,
      readings: new Set(),
      phrases: new Map(),
    }
    this.#byText.set(text, word)
    return word
  }
}

/** Names under three letters stand as they are, save for Russian cases ("Ян, Яна") and names of two characters. */
const isShort = (text: string): boolean =>
  text.length < (scriptOf(text) === 'cyrillic' || HAN_ONLY.test(text) ? 2 : 3) || /\d/.test(text)
const HAN_ONLY = /^\p{Script=Han}+$/u
