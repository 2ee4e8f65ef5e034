/**
 * The policies that each field of each record kind can have, from the tightest to the loosest. Typed by the record
 * schemas: a new field does not compile until somebody decides here, and `['drop']` is the decision that nothing can
 * let it out. A field that can leave must then be named by every shipped profile.
 *
 * Fields without `drop` are those without which a row would say something else: a claim without its status, a source
 * without its reliability.
 */
import { z } from 'zod'
import type { Kind, RecordByKind } from '../records.ts'

/**
 * drop: absent · link: only to rows of the brief · clean-text: left out when it mentions anything protected · text:
 * mentions masked, and kept when a person has accepted what is left · date, place, coordinates, age, count, category: as
 * fine as the profile's precision · pseudonym: a role and a number that hold in one brief · source: kind, reliability
 * and access alone · keep: as it is.
 */
export const POLICIES = [
  'drop',
  'link',
  'clean-text',
  'text',
  'date',
  'place',
  'coordinates',
  'age',
  'count',
  'category',
  'pseudonym',
  'source',
  'keep',
] as const
export const policySchema = z.enum(POLICIES)
export type Policy = (typeof POLICIES)[number]

type Plain = string | number | boolean | null | undefined
/** The fields of a record down to single values, as dotted paths; lists add no step. */
export type PathOf<R> = { [F in keyof R & string]-?: Below<F, NonNullable<R[F]>> }[keyof R & string]
type Below<F extends string, V> = V extends readonly (infer E)[]
  ? Below<F, NonNullable<E>>
  : V extends Plain
    ? F
    : string extends keyof V
      ? F
      : `${F}.${PathOf<V>}`
export type FieldPath<K extends Kind> = PathOf<RecordByKind[K]>

const NEVER = ['drop'] as const
const BY_DATE = ['drop', 'date'] as const
const BY_PLACE = ['drop', 'place'] as const
const BY_COUNT = ['drop', 'count'] as const
const LINKED = ['drop', 'link'] as const
const KEPT = ['drop', 'keep'] as const
const READ_BY_A_PERSON = ['drop', 'text'] as const
const WRITTEN_FOR_RELEASE = ['drop', 'clean-text', 'text'] as const

/** What no profile exports: who typed what when, labels, notes. */
const BASE = {
  id: NEVER,
  createdAt: NEVER,
  updatedAt: NEVER,
  confidentiality: NEVER,
  tags: NEVER,
  remarks: NEVER,
  externalId: NEVER,
  importedFrom: NEVER,
} as const

const CONSENTS = {
  'consents.purpose': NEVER,
  'consents.state': NEVER,
  'consents.organisation': NEVER,
  'consents.on': NEVER,
  'consents.language': NEVER,
  'consents.explainedBy': NEVER,
  'consents.expiresOn': NEVER,
  'consents.note': NEVER,
} as const

const PRIVATE_CONTACTS = {
  'contacts.kind': NEVER,
  'contacts.value': NEVER,
  'contacts.note': NEVER,
} as const

