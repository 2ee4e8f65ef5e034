/**
 * Regions of a picture turned into squares of one colour, which can be tried against every possible word. Inside of one
 * all steps of brightness lie on a grid, in both directions, and the squares have many colours; that outlasts packing as
 * JPEG, and squares that are not of a whole number of samples. Letters, photographs and charts have steps anywhere, or
 * few of them.
 */
import { everyNth, type GreyPicture } from './greyPicture.ts'

const MOST_SAMPLES = 1_500_000
/** In samples. */
const LEAST_SIDE = 4
const MOST_SIDE = 64
/** Squares of sides between whole numbers are told from others from this side on. */
const LEAST_UNEVEN_SIDE = 6
const BAND = 16
/** Packing leaves steps where there were none: of a level or two, and of such a share of the steps nearby. */
const NOISE = 1
const NOISE_SHARE = 0.2
/** A grid's line has steps of such a size on the average of its rows. */
const LEAST_STEP = 3
/** JPEG packs squares of eight samples each by itself, and at its worst each as one colour. */
const PACKED_SIDE = 8
const LEAST_PACKED_STEP = 12
/** Squares in a stretch of the grid that is looked at, and how many of its lines must show. */
const STRETCH = 6
const LEAST_LINES = 4
/** How much of all steps lies on the grid, along a row and across. */
const ON_GRID_ALONG = 0.82
const ON_GRID_ACROSS = 0.7
const LEAST_STRETCHES = 2
/** How much of a line across shows: a bar of a chart ends alone. */
const LEAST_COVERAGE = 0.5
/** Colours of squares, told by their brightness; a chart and a code have few. */
const LEAST_COLOURS = 6
const LEVELS_SHIFT = 3

/** Sides of squares to try, in samples. */
const SIDES = Array.from({ length: 4 * (MOST_SIDE - LEAST_SIDE) + 1 }, (_, i) => LEAST_SIDE + i / 4).filter(
  (side) => Number.isInteger(side) || side >= LEAST_UNEVEN_SIDE,
)

/** Has a picture a region that was made coarse? */
export function hasMosaic(picture: GreyPicture): boolean {
  const grey = everyNth(picture, Math.ceil(Math.sqrt((picture.width * picture.height) / MOST_SAMPLES)))
  const found = new Map<number, { stretches: number; readonly colours: Set<number> }>()
  for (let top = 0; top + BAND <= grey.height; top += BAND / 2) {
    const steps = stepsIn(grey, [0, top, grey.width, top + BAND], 'columns')
    const loud = loudBefore(steps)
    if ((loud.at(-1) ?? 0) < LEAST_LINES) continue
    for (const side of SIDES) {
      const length = Math.round(STRETCH * side)
      if (length > grey.width) break
      for (let from = 0; from + length <= grey.width; from += length >> 1) {
        const isLoud = (loud[from + length] ?? 0) - (loud[from] ?? 0) > 2 * (STRETCH + 1)
        if (isLoud || !isGridAlong(steps.subarray(from, from + length), from, side)) continue
        if (!isGridAcross(grey, top, from, length, side)) continue
        const kept = found.get(Math.round(side)) ?? { stretches: 0, colours: new Set<number>() }
        found.set(Math.round(side), kept)
        kept.stretches += 1
        for (const colour of coloursOf(grey, top, from, length)) kept.colours.add(colour)
        if (kept.stretches >= LEAST_STRETCHES && kept.colours.size >= LEAST_COLOURS) return true
      }
    }
  }
  return false
}

type Region = readonly [left: number, top: number, right: number, bottom: number]

/** Sizes of the steps from sample to sample of a region, noise taken off: those of each column, or of each row. */
function stepsIn(
  { samples, width }: GreyPicture,
  [left, top, right, bottom]: Region,
  of: 'columns' | 'rows',
): Float32Array {
  const isAlong = of === 'columns'
  const back = isAlong ? 1 : width
  const steps = new Float32Array(isAlong ? right - left : bottom - top)
  for (let y = isAlong ? top : Math.max(1, top); y < bottom; y += 1) {
    for (let x = isAlong ? Math.max(1, left) : left; x < right; x += 1) {
      const at = y * width + x
      const step = Math.abs((samples[at] ?? 0) - (samples[at - back] ?? 0)) - NOISE
      const into = isAlong ? x - left : y - top
      if (step > 0) steps[into] = (steps[into] ?? 0) + step
    }
  }
  return steps
}

