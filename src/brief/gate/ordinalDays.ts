/** Days whose number is a word: "the twenty-third of October 2021", "двадцать третьего октября", "el primero de abril". */
import { foldForGate } from './canaryForms.ts'

const ONES = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ')
const TEENS =
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const ENGLISH = [
  ...ONES,
  ...TEENS,
  'twentieth',
  ...ONES.map((one) => `twenty-${one}`),
  'thirtieth',
  'thirty-first',
]
const RUSSIAN_ONES = [
  ...['первого', 'второго', 'третьего', 'четвертого', 'пятого', 'шестого', 'седьмого', 'восьмого'],
  'девятого',
]
const RUSSIAN = [
  ...RUSSIAN_ONES,
  ...['десятого', 'одиннадцатого', 'двенадцатого', 'тринадцатого', 'четырнадцатого', 'пятнадцатого'],
  ...['шестнадцатого', 'семнадцатого', 'восемнадцатого', 'девятнадцатого', 'двадцатого'],
  ...RUSSIAN_ONES.map((one) => `двадцать ${one}`),
  ...['тридцатого', 'тридцать первого'],
]
const NUMBERS: ReadonlyMap<string, number> = new Map(
  [ENGLISH, RUSSIAN, ['primero'], ['premier']].flatMap((words) =>
    words.map((word, index) => [foldForGate(word).replace('-', ' '), index + 1] as const),
  ),
)
const WORDS = [...NUMBERS.keys()].sort((a, b) => b.length - a.length).map((word) => word.replace(' ', '[ -]'))
const ORDINAL = new RegExp(String.raw`(?<!\p{L})(?:${WORDS.join('|')})(?= (?:of |de )?\p{L}{3})`, 'gu')

/** How such words end, and how months begin: hardly any text has one beside the other. */
const MONTHS =
  'jan feb mar apr may jun jul aug sep oct nov dec янв фев мар апр мая июн июл авг сен окт ноя дек ene abr ago dic avr mai jui aou'
const TRIGGER = new RegExp(
  `(?:th|rst|ond|ird|ero|ier|${foldForGate('ого|его')}) (?:of |de )?(?:${foldForGate(MONTHS).replaceAll(' ', '|')})`,
)

/** A folded text with such words as numbers, which the patterns of days read. */
export const withDaysInNumbers = (folded: string): string =>
  !TRIGGER.test(folded)
    ? folded
    : folded.replace(ORDINAL, (word) => String(NUMBERS.get(word.replace('-', ' ')) ?? word))
