/** Which sources speak of which incidents, over the rows a brief shows: through the claims about them. */
import { sourceShifts } from '../views/sourceShifts.ts'
import type { BriefClaim, BriefIncident, BriefSource, ShownCount } from './briefData.ts'
import { type PeriodUnit, periodIn, unitOfPeriod } from './briefPeriods.ts'

/** Incident → its sources, by the ids of this brief. An incident that no claim is about has none. */
export type SourcesOfIncidents = ReadonlyMap<string, ReadonlySet<string>>

export function sourcesOfIncidents(
  incidents: readonly BriefIncident[],
  claims: readonly BriefClaim[],
): SourcesOfIncidents {
  const byClaim = new Map(claims.map((claim) => [claim.id, claim]))
  const about = new Map<string, BriefClaim[]>()
  for (const claim of claims) for (const id of claim.about) about.set(id, [...(about.get(id) ?? []), claim])
  return new Map(
    incidents.map(({ id, claims: named }) => [
      id,
      new Set(
        [...(about.get(id) ?? []), ...named.flatMap((claim) => byClaim.get(claim) ?? [])].flatMap(
          ({ sources }) => sources,
        ),
      ),
    ]),
  )
}

/** The kinds of these sources, each once. */
export function sourceKindsOf(
  ids: ReadonlySet<string> | undefined,
  sources: readonly BriefSource[],
): readonly string[] {
  return ids === undefined || ids.size === 0
    ? []
    : [...new Set(sources.flatMap(({ id, kind }) => (ids.has(id) ? [kind] : [])))]
}

/**
 * Periods in which sources changed with incidents, so that only the reporting may have changed. Nothing is said of a
 * period of which the brief does not say how many incidents it has.
 * @param periods of the table of periods, without a gap but for the last, which may be of other times.
 */
export function shiftsOfSources(
  periods: readonly string[],
  byPeriod: readonly { readonly code: string; readonly count: ShownCount }[],
  incidents: readonly BriefIncident[],
  reported: SourcesOfIncidents,
): string[] {
  const unit = unitOfPeriod(periods[0] ?? '')
  if (unit === null) return []
  const single = periods.filter((period) => unitOfPeriod(period) !== null)
  const columns = single.map((period) => column(period, unit, byPeriod, incidents, reported))
  const shifts = sourceShifts(columns.map((each) => each ?? { incidents: 0, sources: 0 }))
  return single.filter((_, at) => {
    const areShown = columns[at] !== null && columns[at - 1] !== null
    return areShown && shifts[at] !== null && shifts[at] !== undefined
  })
}

/** Null where the brief hides how many incidents are of the period. */
function column(
  period: string,
  unit: PeriodUnit,
  byPeriod: readonly { readonly code: string; readonly count: ShownCount }[],
  incidents: readonly BriefIncident[],
  reported: SourcesOfIncidents,
): { readonly incidents: number; readonly sources: number } | null {
  const parts = byPeriod.filter(({ code }) => periodIn(code, unit) === period).map(({ count }) => count)
  const counts = parts.filter((count) => typeof count === 'number')
  if (counts.length < parts.length) return null
  const inPeriod = incidents.filter(({ when }) => when !== null && periodIn(when, unit) === period)
  return {
    incidents: counts.reduce((sum, count) => sum + count, 0),
    sources: new Set(inPeriod.flatMap(({ id }) => [...(reported.get(id) ?? [])])).size,
  }
}
