/**
 * A log as a researcher may have it: twenty to sixty incidents that cluster in time and place, what is said of them,
 * who said it, and everything a log keeps besides. Every optional field of every kind occurs, since records are filled
 * by their schemas first; what a brief shows is then set to what could have happened.
 */
import fc from 'fast-check'
import { emptyLog, type Log, OPT_INS } from '../../../src/core/log.ts'
import { linksOf } from '../../../src/core/recordLinks.ts'
import { type AnyRecord, KINDS, type Kind, SCHEMAS } from '../../../src/core/records.ts'
import { CLAIM_STATUSES, CONSENT_PURPOSES, INCIDENT_STATUSES } from '../../../src/core/vocabularyCodes.ts'
import { parseLog } from '../../support/parseLog.ts'
import { recordArbitrary } from '../../support/recordArbitrary.ts'
import type { Random } from '../../support/vault/random.ts'
import { withKeySecrets } from './keySecrets.ts'
import { madeUpName, madeUpText } from './madeUpTexts.ts'
import { countAlike, otherInstant } from './otherValue.ts'
import { setAt, visitLeaves } from './schemaLeaves.ts'

type Fields = Record<string, unknown> & { readonly id: string }
type Drafted = Record<Kind, Fields[]>

const NOW = '2026-01-01T00:00:00Z'
const two = (number: number): string => String(number).padStart(2, '0')

/** Records of a kind that nobody thought of here; few of them, since no brief lists them. */
const OTHER_KIND_SIZE = 2

/** How many records of the kinds that matter to a brief. */
function sizes(random: Random): Partial<Record<Kind, number>> {
  return {
    incidents: 20 + random.below(41),
    claims: 8 + random.below(12),
    sourceItems: 8 + random.below(14),
    sources: 4 + random.below(5),
    persons: 6 + random.below(10),
    organisations: 3 + random.below(4),
    contacts: 1 + random.below(4),
    actions: 2 + random.below(4),
    places: 3 + random.below(2),
  }
}

/** A whole, valid log; its histories are added to it last (histories.ts). */
export function makeBaseLog(random: Random): Log {
  const count = sizes(random)
  const drafted = {} as Drafted
  for (const kind of KINDS) drafted[kind] = filledRecords(kind, count[kind] ?? OTHER_KIND_SIZE, random)
  for (const kind of KINDS) for (const record of drafted[kind]) relink(kind, record, drafted, random)
  // People first: sentences name them.
  dressOthers(drafted, random)
  dressIncidents(drafted, random)
  dressClaims(drafted, random)
  const collections = Object.fromEntries(
    KINDS.map((kind) => [kind, Object.fromEntries(drafted[kind].map((record) => [record.id, record]))]),
  )
  const empty = emptyLog(NOW)
  const untrusted = {
    ...empty,
    meta: { ...empty.meta, optIns: [...OPT_INS] },
    ...collections,
    terms: ownTerms(random),
  }
  return withBin(withKeySecrets(parseLog(JSON.parse(JSON.stringify(untrusted)))), random)
}

const samplesByKind = new Map<Kind, readonly AnyRecord[]>()

/** Records of a kind in all the forms that its schema allows. Making them is slow, so they are made once. */
function samplesOf(kind: Kind): readonly AnyRecord[] {
  const samples = samplesByKind.get(kind) ?? fc.sample(recordArbitrary(kind), { seed: 11, numRuns: 100 })
  samplesByKind.set(kind, samples)
  return samples
}

/** Records of a kind as their schema allows, with texts that are nobody's and ids of their own. */
export function filledRecords(kind: Kind, count: number, random: Random): Fields[] {
  const samples = Array.from({ length: count }, () => random.pick(samplesOf(kind)))
  return samples.map((sample) => {
    const record: Record<string, unknown> = structuredClone({ ...sample })
    visitLeaves(SCHEMAS[kind], sample, {
      leaf: (leaf) => {
        const isMarked = leaf.protected === 'identity' || leaf.protected === 'text'
        if (isMarked) setAt(record, leaf.path, madeUpText(random))
      },
    })
    return {
      ...record,
      id: newId(random),
      createdAt: otherInstant(random),
      updatedAt: otherInstant(random),
      confidentiality: random.chance(0.8) ? 'CLEAR' : random.pick(['GREEN', 'AMBER', 'AMBER+STRICT', 'RED']),
    }
  })
}

