/**
 * Text that is in a page and that nobody sees: under a box or picture painted later, in the colour of what is behind
 * it, painted with nothing, too small to read, cut away, or beside the page.
 */
import type { Finding } from './finding.ts'
import type { FindingClass } from './leakClasses.ts'
import { holds, isInBox } from './pdfAreas.ts'
import { type Box, bounds } from './pdfGeometry.ts'
import { type Ink, PAPER } from './pdfInks.ts'
import type { Letter, PaintedShape, PaintedText, Painting } from './pdfPainting.ts'

/** Smaller letters than this, in points, are not read by anybody. */
const SMALLEST_POINTS = 4
/** Narrower letters neither. */
const NARROWEST_POINTS = 1
/** Modes of PDF 9.3.6 that paint nothing. */
const INVISIBLE_MODES = new Set([3, 7])
const FAINTEST = 0.15
/** Ratio of luminance (WCAG 2) under which letters do not stand out; pale grey on white has 1.5. */
const LEAST_CONTRAST = 1.3
/** One letter may touch a line or an edge; two are a word. */
const LEAST_HIDDEN = 2
const OPAQUE = 0.8
const ON_PAPER: Ink = [PAPER]

const DETAILS: Partial<Record<FindingClass, string>> = {
  'pdf/hidden-layer': 'content of a layer',
  'pdf/picture': 'a picture on the page',
}

/** Findings of one page; `view` is what a reader shows of it. */
export function hiddenText({ items, hasLayers }: Painting, view: Box, page: number): Finding[] {
  const found = new Set<FindingClass>()
  if (hasLayers) found.add('pdf/hidden-layer')
  if (items.some((item) => item.kind === 'picture')) found.add('pdf/picture')
  const shapes = items.flatMap((item, index) => (item.kind === 'text' ? [] : [{ index, shape: item }]))
  items.forEach((item, index) => {
    if (item.kind !== 'text') return
    if (item.inked.length === 0) return
    for (const name of ownClasses(item, view)) found.add(name)
    for (const name of coverClasses(item, index, shapes)) found.add(name)
  })
  return [...found].map((name) => ({
    class: name,
    where: `page ${page}`,
    detail: DETAILS[name] ?? 'text that a reader does not see',
  }))
}

function ownClasses(item: PaintedText, view: Box): FindingClass[] {
  const classes: FindingClass[] = []
  const { inked: letters, clips } = item
  if (INVISIBLE_MODES.has(item.mode) || item.opacity < FAINTEST || item.masked)
    classes.push('pdf/invisible-text')
  if (item.height < SMALLEST_POINTS || item.width < NARROWEST_POINTS) classes.push('pdf/tiny-text')
  if (isMany(letters, ({ middle }) => !isInBox(view, middle))) classes.push('pdf/text-outside-crop-box')
  if (clips.length > 0 && isMany(letters, ({ middle }) => !clips.every((clip) => holds(clip, middle))))
    classes.push('pdf/clipped-text')
  return classes
}

function coverClasses(
  item: PaintedText,
  index: number,
  shapes: readonly { readonly index: number; readonly shape: PaintedShape }[],
): FindingClass[] {
  const classes: FindingClass[] = []
  const { inked: letters } = item
  const around = bounds(letters.map(({ middle }) => middle))
  const near = shapes.filter(
    ({ shape }) =>
      touch(shape.box, around) &&
      letters.some((letter) => acrossLetter(letter).some((point) => isOver(shape, point))),
  )
  const after = near.filter(({ index: at }) => at > index)
  for (const kind of ['box', 'picture'] as const) {
    const covers = after.filter(({ shape }) => shape.kind === kind)
    // Sheets that each let half of it through hide it together.
    const isCovered = (letter: Letter): boolean => {
      const over = covers.filter(({ shape }) => isOver(shape, letter.middle))
      return 1 - over.reduce((rest, { shape }) => rest * (1 - shape.opacity), 1) >= OPAQUE
    }
    if (covers.length > 0 && isMany(letters, isCovered))
      classes.push(kind === 'picture' ? 'pdf/text-behind-picture' : 'pdf/text-under-box')
  }
  const before = near.filter(({ index: at, shape }) => at < index && shape.opacity >= OPAQUE)
  // A letter in colours that cannot be read could have any: it counts as lost.
  const isLostOn = (ground: Ink) =>
    ground.every((behind) => item.ink.every((ink) => contrast(ink, item.opacity, behind) < LEAST_CONTRAST))
  const isLostAt = (point: Point): boolean => {
    const behind = before.findLast(({ shape }) => isOver(shape, point))?.shape
    // On a picture or pattern that cannot be read anything may stand out.
    return behind === undefined ? isLostOn(ON_PAPER) : behind.ink.length > 0 && isLostOn(behind.ink)
  }
  // A dot behind the middle of a letter hides it no more than a hairline there makes it seen.
  const isLost = (letter: Letter): boolean => acrossLetter(letter).filter(isLostAt).length >= 2
  // Most text has nothing but the paper behind it, the same for all of its letters.
  if (before.length === 0 ? isLostOn(ON_PAPER) : isMany(letters, isLost)) classes.push('pdf/white-text')
  return classes
}

function isMany(letters: readonly Letter[], test: (letter: Letter) => boolean): boolean {
  const wanted = Math.min(LEAST_HIDDEN, letters.length)
  let count = 0
  for (const letter of letters) {
    if (test(letter)) count += 1
    if (count >= wanted) return true
  }
  return false
}

type Point = Letter['middle']

const touch = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

const isOver = ({ within }: PaintedShape, point: Point): boolean => within.every((area) => holds(area, point))

/** Three points: a quarter of the letter's width on either side of its middle, and the middle. */
function acrossLetter({ middle, x, y, endX, endY }: Letter): readonly [Point, Point, Point] {
  const [right, up] = [(endX - x) / 4, (endY - y) / 4]
  return [middle, [middle[0] - right, middle[1] - up], [middle[0] + right, middle[1] + up]]
}

/** By the colours of letters, then by what is behind them: it is asked for every letter of a file. */
const contrasts = new Map<string, Map<string, number>>()
/** A page has a handful of colours; a file made to have more does not get to fill the memory. */
const MOST_KEPT = 100

function contrast(colour: string, opacity: number, behind: string): number {
  if (opacity !== 1) return measuredContrast(colour, opacity, behind)
  const ofColour = contrasts.get(colour) ?? new Map<string, number>()
  const known = ofColour.get(behind) ?? measuredContrast(colour, 1, behind)
  if (contrasts.size < MOST_KEPT) contrasts.set(colour, ofColour)
  if (ofColour.size < MOST_KEPT) ofColour.set(behind, known)
  return known
}

function measuredContrast(colour: string, opacity: number, behind: string): number {
  const back = channels(behind)
  const front = channels(colour).map((value, i) => value * opacity + (back[i] ?? 0) * (1 - opacity))
  const [a, b] = [luminance(front), luminance(back)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
}

function luminance(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
