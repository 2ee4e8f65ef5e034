/**
 * The fields of each kind in the order a form shows them: `short` is the short form (the starred fields of records.md),
 * `more` comes under "More", and `fixed` is what Daybook sets itself and no form may touch. Every field of a kind's
 * schema stands in exactly one of the three.
 */
import type { Kind, RecordByKind } from './records.ts'

type FieldOf<K extends Kind> = keyof RecordByKind[K] & string

export interface FieldGroups<F extends string> {
  readonly short: readonly F[]
  readonly more: readonly F[]
  readonly fixed: readonly F[]
}

/** Who may see a record, and the researcher's own words for it: at the end of every form. */
const SHARED = ['confidentiality', 'tags', 'remarks'] as const
const FIXED = ['id', 'createdAt', 'updatedAt', 'externalId', 'importedFrom'] as const

export const RECORD_FIELDS: { readonly [K in Kind]: FieldGroups<FieldOf<K>> } = {
  incidents: {
    short: ['title', 'summary', 'when', 'where', 'violationTypes', 'status', 'claims'],
    more: [
      'violationTypesNote',
      'statusNote',
      'placeType',
      'placeTypeNote',
      'acts',
      'involvements',
      'victimGroups',
      'victimGroupsNote',
      'counts',
      'rightsAffected',
      'rightsAffectedNote',
      'related',
      'duplicateOf',
      'possibleDuplicateOf',
      'notDuplicateOf',
      'sensitivity',
      'sensitivityNote',
      'workStatus',
      ...SHARED,
    ],
    fixed: [...FIXED, 'mergedInto'],
  },
  sources: {
    short: ['name', 'kind', 'reliability'],
    more: [
      'kindNote',
      'reliabilityReason',
      'reliabilityOn',
      'access',
      'accessNote',
      'gotItFrom',
      'person',
      'bias',
      'languages',
      'scale',
      'scaleNote',
      'protection',
      'contacts',
      'consents',
      ...SHARED,
    ],
    fixed: FIXED,
  },
  sourceItems: {
    short: ['title', 'itemType', 'source', 'accessedAt'],
    more: [
      'itemTypeNote',
      'publishedAt',
      'author',
      'publisher',
      'url',
      'archiveUrl',
      'language',
      'originalText',
      'quote',
      'accessPoint',
      'translation',
      'translator',
      'derivesFrom',
      'notDerivedFrom',
      'evidence',
      'receivedFrom',
      'receivedHow',
      ...SHARED,
    ],
    fixed: FIXED,
  },
  claims: {
    short: ['statement', 'kind', 'status', 'credibility'],
    more: [
      'kindNote',
      'about',
      'madeBy',
      'madeOn',
      'value',
      'evidenceFor',
      'evidenceAgainst',
      'standardMet',
      'confidence',
      'confidenceNote',
      'safeWording',
      'nextStep',
      'reviewBy',
      'supersededBy',
      ...SHARED,
    ],
    fixed: [...FIXED, 'assessments', 'asOf'],
  },
  persons: {
    short: ['codeName', 'roles'],
    more: [
      'rolesNote',
      'realName',
      'otherNames',
      'kind',
      'kindNote',
      'atRisk',
      'riskNote',
      'safeContactProtocol',
      'contacts',
      'relativesAtRisk',
      'age',
      'birthDate',
      'sex',
      'sexNote',
      'sexualOrientation',
      'sexualOrientationNote',
      'genderIdentity',
      'genderIdentityNote',
      'occupation',
      'origin',
      'health',
      'languages',
      'consents',
      ...SHARED,
    ],
    fixed: FIXED,
  },
  organisations: {
    short: ['name', 'kind'],
    more: ['kindNote', 'translations', 'parent', 'roles', 'rolesNote', 'recipientKey', ...SHARED],
    fixed: FIXED,
  },
  contacts: {
    short: ['organisation', 'offers', 'phone', 'site', 'email', 'checkedOn', 'checkedAgainst'],
    more: ['languages', 'warning', 'expiresOn', ...SHARED],
    fixed: FIXED,
  },
  actions: {
    short: ['what', 'addressedTo', 'about'],
    more: [
      'whatNote',
      'date',
      'askedFor',
      'response',
      'responseNote',
      'impact',
      'impactNote',
      'status',
      'statusNote',
      'priority',
      'priorityNote',
      'followUpDate',
      ...SHARED,
    ],
    fixed: FIXED,
  },
  evidence: {
    short: [],
    more: ['capturedAt', 'capturedAtByDevice', 'device', 'sensitivity', 'sensitivityNote', ...SHARED],
    fixed: [
      ...FIXED,
      'fileName',
      'mediaType',
      'size',
      'sha256',
      'hashedAt',
      'original',
      'derivedFrom',
      'custody',
      'metadata',
    ],
  },
  places: {
    short: ['name', 'kind', 'country', 'division', 'parent'],
    more: ['otherNames', 'sameAs', ...SHARED],
    fixed: FIXED,
  },
  profiles: {
    short: ['name', 'basedOn', 'labels', 'precision'],
    more: ['purposes', 'personPurposes', 'staleContacts', 'disclosure', 'fields', 'reason', ...SHARED],
    fixed: [...FIXED, 'version'],
  },
  keys: {
    short: [],
    more: [...SHARED],
    fixed: [...FIXED, 'name', 'use', 'publicKey', 'organisation', 'replaces', 'retiredAt'],
  },
  recipientKeys: {
    short: [],
    more: [...SHARED],
    fixed: [...FIXED, 'name', 'use', 'publicKey', 'organisation', 'retiredAt'],
  },
  releases: {
    short: [],
    more: [...SHARED],
    fixed: [
      ...FIXED,
      'at',
      'profile',
      'asked',
      'profileReason',
      'series',
      'layout',
      'language',
      'title',
      'seed',
      'asOf',
      'records',
      'recipient',
      'signedWith',
      'sealedFor',
      'files',
      'consentsReliedOn',
      'claimsAsOf',
      'claimStatuses',
      'withheld',
      'coarsen',
      'shown',
      'overrides',
      'supersededBy',
      'recalled',
      'recall',
    ],
  },
}

/** The short form of each kind: the starred fields of records.md, in their order. */
export const SHORT_FORM: { readonly [K in Kind]: readonly FieldOf<K>[] } = {
  incidents: RECORD_FIELDS.incidents.short,
  sources: RECORD_FIELDS.sources.short,
  sourceItems: RECORD_FIELDS.sourceItems.short,
  claims: RECORD_FIELDS.claims.short,
  persons: RECORD_FIELDS.persons.short,
  organisations: RECORD_FIELDS.organisations.short,
  contacts: RECORD_FIELDS.contacts.short,
  actions: RECORD_FIELDS.actions.short,
  evidence: RECORD_FIELDS.evidence.short,
  places: RECORD_FIELDS.places.short,
  profiles: RECORD_FIELDS.profiles.short,
  keys: RECORD_FIELDS.keys.short,
  recipientKeys: RECORD_FIELDS.recipientKeys.short,
  releases: RECORD_FIELDS.releases.short,
}

const fixedByKind = new Map<Kind, ReadonlySet<string>>()

/** Is this field set by Daybook itself, never by a form? */
export function isFixedField(kind: Kind, field: string): boolean {
  let fixed = fixedByKind.get(kind)
  if (fixed === undefined) {
    fixed = new Set(RECORD_FIELDS[kind].fixed)
    fixedByKind.set(kind, fixed)
  }
  return fixed.has(field)
}