const ID_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
/** An id as Daybook makes it. */
export function newId(random: Random, length = 20): string {
  return Array.from({ length }, () => ID_LETTERS.charAt(random.below(32))).join('')
}

/** Leads every link to a record of a kind it may lead to. */
function relink(kind: Kind, record: Fields, drafted: Drafted, random: Random): void {
  const parsed = SCHEMAS[kind].parse(record)
  for (const { field, kinds } of linksOf(kind, parsed)) {
    const targets = kinds.flatMap((each) => drafted[each]).filter(({ id }) => id !== record.id)
    const path = field.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
    if (targets.length > 0) setAt(record, path, random.pick(targets).id)
  }
}

/** Figures of one cluster are alike by the tens. */
const band = ({
  best,
  low,
  high,
}: {
  best?: number | undefined
  low?: number | undefined
  high?: number | undefined
}): string => String((best ?? low ?? high ?? 0) < 5)

interface Cluster {
  readonly year: number
  readonly month: number
  readonly country: string
  /** Spellings of one division. */
  readonly admin1: readonly string[]
  /** Towns and districts that are called like it or that may be typed in its stead. */
  readonly towns: readonly string[]
  readonly admin2: string
  readonly types: readonly string[]
  readonly killed: number
}

/** Divisions of the gazetteer, of the log (OWN_PLACES) and of neither, by several of their names. */
const REGIONS: readonly (readonly [country: string, admin1: readonly string[], towns: readonly string[]])[] =
  [
    ['RU', ['Northern Province', 'Северный край'], []],
    ['RU', ['Lake District'], ['Lake District']],
    ['RU', ['Chechnya', 'Чечня', 'Чеченская Республика', 'Tchétchénie'], []],
    ['ML', ['Gao', 'Гао', 'Upper Bend'], ['Gao', 'غاو']],
    ['SY', ['Homs', 'Хомс', 'محافظة حمص'], ['Homs', 'Хомс', 'حمص']],
    ['ES', ['Cataluña', 'Catalonia', 'Barcelona'], ['Barcelona', 'Барселона']],
  ]
/** A division that the gazetteer lacks, another name for one that it has, and a district. */
const OWN_PLACES = [
  {
    kind: 'admin1',
    country: 'RU',
    name: 'Northern Province',
    otherNames: [
      { value: 'Северный край', language: 'ru' },
      { value: 'الإقليم الشمالي', language: 'ar' },
    ],
  },
  { kind: 'admin1', country: 'ML', sameAs: 'ML-7', name: 'Upper Bend', otherNames: [] },
  { kind: 'admin2', country: 'SY', division: 'SY-HI' },
] as const
const TYPES = ['030104000000', '020111110000', '010101020000', '030102000000', 'local:door-marking'] as const

