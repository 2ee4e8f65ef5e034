/**
 * What a page gives away by its spaces: a gap as wide as the words that were taken out of a line, a mask as long as
 * what it hides, letters placed one by one so that no search finds the word.
 */
import type { Finding } from './finding.ts'
import { lineText, type TextLine } from './pdfLines.ts'
import type { Letter, Painting } from './pdfPainting.ts'

/** In ems. A justified line has spaces of half of it; a word of three letters with its spaces is as wide. */
const LEAST_GAP = 1.6
const MOST_GAP = 30
/** In points: edges of columns agree so closely. */
const ALIGNED = 1.5
/** In points: how far up and down a table's other rows are looked for. */
const NEAR = 400
/** A table's head has as many names of columns over cells, and more. */
const LEAST_COLUMNS = 4
/** "2016", "Q3 Q4 Q1", "4 кв.", "Q1 Other" */
const NUMBERED_TICKS = /^(?:\p{L}{0,3} ?\d{1,4} ?(?:\p{L}{1,3}\.?)? ?)+(?:\p{L}{1,8}\.?)?$/u
/** "Other" */
const WORD_TICK = /^\p{L}{1,8}\.?$/u
/** One letter alone is a bullet or an initial. */
const LEAST_SINGLE = 4
/** A file that places every letter singly hides nothing by it. */
const MOST_SINGLE = 0.3

/** Arabic letters join, so that typesetters place the ones that do not join singly. */
const SPACED_SCRIPT = /(?=\p{L})[^\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u

/** Cells and mixed runs of lines that are read from the right stand in ways that this measure does not know. */
const FROM_THE_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u

/** The second row: what is a line to write on, a rule or a row of dots where no word follows. */
const MASK = new RegExp(
  [
    String.raw`[█■▇▉▓▒░●•*#]{3,}|(?<![\p{L}\p{N}])(?:X{4,}|x{4,}|Х{4,}|х{4,})(?![\p{L}\p{N}])`,
    String.raw`(?<=\p{L}\S? )(?:_{4,24}|-{4,24})(?=[ .,;]+[\p{L}_-])|(?<![\p{L}.])\p{Lu}\.{4,}(?= \p{L})`,
  ].join('|'),
  'u',
)

/** Findings of one page. */
export function spacingFindings(painting: Painting, lines: readonly TextLine[], page: number): Finding[] {
  const where = `page ${page}`
  const findings: Finding[] = []
  if (hasGap(lines))
    findings.push({ class: 'pdf/gap', where, detail: 'inside a line, and not between columns' })
  if (lines.some((line) => MASK.test(lineText(line))))
    findings.push({ class: 'pdf/mask-length', where, detail: 'a run of equal signs' })
  if (hasSingleLetters(painting))
    findings.push({ class: 'pdf/single-letters', where, detail: 'among words that are not set so' })
  return findings
}

/** A part of a line without wide gaps. */
interface Segment {
  readonly from: Letter
  readonly to: Letter
  readonly text: string
}

function segments({ letters }: TextLine): Segment[] {
  const parts: Letter[][] = []
  for (const letter of letters) {
    const last = parts.at(-1)?.at(-1)
    if (last === undefined || letter.x - last.endX > letter.height) parts.push([])
    parts.at(-1)?.push(letter)
  }
  return parts.flatMap((part) => {
    const [from, to] = [part[0], part.at(-1)]
    return from && to ? [{ from, to, text: lineText({ y: from.y, letters: part }) }] : []
  })
}

function hasGap(lines: readonly TextLine[]): boolean {
  const all = lines.map(segments)
  const rightmost = Math.max(...all.flat().map(({ to }) => to.endX))
  return all.some((parts, line) =>
    parts.some((right, index) => {
      const left = parts[index - 1]
      const words = lines[line]
      if (left === undefined || words === undefined || FROM_THE_RIGHT.test(lineText(words))) return false
      const gap = (right.from.x - left.to.endX) / right.from.height
      return (
        gap >= LEAST_GAP &&
        gap <= MOST_GAP &&
        left.to.font === right.from.font &&
        left.to.height === right.from.height &&
        (rightmost - right.to.endX > ALIGNED || goesOn(left.text, right.text)) &&
        !isInColumn(right, line, all) &&
        !isHead(line, all) &&
        !isAxis(parts)
      )
    }),
  )
}

/**
 * Does a sentence go on behind a gap? What stands at the right edge of a page is else a date, a number, the name of a
 * chapter.
 */
const goesOn = (before: string, after: string): boolean =>
  /[\p{Ll}\p{Lo},]$/u.test(before) && /^\p{Ll}+ \p{L}+/u.test(after) && !/\d/.test(after)

/** Does a line close by have a part that begins or ends at the same place, as the cells of a table do? */
function isInColumn(part: Segment, line: number, all: readonly (readonly Segment[])[]): boolean {
  return all.some(
    (parts, other) =>
      other !== line &&
      parts.some(
        ({ from, to }) =>
          Math.abs(from.y - part.from.y) < NEAR &&
          (Math.abs(from.x - part.from.x) < ALIGNED || Math.abs(to.endX - part.to.endX) < ALIGNED),
      ),
  )
}

/**
 * Is a line the head of a table, in a font of its own over lines that stand in its columns? A column may be empty to
 * the end of a page, and then nothing else stands where its name does.
 */
function isHead(line: number, all: readonly (readonly Segment[])[]): boolean {
  const parts = all[line] ?? []
  const below = all[line + 1] ?? []
  const fonts = new Set(below.flatMap(({ from, to }) => [from.font, to.font]))
  if (below.length < 2 || parts.some(({ from, to }) => fonts.has(from.font) || fonts.has(to.font)))
    return false
  // Names in the middle of their columns stand over cells that begin elsewhere, as many of them.
  const isOverEach = parts.length === below.length && below.every((part) => isInColumn(part, line + 1, all))
  return isOverEach || parts.filter((part) => isInColumn(part, line, all)).length >= LEAST_COLUMNS
}

/** Are the parts of a line the names along an axis: numbers all, and perhaps one word for the rest? */
function isAxis(parts: readonly Segment[]): boolean {
  const words = parts.filter(({ text }) => !NUMBERED_TICKS.test(text))
  return words.length <= 1 && words.length < parts.length && words.every(({ text }) => WORD_TICK.test(text))
}

function hasSingleLetters({ items }: Painting): boolean {
  const texts = items.flatMap((item) => (item.kind === 'text' && item.inked.length > 0 ? [item] : []))
  const isSingle = (item: (typeof texts)[number]) => {
    const [letter, ...others] = item.inked
    return letter !== undefined && others.length === 0 && SPACED_SCRIPT.test(letter.text)
  }
  const all = texts.reduce((sum, item) => sum + item.inked.length, 0)
  if (texts.filter(isSingle).length > MOST_SINGLE * all) return false
  let run = 0
  return texts.some((item) => {
    run = isSingle(item) ? run + 1 : 0
    return run >= LEAST_SINGLE
  })
}
