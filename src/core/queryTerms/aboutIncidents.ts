/**
 * Conditions on incidents, asked of claims and actions as well: they answer for the incidents that they are about.
 * So `-place:RU-CE` leaves out what is said about Chechnya together with what happened there.
 */
import { aboutIds, fieldsOf, type Query, type QueryLog, type WithSubjects } from './queryWorld.ts'

/** @param matches the condition; asked of incidents alone. */
export function aboutIncidents(log: QueryLog | null, matches: Query): Query {
  let listed: ReadonlySet<string> | undefined
  const isAbout = (log: QueryLog, record: WithSubjects): boolean => {
    listed ??= claimsListedIn(log, matches)
    if (listed.has(record.id)) return true
    return aboutIds(record).some((id) => {
      const incident = log.incidents.get(id)
      return incident !== undefined && matches(incident)
    })
  }
  return (record) => {
    const { where, about } = fieldsOf(record)
    if (where !== undefined) return matches(record)
    if (about === undefined || log === null) return false
    // An action may be about a claim, which is about an incident.
    const subject = { id: record.id, about }
    if (isAbout(log, subject)) return true
    return aboutIds(subject).some((id) => {
      const claim = log.claims.get(id)
      return claim !== undefined && isAbout(log, claim)
    })
  }
}

/** Claims that matching incidents name among those about them. */
function claimsListedIn(log: QueryLog, matches: Query): ReadonlySet<string> {
  const listed = new Set<string>()
  for (const incident of log.incidents.all())
    if (incident.claims.length > 0 && matches(incident)) for (const id of incident.claims) listed.add(id)
  return listed
}
