/** Redirects between incidents: one that was merged into another stands for that one wherever it is named. */
import type { Incident } from './incident.ts'

type Incidents = Readonly<Record<string, Pick<Incident, 'mergedInto'>>>

/**
 * The id of the incident that stands for `id`: followed along `mergedInto` as far as there are records. An id that
 * nobody merged, or that is no incident, stands for itself. Circles cannot be made here, but a log written elsewhere
 * may hold one: then its smallest id stands for all of it, so that every way in ends at the same record.
 */
export function resolveIncident(incidents: Incidents, id: string): string {
  const seen = new Set<string>()
  let at = id
  for (;;) {
    if (seen.has(at)) return smallestOfCircle(incidents, at)
    seen.add(at)
    const next = Object.hasOwn(incidents, at) ? incidents[at]?.mergedInto : undefined
    if (next === undefined || !Object.hasOwn(incidents, next)) return at
    at = next
  }
}

function smallestOfCircle(incidents: Incidents, start: string): string {
  let smallest = start
  for (
    let at = incidents[start]?.mergedInto;
    at !== undefined && at !== start;
    at = incidents[at]?.mergedInto
  )
    if (at < smallest) smallest = at
  return smallest
}
