/** What a brief says of its rows as a whole: the time and the places they cover, and every count. */
import { CLAIM_STATUSES, RELIABILITIES, SOURCE_KINDS } from '../vocabularyCodes.ts'
import type { BriefContent, BriefIncident, BriefPlace } from './briefData.ts'
import { kindsByPeriod } from './kindsByPeriod.ts'
import { coarsenDate } from './policies/date.ts'
import type { DatePrecision } from './precision.ts'
import { shiftsOfSources, sourceKindsOf, sourcesOfIncidents } from './reportedIncidents.ts'
import { coveringDate, hideSmallTallies, tally } from './statistics.ts'

type Rows = Pick<BriefContent, 'incidents' | 'claims' | 'sources'>

/**
 * @param precision the finest that the brief shows dates at.
 * @param hidesSmall small counts are hidden, and others with them.
 */
export function briefStatistics(
  { incidents, claims, sources }: Rows,
  precision: DatePrecision,
  hidesSmall: boolean,
): Pick<BriefContent, 'period' | 'places' | 'statistics'> {
  /** Of each incident its codes, each once. */
  const count = (codes: readonly (readonly string[])[]) => {
    const tallies = tally(codes.flatMap((each) => [...new Set(each)]))
    return hidesSmall ? hideSmallTallies(tallies, codes.filter(({ length }) => length === 0).length) : tallies
  }
  const dates = incidents.flatMap(({ when }) => (when === null ? [] : [when]))
  const period = coveringDate(dates)
  const places = placesOf(incidents)
  const byPeriod = count(incidents.map(({ when }) => (when === null ? [] : [when])))
  const byViolationType = count(incidents.map(({ violationTypes }) => violationTypes))
  const reported = sourcesOfIncidents(incidents, claims)
  const byKindAndPeriod = kindsByPeriod({
    incidents,
    byPeriod,
    byKind: byViolationType,
    precision,
    hidesSmall,
  })
  const bySourceKind = count(incidents.map(({ id }) => sourceKindsOf(reported.get(id), sources)))
  const byPlace = count(incidents.map(({ place }) => [placeKey(place)]))
  return {
    period: period === null ? null : coarsenDate(period, precision),
    places: [...places.values()],
    statistics: {
      incidents: incidents.length,
      claims: claims.length,
      byPeriod,
      byViolationType,
      byVictimGroup: count(incidents.map(({ victimGroups }) => victimGroups)),
      bySourceKind: SOURCE_KINDS.flatMap((code) =>
        bySourceKind.filter((each) => each.code === code).map(({ count: shown }) => ({ code, count: shown })),
      ),
      byStatus: count(incidents.map(({ status }) => (status === null ? [] : [status]))),
      byPlace: byPlace.flatMap(({ code, count: shown }) => {
        const place = places.get(code)
        return place === undefined ? [] : [{ place, count: shown }]
      }),
      byCell: hidesSmall ? [] : byCell(incidents),
      byKindAndPeriod,
      sourceShifts: shiftsOfSources(byKindAndPeriod?.periods ?? [], byPeriod, incidents, reported),
      byClaimStatus: CLAIM_STATUSES.flatMap((code) => {
        const ofStatus = claims.filter(({ status }) => status === code).length
        return ofStatus === 0 ? [] : [{ code, count: ofStatus }]
      }),
      bySource: SOURCE_KINDS.flatMap((kind) =>
        RELIABILITIES.flatMap((reliability) => {
          const alike = sources.filter((each) => each.kind === kind && each.reliability === reliability)
          return alike.length === 0 ? [] : [{ kind, reliability, count: alike.length }]
        }),
      ),
    },
  }
}

const placeKey = (place: BriefPlace): string => JSON.stringify(Object.values(place))

/** The places shown, by their key and in its order. */
function placesOf(incidents: readonly BriefIncident[]): ReadonlyMap<string, BriefPlace> {
  const places = new Map(incidents.map(({ place }) => [placeKey(place), place]))
  return new Map([...places].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function byCell(incidents: readonly BriefIncident[]): BriefContent['statistics']['byCell'] {
  const cells = new Map(
    incidents.flatMap(({ cell }) => (cell === null ? [] : [[JSON.stringify(cell), cell]])),
  )
  const counts = tally(incidents.flatMap(({ cell }) => (cell === null ? [] : [JSON.stringify(cell)])))
  return counts.flatMap(({ code, count }) => {
    const cell = cells.get(code)
    return cell === undefined ? [] : [{ cell, count }]
  })
}