function dressIncidents(drafted: Drafted, random: Random): void {
  const { incidents, persons, claims } = drafted
  const clusters = Array.from({ length: 1 + random.below(3) }, (): Cluster => {
    const [country, admin1, towns] = random.pick(REGIONS)
    return {
      year: 2012 + random.below(8),
      month: 1 + random.below(12),
      country,
      admin1,
      towns,
      admin2: madeUpName(random),
      types: [random.pick(TYPES), random.pick(TYPES)].slice(random.below(2)),
      killed: random.pick([0, 0, 3, 12]),
    }
  })
  const districts = drafted.places.flatMap(({ kind, name }) => (kind === 'admin2' ? [String(name)] : []))
  for (const [at, record] of incidents.entries()) {
    const cluster = random.pick(clusters)
    const isOdd = random.chance(0.08)
    const month = isOdd ? 1 + random.below(12) : cluster.month
    const near = random.chance(0.7) || isOdd ? month : 3 * Math.ceil(month / 3) - random.below(3)
    const when = `${cluster.year}-${two(near)}${random.chance(0.8) ? `-${two(1 + random.below(28))}` : ''}`
    const { towns } = cluster
    const likeDivision = towns.length > 0 && random.chance(0.15) ? random.pick(towns) : null
    const place = random.chance(0.6) ? (likeDivision ?? madeUpName(random)) : null
    const isExact = random.chance(0.5)
    const otherDistrict = () =>
      likeDivision ?? (random.chance(0.3) ? random.pick(districts) : madeUpName(random))
    Object.assign(record, {
      when,
      where: {
        ...(place === null ? {} : { text: `${place} 5`, name: place }),
        ...(isOdd && random.chance(0.3) ? {} : { admin1: random.pick(cluster.admin1) }),
        ...(isExact ? { admin2: random.chance(0.7) ? cluster.admin2 : otherDistrict() } : {}),
        ...(isExact ? { lat: 30 + random.next() * 20, lon: 30 + random.next() * 20 } : {}),
        country: cluster.country,
        precision: 1 + random.below(4),
      },
      violationTypes: isOdd ? [random.pick(TYPES)] : [...new Set(cluster.types)],
      status: random.pick(INCIDENT_STATUSES),
      counts: {
        ...(cluster.killed > 0 && !isOdd
          ? { killed: countAlike({ best: cluster.killed }, band, random) }
          : {}),
        ...(isOdd ? { injured: { best: 1 + random.below(60), reportedBy: madeUpText(random) } } : {}),
      },
      claims: some(claims, random, 2),
      related: random.chance(0.2)
        ? [{ incident: random.pick(incidents).id, relation: 'follows', relationNote: madeUpText(random) }]
        : [],
      possibleDuplicateOf: random.chance(0.1) ? some(incidents, random, 1) : [],
      notDuplicateOf: random.chance(0.1) ? some(incidents, random, 1) : [],
      title: sentence(random, persons, place),
      summary: random.chance(0.6) ? sentence(random, persons, place) : '',
    })
    for (const link of ['duplicateOf', 'mergedInto']) Reflect.deleteProperty(record, link)
    if (random.chance(0.03)) record.duplicateOf = random.pick(incidents).id
    // Into one of those before it: two that are merged into each other are taken by no import.
    if (at > 0 && random.chance(0.03)) record.mergedInto = random.pick(incidents.slice(0, at)).id
  }
}

const some = (records: readonly Fields[], random: Random, most: number): string[] => [
  ...new Set(Array.from({ length: random.below(most + 1) }, () => random.pick(records).id)),
]

const SENTENCES = [
  'People are reported to have been held without a record of arrest.',
  'It is alleged that a shop was searched at night.',
  'По сообщениям, людей удерживали без оформления.',
  'Сообщается, что дом обыскали ночью.',
  'ذُكر أن أشخاصا احتُجزوا دون تسجيل.',
  'Según los informes, se registró una casa por la noche.',
  'Selon des témoignages, une maison a été fouillée de nuit.',
] as const

/** A sentence that a brief may keep; one in four names a person or the place. */
function sentence(random: Random, persons: readonly Fields[], place: string | null): string {
  const plain = random.pick(SENTENCES)
  if (random.chance(0.75)) return plain
  const named = persons.filter(({ realName }) => typeof realName === 'string')
  const person = named.length > 0 ? String(random.pick(named).realName) : null
  const who = random.chance(0.6) ? (person ?? place) : (place ?? person)
  if (who === null) return plain
  return random.pick([`${who}: ${plain}`, `${plain} (${who})`, `${plain} ${who}, ${who}.`])
}

function dressClaims({ claims, incidents, sourceItems, persons }: Drafted, random: Random): void {
  for (const record of claims) {
    const status = random.pick(CLAIM_STATUSES.filter((each) => each !== 'superseded'))
    Object.assign(record, {
      status: random.chance(0.03) ? 'superseded' : status,
      statement: sentence(random, persons, null),
      about: some(incidents, random, 3).map((id) => ({ id })),
      evidenceFor: some(sourceItems, random, 4).map((item) => ({ item, note: madeUpText(random) })),
      evidenceAgainst: some(sourceItems, random, 1).map((item) => ({ item, quote: madeUpText(random) })),
      safeWording: random.chance(0.8) ? sentence(random, persons, null) : undefined,
    })
  }
  for (const record of sourceItems)
    record.derivesFrom = some(sourceItems, random, 2).map((item) => ({ item, how: 'quotes' }))
}

