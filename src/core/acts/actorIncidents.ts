/** The incidents that a person or an organisation stands in, and as what: each once, less those merged into another of them. */
import { type ActIncident, withoutMerged } from './actLines.ts'

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
  const standing = [...named].filter((incident) => rolesIn(incident, actor).length > 0)
  const { shown, redirects } = withoutMerged(standing)
  return { incidents: shown.map((incident) => ({ incident, roles: rolesIn(incident, actor) })), redirects }
}

function rolesIn({ involvements, acts }: ActIncident, actor: string): ActorIncident['roles'] {
  const roles = involvements.flatMap(({ who, role, degree }) => (who === actor ? [{ role, degree }] : []))
  const isVictim = acts.some(({ victim }) => victim === actor)
  return isVictim && !roles.some(({ role }) => role === 'victim')
    ? [{ role: 'victim', degree: undefined }, ...roles]
    : roles
}
