/** What a path encloses: its outlines with the curves drawn out, and which points are within (ISO 32000-1, 8.5.3.3). */
import { apply, type Box, bounds, type Matrix, type Outline } from './pdfGeometry.ts'

export interface Area {
  /** The smallest box around it. */
  readonly box: Box
  /** Null where it is that box. */
  readonly outlines: readonly Outline[] | null
  readonly isEvenOdd: boolean
}

/** A curve is drawn as so many lines; a circle is then right to a hundredth of its width. */
const STEPS = 6

/**
 * Outlines of a path as PDF.js packs it: 0 move, 1 line, 2 and 3 curves, 4 close. Null for anything else, and where a
 * path has more points than are worth following.
 */
export function outlinesOf(untrusted: unknown): Outline[] | null {
  if (!ArrayBuffer.isView(untrusted)) return null
  const data = untrusted as Float32Array
  const outlines: Outline[] = []
  const at = (index: number): number => data[index] ?? 0
  for (let index = 0; index < data.length; ) {
    const kind = at(index)
    const length = [2, 2, 6, 4, 0][kind] ?? 0
    const outline = outlines.at(-1) ?? []
    const end: Point = [at(index + length - 1), at(index + length)]
    if (kind === 0) outlines.push([end])
    else if (kind === 1) outline.push(end)
    else if (kind === 2) {
      const controls = [
        [at(index + 1), at(index + 2)],
        [at(index + 3), at(index + 4)],
      ] as const
      drawCurve(outline, ...controls, end)
    } else if (kind === 3) {
      const control: Point = [at(index + 1), at(index + 2)]
      const start = outline.at(-1) ?? end
      drawCurve(outline, between(start, control, 2 / 3), between(end, control, 2 / 3), end)
    } else if (kind === 4) {
      const [first] = outline
      if (first !== undefined && !isSame(first, outline.at(-1) ?? first)) outline.push(first)
    }
    index += 1 + length
  }
  return outlines.filter((outline) => outline.length > 1)
}

type Point = readonly [number, number]

const isSame = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1]

const between = (from: Point, to: Point, share: number): Point => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
]

/** Adds the points of a cubic curve from the last point of an outline. */
function drawCurve(outline: Outline, first: Point, second: Point, end: Point): void {
  const start = outline.at(-1) ?? end
  for (let step = 1; step < STEPS; step += 1) {
    const [t, s] = [step / STEPS, 1 - step / STEPS]
    const along = (axis: 0 | 1): number =>
      s ** 3 * start[axis] + 3 * s * s * t * first[axis] + 3 * s * t * t * second[axis] + t ** 3 * end[axis]
    outline.push([along(0), along(1)])
  }
  outline.push(end)
}

/** What outlines enclose together once a matrix has placed them; null when that is nothing. */
export function placedArea(outlines: readonly Outline[], matrix: Matrix, isEvenOdd: boolean): Area | null {
  const placed = outlines.map((outline) => outline.map(([x, y]) => apply(matrix, x, y)))
  const box = boundsOfAll(placed)
  if (box === null) return null
  return { box, outlines: placed.length === 1 && isBox(placed[0] ?? []) ? null : placed, isEvenOdd }
}

/** By hand: a coast has more points than a function takes arguments. */
function boundsOfAll(outlines: readonly Outline[]): Box | null {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const outline of outlines)
    for (const [x, y] of outline) {
      left = Math.min(left, x)
      bottom = Math.min(bottom, y)
      right = Math.max(right, x)
      top = Math.max(top, y)
    }
  return left <= right ? [left, bottom, right, top] : null
}

/** Four corners, and no side that is aslant. */
function isBox(outline: Outline): boolean {
  const [first = [0, 0], ...rest] = outline
  const corners = isSame(first, rest.at(-1) ?? first) ? outline.slice(0, -1) : outline
  if (corners.length !== 4) return false
  const sides = corners.map((corner, at) => {
    const next = corners[(at + 1) % 4] ?? corner
    return next[0] === corner[0] ? 'up' : next[1] === corner[1] ? 'along' : 'aslant'
  })
  return !sides.includes('aslant') && sides[0] !== sides[1] && sides[0] === sides[2] && sides[1] === sides[3]
}

/** The area that a line of some width covers from one point to the next. */
export function strokedArea(from: Point, to: Point, width: number, matrix: Matrix): Area | null {
  const [along, up] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(along, up)
  if (length === 0) return null
  const [x, y] = [((-up / length) * width) / 2, ((along / length) * width) / 2]
  const corners: Outline = [
    [from[0] + x, from[1] + y],
    [to[0] + x, to[1] + y],
    [to[0] - x, to[1] - y],
    [from[0] - x, from[1] - y],
  ]
  return placedArea([corners], matrix, false)
}

/** An area that is a box. */
export const boxArea = (corners: Outline): Area => ({
  box: bounds(corners),
  outlines: null,
  isEvenOdd: false,
})

/** Is a point within an area, its edge included? */
export function holds({ box, outlines, isEvenOdd }: Area, point: Point): boolean {
  if (!isInBox(box, point)) return false
  if (outlines === null) return true
  const turns = outlines.reduce((sum, outline) => sum + turnsAround(outline, point, isEvenOdd), 0)
  return isEvenOdd ? turns % 2 === 1 : turns !== 0
}

export const isInBox = ([left, bottom, right, top]: Box, [x, y]: Point): boolean =>
  x >= left && x <= right && y >= bottom && y <= top

/** How often an outline goes round a point; where only odd and even count, how often a ray from it meets the outline. */
function turnsAround(outline: Outline, [x, y]: Point, isEvenOdd: boolean): number {
  let turns = 0
  let from = outline.at(-1) ?? [0, 0]
  for (const to of outline) {
    const isUp = from[1] <= y && to[1] > y
    const isDown = from[1] > y && to[1] <= y
    if (isUp || isDown) {
      const meets = from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0])
      if (meets > x) turns += isUp || isEvenOdd ? 1 : -1
    }
    from = to
  }
  return turns
}