export const FIELD_POLICIES = {
  incidents: {
    ...BASE,
    title: READ_BY_A_PERSON,
    summary: READ_BY_A_PERSON,
    when: BY_DATE,
    'where.text': READ_BY_A_PERSON,
    'where.name': BY_PLACE,
    'where.admin1': BY_PLACE,
    'where.admin2': BY_PLACE,
    'where.country': BY_PLACE,
    'where.lat': ['drop', 'coordinates'],
    'where.lon': ['drop', 'coordinates'],
    'where.precision': NEVER,
    violationTypes: ['drop', 'category', 'keep'],
    violationTypesNote: NEVER,
    status: ['keep'],
    statusNote: NEVER,
    claims: LINKED,
    placeType: KEPT,
    placeTypeNote: NEVER,
    victimGroups: KEPT,
    victimGroupsNote: NEVER,
    'acts.key': NEVER,
    'acts.victim': LINKED,
    'acts.act': NEVER,
    'acts.actNote': NEVER,
    'acts.method': NEVER,
    'acts.methodNote': NEVER,
    'acts.attribution': NEVER,
    'acts.attributionNote': NEVER,
    'acts.statusAtEnd': NEVER,
    'acts.statusAtEndNote': NEVER,
    'involvements.who': LINKED,
    'involvements.role': KEPT,
    'involvements.roleNote': NEVER,
    'involvements.degree': NEVER,
    'involvements.degreeNote': NEVER,
    'counts.killed.low': BY_COUNT,
    'counts.killed.best': BY_COUNT,
    'counts.killed.high': BY_COUNT,
    'counts.killed.reportedBy': NEVER,
    'counts.injured.low': BY_COUNT,
    'counts.injured.best': BY_COUNT,
    'counts.injured.high': BY_COUNT,
    'counts.injured.reportedBy': NEVER,
    'counts.detained.low': BY_COUNT,
    'counts.detained.best': BY_COUNT,
    'counts.detained.high': BY_COUNT,
    'counts.detained.reportedBy': NEVER,
    'counts.missing.low': BY_COUNT,
    'counts.missing.best': BY_COUNT,
    'counts.missing.high': BY_COUNT,
    'counts.missing.reportedBy': NEVER,
    rightsAffected: NEVER,
    rightsAffectedNote: NEVER,
    'related.incident': NEVER,
    'related.relation': NEVER,
    'related.relationNote': NEVER,
    duplicateOf: NEVER,
    possibleDuplicateOf: NEVER,
    mergedInto: NEVER,
    sensitivity: NEVER,
    sensitivityNote: NEVER,
    workStatus: NEVER,
  },
  sources: {
    ...BASE,
    name: NEVER,
    kind: ['source'],
    kindNote: NEVER,
    reliability: ['source'],
    reliabilityReason: NEVER,
    reliabilityOn: NEVER,
    access: ['drop', 'source'],
    accessNote: NEVER,
    person: NEVER,
    gotItFrom: NEVER,
    bias: NEVER,
    languages: NEVER,
    scale: NEVER,
    scaleNote: NEVER,
    'protection.realIdentityHeld': NEVER,
    'protection.realIdentityWhere': NEVER,
    'protection.doNotContact': NEVER,
    'protection.communicationMayBeIntercepted': NEVER,
    'protection.safeContactProtocol': NEVER,
    ...PRIVATE_CONTACTS,
    ...CONSENTS,
  },
  sourceItems: {
    ...BASE,
    title: NEVER,
    itemType: NEVER,
    itemTypeNote: NEVER,
    source: NEVER,
    accessedAt: NEVER,
    publishedAt: NEVER,
    author: NEVER,
    publisher: NEVER,
    url: NEVER,
    archiveUrl: NEVER,
    language: NEVER,
    translation: NEVER,
    translator: NEVER,
    originalText: NEVER,
    quote: NEVER,
    'accessPoint.page': NEVER,
    'accessPoint.line': NEVER,
    'accessPoint.paragraph': NEVER,
    'accessPoint.clip': NEVER,
    'accessPoint.frame': NEVER,
    'accessPoint.cell': NEVER,
    'derivesFrom.item': NEVER,
    'derivesFrom.how': NEVER,
    notDerivedFrom: NEVER,
    evidence: NEVER,
    receivedFrom: NEVER,
    receivedHow: NEVER,
  },
  claims: {
    ...BASE,
    statement: READ_BY_A_PERSON,
    kind: ['keep'],
    kindNote: NEVER,
    status: ['keep'],
    credibility: ['keep'],
    'about.id': LINKED,
    'about.act': NEVER,
    'about.field': NEVER,
    'about.value': NEVER,
    madeBy: NEVER,
    madeOn: NEVER,
    'value.low': NEVER,
    'value.best': NEVER,
    'value.high': NEVER,
    'value.reportedBy': NEVER,
    'value.unit': NEVER,
    'evidenceFor.item': ['link'],
    'evidenceFor.accessPoint.page': NEVER,
    'evidenceFor.accessPoint.line': NEVER,
    'evidenceFor.accessPoint.paragraph': NEVER,
    'evidenceFor.accessPoint.clip': NEVER,
    'evidenceFor.accessPoint.frame': NEVER,
    'evidenceFor.accessPoint.cell': NEVER,
    'evidenceFor.quote': NEVER,
    'evidenceFor.connection': NEVER,
    'evidenceFor.connectionNote': NEVER,
    'evidenceFor.note': NEVER,
    'evidenceAgainst.item': ['link'],
    'evidenceAgainst.accessPoint.page': NEVER,
    'evidenceAgainst.accessPoint.line': NEVER,
    'evidenceAgainst.accessPoint.paragraph': NEVER,
    'evidenceAgainst.accessPoint.clip': NEVER,
    'evidenceAgainst.accessPoint.frame': NEVER,
    'evidenceAgainst.accessPoint.cell': NEVER,
    'evidenceAgainst.quote': NEVER,
    'evidenceAgainst.connection': NEVER,
    'evidenceAgainst.connectionNote': NEVER,
    'evidenceAgainst.note': NEVER,
    standardMet: ['keep'],
    confidence: NEVER,
    confidenceNote: NEVER,
    safeWording: WRITTEN_FOR_RELEASE,
    nextStep: NEVER,
    reviewBy: NEVER,
    'assessments.when': NEVER,
    'assessments.from': NEVER,
    'assessments.to': NEVER,
    'assessments.fromCredibility': NEVER,
    'assessments.credibility': NEVER,
    'assessments.standardMet': NEVER,
    'assessments.reason': NEVER,
    'assessments.knownThen': NEVER,
    asOf: KEPT,
    supersededBy: NEVER,
  },
  persons: {
    ...BASE,
    codeName: NEVER,
    realName: NEVER,
    'otherNames.text': NEVER,
    'otherNames.script': NEVER,
    'otherNames.transliterations': NEVER,
    kind: NEVER,
    kindNote: NEVER,
    roles: ['drop', 'pseudonym'],
    rolesNote: NEVER,
    atRisk: NEVER,
    riskNote: NEVER,
    safeContactProtocol: NEVER,
    ...PRIVATE_CONTACTS,
    relativesAtRisk: NEVER,
    age: ['drop', 'age'],
    birthDate: ['drop', 'age'],
    sex: KEPT,
    sexNote: NEVER,
    sexualOrientation: NEVER,
    sexualOrientationNote: NEVER,
    genderIdentity: NEVER,
    genderIdentityNote: NEVER,
    occupation: NEVER,
    origin: NEVER,
    health: NEVER,
    languages: NEVER,
    ...CONSENTS,
  },
  organisations: {
    ...BASE,
    name: ['clean-text'],
    'translations.language': NEVER,
    'translations.text': NEVER,
    kind: KEPT,
    kindNote: NEVER,
    parent: NEVER,
    roles: NEVER,
    rolesNote: NEVER,
    recipientKey: NEVER,
  },
  contacts: {
    ...BASE,
    organisation: ['link'],
    offers: ['clean-text'],
    phone: ['drop', 'clean-text'],
    site: ['drop', 'clean-text'],
    email: ['drop', 'clean-text'],
    languages: KEPT,
    checkedOn: ['keep'],
    checkedAgainst: NEVER,
    warning: ['clean-text'],
    expiresOn: NEVER,
  },
  actions: {
    ...BASE,
    what: ['keep'],
    whatNote: NEVER,
    addressedTo: ['clean-text'],
    about: LINKED,
    date: BY_DATE,
    askedFor: READ_BY_A_PERSON,
    response: NEVER,
    responseNote: NEVER,
    impact: NEVER,
    impactNote: NEVER,
    status: KEPT,
    statusNote: NEVER,
    priority: NEVER,
    priorityNote: NEVER,
    followUpDate: NEVER,
  },
  evidence: {
    ...BASE,
    fileName: NEVER,
    mediaType: NEVER,
    size: NEVER,
    sha256: NEVER,
    hashedAt: NEVER,
    capturedAt: NEVER,
    capturedAtByDevice: NEVER,
    original: NEVER,
    derivedFrom: NEVER,
    device: NEVER,
    'custody.when': NEVER,
    'custody.what': NEVER,
    'custody.note': NEVER,
    sensitivity: NEVER,
    sensitivityNote: NEVER,
    'metadata.name': NEVER,
    'metadata.value': NEVER,
  },
  places: {
    ...BASE,
    name: NEVER,
    'otherNames.value': NEVER,
    'otherNames.language': NEVER,
    kind: NEVER,
    country: NEVER,
    parent: NEVER,
    division: NEVER,
    sameAs: NEVER,
  },
  profiles: {
    ...BASE,
    name: NEVER,
    version: NEVER,
    basedOn: NEVER,
    reason: NEVER,
    labels: NEVER,
    purposes: NEVER,
    personPurposes: NEVER,
    'precision.date': NEVER,
    'precision.place': NEVER,
    'precision.coordinates': NEVER,
    'precision.age': NEVER,
    'precision.count': NEVER,
    'precision.category': NEVER,
    'disclosure.k': NEVER,
    'disclosure.l': NEVER,
    'disclosure.mode': NEVER,
    'disclosure.quasiIdentifiers': NEVER,
    'disclosure.sensitive': NEVER,
    fields: NEVER,
  },
  releases: {
    ...BASE,
    at: NEVER,
    profile: NEVER,
    profileReason: NEVER,
    'series.name': NEVER,
    'series.people.person': NEVER,
    'series.people.role': NEVER,
    'series.people.number': NEVER,
    layout: NEVER,
    language: NEVER,
    title: NEVER,
    seed: NEVER,
    asOf: NEVER,
    records: NEVER,
    recipient: NEVER,
    'files.form': NEVER,
    'files.sha256': NEVER,
    'consentsReliedOn.holder': NEVER,
    'consentsReliedOn.purpose': NEVER,
    'consentsReliedOn.state': NEVER,
    'claimsAsOf.claim': NEVER,
    'claimsAsOf.asOf': NEVER,
    withheld: NEVER,
    'coarsen.date': NEVER,
    'coarsen.place': NEVER,
    'coarsen.count': NEVER,
    'coarsen.category': NEVER,
    'coarsen.age': NEVER,
    'coarsen.people': NEVER,
    'shown.date': NEVER,
    'shown.place': NEVER,
    'shown.counts': NEVER,
    'shown.category': NEVER,
    'shown.people.age': NEVER,
    'shown.people.sex': NEVER,
    'shown.people.roles': NEVER,
    'shown.records': NEVER,
    'overrides.rule': NEVER,
    'overrides.reason': NEVER,
    supersededBy: NEVER,
    recalled: NEVER,
  },
} as const satisfies {
  readonly [K in Kind]: { readonly [P in FieldPath<K>]: readonly [Policy, ...Policy[]] }
}

type Table = typeof FIELD_POLICIES
type Choices<K extends Kind, P extends keyof Table[K]> = Table[K][P] extends readonly (infer C extends
  Policy)[]
  ? C
  : never

/** A policy for each field of a kind that can leave: all that a profile has to decide. */
export type ShownFields<K extends Kind> = {
  readonly [P in keyof Table[K] as [Choices<K, P>] extends ['drop'] ? never : P]: Choices<K, P>
}

/** The policies a field can have, tightest first; none for a field that does not exist. */
export function choicesFor(kind: Kind, path: string): readonly Policy[] {
  const fields: Readonly<Record<string, readonly Policy[]>> = FIELD_POLICIES[kind]
  return Object.hasOwn(fields, path) ? (fields[path] ?? []) : []
}

/** The fields of a kind that can leave, as dotted paths. */
export function exportableFields(kind: Kind): readonly string[] {
  return Object.keys(FIELD_POLICIES[kind]).filter((path) =>
    choicesFor(kind, path).some((policy) => policy !== 'drop'),
  )
}
