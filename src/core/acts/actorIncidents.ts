/** The incidents that a person or an organisation stands in, and as what: each once, less those that stand for another. */
import type { ActIncident } from './actLines.ts'

export interface ActorIncident {
  readonly incident: ActIncident
  /** Roles in it, each with its degree where one is recorded. */
  readonly roles: readonly { readonly role: string; readonly degree: string | undefined }[]
}

export interface ActorIncidents {
  readonly incidents: readonly ActorIncident[]
  readonly redirects: number
}

/** @param named incidents that name the actor in whatever way. */
export function actorIncidents(named: Iterable<ActIncident>, actor: string): ActorIncidents {
  const incidents: ActorIncident[] = []
  let redirects = 0
  for (const incident of named) {
    const roles = incident.involvements.flatMap(({ who, role, degree }) =>
      who === actor ? [{ role, degree }] : [],
    )
    const isVictim = incident.acts.some(({ victim }) => victim === actor)
    if (isVictim && !roles.some(({ role }) => role === 'victim'))
      roles.unshift({ role: 'victim', degree: undefined })
    if (roles.length === 0) continue
    if (incident.mergedInto !== undefined || incident.duplicateOf !== undefined) redirects += 1
    else incidents.push({ incident, roles })
  }
  return { incidents, redirects }
}
