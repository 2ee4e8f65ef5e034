/**
 * Where somebody is or drives, whoever it is: coordinates in their many writings, number plates. On the folded copy
 * (foldedCopy.ts): small letters, digits 0–9, no marks.
 */
import type { MentionPattern } from './mentionPattern.ts'

const START = String.raw`(?<![\p{L}\p{N}])`
const END = String.raw`(?![\p{L}\p{N}])`

/** Letters of Russian plates: those that look like Latin ones, in either alphabet. */
const PLATE = '[авекмнорстухabekmhopctyx]'

const SMALL_WORDS: ReadonlySet<string> = new Set(
  `of to in on at by he we it is as an or if so no up us my me do go be am de en la el lo le un tu se su ya al es si du
  au et il ne ou va на по до за из от он мы вы их не но ко со во об да то бы ни же им ее её`.split(/\s+/),
)

/** "the winter of 2018 to 2019", "in 2017 he": small words and a year, in a form that some plates have. */
function isWordsAroundNumber(found: string): boolean {
  const [before = '', number = '', after = ''] = found.split(/\s/)
  const isYear = /^(?:19|20)\d{2}$/.test(number)
  const words = [before, after].filter((word) => SMALL_WORDS.has(word)).length
  return words === 2 || (isYear && words === 1)
}

