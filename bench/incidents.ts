/**
 * Made-up incidents of about 2 KB of JSON, as the real schema gives them back, in Latin, Cyrillic and Arabic.
 * Deterministic: number `index` of a seed is always the same record.
 */

import involvementDegrees from '../resources/vocabularies/involvement-degrees.json' with { type: 'json' }
import involvementRoles from '../resources/vocabularies/involvement-roles.json' with { type: 'json' }
import placeTypes from '../resources/vocabularies/place-types.json' with { type: 'json' }
import sensitivities from '../resources/vocabularies/sensitivities.json' with { type: 'json' }
import violationTypes from '../resources/vocabularies/violation-types.json' with { type: 'json' }
import { createId } from '../src/core/ids.ts'
import { type Incident, incidentSchema } from '../src/core/incident.ts'
import { CONFIDENTIALITIES, INCIDENT_STATUSES, WORK_STATUSES } from '../src/core/vocabularyCodes.ts'
import { inventName, LANGUAGES, type Language, writeProse } from './prose.ts'
import { createRandom, pick, pickInt, type Random } from './random.ts'

interface Vocabulary {
  readonly terms: readonly { readonly code: string }[]
}

const codesOf = ({ terms }: Vocabulary): readonly string[] => terms.map((term) => term.code)
const VIOLATIONS = codesOf(violationTypes)
const PLACES = codesOf(placeTypes)
const SENSITIVITIES = codesOf(sensitivities)
const ROLES = codesOf(involvementRoles)
const DEGREES = codesOf(involvementDegrees)
const COUNTRIES = ['UA', 'GE', 'KG', 'KZ', 'SY', 'IQ', 'EG', 'ML', 'CD', 'RU', 'BY', 'LB']
/** Two in five records Latin, two Cyrillic, one Arabic. */
const LANGUAGE_SHARES: readonly Language[] = ['en', 'en', 'ru', 'ru', 'ar']
/** Characters of the summary: Cyrillic and Arabic take two bytes each, so that all records weigh about the same. */
const SUMMARY_LENGTH: Readonly<Record<Language, number>> = { en: 830, ru: 440, ar: 460 }
/** What a log names again and again: regions, settlements, who reported, whose doing it was. */
const POOL_SEED = 1
const REGIONS = 40
const SETTLEMENTS = 1_500
const OUTLETS = 250
const ACTORS = 400
const TAGS = 80
const FIRST_ENTRY_MS = Date.UTC(2014, 0, 6)
const ENTRY_EVERY_MS = 47 * 60_000

/** One incident; later ones were entered later, so the newest are those of the highest index. */
export function makeIncident(seed: number, index: number): Incident {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ index)
  const language = pick(random, LANGUAGE_SHARES)
  const enteredMs = FIRST_ENTRY_MS + index * ENTRY_EVERY_MS + pickInt(random, 0, ENTRY_EVERY_MS - 1)
  const createdAt = new Date(enteredMs).toISOString()
  return incidentSchema.parse({
    id: makeId(random),
    createdAt,
    updatedAt: createdAt,
    confidentiality: pick(random, CONFIDENTIALITIES),
    tags: some(random, 0, 3, () => pick(random, pools().tags)),
    ...maybe(random, 0.35, () => ({ remarks: writeProse(random, pick(random, LANGUAGES), 90) })),
    ...maybe(random, 0.4, () => ({
      externalId: `${pickInt(random, 1, 99)}/${pickInt(random, 1000, 999_999)}`,
    })),
    title: writeProse(random, language, 44).replace(/\.$/, ''),
    summary: summaryOf(random, language),
    when: dateOf(random, enteredMs),
    where: placeOf(random, language),
    violationTypes: some(random, 1, 3, () => pick(random, VIOLATIONS)),
    status: pick(random, INCIDENT_STATUSES),
    claims: some(random, 0, 3, () => makeId(random)),
    ...maybe(random, 0.6, () => ({ placeType: pick(random, PLACES) })),
    acts: some(random, 0, 2, () => ({
      ...maybe(random, 0.5, () => ({ victim: makeId(random) })),
      act: pick(random, VIOLATIONS),
      ...maybe(random, 0.3, () => ({ method: pick(random, VIOLATIONS) })),
    })),
    involvements: some(random, 0, 3, () => ({
      who: random() < 0.6 ? pick(random, pools().actors) : makeId(random),
      role: pick(random, ROLES),
      ...maybe(random, 0.5, () => ({ degree: pick(random, DEGREES) })),
    })),
    counts: {
      ...maybe(random, 0.4, () => ({ killed: countOf(random) })),
      ...maybe(random, 0.4, () => ({ injured: countOf(random) })),
      ...maybe(random, 0.2, () => ({ detained: countOf(random) })),
    },
    rightsAffected: some(random, 0, 2, () => pick(random, VIOLATIONS)),
    ...maybe(random, 0.1, () => ({ related: [{ incident: makeId(random), relation: 'same-pattern' }] })),
    sensitivity: some(random, 0, 2, () => pick(random, SENSITIVITIES)),
    ...maybe(random, 0.7, () => ({ workStatus: pick(random, WORK_STATUSES) })),
  })
}

