/**
 * People of a brief: only those linked to what it shows, labelled for its readers, who agreed. A row has a role, a band
 * of age and sex; its label is given when the order of the rows is known (policies/pseudonym.ts).
 */
import type { Claim } from '../../claim.ts'
import type { Incident } from '../../incident.ts'
import type { Log } from '../../log.ts'
import { PERSON_ROLES } from '../../vocabularyCodes.ts'
import type { BriefPerson } from '../briefData.ts'
import { ageBand } from '../policies/age.ts'
import { labelRole } from '../policies/pseudonym.ts'
import { isShown, type Profile } from '../profile.ts'
import type { WithheldCounter } from '../report.ts'
import { type Gate, whyPersonStays } from '../select.ts'
import { codeOrNull, type RowContext } from './rowContext.ts'

type Role = (typeof PERSON_ROLES)[number]

/** The people that an incident names, with the role it gives them, as far as the profile shows the link. */
export function peopleOfIncident(
  { acts, involvements }: Incident,
  profile: Profile,
): readonly { readonly id: string; readonly role: Role | null }[] {
  const victims = isShown(profile, 'incidents', 'acts.victim')
    ? acts.flatMap(({ victim }) => (victim === undefined ? [] : [{ id: victim, role: 'victim' as const }]))
    : []
  if (!isShown(profile, 'incidents', 'involvements.who')) return victims
  const showsRole = isShown(profile, 'incidents', 'involvements.role')
  const involved = involvements.map(({ who, role }) => ({
    id: who,
    role: (showsRole ? PERSON_ROLES.find((each) => each === role) : undefined) ?? null,
  }))
  return [...victims, ...involved]
}

/** Ids of the people that the records of a brief are linked to and who may have a row. */
export function shownPeople(
  incidents: readonly Incident[],
  claims: readonly Claim[],
  gate: Gate,
  withheld: WithheldCounter,
): ReadonlySet<string> {
  const { log, profile } = gate
  if (profile.personPurposes.length === 0 || !isShown(profile, 'persons', 'roles')) return new Set()
  const linked = new Set([
    ...incidents.flatMap((incident) => peopleOfIncident(incident, profile).map(({ id }) => id)),
    ...claims.flatMap((claim) => peopleOfClaim(claim, log, profile)),
  ])
  return new Set(
    [...linked].filter((id) => {
      const person = Object.hasOwn(log.persons, id) ? log.persons[id] : undefined
      if (person === undefined) return false
      const reason = whyPersonStays(person, gate)
      if (reason !== null) withheld.of(id).add(reason)
      return reason === null
    }),
  )
}

/** Ids of the people a claim is about. */
export function peopleOfClaim({ about }: Claim, log: Pick<Log, 'persons'>, profile: Profile): string[] {
  if (!isShown(profile, 'claims', 'about.id')) return []
  return [...new Set(about.map((each) => each.id))].filter((id) => Object.hasOwn(log.persons, id))
}

export function personRows(context: RowContext): BriefPerson[] {
  const { log, profile, asOf, personIds, incidents } = context
  const rolesById = new Map<string, Set<Role>>()
  for (const incident of incidents) {
    for (const { id, role } of peopleOfIncident(incident, profile)) {
      if (role === null || !personIds.has(id)) continue
      const roles = rolesById.get(id)
      if (roles) roles.add(role)
      else rolesById.set(id, new Set([role]))
    }
  }
  return [...personIds].flatMap((id): BriefPerson[] => {
    const person = log.persons[id]
    if (person === undefined) return []
    const found = rolesById.get(id) ?? new Set(person.roles)
    const roles = PERSON_ROLES.filter((role) => found.has(role))
    const { age, birthDate, sex } = person
    return [
      {
        id,
        role: labelRole(roles),
        number: 0,
        roles,
        ageBand: ageBand(
          isShown(profile, 'persons', 'age') ? age : undefined,
          isShown(profile, 'persons', 'birthDate') ? birthDate : undefined,
          asOf,
          profile.precision.age,
        ),
        sex: isShown(profile, 'persons', 'sex') ? codeOrNull(sex, context) : null,
      },
    ]
  })
}
