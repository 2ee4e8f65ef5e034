/**
 * Where a change of the counts from one period to the next may be a change of who reports: the number of distinct sources
 * changed with it. Such periods are marked, so that nobody reads more reporting as more violence.
 */
import type { Tally } from './breakdown.ts'

export interface SourceShift {
  readonly before: number
  readonly now: number
}

/** Smaller changes are said of no period: at least one in four, and more than one source. */
const LEAST_SHARE = 0.25
const LEAST_SOURCES = 2

/** By period of a list without gaps, the change of its sources; null where incidents and sources did not both change. */
export function sourceShifts(
  periods: readonly Pick<Tally, 'incidents' | 'sources'>[],
): readonly (SourceShift | null)[] {
  return periods.map((period, at) => {
    const before = periods[at - 1]
    if (before === undefined) return null
    const more = period.incidents - before.incidents
    const moreSources = period.sources - before.sources
    // Where nothing happened nobody could report it.
    const isTogether = more * moreSources > 0 && period.incidents > 0 && before.incidents > 0
    return isTogether &&
      isLarge(before.incidents, more, 1) &&
      isLarge(before.sources, moreSources, LEAST_SOURCES)
      ? { before: before.sources, now: period.sources }
      : null
  })
}

const isLarge = (before: number, change: number, least: number): boolean =>
  Math.abs(change) >= Math.max(least, before * LEAST_SHARE)
