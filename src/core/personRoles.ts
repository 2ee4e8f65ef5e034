/**
 * Keeps a person's roles in step with the links (records.md): whoever is named as the victim of an act, as involved, or
 * as the person behind a source, has that role. A link adds a role; taking the link away leaves it, since a person may
 * have a role for reasons that stand in no record.
 */
import type { Change, Log, Put } from './log.ts'
import type { Person } from './person.ts'
import { withDefaults } from './recordDefaults.ts'
import type { AnyRecord } from './records.ts'
import { PERSON_ROLES } from './vocabularyCodes.ts'

type Role = Person['roles'][number]

/** Changes of the persons that a record gives a role they do not have yet; whoever is at risk by it is marked so. */
export function roleUpdates(log: Pick<Log, 'persons'>, record: AnyRecord, now: string): Change {
  const rolesById = new Map<string, Set<Role>>()
  for (const [id, role] of rolesIn(record)) {
    const roles = rolesById.get(id)
    if (roles === undefined) rolesById.set(id, new Set([role]))
    else roles.add(role)
  }
  return [...rolesById].flatMap(([id, roles]): Put[] => {
    const person = Object.hasOwn(log.persons, id) ? log.persons[id] : undefined
    const added = person === undefined ? [] : [...roles].filter((role) => !person.roles.includes(role))
    if (person === undefined || added.length === 0) return []
    const next: Person = { ...person, roles: [...person.roles, ...added], updatedAt: now }
    const { atRisk } = withDefaults('persons', next)
    return [{ kind: 'persons', id, record: typeof atRisk === 'boolean' ? { ...next, atRisk } : next }]
  })
}

function rolesIn(record: AnyRecord): readonly (readonly [string, Role])[] {
  if ('involvements' in record) {
    const victims = record.acts.flatMap(({ victim }) =>
      victim === undefined ? [] : [[victim, 'victim'] as const],
    )
    const involved = record.involvements.flatMap(({ who, role }) => {
      const known = PERSON_ROLES.find((each) => each === role)
      return known === undefined ? [] : [[who, known] as const]
    })
    return [...victims, ...involved]
  }
  if ('reliability' in record && record.person !== undefined) return [[record.person, 'source']]
  return []
}
