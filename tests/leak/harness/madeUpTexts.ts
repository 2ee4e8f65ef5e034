/**
 * Made-up texts in several scripts and of many lengths, of two sorts: *names*, which stand for people and places that a
 * text may name, and *texts*, which stand for everything else that is protected.
 *
 * Whoever looks for names also finds them inflected, transliterated and misspelt. No name here may be taken for another
 * one or for a word of a text: words are code words, any two of which differ in four syllables or more, and the
 * syllables of texts are none of names.
 */
import type { Random } from '../../support/vault/random.ts'

/** Prime, so that the check syllables tell all words apart. */
const SYLLABLES = 23
const spelled = (syllables: string): readonly string[] => syllables.split(' ')

const NAMES: readonly (readonly string[])[] = [
  spelled('ka to mi ne su ra po di ve lu ga bo zi fe tu ha jo ri ce nu ma go ti'),
  spelled('ка то ми не су ра по ди ве лу га бо зи фе ту ха жо ри це ну ма го ти'),
  spelled('ما نو كي شا رم دس جو زن تر خا حد سم غن ضو طر ظن صد عم قر هن ثم ذر شق'),
]
const TEXTS: readonly (readonly string[])[] = [
  spelled('qux vzy xhy zjy wyx kvy jyq gzy ýxy øqe bvy ghy ptý mzx tlý ksø ndý rxy syq hyø wøq pzý yqy'),
  spelled('жвы цхы щюк ъэл фцы мхэ ёйз чгы дзю бхи выэ їґє шпы рхэ нью тлы квю гжы сцэ лщы пфы йхы ыэю'),
  spelled('ظغ ثخ ذض غژ صظ خڤ ضث ئظ ژچ پغ گظ چخ ڤض ظث غذ خظ ضژ ثغ ذچ صگ ئڤ پژ چظ'),
  spelled('ჟღ ჭყ ძხ წჯ ჰფ ღვ შჟ ცძ ყჭ ხჰ ჯწ ფღ ვჟ ჩძ თჭ კწ ლჯ მჰ ნყ პღ რხ სჯ ტფ'),
  spelled('鑫 龘 彧 彥 曌 鼐 燚 垚 淼 犇 骉 羴 鱻 麤 飍 雥 贔 矗 馫 灥 畾 囍 嚞'),
]

/** A code word: four syllables by chance and three that follow from them. */
function wordOf(syllables: readonly string[], [a, b, c, d]: Drawn): string {
  const checks = [a + b + c + d, a + 2 * b + 3 * c + 4 * d, a + 4 * b + 9 * c + 16 * d]
  const word = [a, b, c, d, ...checks].map((place) => syllables[place % SYLLABLES] ?? '').join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}

type Drawn = readonly [number, number, number, number]

const drawn = (random: Random): Drawn => [
  random.below(SYLLABLES),
  random.below(SYLLABLES),
  random.below(SYLLABLES),
  random.below(SYLLABLES),
]

interface Used {
  readonly words: Set<string>
  /** Parity of the first syllable. */
  readonly half: 0 | 1
}
const usedBy = new WeakMap<Random, Used>()

/** From now on this source of chance draws names that no other one draws. */
export function drawOtherNames(random: Random): void {
  usedBy.set(random, { words: new Set(), half: 1 })
}

/** A word that the same source of chance has not drawn before, in any script. */
function freshWord(syllables: readonly string[], random: Random): string {
  const used = usedBy.get(random) ?? { words: new Set(), half: 0 }
  usedBy.set(random, used)
  for (;;) {
    const word = drawn(random)
    const key = word.join()
    if (word[0] % 2 !== used.half || used.words.has(key)) continue
    used.words.add(key)
    return wordOf(syllables, word)
  }
}

/** A name of two or three words in one script. */
export function madeUpName(random: Random): string {
  const syllables = random.pick(NAMES)
  return Array.from({ length: 2 + random.below(2) }, () => freshWord(syllables, random)).join(' ')
}

/** A text of one to eight words, mostly few, each in a script of its own, of another length than the one given. */
export function madeUpText(random: Random, unlike = ''): string {
  for (;;) {
    const words = Array.from({ length: 1 + random.below(random.chance(0.2) ? 8 : 3) }, () =>
      wordOf(random.pick(TEXTS), drawn(random)),
    )
    const text = words.join(' ')
    if (text.length !== unlike.length) return text
  }
}
