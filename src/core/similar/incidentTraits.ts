/** What of an incident makes it like another: its traits, each with its weight and the value it is told by. */
import type { Incident } from '../incident.ts'
import type { Person } from '../person.ts'
import type { SimilarityReason } from './similarIncident.ts'

export type ComparedIncident = Pick<
  Incident,
  | 'id'
  | 'when'
  | 'where'
  | 'violationTypes'
  | 'victimGroups'
  | 'acts'
  | 'involvements'
  | 'tags'
  | 'mergedInto'
  | 'duplicateOf'
>
export type ComparedPerson = Pick<Person, 'id' | 'tags'>

export interface Trait {
  /** Equal in two incidents when they have the trait in common. */
  readonly key: string
  readonly code: SimilarityReason['code']
  readonly value: string
  /** What sharing it adds, of the whole of all traits. */
  readonly weight: number
}

/** How much each side of an incident counts when it has it; together 14. */
const KIND = 5
const PLACE = 3
const VICTIMS = 2
const TAGS = 1
const METHOD = 1
const PERPETRATOR = 2
/** Of the weight of a kind, what the heading alone gives; and of a place, what the country and the region give. */
const HEADING_SHARE = 0.4
const COUNTRY_SHARE = 0.25
const REGION_SHARE = 0.5
/** MT4 groups its codes by the digits they begin with: 0301 holds arrest, detention, disappearance, abduction. */
const HEADING_DIGITS = 4
const MT4 = /^\d{12}$/

/** All traits of an incident; `personOf` knows the persons of the log, `fold` is `foldText` or one that remembers. */
export function traitsOf(
  incident: ComparedIncident,
  personOf: (id: string) => ComparedPerson | undefined,
  fold: (text: string) => string,
): readonly Trait[] {
  const { acts, involvements, victimGroups, violationTypes } = incident
  const victims = [...acts.flatMap((act) => act.victim ?? []), ...withRole(involvements, 'victim')]
  const tags = [...incident.tags, ...victims.flatMap((id) => personOf(id)?.tags ?? [])]
  return [
    ...kindTraits([...violationTypes, ...acts.map((act) => act.act)]),
    ...placeTraits(incident.where, fold),
    ...victimTraits(victimGroups, victims),
    ...evenly('same-tags', TAGS, tags, fold),
    ...evenly(
      'same-method',
      METHOD,
      acts.flatMap((act) => act.method ?? []),
    ),
    ...evenly('same-perpetrator', PERPETRATOR, withRole(involvements, 'perpetrator')),
  ]
}

/** Ids of the persons whose tags an incident is compared by. */
export function personsOf({ acts, involvements }: ComparedIncident): readonly string[] {
  return [...acts.flatMap((act) => act.victim ?? []), ...withRole(involvements, 'victim')]
}

const withRole = (involvements: ComparedIncident['involvements'], role: string): readonly string[] =>
  involvements.flatMap((each) => (each.role === role ? each.who : []))

/** The group tells more than the person: the same people rarely suffer twice, the same group again and again. */
const GROUP_SHARE = 0.75

/** Groups and persons who suffered; where only one of them is told, it has all the weight. */
function victimTraits(groups: readonly string[], persons: readonly string[]): readonly Trait[] {
  const ofGroups = persons.length === 0 ? 1 : GROUP_SHARE
  return [
    ...evenly('same-victims', VICTIMS * ofGroups, groups, (code) => `group ${code}`),
    ...evenly('same-victims', VICTIMS * (groups.length === 0 ? 1 : 1 - GROUP_SHARE), persons),
  ]
}

/** Each value once, the weight shared among them. */
function evenly(
  code: Trait['code'],
  weight: number,
  values: readonly string[],
  fold: (value: string) => string = (value) => value,
): readonly Trait[] {
  const byKey = new Map(values.map((value) => [fold(value), value]))
  return [...byKey].map(([key, value]) => ({
    key: `${code} ${key}`,
    code,
    value,
    weight: weight / byKey.size,
  }))
}

/** What a code of MT4 stands under; a code of the user's own stands under none but itself. */
export const headingOf = (code: string): string => (MT4.test(code) ? code.slice(0, HEADING_DIGITS) : code)

function kindTraits(codes: readonly string[]): readonly Trait[] {
  const distinct = [...new Set(codes)]
  const each = KIND / distinct.length
  return distinct.flatMap((value): Trait[] => {
    if (!MT4.test(value)) return [{ key: `kind ${value}`, code: 'same-kind', value, weight: each }]
    const heading = headingOf(value)
    return [
      { key: `kind ${value}`, code: 'same-kind', value, weight: each * (1 - HEADING_SHARE) },
      { key: `heading ${heading}`, code: 'related-kind', value, weight: each * HEADING_SHARE },
    ]
  })
}

/** From the country down, as far as the incident tells; a district of no known region stands by itself. */
function placeTraits(
  { country, admin1, admin2 }: ComparedIncident['where'],
  fold: (text: string) => string,
): readonly Trait[] {
  const levels = [
    { code: 'same-country', value: country, share: COUNTRY_SHARE },
    { code: 'same-region', value: admin1, share: REGION_SHARE },
    { code: 'same-district', value: admin2, share: 1 - COUNTRY_SHARE - REGION_SHARE },
  ] as const
  const path: string[] = []
  return levels.flatMap(({ code, value, share }) => {
    if (value === undefined) return []
    path.push(fold(value))
    return [{ key: `${code} ${path.join(' | ')}`, code, value, weight: PLACE * share }]
  })
}
