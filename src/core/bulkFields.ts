/**
 * The fields that may be changed in many records at once, most asked for first: codes, choices and tags that the table
 * shows. Left out are locked fields, what a claim gets by an assessment alone, and the reliability of a source, whose
 * reason and day belong to the one grade.
 */
import type { RecordByKind } from './records.ts'
import type { TableKind } from './tableView.ts'

type FieldsOf<K extends TableKind> = readonly (keyof RecordByKind[K] & string)[]

const SHARED = ['confidentiality', 'tags'] as const

export const BULK_FIELDS: { readonly [K in TableKind]: FieldsOf<K> } = {
  incidents: [
    'status',
    ...SHARED,
    'violationTypes',
    'placeType',
    'victimGroups',
    'rightsAffected',
    'sensitivity',
    'workStatus',
  ],
  sources: [...SHARED, 'kind', 'access', 'scale'],
  sourceItems: [...SHARED, 'itemType'],
  claims: [...SHARED, 'kind', 'confidence'],
  persons: [...SHARED, 'kind', 'roles'],
  organisations: [...SHARED, 'kind', 'roles'],
  contacts: SHARED,
  actions: ['status', ...SHARED, 'what', 'response', 'impact', 'priority'],
}

/** May this field of that kind be changed in many records at once? */
export function isBulkField(kind: TableKind, field: string): boolean {
  const fields: readonly string[] = BULK_FIELDS[kind]
  return fields.includes(field)
}
