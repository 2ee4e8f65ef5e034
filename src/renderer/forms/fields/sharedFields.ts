/** Controls that several kinds of record have. */

import type { Person } from '../../../core/person.ts'
import type { AnyRecord, Kind, RecordByKind } from '../../../core/records.ts'
import type { SourceItem } from '../../../core/sourceItem.ts'
import {
  CONFIDENTIALITIES,
  CONSENT_PURPOSES,
  CONSENT_STATES,
  CONTACT_DETAIL_KINDS,
} from '../../../core/vocabularyCodes.ts'
import type { FieldSpecs, FormLayout } from '../fieldSpec.ts'

/** Set by Daybook itself, never by a form (core/editRecord.ts). */
export type FixedField =
  | 'id'
  | 'createdAt'
  | 'updatedAt'
  | 'externalId'
  | 'importedFrom'
  | 'mergedInto'
  | 'assessments'
  | 'asOf'

/** The fields of a record that are edited by hand. */
export type Editable<K extends Kind> = Omit<RecordByKind[K], FixedField>

export interface KindForm<K extends Kind> {
  readonly fields: FieldSpecs<Editable<K>>
  readonly layout: FormLayout
}

type SharedField = 'confidentiality' | 'tags' | 'remarks'

/** Fields of every record; the frame of the form shows them. */
export const SHARED_FIELDS: FieldSpecs<Pick<AnyRecord, SharedField>> = {
  confidentiality: {
    control: 'choice',
    words: 'field.confidentiality',
    codes: CONFIDENTIALITIES,
    prefix: 'confidentiality',
    first: 'RED',
  },
  tags: { control: 'tags', words: 'field.tags' },
  remarks: { control: 'text', words: 'field.remarks' },
}

/** What the code beside it leaves out ("clarifying note"). */
export const NOTE = { control: 'text', rows: 2 } as const

export const ACTOR_KINDS = ['persons', 'organisations'] as const

/** What claims and actions may be about. */
export const ABOUT_KINDS = [
  'incidents',
  'claims',
  'persons',
  'organisations',
  'sources',
  'sourceItems',
  'contacts',
  'actions',
] as const

export const ACCESS_POINT_FIELDS: FieldSpecs<NonNullable<SourceItem['accessPoint']>> = {
  page: { control: 'line' },
  line: { control: 'line' },
  paragraph: { control: 'line' },
  clip: { control: 'line' },
  frame: { control: 'line' },
  cell: { control: 'line' },
}

export const CONSENTS: FieldSpecs<Pick<Person, 'consents'>>['consents'] = {
  control: 'consents',
  words: 'consents',
  fields: {
    purpose: { control: 'choice', codes: CONSENT_PURPOSES, prefix: 'consentPurpose', first: 'keep-in-log' },
    state: { control: 'choice', codes: CONSENT_STATES, prefix: 'consentState', first: 'not-asked' },
    organisation: { control: 'link', kinds: ['organisations'] },
    on: { control: 'date' },
    language: { control: 'language' },
    explainedBy: { control: 'line' },
    expiresOn: { control: 'date' },
    note: { control: 'text', rows: 2 },
  },
}

export const CONTACTS: FieldSpecs<Pick<Person, 'contacts'>>['contacts'] = {
  control: 'rows',
  words: 'contactDetails',
  fields: {
    kind: { control: 'choice', codes: CONTACT_DETAIL_KINDS, prefix: 'contactDetail', first: 'phone' },
    value: { control: 'line' },
    note: { control: 'text', rows: 2 },
  },
}
