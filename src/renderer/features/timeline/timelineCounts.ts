/** What is counted for a stretch of time: once for the picture and its table, so that both say the same. */
import type { DateSpans } from '../../../core/views/dateSpans.ts'
import { type Density, density } from '../../../core/views/density.ts'
import { type Lanes, lanesOf } from '../../../core/views/lanes.ts'
import { type PeriodUnit, periodEdges, unitOf } from '../../../core/views/periods.ts'
import type { Stretch } from '../../../core/views/whenBrush.ts'

/** More periods than these are neither told apart nor read through. */
const MOST_PERIODS = 200

export interface TimelineCounts {
  readonly unit: PeriodUnit
  readonly counted: Density
  readonly assessed: Density
}

export function timelineCounts(
  spans: DateSpans,
  lanes: Lanes,
  assessed: DateSpans,
  { from, to }: Stretch,
): TimelineCounts {
  const unit = unitOf((to - from) / MOST_PERIODS)
  const edges = periodEdges(from, to, unit)
  return {
    unit,
    counted: density(spans, lanes, edges),
    assessed: density(assessed, noLanes(assessed.count), edges),
  }
}

/** So many records in no lane at all. */
export function noLanes(count: number): Lanes {
  return { ...lanesOf([], () => null, 1), starts: new Uint32Array(count + 1) }
}
