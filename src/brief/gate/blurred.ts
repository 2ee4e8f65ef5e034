/**
 * Words of a picture that were blurred: how far a letter was smeared can be undone, or tried against every possible word.
 * Where letters are sharp, brightness changes from one sample to the next by a good part of all it changes nearby; where
 * they are blurred it changes as much, but over many samples. A picture of a page has a ground of one colour from which
 * a blurred word stands out on both sides, as a shaded surface does not. Photographs are soft in many places, so only
 * pictures with such a ground are judged, and small ones that are sharp nowhere.
 */
import { everyNth, type GreyPicture } from './greyPicture.ts'

/** In samples. */
const CELL = 8
const AROUND = 4
const LEAST_CONTRAST = 24
/** Steepest change beside all change of a place. */
const BLURRED = 0.24
const SHARP = 0.3
const LEAST_CELLS = 8
/** The ground: so much of a picture is within so many levels of one. */
const GROUND_LEVELS = 8
const LEAST_GROUND = 0.25
/** Small pictures are not soft by themselves: they were made smaller. */
const SMALL = 300_000
const STANDS_OUT = 20
const LEAST_COLUMNS = 4
const LEAST_ELONGATED = 1.5

type Look = 'plain' | 'blurred' | 'sharp' | 'between'

/** Has a picture a word that was blurred? A wide blur shows where the picture is made smaller. */
export function hasBlurredWords(picture: GreyPicture): boolean {
  return isBlurredAsItIs(picture) || isBlurredAsItIs(everyNth(picture, 2))
}

function isBlurredAsItIs(picture: GreyPicture): boolean {
  const columns = Math.floor(picture.width / CELL)
  const rows = Math.floor(picture.height / CELL)
  if (columns < 2 || rows < 1) return false
  const looks: Look[] = []
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) looks.push(lookOf(picture, column, row))
  const blurred = looks.filter((look) => look === 'blurred').length
  if (blurred < LEAST_CELLS) return false
  const { level, share } = groundOf(picture)
  if (share >= LEAST_GROUND) return hasSmear(picture, looks, columns, level)
  const isSharpNowhere = !looks.includes('sharp')
  if (!isSharpNowhere || picture.width * picture.height > SMALL || blurred < looks.length / 4) return false
  return hasSmear(picture, looks, columns, edgeLevel(picture))
}

/** The level in the middle of those along the edge, where a picture that was cut close to its words has its ground. */
function edgeLevel({ samples, width, height }: GreyPicture): number {
  const top = samples.subarray(0, width)
  const bottom = samples.subarray((height - 1) * width, height * width)
  const levels = [...top, ...bottom].sort((a, b) => a - b)
  return levels[levels.length >> 1] ?? 0
}

/** How a cell looks, with what is around it. */
function lookOf({ samples, width, height }: GreyPicture, column: number, row: number): Look {
  const [left, top] = [Math.max(0, column * CELL - AROUND), Math.max(1, row * CELL - AROUND)]
  const right = Math.min(width - 1, (column + 1) * CELL + AROUND)
  const bottom = Math.min(height - 1, (row + 1) * CELL + AROUND)
  let [least, most, steepest] = [255, 0, 0]
  const at = (x: number, y: number): number => samples[y * width + x] ?? 0
  for (let y = top; y < bottom; y += 1) {
    for (let x = Math.max(1, left); x < right; x += 1) {
      const here = at(x, y)
      least = Math.min(least, here)
      most = Math.max(most, here)
      // Three samples side by side: noise of packing is seldom as long.
      const along = at(x + 1, y - 1) - at(x, y - 1) + at(x + 1, y) - here + at(x + 1, y + 1) - at(x, y + 1)
      const across = at(x - 1, y + 1) - at(x - 1, y) + at(x, y + 1) - here + at(x + 1, y + 1) - at(x + 1, y)
      steepest = Math.max(steepest, Math.abs(along), Math.abs(across))
    }
  }
  const contrast = most - least
  if (contrast < LEAST_CONTRAST) return 'plain'
  const share = steepest / 3 / contrast
  return share < BLURRED ? 'blurred' : share >= SHARP ? 'sharp' : 'between'
}

function groundOf({ samples }: GreyPicture): { readonly level: number; readonly share: number } {
  const counts = new Uint32Array(256)
  for (const sample of samples) counts[sample] = (counts[sample] ?? 0) + 1
  const level = counts.reduce((best, count, at) => (count > (counts[best] ?? 0) ? at : best), 0)
  let near = 0
  for (let at = level - GROUND_LEVELS; at <= level + GROUND_LEVELS; at += 1) near += counts[at] ?? 0
  return { level, share: near / samples.length }
}

/** Blurred cells side by side that stand out from the ground above and below them. */
function hasSmear(picture: GreyPicture, looks: readonly Look[], columns: number, ground: number): boolean {
  const seen = new Set<number>()
  return looks.some((look, start) => {
    if (look !== 'blurred' || seen.has(start)) return false
    const cells = connected(looks, columns, start, seen)
    return cells.length >= LEAST_CELLS && standsOut(picture, cells, columns, ground)
  })
}

function connected(looks: readonly Look[], columns: number, start: number, seen: Set<number>): number[] {
  const cells: number[] = []
  const queue = [start]
  seen.add(start)
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    cells.push(cell)
    const column = cell % columns
    const near = [
      cell - columns,
      cell + columns,
      column > 0 ? cell - 1 : -1,
      column < columns - 1 ? cell + 1 : -1,
    ]
    for (const next of near) {
      if (looks[next] !== 'blurred' || seen.has(next)) continue
      seen.add(next)
      queue.push(next)
    }
  }
  return cells
}

/** From near the ground into the smear and out of it again, along most of the columns of samples that it takes. */
function standsOut(
  { samples, width, height }: GreyPicture,
  cells: readonly number[],
  columns: number,
  ground: number,
): boolean {
  const runs = new Map<number, { top: number; bottom: number }>()
  for (const cell of cells) {
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    const run = runs.get(column)
    runs.set(column, { top: Math.min(row, run?.top ?? row), bottom: Math.max(row, run?.bottom ?? row) })
  }
  const tallest = Math.max(...[...runs.values()].map(({ top, bottom }) => bottom - top + 1))
  // Words lie.
  if (runs.size < tallest * LEAST_ELONGATED) return false
  let standing = 0
  for (const [column, { top, bottom }] of runs) {
    const x = column * CELL + CELL / 2
    const level = (y: number): number => Math.abs((samples[y * width + x] ?? 0) - ground)
    const [first, last] = [top * CELL, Math.min(height, (bottom + 1) * CELL) - 1]
    let inside = 0
    for (let y = first; y <= last; y += 1) inside = Math.max(inside, level(y))
    if (inside - Math.max(level(first), level(last)) >= STANDS_OUT) standing += 1
  }
  return standing >= Math.max(LEAST_COLUMNS, runs.size / 2)
}
