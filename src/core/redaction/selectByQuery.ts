/** Which records a query chooses for a brief: what matches, and what belongs to it. */
import type { Claim } from '../claim.ts'
import { stateAsOf } from '../grading.ts'
import type { Log } from '../log.ts'
import type { Query } from '../queryTerms/queryWorld.ts'
import { resolveIncident } from '../resolveIncident.ts'
import type { Selection } from './select.ts'

/**
 * Incidents and claims that match; claims about a matching incident; actions about either, or matching
 * themselves; every public contact, since help is for all who read. Claims are judged by where they stood on `asOf`
 * (YYYY-MM-DD).
 */
export function selectByQuery(log: Log, query: Query, asOf: string): Selection {
  const standing = (claim: Claim): Claim => {
    const { status, credibility, standardMet } = stateAsOf(claim, asOf)
    return { ...claim, status, credibility, standardMet }
  }
  const incidents = Object.values(log.incidents).filter(query)
  const incidentIds = new Set(incidents.map((incident) => incident.id))
  const current = (id: string) => resolveIncident(log.incidents, id)
  const named = new Set(incidents.flatMap((incident) => incident.claims))
  const claims = Object.values(log.claims).filter(
    (claim) =>
      query(standing(claim)) ||
      named.has(claim.id) ||
      claim.about.some(({ id }) => incidentIds.has(current(id))),
  )
  const chosen = new Set([...incidentIds, ...claims.map((claim) => claim.id)])
  const actions = Object.values(log.actions).filter(
    (action) => query(action) || action.about.some((id) => chosen.has(current(id))),
  )
  return {
    incidents: [...incidentIds],
    claims: claims.map((claim) => claim.id),
    contacts: Object.keys(log.contacts),
    actions: actions.map((action) => action.id),
  }
}
