/** The kinds of record, each with its schema, its collection in the log and its word on the command line. */
import type { z } from 'zod'
import { type Action, actionSchema } from './action.ts'
import { type Claim, claimSchema } from './claim.ts'
import { type Contact, contactSchema } from './contact.ts'
import { type Evidence, evidenceSchema } from './evidence.ts'
import { type Incident, incidentSchema } from './incident.ts'
import { type OwnKey, ownKeySchema } from './keyring/ownKey.ts'
import { type RecipientKey, recipientKeySchema } from './keyring/recipientKey.ts'
import { type Organisation, organisationSchema } from './organisation.ts'
import { type Person, personSchema } from './person.ts'
import { type OwnPlace, ownPlaceSchema } from './places/ownPlace.ts'
import { type OwnProfile, ownProfileSchema } from './redaction/ownProfile.ts'
import { type Release, releaseSchema } from './release.ts'
import { type Source, sourceSchema } from './source.ts'
import { type SourceItem, sourceItemSchema } from './sourceItem.ts'

/** Collection name in the log → record type. */
export interface RecordByKind {
  readonly incidents: Incident
  readonly sources: Source
  readonly sourceItems: SourceItem
  readonly claims: Claim
  readonly persons: Person
  readonly organisations: Organisation
  readonly contacts: Contact
  readonly actions: Action
  readonly evidence: Evidence
  readonly places: OwnPlace
  readonly profiles: OwnProfile
  readonly keys: OwnKey
  readonly recipientKeys: RecipientKey
  readonly releases: Release
}

export type Kind = keyof RecordByKind
export type AnyRecord = RecordByKind[Kind]

export const KINDS: readonly Kind[] = [
  'incidents',
  'sources',
  'sourceItems',
  'claims',
  'persons',
  'organisations',
  'contacts',
  'actions',
  'evidence',
  'places',
  'profiles',
  'keys',
  'recipientKeys',
  'releases',
]

export const SCHEMAS: { readonly [K in Kind]: z.ZodType<RecordByKind[K]> } = {
  incidents: incidentSchema,
  sources: sourceSchema,
  sourceItems: sourceItemSchema,
  claims: claimSchema,
  persons: personSchema,
  organisations: organisationSchema,
  contacts: contactSchema,
  actions: actionSchema,
  evidence: evidenceSchema,
  places: ownPlaceSchema,
  profiles: ownProfileSchema,
  keys: ownKeySchema,
  recipientKeys: recipientKeySchema,
  releases: releaseSchema,
}

/** `type` of a line in the records form, in the singular (cli.md). */
export const TYPE_BY_KIND: { readonly [K in Kind]: string } = {
  incidents: 'incident',
  sources: 'source',
  sourceItems: 'source-item',
  claims: 'claim',
  persons: 'person',
  organisations: 'organisation',
  contacts: 'contact',
  actions: 'action',
  evidence: 'evidence',
  places: 'place',
  profiles: 'profile',
  keys: 'key',
  recipientKeys: 'recipient-key',
  releases: 'release',
}

/** Kinds as the command line spells them (cli.md). */
export const CLI_NAME_BY_KIND: { readonly [K in Kind]: string } = {
  incidents: 'incidents',
  sources: 'sources',
  sourceItems: 'source-items',
  claims: 'claims',
  persons: 'persons',
  organisations: 'organisations',
  contacts: 'contacts',
  actions: 'actions',
  evidence: 'evidence',
  places: 'places',
  profiles: 'profiles',
  keys: 'keys',
  recipientKeys: 'recipient-keys',
  releases: 'releases',
}

export const kindOfType = (type: string): Kind | undefined =>
  KINDS.find((kind) => TYPE_BY_KIND[kind] === type)
export const kindOfCliName = (name: string): Kind | undefined =>
  KINDS.find((kind) => CLI_NAME_BY_KIND[kind] === name)

/** What is filled in when a record is new and says nothing about itself. */
export interface Stamp {
  readonly id: string
  /** Now, as an ISO instant. */
  readonly now: string
  readonly confidentiality?: AnyRecord['confidentiality']
}

/** Adds id, times and label where absent. Default label RED: nothing leaves unless somebody says so. */
export function completeRecord(
  untrusted: Readonly<Record<string, unknown>>,
  stamp: Stamp,
): Record<string, unknown> {
  return {
    ...untrusted,
    id: untrusted.id ?? stamp.id,
    createdAt: untrusted.createdAt ?? stamp.now,
    updatedAt: untrusted.updatedAt ?? stamp.now,
    confidentiality: untrusted.confidentiality ?? stamp.confidentiality ?? 'RED',
  }
}

/** One sentence that stands for a record in lists and links. Never the locked fields of a person. */
export function recordTitle<K extends Kind>(kind: K, record: RecordByKind[K]): string
export function recordTitle(_kind: Kind, record: AnyRecord): string {
  if ('statement' in record) return record.statement
  if ('codeName' in record) return record.codeName
  if ('name' in record) return record.name
  if ('offers' in record) return record.offers
  if ('addressedTo' in record) return record.addressedTo
  if ('fileName' in record) return record.fileName
  return record.title
}
