/**
 * Names by their sound (soundForms.ts), to meet a name across alphabets and schemes of transliteration. Filed under the
 * sound of a stem without its last vowels, which change with the case; what is found there is compared in full, against
 * forms made only when they are asked for.
 */
import type { Script } from './foldWord.ts'
import type { NameWord } from './nameWords.ts'
import { russianForms, type StemForms } from './russianForms.ts'
import { StemTable } from './StemTable.ts'
import { cyrillicGuess, soundOfCyrillic, soundsOfLatin } from './soundForms.ts'

interface Entry {
  readonly word: NameWord
  readonly forms: readonly StemForms[]
  /** Sounds of the name as given, where it is in Latin letters. */
  readonly own: ReadonlySet<string>
  /** Sounds of all its forms; made when first asked for. */
  inflected: ReadonlySet<string> | null
}

/** Sounds as long as the longest case ending. */
const LONGEST_SOUND_ENDING = 5
const SHORTEST_KEY = 2
/** "The" sounds like "Тэ": sounds this short count for words as short as they are. */
const SHORTEST_SOUND = 3
/** Shorter names in Latin letters are not met in other Latin spellings: too many words sound like them. */
const SHORTEST_LATIN_VARIANT = 4
const LONGEST_CASE = 3
const SLAVIC =
  /(?:[oe]v|[iy]n|[oe]va|[iy]na|sk(?:[iyj]{1,2}|aya|aia|a|oi|oy)|enko|[cč]h?uk|vi[cč]h?|vna|off|eff)$/
const TRAILING = /[aeiou]+$/

export class SoundIndex {
  readonly #all = new StemTable<Entry>()
  /** Names in Latin letters alone: Cyrillic words meet Cyrillic names by their spelling. */
  readonly #latin = new StemTable<Entry>()

  /** Files a name in Cyrillic or Latin letters; others have no sound here. */
  add(word: NameWord, forms: readonly StemForms[]): void {
    if (word.script === 'cyrillic') {
      const all = [...forms, ...[...word.readings].flatMap(russianForms)]
      this.#file({ word, forms: all, own: new Set(), inflected: null })
    } else if (word.script === 'latin') {
      const guessed = russianForms(cyrillicGuess(word.text))
      const own = new Set(soundsOfLatin(word.text))
      const entry: Entry = { word, forms: guessed, own, inflected: null }
      this.#file(entry)
      for (const sound of own) this.#fileUnder(keyOf(sound), entry)
    }
  }

  /** Names that sound like a folded word of this script, the script's own spelling apart. */
  match(folded: string, script: Script, isCapital: boolean, found: (word: NameWord) => void): void {
    if (script !== 'cyrillic' && script !== 'latin') return
    const table = script === 'cyrillic' ? this.#latin : this.#all
    if (table.size === 0 || (!isCapital && folded.length <= SHORTEST_LATIN_VARIANT)) return
    const sounds = script === 'cyrillic' ? [soundOfCyrillic(folded)] : soundsOfLatin(folded)
    for (const sound of sounds) {
      if (sound.length < SHORTEST_SOUND && folded.length > sound.length) continue
      table.forEach(sound, LONGEST_SOUND_ENDING, (entry) => {
        if (soundsLike(entry, sound, script)) found(entry.word)
      })
    }
  }

  /** Names in Cyrillic or Latin letters of which the sound begins a Latin one, whatever follows. */
  beginnings(sound: string, shortest: number, found: (word: NameWord) => void): void {
    this.#all.forEach(sound, sound.length, (entry, length) => {
      if (length >= shortest) found(entry.word)
    })
  }

  #file(entry: Entry): void {
    for (const { stem } of entry.forms) this.#fileUnder(keyOf(soundOfCyrillic(stem)), entry)
  }

  #fileUnder(key: string, entry: Entry): void {
    this.#all.add(key, entry)
    if (entry.word.script === 'latin') this.#latin.add(key, entry)
  }
}

/** Latin words are other spellings of Latin names too; of Slavic ones in every case. */
function soundsLike(entry: Entry, sound: string, script: 'cyrillic' | 'latin'): boolean {
  const { word } = entry
  if (script === word.script && (script === 'cyrillic' || sound.length < SHORTEST_LATIN_VARIANT)) return false
  if (entry.own.has(sound)) return true
  if (script === 'latin' && word.script === 'latin' && !SLAVIC.test(word.text)) return false
  entry.inflected ??= inflectedSounds(entry.forms)
  return entry.inflected.has(sound)
}

function inflectedSounds(forms: readonly StemForms[]): ReadonlySet<string> {
  const sounds = new Set<string>()
  for (const { stem, endings } of forms) {
    for (const ending of endings)
      if (ending.length <= LONGEST_CASE) sounds.add(soundOfCyrillic(stem + ending))
  }
  return sounds
}

function keyOf(sound: string): string {
  const bare = sound.replace(TRAILING, '')
  return bare.length < SHORTEST_KEY ? sound : bare
}
