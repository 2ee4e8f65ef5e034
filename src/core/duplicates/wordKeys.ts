/**
 * Words as keys that agree across scripts and cases: the consonants of their sound, endings gone. Грозный, Грозного and
 * Grozny share one, and so do دمشق and Dimashq. Rough on purpose: a key that two words share is a hint, weighed by how
 * rare it is among all records (DuplicateIndex.ts).
 */
import { foldText } from '../foldText.ts'
import { arabicKey } from '../redaction/mentions/arabicForms.ts'
import { scriptOf } from '../redaction/mentions/foldWord.ts'
import { soundOfCyrillic, soundsOfLatin } from '../redaction/mentions/soundForms.ts'

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const SHORTEST_WORD = 3
/** More of a word tells its case and number, not what it is. */
const LONGEST_KEY = 6
/** Fewer consonants are too many words: such a word is known by its whole sound. */
const FEWEST_CONSONANTS = 2

const OF_ARABIC: Readonly<Record<string, string>> = {
  ...{ ب: 'b', ت: 't', ث: 't', ح: 'h', خ: 'h', د: 'd', ذ: 'd', ر: 'r', ز: 'z', س: 's', ش: 's' },
  ...{ ص: 's', ض: 'd', ط: 't', ظ: 'd', غ: 'g', ف: 'f', ق: 'k', ك: 'k', ل: 'l', م: 'm', ن: 'n' },
  // Read as consonants in some words and as vowels in others: a key does without them.
  ...{ ا: '', ج: '', ع: '', و: '', ي: '', ه: '' },
}

/** Russian endings with a consonant in them, in sounds; longest first. */
const CYRILLIC_ENDING = /(?:ogo|ego|omu|emu|imi|ami|ih|ah|im|am|om|em)$/
const SHORTEST_STEM = 4

/** Numbers the keys of words. Remembers words: those of a log come again and again. */
export class WordKeys {
  readonly #ofWord = new Map<string, number>()
  readonly #ofKey = new Map<string, number>()

  /** The numbers of a text's keys, in order, each once. */
  of(text: string): Uint32Array {
    const words = foldText(text).match(WORD) ?? []
    const numbers = new Uint32Array(words.length)
    let count = 0
    for (const word of words) {
      if (word.length < SHORTEST_WORD) continue
      numbers[count] = this.#ofWord.get(word) ?? this.#add(word)
      count += 1
    }
    return eachOnce(numbers.subarray(0, count).sort())
  }

  #add(word: string): number {
    const key = wordKey(word)
    const number = this.#ofKey.get(key) ?? this.#ofKey.size
    this.#ofKey.set(key, number)
    this.#ofWord.set(word, number)
    return number
  }
}

function eachOnce(sorted: Uint32Array): Uint32Array {
  let count = 0
  for (const number of sorted) {
    if (count > 0 && sorted[count - 1] === number) continue
    sorted[count] = number
    count += 1
  }
  return sorted.slice(0, count)
}

/** The key of one folded word. */
export function wordKey(folded: string): string {
  const script = scriptOf(folded)
  if (script === 'arabic') {
    const consonants = [...arabicKey(folded)].map((letter) => OF_ARABIC[letter] ?? letter).join('')
    return skeleton(consonants, folded)
  }
  if (script === 'cyrillic') return skeleton(stemOf(soundOfCyrillic(folded)), folded)
  if (script !== 'latin') return folded
  const [sound = folded] = soundsOfLatin(folded)
  return skeleton(sound, folded)
}

function stemOf(sound: string): string {
  const stem = sound.replace(CYRILLIC_ENDING, '')
  return stem.length >= SHORTEST_STEM ? stem : sound
}

/** Letters that one alphabet keeps apart and another does not have: g and h, p and b, z and s; v and f are often vowels. */
const LIKE: Readonly<Record<string, string>> = { g: 'h', p: 'b', z: 's', c: 's' }

function skeleton(sound: string, folded: string): string {
  const consonants = sound
    .replace(/[aeiouvfw]/g, '')
    .replace(/[gpzc]/g, (letter) => LIKE[letter] ?? letter)
    .replace(/(.)\1+/g, '$1')
  if (consonants.length < FEWEST_CONSONANTS) return sound === '' ? folded : sound
  return consonants.slice(0, LONGEST_KEY)
}