export const PLATE_PATTERNS: readonly MentionPattern[] = [
  {
    token: '[plate]',
    pattern: new RegExp(
      String.raw`${START}${PLATE}\s?\d{3}\s?${PLATE}{2}(?:\s?\/?\s?\d{2,3}(?:\s?rus)?)?${END}`,
      'gu',
    ),
  },
  { token: '[plate]', pattern: new RegExp(String.raw`${START}${PLATE}{2}\s?\d{3,4}\s?\d{2,3}${END}`, 'gu') },
  {
    token: '[plate]',
    pattern: new RegExp(String.raw`${START}\d{4}\s?${PLATE}{2}\s?[-\s]?\d{1,3}${END}`, 'gu'),
  },
  // Ukrainian, Belarusian, French, Italian and kin: AA 1234 BB, AB-123-CD, 1234 AB-7.
  {
    token: '[plate]',
    pattern: new RegExp(String.raw`${START}[a-zа-яі]{2}[\s${'-'}]?\d{3,4}[\s-]?[a-zа-яі]{2}${END}`, 'gu'),
    holds: (found) => !isWordsAroundNumber(found),
  },
  // German, Polish, Spanish, British: B-MW 1234, WA 12345, 1234 BCD, AB12 CDE.
  { token: '[plate]', pattern: /(?<![\p{L}\p{N}])[a-zäöü]{1,3}-[a-z]{1,2}\s?\d{1,4}(?![\p{L}\p{N}])/gu },
  {
    token: '[plate]',
    pattern: /(?<![\p{L}\p{N}])[a-z]{2,3}\s\d{5}(?![\p{L}\p{N}])/gu,
    holds: (found) => !/^(?:and|the|for|of|in|to|by|at|on|was|les|des|los|las|de|en)\s/.test(found),
  },
  { token: '[plate]', pattern: /(?<![\p{L}\p{N}])\d{4}[\s-]?[bcdfghjklmnpqrstvwxyz]{3}(?![\p{L}\p{N}])/gu },
  { token: '[plate]', pattern: /(?<![\p{L}\p{N}])[a-z]{2}\d{2}\s?[a-z]{3}(?![\p{L}\p{N}])/gu },
  // Arabic: up to three letters, spaced, and up to four digits; Syrian six digits after the word.
  { token: '[plate]', pattern: /(?<![\p{L}\p{N}])(?:[\u0621-\u064a]\s){1,3}\d{1,4}(?![\p{L}\p{N}])/gu },
  {
    token: '[plate]',
    pattern: /(?<![\p{L}\p{N}])\d{1,4}\s(?:[\u0621-\u064a]\s){1,2}[\u0621-\u064a](?![\p{L}\p{N}])/gu,
  },
  {
    token: '[plate]',
    pattern:
      /(?<![\p{L}\p{N}])(?:госномер[а-я]*|гос\. ?номер[а-я]*|номерной знак|номер[а-я]* машины|plates?|licen[cs]e plate|number plate|registration|matricula|placa|immatriculation|plaque|لوحه|اللوحه|رقم اللوحه|نمره)\s?(?:number|no|numero|n|рег\.?|رقم)?\s?[.:№#]*\s?([\p{L}\d][\p{L}\d\s-]{2,12}\d[\p{L}\d]{0,3})(?![\p{L}\p{N}])/gu,
  },
  {
    token: '[id]',
    pattern:
      /(?<![\p{L}\p{N}])(?=[a-hj-npr-z0-9]*\d)(?=[a-hj-npr-z0-9]*[a-hj-npr-z])[a-hj-npr-z0-9]{17}(?![\p{L}\p{N}])/gu,
  },
]

export const COORDINATE_PATTERNS: readonly MentionPattern[] = [
  // 55.7558, 37.6173 with or without degree signs and letters; two decimals or more.
  {
    token: '[coordinates]',
    pattern:
      /(?<![\p{L}\p{N}.,$€£₽¥])[+\-−]?\d{1,3}[.,]\d{2,}\s?°?\s?(?:[nsewnсюзв](?:\.?\s?(?:ш|д)\.?)?)?\s?[,;/\s]\s?[+\-−]?\d{1,3}[.,]\d{2,}\s?°?(?:\s?[nsewсюзв](?:\.?\s?(?:ш|д)\.?)?(?![\p{L}\p{N}]))?(?![\p{N}%])/gu,
    holds: isPair,
  },
  {
    token: '[coordinates]',
    pattern:
      /(?<![\p{L}\p{N}.,])[nsew]?\s?\d{1,3}(?:[.,]\d+)?\s?[°º]\s?(?:\d{1,2}(?:[.,]\d+)?\s?['’′]\s?(?:\d{1,2}(?:[.,]\d+)?\s?(?:["”″]|['’′]{2}))?)\s?(?:[nsewсюзв](?:\.?\s?(?:ш|д)\.?)?(?![\p{L}\p{N}]))?/gu,
  },
  {
    token: '[coordinates]',
    pattern:
      /(?<![\p{L}\p{N}.,])\d{1,3}[.,]\d{3,}\s?[°º](?:\s?[nsewсюзв](?:\.?\s?(?:ш|д)\.?)?(?![\p{L}\p{N}]))?/gu,
  },
  {
    token: '[coordinates]',
    pattern:
      /(?<![\p{L}\p{N}])(?:lat|latitude|lon|lng|long|longitude|широта|долгота|gps|خط العرض|خط الطول)\s?[:=]?\s?([+\-−]?\d{1,3}[.,]\d{2,})/gu,
  },
  // Plus codes, MGRS and UTM.
  {
    token: '[coordinates]',
    pattern: /(?<![\p{L}\p{N}])[23456789cfghjmpqrvwx]{4,8}\+[23456789cfghjmpqrvwx]{2,4}(?![\p{L}\p{N}])/gu,
  },
  {
    token: '[coordinates]',
    pattern: /(?<![\p{L}\p{N}])\d{1,2}\s?[c-hj-np-x]\s?[a-hj-np-z]{2}\s?\d{2,5}\s?\d{2,5}(?![\p{L}\p{N}])/gu,
  },
  {
    token: '[coordinates]',
    pattern: /(?<![\p{L}\p{N}])\d{1,2}\s?[c-hj-np-x]\s\d{6}\s\d{6,7}(?![\p{L}\p{N}])/gu,
  },
  // A geohash: base 32 without a, i, l, o, with digits among its letters.
  {
    token: '[coordinates]',
    pattern: /(?<![\p{L}\p{N}])(?=[b-hjkmnp-z]*\d)[0-9b-hjkmnp-z]{6,12}(?![\p{L}\p{N}])/gu,
    holds: (found) => /[b-hjkmnp-z]/.test(found) && /\d[a-z]+\d|[a-z]\d+[a-z]/.test(found),
  },
]

/** Two numbers that can be a latitude and a longitude; prices and shares seldom come in such pairs. */
function isPair(found: string): boolean {
  const numbers = found.match(/\d{1,3}[.,]\d+/g) ?? []
  const [one, two] = numbers.map((text) => Number(text.replace(',', '.')))
  return one !== undefined && two !== undefined && Math.min(one, two) <= 90 && Math.max(one, two) <= 180
}
