/** The stretch of time on screen, and how it is moved. Pure. */
import type { DateSpans } from '../../../core/views/dateSpans.ts'
import type { Stretch } from '../../../core/views/whenBrush.ts'

/** Nothing is known more exactly than to the day: closer than this there is only empty paper. */
const SHORTEST_DAYS = 7
/** Left free at both ends, so that what lies there is seen to end there. */
const MARGIN = 0.03

/** All days that the dates speak of; of what is open only the end that is known. Null where there is none. */
export function wholeStretch({ count, from, to }: DateSpans): Stretch | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let row = 0; row < count; row += 1) {
    for (const end of [from[row] ?? Number.NaN, to[row] ?? Number.NaN]) {
      if (!Number.isFinite(end)) continue
      if (end < first) first = end
      if (end > last) last = end
    }
  }
  return first > last ? null : withMargin({ from: first, to: last })
}

function withMargin({ from, to }: Stretch): Stretch {
  const days = Math.max(to - from, SHORTEST_DAYS)
  const middle = (from + to) / 2
  return { from: middle - days * (0.5 + MARGIN), to: middle + days * (0.5 + MARGIN) }
}

/** The stretch, no shorter than can be told apart, no longer than the whole, and inside of it. */
function inside({ from, to }: Stretch, whole: Stretch): Stretch {
  const length = Math.min(Math.max(to - from, SHORTEST_DAYS), whole.to - whole.from)
  const middle = (from + to) / 2
  const start = Math.min(Math.max(middle - length / 2, whole.from), whole.to - length)
  return { from: start, to: start + length }
}

/** Closer by a factor below 1, further by one above; the day `at` stays where it is. */
export function zoomed(
  stretch: Stretch,
  whole: Stretch,
  factor: number,
  at = (stretch.from + stretch.to) / 2,
): Stretch {
  const length = stretch.to - stretch.from
  const next = Math.min(Math.max(length * factor, SHORTEST_DAYS), whole.to - whole.from)
  const share = (at - stretch.from) / length
  return inside({ from: at - next * share, to: at + next * (1 - share) }, whole)
}

/** Later by so many days, earlier by a number below zero. */
export function panned(stretch: Stretch, whole: Stretch, days: number): Stretch {
  return inside({ from: stretch.from + days, to: stretch.to + days }, whole)
}

/** Is all there is on screen? */
export const isWhole = (stretch: Stretch, whole: Stretch): boolean =>
  stretch.to - stretch.from >= whole.to - whole.from

/** Where days stand on a line of so many pixels. From right to left time runs from right to left, as the text does. */
export interface TimeScale {
  readonly width: number
  readonly x: (day: number) => number
  readonly day: (x: number) => number
  readonly pixelsPerDay: number
}

export function timeScale({ from, to }: Stretch, width: number, isRightToLeft: boolean): TimeScale {
  const pixelsPerDay = width / (to - from)
  return {
    width,
    pixelsPerDay,
    x: (day) => (isRightToLeft ? width - (day - from) * pixelsPerDay : (day - from) * pixelsPerDay),
    day: (x) => from + (isRightToLeft ? width - x : x) / pixelsPerDay,
  }
}
