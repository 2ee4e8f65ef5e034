/**
 * The letters of a page put together by where they stand, not by the order in which the file gives them: words whose
 * letters were placed one by one come out whole. Lines from left to right, then columns from top to bottom.
 */
import type { Letter, Painting } from './pdfPainting.ts'

export interface TextLine {
  readonly y: number
  /** From left to right. */
  readonly letters: readonly Letter[]
}

/** Letters this far apart, in ems, have a space between them. */
const SPACE = 0.2

/** Lines of a page from top to bottom. Letters whose base lines differ by less than a third of their height share one. */
export function textLines({ items }: Painting): TextLine[] {
  return grouped(lettersOf(items), (letter) => letter.y).map((letters) => ({
    y: letters[0]?.y ?? 0,
    letters: letters.sort((a, b) => a.x - b.x),
  }))
}

/** The letters of a page in the order of the file; a line ends where the next letter stands higher or lower. */
export function paintedText({ items }: Painting): string {
  let text = ''
  let last: Letter | null = null
  for (const item of items) {
    if (item.kind !== 'text') continue
    for (const letter of item.letters) {
      if (last !== null && isOnAnotherLine(last, letter)) text += '\n'
      else if (last !== null && Math.abs(letter.x - last.endX) > SPACE * last.height) text += ' '
      text += letter.text
      last = letter
    }
  }
  return text
}

const isOnAnotherLine = (last: Letter, next: Letter): boolean =>
  Math.abs(next.y - last.endY) > last.height / 3

/** The words of lines, one line each. */
export function lineText({ letters }: TextLine): string {
  let text = ''
  let end: number | null = null
  for (const letter of letters) {
    if (end !== null && letter.x - end > SPACE * letter.height) text += ' '
    text += letter.text
    end = letter.endX
  }
  return text
}

/** Letters that stand one under the other, one column to a line. */
export function columnText({ items }: Painting): string {
  const single = items.filter((item) => item.kind === 'text' && item.inked.length === 1)
  const columns = grouped(lettersOf(single), (letter) => letter.x)
  return columns
    .map((letters) =>
      letters
        .sort((a, b) => b.y - a.y)
        .map((letter) => letter.text)
        .join(''),
    )
    .join('\n')
}

const lettersOf = (items: Painting['items']): Letter[] =>
  items.flatMap((item) => (item.kind === 'text' ? item.inked : []))

function grouped(letters: Letter[], by: (letter: Letter) => number): Letter[][] {
  const sorted = letters.sort((a, b) => by(b) - by(a))
  const groups: Letter[][] = []
  let at = Number.POSITIVE_INFINITY
  for (const letter of sorted) {
    if (at - by(letter) > letter.height / 3) {
      groups.push([])
      at = by(letter)
    }
    groups.at(-1)?.push(letter)
  }
  return groups
}
