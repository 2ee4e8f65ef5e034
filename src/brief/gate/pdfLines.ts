/**
 * The letters of a page put together by where they stand, not by the order in which the file gives them: words whose
 * letters were placed one by one come out whole. Lines from left to right, then columns from top to bottom.
 */
import type { Letter, PaintedText, Painting } from './pdfPainting.ts'

export interface PlacedLetter extends Letter {
  readonly font: string
  readonly height: number
}

export interface TextLine {
  readonly y: number
  /** From left to right. */
  readonly letters: readonly PlacedLetter[]
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
  let last: PlacedLetter | null = null
  for (const item of items) {
    if (item.kind !== 'text') continue
    for (const letter of item.letters) {
      if (last !== null && isOnAnotherLine(last, letter)) text += '\n'
      else if (last !== null && Math.abs(letter.x - last.endX) > SPACE * last.height) text += ' '
      text += letter.text
      last = { ...letter, font: item.font, height: item.height }
    }
  }
  return text
}

const isOnAnotherLine = (last: PlacedLetter, next: Letter): boolean =>
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
  const single = items.filter((item) => item.kind === 'text' && inked(item).length === 1)
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

/** Letters of a string that leave ink. */
export const inked = (item: PaintedText): readonly Letter[] =>
  item.letters.filter((letter) => letter.text.trim() !== '')

function lettersOf(items: Painting['items']): PlacedLetter[] {
  return items.flatMap((item) =>
    item.kind === 'text'
      ? inked(item).map((letter) => ({ ...letter, font: item.font, height: item.height }))
      : [],
  )
}

function grouped(letters: PlacedLetter[], by: (letter: PlacedLetter) => number): PlacedLetter[][] {
  const sorted = letters.sort((a, b) => by(b) - by(a))
  const groups: PlacedLetter[][] = []
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