/** `count` incidents from index `first` on, keyed by their ids. */
export function makeIncidents(seed: number, count: number, first = 0): Record<string, Incident> {
  const incidents: Record<string, Incident> = {}
  for (let index = first; index < first + count; index++) {
    const incident = makeIncident(seed, index)
    incidents[incident.id] = incident
  }
  return incidents
}

const makeId = (random: Random): string =>
  createId((length) => Uint8Array.from({ length }, () => pickInt(random, 0, 255)))

const some = <T>(random: Random, low: number, high: number, make: () => T): T[] =>
  Array.from({ length: pickInt(random, low, high) }, make)

const maybe = <T extends object>(random: Random, chance: number, make: () => T): T | object =>
  random() < chance ? make() : {}

/** Prose with the names, numbers and dates that statements are full of. */
function summaryOf(random: Random, language: Language): string {
  const length = SUMMARY_LENGTH[language] * (0.6 + random() * 0.8)
  let summary = ''
  while (summary.length < length) {
    const fact = pick(random, [
      () => inventName(random, language),
      () => `${pickInt(random, 1, 31)}.${pickInt(random, 1, 12)}.${pickInt(random, 2009, 2025)}`,
      () => `${pickInt(random, 0, 23)}:${String(pickInt(random, 0, 59)).padStart(2, '0')}`,
      () => String(pickInt(random, 2, 900)),
    ])()
    summary += `${writeProse(random, language, 220).replace(/\.$/, '')}, ${fact}. `
  }
  return summary.trim()
}

function dateOf(random: Random, enteredMs: number): string {
  const day = new Date(enteredMs - pickInt(random, 0, 400) * 86_400_000).toISOString()
  return pick(random, [day.slice(0, 10), day.slice(0, 10), day.slice(0, 7), `${day.slice(0, 10)}~`])
}

function placeOf(random: Random, language: Language): object {
  return {
    ...maybe(random, 0.3, () => ({ text: writeProse(random, language, 40) })),
    ...pick(random, pools().settlements),
    ...maybe(random, 0.8, () => ({
      lat: pickInt(random, -3_500_000, 5_900_000) / 100_000,
      lon: pickInt(random, -1_700_000, 8_700_000) / 100_000,
    })),
    precision: pickInt(random, 1, 7),
  }
}

function countOf(random: Random): object {
  const low = pickInt(random, 0, 9)
  const best = low + pickInt(random, 0, 4)
  const reportedBy = () => ({ reportedBy: pick(random, pools().outlets) })
  return { low, best, high: best + pickInt(random, 0, 20), ...maybe(random, 0.3, reportedBy) }
}

interface Pools {
  readonly settlements: readonly {
    readonly name: string
    readonly admin1: string
    readonly country: string
  }[]
  readonly outlets: readonly string[]
  readonly actors: readonly string[]
  readonly tags: readonly string[]
}

let madePools: Pools | null = null

function pools(): Pools {
  madePools ??= makePools(createRandom(POOL_SEED))
  return madePools
}

function makePools(random: Random): Pools {
  const name = (): string => inventName(random, pick(random, LANGUAGES))
  const regions = some(random, REGIONS, REGIONS, () => ({ admin1: name(), country: pick(random, COUNTRIES) }))
  return {
    settlements: some(random, SETTLEMENTS, SETTLEMENTS, () => ({ name: name(), ...pick(random, regions) })),
    outlets: some(random, OUTLETS, OUTLETS, name),
    actors: some(random, ACTORS, ACTORS, () => makeId(random)),
    tags: some(random, TAGS, TAGS, () => writeProse(random, pick(random, LANGUAGES), 6).replace(/\.$/, '')),
  }
}
