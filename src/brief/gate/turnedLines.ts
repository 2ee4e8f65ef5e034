/** Lines of right-to-left text whose letters came out from left to right, in the order in which they are read. */

const OF_RIGHT_TO_LEFT = '[\\u0590-\\u08FF\\uFB1D-\\uFEFC]'
const LEFT_TO_RIGHT = `(?!${OF_RIGHT_TO_LEFT})`
const RIGHT_TO_LEFT = new RegExp(OF_RIGHT_TO_LEFT, 'u')

/** What begins with `first`, then words from left to right with whatever stands between them. */
const startingWith = (first: string): string =>
  `${LEFT_TO_RIGHT}${first}(?:(?:${LEFT_TO_RIGHT}[^\\n])*${LEFT_TO_RIGHT}[\\p{L}\\p{M}\\p{Nd}])?`
const NUMBER = '\\p{Nd}+(?:[.,:/-]\\p{Nd}+)*'
const CHARACTER = '[^\\n]'

/**
 * What is turned round: `all` of it, numbers and words from left to right too; or what is left beside these. `words`:
 * words from left to right and what follows them, and each number; numbers that no such word goes before stand from right
 * to left among themselves (Unicode Annex 9), so that "8 2017" at the left end of a row of a chart is "2017" of its label,
 * and then its count. `words-and-numbers`: also numbers beside each other, which a file has in the order they are read.
 */
const KEPT = {
  all: null,
  words: new RegExp([startingWith('\\p{L}'), NUMBER, CHARACTER].join('|'), 'gu'),
  'words-and-numbers': new RegExp([startingWith('[\\p{L}\\p{Nd}]'), NUMBER, CHARACTER].join('|'), 'gu'),
} as const

export type Turning = keyof typeof KEPT

export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text)

/** Every line from its other end. */
export function turnedLines(text: string, turning: Turning): string {
  const kept = KEPT[turning]
  const parts = (line: string) => (kept === null ? [...line] : (line.match(kept) ?? []))
  return text
    .split('\n')
    .map((line) => parts(line).reverse().join(''))
    .join('\n')
}
