/**
 * Arabic names in Latin letters: خديجة المنصوري as "Khadija al-Mansouri", "Khadijah El Mansoury". Arabic is written
 * without most of its vowels, and every country spells those it hears in its own way: what all spellings share is the
 * consonants. These alone are many a word ("Monsieur" is as good as "Mansouri"), so that two names of one person must
 * stand side by side. Those of a place must be neighbours in it too, and where a line ends between them they must be in
 * their order and longer: two cells of a table ("… Kinshasa" above "Death threat") are read together by chance in every
 * large log.
 */
import { ARABIC_PARTICLES, arabicKey } from './arabicForms.ts'
import { foldWord, scriptOf } from './foldWord.ts'
import type { MentionSpan, MentionToken } from './mentionSpan.ts'
import type { WordPlace } from './scanWords.ts'

/** A name in Arabic letters by its parts, as the log has them. */
export interface ArabicName {
  readonly parts: readonly string[]
  readonly token: MentionToken
}

/** Vowels, half-vowels and the glottal sounds are left out. */
const OF_ARABIC: Readonly<Record<string, string>> = {
  ...{
    ب: 'b',
    پ: 'b',
    ت: 't',
    ث: 't',
    ج: 'j',
    چ: 'j',
    ح: 'h',
    خ: 'k',
    د: 'd',
    ذ: 'd',
    ر: 'r',
    ز: 'z',
    ژ: 'z',
  },
  ...{ س: 's', ش: 's', ص: 's', ض: 'd', ط: 't', ظ: 'z', غ: 'j', ف: 'f', ڤ: 'f', ق: 'k', ك: 'k', گ: 'k' },
  ...{ ل: 'l', م: 'm', ن: 'n', ه: 'h' },
}

/** Several letters for one sound, then letters for one: "Djamila" and "Gamila", "Qasim" and "Kassem". */
const OF_LATIN: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'k'],
  [/gh|dj|g/g, 'j'],
  [/sch|sh|ch/g, 's'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/[qc]/g, 'k'],
  [/p/g, 'b'],
  [/v/g, 'f'],
  [/[^bdfhjklmnrstz]/g, ''],
]

/** Two names with fewer consonants together are too many words. */
const FEWEST_CONSONANTS = 5
const FEWEST_OVER_LINES = 6
/** Between two names: spaces and hyphens, and a particle that is not written large. */
const LONGEST_GAP = 3
const GAP = /^[\s'’ʼ-]*$/u
const NEW_LINE = /[\n\r\u2028\u2029]/u
const PARTICLES: ReadonlySet<string> = new Set(
  'al el ul as ash ar ad an at az bin ben ibn bint abu abou abd abdel abdul'.split(' '),
)
const CAPITAL = /^[\p{Lu}\p{Lt}]/u
/** The servant of: one word with what follows, the article inside or swallowed. */
const SERVANT = 'عبد'

interface Part {
  readonly name: ArabicName
  readonly at: number
}

export class RomanisedArabic {
  readonly #parts = new Map<string, Part[]>()

  constructor(names: readonly ArabicName[]) {
    for (const name of names) {
      for (const [at, part] of name.parts.entries()) {
        const consonants = consonantsOfArabic(part)
        this.#add(consonants, { name, at })
        const before = name.parts[at - 1]
        if (before === SERVANT) for (const joint of ['bd', 'bdl']) this.#add(joint + consonants, { name, at })
      }
    }
  }

  /** Two neighbours and more among the words of a text that are names of one person. */
  find(text: string, words: readonly WordPlace[]): MentionSpan[] {
    const spans: MentionSpan[] = []
    for (const [index, word] of words.entries()) {
      const first = this.#partsOf(word)
      if (first.length === 0) continue
      const next = nextName(text, words, index)
      const second = next === null ? [] : this.#partsOf(next)
      if (next === null) continue
      const consonants = consonantsOfLatin(word.raw).length + consonantsOfLatin(next.raw).length
      if (consonants < FEWEST_CONSONANTS) continue
      const between = { consonants, isOneLine: !NEW_LINE.test(text.slice(word.end, next.start)) }
      const pair = first.find((one) => second.some((two) => areTogether(one, two, between)))
      if (pair === undefined) continue
      spans.push({ start: word.start, end: next.end, token: pair.name.token, why: 'spelled' })
    }
    return spans
  }

  #add(consonants: string, part: Part): void {
    if (consonants === '') return
    const known = this.#parts.get(consonants)
    if (known === undefined) this.#parts.set(consonants, [part])
    else known.push(part)
  }

  #partsOf({ raw }: WordPlace): readonly Part[] {
    return CAPITAL.test(raw) ? (this.#parts.get(consonantsOfLatin(raw)) ?? []) : []
  }
}

interface Between {
  /** Of both words. */
  readonly consonants: number
  readonly isOneLine: boolean
}

/** May two words that stand side by side be these two parts of one name? */
function areTogether(one: Part, two: Part, { consonants, isOneLine }: Between): boolean {
  if (one.name !== two.name || one.at === two.at) return false
  if (one.name.token !== '[place]') return true
  if (isOneLine) return areNeighbours(one.name, Math.min(one.at, two.at), Math.max(one.at, two.at))
  return consonants >= FEWEST_OVER_LINES && one.at < two.at && areNeighbours(one.name, one.at, two.at)
}

/** Is nothing between two parts but what is joined to a name in Latin letters, or left out? */
const areNeighbours = ({ parts }: ArabicName, first: number, last: number): boolean =>
  parts.slice(first + 1, last).every((part) => part === SERVANT || ARABIC_PARTICLES.has(foldWord(part)))

/** The next word that is no particle, where nothing but spaces and hyphens stands before it. */
function nextName(text: string, words: readonly WordPlace[], index: number): WordPlace | null {
  let before = words[index]
  for (let at = index + 1; at <= index + LONGEST_GAP; at += 1) {
    const word = words[at]
    if (word === undefined || before === undefined || !GAP.test(text.slice(before.end, word.start)))
      return null
    if (!PARTICLES.has(word.raw.toLowerCase())) return word
    before = word
  }
  return null
}

function consonantsOfArabic(part: string): string {
  const key = arabicKey(foldWord(part))
  return levelled([...key].map((letter) => OF_ARABIC[letter] ?? '').join(''))
}

function consonantsOfLatin(raw: string): string {
  const folded = foldWord(raw)
  if (scriptOf(folded) !== 'latin') return ''
  // "al-Mansouri" may come as one word.
  const bare = folded.replace(/^(?:al|el)[-'’](?=.{3})/u, '')
  // The vowels keep letters apart until the pairs are read: "Khadija" has no "dj".
  return levelled(OF_LATIN.reduce((word, [pattern, by]) => word.replace(pattern, by), bare))
}

/** Doubled letters are heard once; an h at the end is spelling. */
const levelled = (consonants: string): string => consonants.replace(/(.)\1+/g, '$1').replace(/h$/, '')
