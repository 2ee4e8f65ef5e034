/**
 * A word as it is compared: {@link foldText} with the signs inside it gone. Words that mix alphabets or hide digits
 * among letters ("Ивaнов", "П3тров") are read as if every character were of one alphabet, each in turn, since
 * letters that look alike are the cheapest disguise. Look-alikes of rarer scripts are those of Unicode's confusables.
 */
import unhomoglyph from 'unhomoglyph'
import { foldText } from '../../foldText.ts'
import { simplifiedHan } from './hanVariants.ts'

/** Cyrillic letters by the Latin letters and digits that look like them; case matters, since "H" is Н and "h" is not. */
const CYRILLIC_LOOKALIKES = new Map(
  Object.entries({
    ...{
      a: 'а',
      A: 'А',
      B: 'В',
      b: 'ь',
      c: 'с',
      C: 'С',
      e: 'е',
      E: 'Е',
      H: 'Н',
      h: 'н',
      i: 'і',
      I: 'І',
      j: 'ј',
    },
    ...{
      k: 'к',
      K: 'К',
      m: 'м',
      M: 'М',
      n: 'п',
      o: 'о',
      O: 'О',
      p: 'р',
      P: 'Р',
      r: 'г',
      s: 'ѕ',
      S: 'Ѕ',
      t: 'т',
    },
    ...{ T: 'Т', u: 'и', x: 'х', X: 'Х', y: 'у', Y: 'У', 0: 'О', 3: 'З', 4: 'Ч', 6: 'б', 8: 'В' },
  }),
)
const LATIN_LOOKALIKES = new Map(
  Object.entries({
    ...{
      а: 'a',
      А: 'A',
      В: 'B',
      с: 'c',
      С: 'C',
      е: 'e',
      Е: 'E',
      Н: 'H',
      і: 'i',
      І: 'I',
      ј: 'j',
      Ј: 'J',
      к: 'k',
    },
    ...{
      К: 'K',
      м: 'm',
      М: 'M',
      п: 'n',
      о: 'o',
      О: 'O',
      р: 'p',
      Р: 'P',
      г: 'r',
      ѕ: 's',
      Ѕ: 'S',
      Т: 'T',
      т: 't',
    },
    ...{ и: 'u', х: 'x', Х: 'X', у: 'y', У: 'Y', ԁ: 'd', ԛ: 'q', ԝ: 'w', һ: 'h', ӏ: 'l', ѵ: 'v' },
    ...{ 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't' },
  }),
)

const CYRILLIC = /\p{Script=Cyrillic}/u
const LATIN = /\p{Script=Latin}/u
const ARABIC = /\p{Script=Arabic}/u
const ONE_ALPHABET = /^(?:[A-Za-z]+|[А-Яа-яЁё]+|[\u0600-\u06ff]+|[0-9]+)$/
const ALL_LOOKALIKES = new RegExp(
  `^(?:[${[...CYRILLIC_LOOKALIKES.keys()].join('')}]{4,}|[${[...LATIN_LOOKALIKES.keys()].join('')}]{4,})$`,
)
const NONE: readonly string[] = []
/** Shorter words of one alphabet are what they seem: "Сам" is no "Cam". */
const SHORTEST_WHOLE = 4
const PURE = /^(?:[a-z]+|[а-я]+)$/
const SIGNS = /[^\p{L}\p{N}]+/gu

export type Script = 'cyrillic' | 'latin' | 'arabic' | 'other'

/** Letters and digits of a word, folded; й stays apart from и. */
export function foldWord(raw: string): string {
  const lower = raw.toLowerCase()
  if (PURE.test(lower)) return lower
  return simplifiedHan(foldText(raw)).replace(SIGNS, '')
}

/** The script of a folded word's letters; Latin and Cyrillic together count as Cyrillic. */
export function scriptOf(folded: string): Script {
  if (CYRILLIC.test(folded)) return 'cyrillic'
  if (LATIN.test(folded)) return 'latin'
  return ARABIC.test(folded) ? 'arabic' : 'other'
}

/**
 * Other readings of a disguised word, folded: all of it in Cyrillic, all of it in Latin. Empty for a word of one
 * alphabet, save for Latin words of which every letter could be a Cyrillic one ("POMAH").
 */
export function disguisedReadings(raw: string): readonly string[] {
  if (ONE_ALPHABET.test(raw) && !ALL_LOOKALIKES.test(raw)) return NONE
  const scripts = [CYRILLIC, LATIN, /[^\p{Script=Cyrillic}\p{Script=Latin}\P{L}]/u, /\d/].filter((each) =>
    each.test(raw),
  )
  if (scripts.length === 0) return []
  if (scripts.length === 1) {
    if (raw.length < SHORTEST_WHOLE) return []
    const whole = LATIN.test(raw) ? inCyrillic(raw) : CYRILLIC.test(raw) ? inLatin(raw) : ''
    return whole === '' ? [] : [foldWord(whole)]
  }
  if (!/\p{L}/u.test(raw)) return []
  return [...new Set([inCyrillic(raw), inLatin(raw)])].filter((text) => text !== '').map(foldWord)
}

/** Every character by the Cyrillic letter it is or looks like; empty when one does not. */
function inCyrillic(raw: string): string {
  return spelled(raw, CYRILLIC, CYRILLIC_LOOKALIKES)
}

function inLatin(raw: string): string {
  return spelled(raw, LATIN, LATIN_LOOKALIKES)
}

function spelled(raw: string, script: RegExp, lookalikes: ReadonlyMap<string, string>): string {
  let text = ''
  for (const char of raw.normalize('NFKC')) {
    if (script.test(char) || !/[\p{L}\p{N}]/u.test(char)) text += char
    else {
      const found = lookalikes.get(char) ?? lookalikes.get(unhomoglyph(char)) ?? latinOf(char, script)
      if (found === '') return ''
      text += found
    }
  }
  return text
}

/** The Latin letter that a letter of a rarer script looks like, where Latin is asked for. */
function latinOf(char: string, script: RegExp): string {
  const shown = unhomoglyph(char)
  return script === LATIN && /^\p{Script=Latin}$/u.test(shown) ? shown : ''
}

/** Letters that other spellings of a name have in place of Russian ones. */
const LOOSE: Readonly<Record<string, string>> = { э: 'е', і: 'и', ї: 'и', є: 'е', ґ: 'г', ў: 'у' }

/** The word without doubled letters, and э as е, і as и: "Бузакка" and "Бузака", "Мэтью" and "Метью". */
export function looseWord(folded: string): string {
  if (folded.length < SHORTEST_LOOSE || !IS_LOOSE.test(folded)) return folded
  return folded.replace(/(.)\1+/gu, '$1').replace(/[эіїєґў]/gu, (each) => LOOSE[each] ?? each)
}

const SHORTEST_LOOSE = 5
const IS_LOOSE = /(.)\1|[эіїєґў]/u
