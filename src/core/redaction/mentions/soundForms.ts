/**
 * One rough spelling for names in Cyrillic and Latin, in which the schemes of transliteration agree: GOST, ISO 9,
 * BGN/PCGN, ICAO passports, scholarly, and plain ones as people type them. Лужков, Luzhkov, Lužkov and Luzkov are
 * "luzkov"; Щербаков, Shcherbakov, Ščerbakov and Scherbakov are "serbakov"; Юлия, Yuliya, Julia and Iulia are "ula".
 * Where a letter is read in more than one way (ch in Michail and Chubais) a word has several sounds.
 */

const OF_CYRILLIC: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ґ: 'g',
    д: 'd',
    е: 'e',
    ж: 'z',
    з: 'z',
    и: 'i',
    і: 'i',
    ї: 'i',
    й: 'i',
  },
  ...{
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ў: 'u',
    ф: 'f',
    х: 'h',
  },
  ...{
    ц: 'c',
    ч: 'c',
    ш: 's',
    щ: 's',
    ъ: '',
    ы: 'i',
    ь: '',
    э: 'e',
    ю: 'iu',
    я: 'ia',
    є: 'e',
    ј: 'i',
    ѕ: 'z',
  },
  ...{
    ә: 'a',
    ө: 'o',
    ү: 'u',
    ұ: 'u',
    қ: 'k',
    ғ: 'g',
    ң: 'n',
    һ: 'h',
    ҳ: 'h',
    ҷ: 'z',
    љ: 'li',
    њ: 'ni',
    ћ: 'c',
  },
  ...{ ђ: 'dz', џ: 'dz', ѣ: 'e', ѳ: 'f' },
}

/** The sound of a folded Cyrillic word. */
export function soundOfCyrillic(word: string): string {
  let sound = ''
  for (const letter of word) sound += OF_CYRILLIC[letter] ?? letter
  return levelled(sound)
}

/** Letters of Latin alphabets that folding does not take apart. */
const SPECIAL = /[łøßæœđðþıʹʺ]/g
const OF_SPECIAL: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', ß: 's', æ: 'e', œ: 'e', đ: 'd', ð: 'd', þ: 't', ı: 'i', ʹ: '', ʺ: '' },
}

/** Spellings of several letters that are read first, before a part of them is taken for something else. */
const LATIN_RULES: readonly (readonly [RegExp, string])[] = [
  [/off$/, 'ov'],
  [/eff$/, 'ev'],
  // In Cyrillic it is ё, which is heard as an o behind these.
  [/(?<=[sczt]h)yo/g, 'o'],
  [/shch|schtsch|chtch|stch/g, 's'],
  [/tsch|tch/g, 'č'],
]

/** Spellings that are left once the ambiguous letters are read. */
const LATER_RULES: readonly (readonly [RegExp, string])[] = [
  [/sch|sh/g, 's'],
  [/zh/g, 'z'],
  [/kh/g, 'h'],
  [/ts|tz|cz/g, 'c'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/qu?/g, 'k'],
  [/oo|ou/g, 'u'],
  [/[yj]/g, 'i'],
]

/** What a letter may be in another scheme; each doubles the sounds of a word. */
const AMBIGUOUS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ck/g, ['k', 'čk']],
  [/ch/g, ['č', 'h']],
  [/c(?![eiyz])/g, ['č', 'k']],
  [/x/g, ['ks', 'h']],
  [/w/g, ['v', 'ŭ']],
  [/ee/g, ['e', 'i']],
]
const MOST_SOUNDS = 8

/** The sounds of a folded Latin word, most likely first. */
export function soundsOfLatin(word: string): readonly string[] {
  let sounds = [word.replace(SPECIAL, (letter) => OF_SPECIAL[letter] ?? letter)]
  for (const [pattern, by] of LATIN_RULES) sounds = sounds.map((sound) => sound.replace(pattern, by))
  for (const [pattern, readings] of AMBIGUOUS) {
    if (!sounds.some((sound) => sound.search(pattern) >= 0)) continue
    sounds = sounds.flatMap((sound) => readings.map((by) => sound.replace(pattern, by)))
  }
  for (const [pattern, by] of LATER_RULES) sounds = sounds.map((sound) => sound.replace(pattern, by))
  return [...new Set(sounds.map((sound) => levelled(sound.replaceAll('č', 'c').replaceAll('ŭ', 'u'))))].slice(
    0,
    MOST_SOUNDS,
  )
}

/** Where schemes differ most: i before a vowel, doubled letters, sč for щ. */
function levelled(sound: string): string {
  const short = sound.includes('i') ? sound.replace(/i+(?=[aeiou])/g, '') : sound
  const plain = short.includes('sc') ? short.replaceAll('sc', 's') : short
  return hasDouble(plain) ? plain.replace(/(.)\1+/g, '$1') : plain
}

/** Most words have no letter twice in a row, and the expression that takes one away costs more than all the rest. */
function hasDouble(sound: string): boolean {
  for (let at = 1; at < sound.length; at += 1)
    if (sound.charCodeAt(at) === sound.charCodeAt(at - 1)) return true
  return false
}

/** A Latin spelling of a Slavic name written back in Cyrillic, near enough to know how it is declined. */
export function cyrillicGuess(word: string): string {
  let text = word.replace(SPECIAL, (letter) => OF_SPECIAL[letter] ?? letter)
  for (const [pattern, by] of BACK) text = text.replace(pattern, by)
  return text.replace(/[a-z]/g, (letter) => LETTERS_BACK[letter] ?? letter)
}

const BACK: readonly (readonly [RegExp, string])[] = [
  [/(?:iy|ii|ij|yi|yj|y)$/, 'ий'],
  [/(sk|ck|tsk)i$/, '$1ий'],
  [/(?<=[aeou])[iyj]$/, 'й'],
  [/off$/, 'ов'],
  [/eff$/, 'ев'],
  [/shch|sch/g, 'щ'],
  [/tch|ch/g, 'ч'],
  [/sh/g, 'ш'],
  [/zh/g, 'ж'],
  [/kh/g, 'х'],
  [/ts|tz/g, 'ц'],
  [/yu|iu|ju/g, 'ю'],
  [/ya|ia|ja/g, 'я'],
  [/ye|ie|je/g, 'е'],
  [/yo|jo/g, 'е'],
  [/ph/g, 'ф'],
  [/ck|q/g, 'к'],
  [/x/g, 'кс'],
]

/** Each letter that is left, by itself. */
const LETTERS_BACK: Readonly<Record<string, string>> = {
  ...{
    a: 'а',
    b: 'б',
    c: 'ц',
    d: 'д',
    e: 'е',
    f: 'ф',
    g: 'г',
    h: 'х',
    i: 'и',
    j: 'й',
    k: 'к',
    l: 'л',
    m: 'м',
  },
  ...{ n: 'н', o: 'о', p: 'п', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', w: 'в', y: 'ы', z: 'з' },
}
