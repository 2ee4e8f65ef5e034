/** What lies under the pointer. Pure. */
import { periodAt } from '../../../core/views/density.ts'
import { periodText } from '../../../core/views/periods.ts'
import type { TimelineCounts } from './timelineCounts.ts'
import type { Band, TimelineBands } from './timelineLayout.ts'
import { MARK_PX, type Mark } from './timelineMarks.ts'
import type { TimeScale } from './timelineWindow.ts'

/** A lane by its number, that of all, or that of assessments. */
export type LanePlace = number | 'all' | 'assessed'

export interface Readout {
  readonly lane: LanePlace
  /** EDTF. */
  readonly period: string
  readonly within: number
  readonly across: number
}

export interface PointerPlace {
  readonly x: number
  readonly y: number
}

/** The counts of the period and the lane there; null beside the lanes. */
export function readoutAt(
  { x, y }: PointerPlace,
  bands: TimelineBands,
  scale: TimeScale,
  { unit, counted, assessed }: TimelineCounts,
): Readout | null {
  const lane = laneAt(bands, y)
  if (lane === null) return null
  const { edges } = counted
  const period = periodAt(edges, Math.floor(scale.day(x)))
  const of = lane === 'all' ? counted.all : lane === 'assessed' ? assessed.all : counted.lanes[lane]
  return {
    lane,
    period: periodText(edges[period] ?? 0, unit),
    within: of?.within[period] ?? 0,
    across: of?.across[period] ?? 0,
  }
}

const isIn = ({ top, height }: Band, y: number): boolean => y >= top && y < top + height

function laneAt({ all, lanes, assessed }: TimelineBands, y: number): LanePlace | null {
  if (isIn(all, y)) return 'all'
  if (assessed !== null && isIn(assessed, y)) return 'assessed'
  const lane = lanes.findIndex((band) => isIn(band, y))
  return lane < 0 ? null : lane
}

/** The row whose mark is there; null where none is. */
export function rowAt({ x, y }: PointerPlace, marks: readonly (readonly Mark[] | null)[]): number | null {
  for (const lane of marks)
    for (const { row, left, width, top } of lane ?? [])
      if (x >= left - 1 && x <= left + width + 1 && y >= top - 1 && y <= top + MARK_PX + 1) return row
  return null
}
