/**
 * Policy `pseudonym`: a person is a role and a number, "Victim 1", that hold in one brief (redaction.md). Numbers follow
 * the shuffled order of the rows, which comes from the seed; no name and no id has a part in them.
 *
 * A series of briefs, chosen by the user, keeps the labels: who had one keeps it, and whoever is new draws a free number
 * by the seed. What that costs: whoever holds two briefs of a series can put the rows of one person side by side, and
 * knows of that person all that both show. The numbers of a series are drawn from a wide range, not counted, so that a
 * gap tells nothing of how many people the other briefs have. Earlier labels come in as an argument, under the ids of
 * the log they go with; so two logs that differ only in protected values still give equal briefs.
 */
import { PERSON_ROLES } from '../../vocabularyCodes.ts'
import { seededDraw } from '../seededRandom.ts'

/** The role that a label says; `person` where none is known. */
export const LABEL_ROLES = [...PERSON_ROLES, 'person'] as const
export type LabelRole = (typeof LABEL_ROLES)[number]

/** A pseudonym; the words are made by whoever prints it. */
export interface Pseudonym {
  readonly role: LabelRole
  readonly number: number
}

/** Numbers of a series lie below this. */
const SERIES_RANGE = 9000

/** The role that a label says of somebody in several: victim before perpetrator, then witness, source, intervening party. */
export function labelRole(roles: readonly string[]): LabelRole {
  return PERSON_ROLES.find((role) => roles.includes(role)) ?? 'person'
}

/**
 * Labels in the given order of people.
 * @param people id and role, in the shuffled order of the brief's rows.
 * @param earlier labels of the series by id; null for a brief that stands alone.
 */
export function assignPseudonyms(
  people: readonly { readonly id: string; readonly role: LabelRole }[],
  seed: string,
  earlier: ReadonlyMap<string, Pseudonym> | null,
): Pseudonym[] {
  if (earlier === null) {
    const next = new Map<LabelRole, number>()
    return people.map(({ role }) => {
      const number = (next.get(role) ?? 0) + 1
      next.set(role, number)
      return { role, number }
    })
  }
  const taken = new Set([...earlier.values()].map(({ number }) => number))
  const draw = seededDraw(seed, 'series')
  return people.map(({ id, role }) => {
    const known = earlier.get(id)
    if (known !== undefined) return known
    const range = SERIES_RANGE + taken.size
    let number = 1000 + draw(range)
    while (taken.has(number)) number = 1000 + draw(range)
    taken.add(number)
    return { role, number }
  })
}
