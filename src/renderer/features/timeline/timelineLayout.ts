/** How high the parts of the timeline are, and the outlines of its bars. Pure; CSS pixels. */
import type { LaneDensity } from '../../../core/views/density.ts'
import type { TimeScale } from './timelineWindow.ts'

export const AXIS_PX = 30
const FIRST_PX = 58
const ASSESSED_PX = 30
const LOWEST_LANE_PX = 34
const HIGHEST_LANE_PX = 140
/** Between the bars of a lane and the line under the lane above. */
export const LANE_GAP_PX = 6
/** What is there at all is seen. */
const LOWEST_BAR_PX = 1.5
/** Bars that are wide enough have paper between them. */
const SPACED_PX = 4

export interface Band {
  readonly top: number
  readonly height: number
}

export interface TimelineBands {
  readonly all: Band
  readonly lanes: readonly Band[]
  /** Null where no claim of these incidents was assessed. */
  readonly assessed: Band | null
  readonly height: number
}

/** The bands of so many lanes in a room so high; what does not fit is scrolled to. */
export function timelineBands(room: number, lanes: number, hasAssessed: boolean): TimelineBands {
  const assessed = hasAssessed ? ASSESSED_PX : 0
  const free = room - AXIS_PX - assessed
  if (lanes === 0) {
    const height = Math.max(free, LOWEST_LANE_PX * 2)
    return bands(height, [], assessed)
  }
  const each = Math.floor((free - FIRST_PX) / lanes)
  const height = Math.min(Math.max(each, LOWEST_LANE_PX), HIGHEST_LANE_PX)
  return bands(
    FIRST_PX,
    Array.from({ length: lanes }, () => height),
    assessed,
  )
}

function bands(first: number, heights: readonly number[], assessed: number): TimelineBands {
  let top = AXIS_PX
  const next = (height: number): Band => {
    const band = { top, height }
    top += height
    return band
  }
  const all = next(first)
  const ofAssessed = assessed === 0 ? null : next(assessed)
  const lanes = heights.map(next)
  return { all, lanes, assessed: ofAssessed, height: top }
}

/** The most that lie in one period, or may. */
export function tallest({ within, across }: LaneDensity): number {
  let most = 0
  for (let period = 0; period < within.length; period += 1)
    most = Math.max(most, (within[period] ?? 0) + (across[period] ?? 0))
  return most
}

export interface BarPaths {
  readonly within: string
  readonly across: string
}

/** The bars of a lane: what surely lies in a period below, what may lie in it on top. @param most what fills the lane. */
export function barPaths(
  { within, across }: LaneDensity,
  edges: Float64Array,
  scale: TimeScale,
  band: Band,
  most: number,
): BarPaths {
  const room = band.height - LANE_GAP_PX
  const bottom = band.top + band.height
  const sure: string[] = []
  const maybe: string[] = []
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max((count / most) * room, LOWEST_BAR_PX))
  for (let period = 0; period < within.length; period += 1) {
    const [lower, upper] = [within[period] ?? 0, across[period] ?? 0]
    if (lower + upper === 0) continue
    const [a, b] = [scale.x(edges[period] ?? 0), scale.x(edges[period + 1] ?? 0)]
    const left = Math.min(a, b)
    const width = Math.abs(b - a) - (Math.abs(b - a) > SPACED_PX ? 1 : 0)
    const low = heightOf(lower)
    if (lower > 0) sure.push(box(left, bottom - low, width, low))
    const high = heightOf(upper)
    if (upper > 0) maybe.push(box(left, bottom - low - high, width, high))
  }
  return { within: sure.join(''), across: maybe.join('') }
}

/** The outline of a box. */
export const box = (x: number, y: number, width: number, height: number): string =>
  `M${x.toFixed(1)} ${y.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}z`
