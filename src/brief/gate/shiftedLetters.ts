/** Words with every letter moved half an alphabet on, as puzzles and old mailing lists hide them: "Anna" → "Naan". */

const LATIN = 'abcdefghijklmnopqrstuvwxyz'
const RUSSIAN = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'
const WITHOUT_YO = RUSSIAN.replace('ё', '')
/** Russian has 33 letters, or 32 where ё is one with е: half of it is said in either way. */
const SHIFTS: readonly (readonly [alphabet: string, by: number])[] = [
  [LATIN, 13],
  [WITHOUT_YO, 16],
  [RUSSIAN, 16],
  [RUSSIAN, 17],
]
const TABLES = SHIFTS.map(([alphabet, by]) => ({
  has: new RegExp(`[${alphabet}]`),
  table: new Map([...alphabet].map((letter, at) => [letter, alphabet.charAt((at + by) % alphabet.length)])),
}))
const FEWEST_LETTERS = 6

/** A name in such writings, and each longer word of it; none of short ones, which many a word is by chance. */
export function shiftedForms(name: string): string[] {
  const lower = name.normalize('NFC').toLowerCase()
  const words = [...new Set([lower, ...lower.split(/[\s-]+/u)])].filter(
    (word) => (word.match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS,
  )
  return words.flatMap((word) =>
    TABLES.flatMap(({ has, table }) =>
      has.test(word) ? [[...word].map((l) => table.get(l) ?? l).join('')] : [],
    ),
  )
}