/** How many steps before each place are worth the name. */
function loudBefore(steps: Float32Array): Uint32Array {
  const counts = new Uint32Array(steps.length + 1)
  for (let at = 0; at < steps.length; at += 1)
    counts[at + 1] = (counts[at] ?? 0) + ((steps[at] ?? 0) > 3 * BAND ? 1 : 0)
  return counts
}

/**
 * Lines of a grid of some side among steps; none when too much lies beside the grid. A line is one step: what is drawn
 * on a plain ground has one into it and one out of it.
 */
function gridLines(found: Float32Array, side: number, onGrid: number): readonly number[] {
  const noise = NOISE_SHARE * found.reduce((most, step) => Math.max(most, step), 0)
  const steps = found.map((step) => Math.max(0, step - noise))
  const phases = new Float32Array(Math.ceil(side))
  let all = 0
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at] ?? 0
    const phase = Math.floor(at % side)
    phases[phase] = (phases[phase] ?? 0) + step
    all += step
  }
  // A side between whole numbers puts its lines into two neighbouring phases.
  const reach = Number.isInteger(side) ? 1 : 2
  const sumFrom = (phase: number): number =>
    (phases[phase] ?? 0) + (reach === 2 ? (phases[(phase + 1) % phases.length] ?? 0) : 0)
  let first = 0
  for (let phase = 1; phase < phases.length; phase += 1) if (sumFrom(phase) > sumFrom(first)) first = phase
  if (sumFrom(first) < onGrid * all) return []
  const lines: number[] = []
  let kept = 0
  const off = reach - 1
  for (let line = first; line < steps.length; line += side) {
    const from = Math.max(0, Math.round(line) - off)
    let best = from
    for (let at = from; at <= Math.round(line) + off; at += 1)
      if ((steps[at] ?? 0) > (steps[best] ?? 0)) best = at
    if ((steps[best] ?? 0) === 0) continue
    kept += steps[best] ?? 0
    lines.push(best)
  }
  return kept < onGrid * all ? [] : lines
}

/** Along the rows of a band, `from` a sample on: enough lines, each of a step worth the name. */
function isGridAlong(steps: Float32Array, from: number, side: number): boolean {
  const lines = gridLines(steps, side, ON_GRID_ALONG)
  const isPacked = lines.every((at) => (from + at) % PACKED_SIDE === 0)
  const least = BAND * (isPacked ? LEAST_PACKED_STEP : LEAST_STEP)
  return lines.filter((at) => (steps[at] ?? 0) >= least).length >= LEAST_LINES
}

/**
 * Across the rows: most squares are of another colour than the one below. The region may end a little above or below the
 * band.
 */
function isGridAcross(grey: GreyPicture, top: number, from: number, length: number, side: number): boolean {
  const more = Math.ceil(side)
  const ranges = [
    [top - 2 * more, top + BAND],
    [top - more, top + BAND + more],
    [top, top + BAND + 2 * more],
    [top - more, top + BAND],
    [top, top + BAND + more],
  ] as const
  const sides = SIDES.filter((each) => each > side / 1.18 && each < side * 1.18)
  return ranges.some(([low, high]) => {
    if (low < 0 || high > grey.height) return false
    const steps = stepsIn(grey, [from, low, from + length, high], 'rows')
    const isWide = (at: number): boolean => coverage(grey, low + at, from, length) >= LEAST_COVERAGE
    return sides.some((each) => gridLines(steps, each, ON_GRID_ACROSS).filter(isWide).length >= 2)
  })
}

/** How much of a row differs from the one above. */
function coverage({ samples, width }: GreyPicture, y: number, from: number, length: number): number {
  let count = 0
  for (let at = y * width + from; at < y * width + from + length; at += 1)
    if (Math.abs((samples[at] ?? 0) - (samples[at - width] ?? 0)) > 2 * NOISE) count += 1
  return count / length
}

function coloursOf({ samples, width }: GreyPicture, top: number, from: number, length: number): Set<number> {
  const colours = new Set<number>()
  for (let y = top; y < top + BAND; y += 4)
    for (let x = from; x < from + length; x += 2) colours.add((samples[y * width + x] ?? 0) >> LEVELS_SHIFT)
  return colours
}