function dressOthers(drafted: Drafted, random: Random): void {
  const { persons, sources, organisations, contacts, actions, incidents, claims, places } = drafted
  places.forEach((record, index) => {
    for (const field of ['parent', 'division', 'sameAs']) Reflect.deleteProperty(record, field)
    Object.assign(record, OWN_PLACES[index] ?? { kind: 'town', name: madeUpName(random) })
    if (record.kind === 'admin2') record.name = madeUpName(random)
  })
  for (const record of [...persons, ...sources]) {
    const isNo = random.chance(0.06)
    record.consents = CONSENT_PURPOSES.map((purpose) => ({
      purpose,
      state: isNo ? random.pick(['refused', 'withdrawn']) : 'given-in-writing',
      explainedBy: random.chance(0.2) ? madeUpText(random) : undefined,
      ...(random.chance(0.3) ? { expiresOn: random.pick(['2031-05-04', '2019-03', '2032']) } : {}),
    })).filter(() => random.chance(isNo ? 0.3 : 0.95))
    // Most "yes" still hold.
    if (random.chance(0.8))
      for (const consent of record.consents as object[]) setAt(consent, ['expiresOn'], undefined)
  }
  for (const record of persons) {
    record.realName = random.chance(0.8) ? madeUpName(random) : undefined
    record.age = random.chance(0.6) ? random.pick(['34', 'about 40', '19', '67', '25-29']) : undefined
    if (random.chance(0.5)) record.birthDate = `19${50 + random.below(50)}-${two(1 + random.below(12))}-03`
  }
  for (const record of sources) if (random.chance(0.85)) Reflect.deleteProperty(record, 'gotItFrom')
  organisations.forEach((record, index) => {
    record.name = [
      'Open Door Network',
      'Помощь рядом',
      'شبكة العون',
      'Casa Abierta',
      'Maison Ouverte',
      'Second Desk',
      'Help Line East',
    ][index]
  })
  contacts.forEach((record, index) => {
    Object.assign(record, {
      offers: random.pick(['Legal help', 'Shelter for a night', 'Психологическая помощь', 'مساعدة قانونية']),
      phone: `+1 555 01${index}${random.below(10)}`,
      site: 'https://help.example.org/',
      email: 'help@example.org',
      checkedOn: random.pick(['2025-11-20', '2025-12-01', '2024-01-09', '2025']),
      warning: random.chance(0.5) ? 'Calls may be listened to.' : undefined,
    })
  })
  for (const record of actions)
    Object.assign(record, {
      addressedTo: random.pick(['Ministry of Justice', 'Комитет по правам человека', 'UN Working Group']),
      about: [...some(incidents, random, 3), ...some(claims, random, 1)],
      askedFor: random.chance(0.5) ? sentence(random, persons, null) : undefined,
    })
}

/** Labels of the log's own: for a code that a brief prints, and for one that nothing uses. */
function ownTerms(random: Random): Record<string, unknown> {
  const term = (code: string, en: string) => ({
    id: `violation-types/${code}`,
    vocabulary: 'violation-types',
    code,
    labels: { en, ru: 'Пометка дверей' },
    note: madeUpText(random),
  })
  const terms = [term('local:door-marking', 'Marking of doors'), term('local:unused', 'Unused')]
  return Object.fromEntries(terms.map((each) => [each.id, each]))
}

/** Moves a few records to the bin, some of them with links that lead to them. */
function withBin(log: Log, random: Random): Log {
  const bin: Record<string, Log['bin'][string]> = {}
  const left: Record<string, Record<string, AnyRecord>> = {}
  for (const kind of KINDS) {
    const records = Object.values<AnyRecord>(log[kind])
    for (const record of records)
      if (records.length > 2 && random.chance(0.04)) {
        bin[record.id] = { id: record.id, kind, record, deletedAt: otherInstant(random) }
      } else left[kind] = { ...left[kind], [record.id]: record }
  }
  return { ...log, ...Object.fromEntries(KINDS.map((kind) => [kind, left[kind] ?? {}])), bin }
}
