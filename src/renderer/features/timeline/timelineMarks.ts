/** Incidents as marks of their own, where few enough are in sight: the span each may lie in, soft or open ends and all. */
import type { DateSpans } from '../../../core/views/dateSpans.ts'
import type { Lanes } from '../../../core/views/lanes.ts'
import { linesOf } from '../../../core/views/marks.ts'
import type { Band } from './timelineLayout.ts'
import { LANE_GAP_PX } from './timelineLayout.ts'
import type { TimeScale } from './timelineWindow.ts'

export const MARK_PX = 6
const LINE_PX = 9
/** A day is seen, and met with the pointer, however long the stretch is. */
const NARROWEST_PX = 5
const BETWEEN_PX = 3

/** How an end fades: not at all, as about or uncertain, or on and on. */
export type MarkEnd = 'sharp' | 'soft' | 'open'

export interface Mark {
  readonly row: number
  readonly left: number
  readonly width: number
  readonly top: number
  readonly start: MarkEnd
  readonly end: MarkEnd
}

/** The marks of a lane; null when they have no room in it. @param rows of the lane, earliest first. */
export function laneMarks(
  rows: readonly number[],
  spans: DateSpans,
  scale: TimeScale,
  band: Band,
): readonly Mark[] | null {
  const first = scale.day(scale.x(0) <= scale.x(1) ? 0 : scale.width)
  const pieces = rows.map((row) => {
    const along = (day: number) => (day - first) * scale.pixelsPerDay
    const start = Math.max(along(spans.from[row] ?? 0), 0)
    const end = Math.min(along(spans.to[row] ?? 0), scale.width)
    return { start, end: Math.max(end, start + NARROWEST_PX) }
  })
  const lines = linesOf(pieces, Math.floor((band.height - LANE_GAP_PX) / LINE_PX), BETWEEN_PX)
  if (lines === null) return null
  const isMirrored = scale.x(1) < scale.x(0)
  return rows.map((row, at) => {
    const { start = 0, end = 0 } = pieces[at] ?? {}
    const soft = spans.soft[row] ?? 0
    const endOf = (day: number, isSoft: boolean): MarkEnd =>
      Number.isFinite(day) ? (isSoft ? 'soft' : 'sharp') : 'open'
    return {
      row,
      left: isMirrored ? scale.width - end : start,
      width: end - start,
      top: band.top + band.height - ((lines[at] ?? 0) + 1) * LINE_PX,
      start: endOf(spans.from[row] ?? 0, (soft & 1) > 0),
      end: endOf(spans.to[row] ?? 0, (soft & 2) > 0),
    }
  })
}

/** Rows that stand in a lane. */
export function inLane(rows: readonly number[], { starts, lanes }: Lanes, lane: number): readonly number[] {
  return rows.filter((row) => {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) if (lanes[at] === lane) return true
    return false
  })
}
