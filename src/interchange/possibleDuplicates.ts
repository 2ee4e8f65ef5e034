/**
 * Incidents that may be one and the same: equal in time, place and kinds. Only flagged, never merged: two events
 * on one day in one village are common in a war.
 */
import { foldText } from '../core/foldText.ts'
import type { Incident } from '../core/incident.ts'
import type { Log } from '../core/log.ts'

export interface DuplicateIndex {
  /** The first incident known to be equal in time, place and kinds, if any; remembers this one otherwise. */
  readonly firstLike: (incident: Incident) => string | undefined
}

/** Indexes a log's incidents once. */
export function createDuplicateIndex(log: Log): DuplicateIndex {
  const firstByKey = new Map<string, string>()
  const firstLike = (incident: Incident): string | undefined => {
    const key = duplicateKey(incident)
    if (key === null) return undefined
    const first = firstByKey.get(key)
    if (first === undefined) firstByKey.set(key, incident.id)
    return first === incident.id ? undefined : first
  }
  for (const incident of Object.values(log.incidents)) firstLike(incident)
  return { firstLike }
}

/** Null when the place is not known well enough to compare. Coordinates count to about 100 metres. */
export function duplicateKey(incident: Incident): string | null {
  const { lat, lon, name, admin1 } = incident.where
  const place =
    lat !== undefined && lon !== undefined
      ? `${lat.toFixed(3)} ${lon.toFixed(3)}`
      : name && `${foldText(name)}\u0000${foldText(admin1 ?? '')}`
  if (!place) return null
  return [incident.when, place, ...incident.violationTypes.toSorted()].join('\u0000')
}
