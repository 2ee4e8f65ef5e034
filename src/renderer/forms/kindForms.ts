/** The form of each kind of record, and the words its controls bear. */

import { isMessageKey } from '../../shared/i18n/catalogue.ts'
import type { Translate } from '../../shared/i18n/format.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import type { FieldSpec, FormLayout } from './fieldSpec.ts'
import { ACTION_FIELDS } from './fields/actionFields.ts'
import { CLAIM_FIELDS } from './fields/claimFields.ts'
import { CONTACT_FIELDS } from './fields/contactFields.ts'
import { INCIDENT_FIELDS } from './fields/incidentFields.ts'
import { ORGANISATION_FIELDS } from './fields/organisationFields.ts'
import { PERSON_FIELDS } from './fields/personFields.ts'
import type { KindForm } from './fields/sharedFields.ts'
import { SOURCE_FIELDS } from './fields/sourceFields.ts'
import { SOURCE_ITEM_FIELDS } from './fields/sourceItemFields.ts'

const FORMS: { readonly [K in EditableKind]: KindForm<K> } = {
  incidents: INCIDENT_FIELDS,
  sources: SOURCE_FIELDS,
  sourceItems: SOURCE_ITEM_FIELDS,
  claims: CLAIM_FIELDS,
  persons: PERSON_FIELDS,
  organisations: ORGANISATION_FIELDS,
  contacts: CONTACT_FIELDS,
  actions: ACTION_FIELDS,
}

/** The controls of a kind by the name of their field. */
export function fieldsOf(kind: EditableKind): Readonly<Record<string, FieldSpec>> {
  return FORMS[kind].fields as Readonly<Record<string, FieldSpec>>
}

export function layoutOf(kind: EditableKind): FormLayout {
  return FORMS[kind].layout
}

/** What the words of a kind's fields begin with: `records.item.title`. */
const NOUNS: Readonly<Record<EditableKind, string>> = {
  incidents: 'incident',
  sources: 'source',
  sourceItems: 'item',
  claims: 'claim',
  persons: 'person',
  organisations: 'organisation',
  contacts: 'contact',
  actions: 'action',
}

/** Where the words of a field are found, below `records.`. */
export function wordsOf(kind: EditableKind, field: string, spec: FieldSpec): string {
  return spec.words ?? `${NOUNS[kind]}.${field}`
}

/** The same for a field inside another. */
export const wordsInside = (outer: string, field: string, spec: FieldSpec): string =>
  spec.words ?? `${outer}.${field}`

/** The name of a field; its own path where it has no words yet. */
export function fieldLabel(t: Translate, words: string): string {
  const key = `records.${words}`
  return isMessageKey(key) ? t(key) : words
}

/** A further sentence about a field, such as its hint; undefined where there is none. */
export function fieldNote(
  t: Translate,
  words: string,
  note: 'hint' | 'placeholder' | 'add' | 'row',
): string | undefined {
  const key = `records.${words}.${note}`
  return isMessageKey(key) ? t(key) : undefined
}
