/** The single values of an incident of which a merge keeps one, and which of two records differ in. */
import type { Incident } from './incident.ts'

/** What lists have, both records keep; of these one or the other stays, and a note goes with its code. */
export const MERGE_FIELDS = [
  'title',
  'summary',
  'when',
  'where',
  'status',
  'placeType',
  'counts.killed',
  'counts.injured',
  'counts.detained',
  'counts.missing',
  'workStatus',
] as const
export type MergeField = (typeof MERGE_FIELDS)[number]

type Merged = Pick<
  Incident,
  | 'title'
  | 'summary'
  | 'when'
  | 'where'
  | 'status'
  | 'statusNote'
  | 'placeType'
  | 'placeTypeNote'
  | 'counts'
  | 'workStatus'
>

/** What a record says in such a field; undefined for nothing. */
export function mergeValue(record: Merged, field: MergeField): unknown {
  switch (field) {
    case 'counts.killed':
      return record.counts.killed
    case 'counts.injured':
      return record.counts.injured
    case 'counts.detained':
      return record.counts.detained
    case 'counts.missing':
      return record.counts.missing
    case 'summary':
      return record.summary.trim() === '' ? undefined : record.summary
    case 'placeType':
      return record.placeType ?? record.placeTypeNote
    default:
      return record[field]
  }
}

/** Fields in which both records say something, and not the same. */
export function conflictingFields(one: Merged, other: Merged): readonly MergeField[] {
  return MERGE_FIELDS.filter((field) => {
    const [a, b] = [mergeValue(one, field), mergeValue(other, field)]
    return a !== undefined && b !== undefined && plain(a) !== plain(b)
  })
}

const plain = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(Object.entries(value).sort()) : String(value)

/** Such a field, and the note that goes with it, as `from` has them; nothing where `from` says nothing. */
export function takenField(into: Merged, from: Merged, field: MergeField): Partial<Merged> {
  if (mergeValue(from, field) === undefined) return {}
  switch (field) {
    case 'status':
      return { status: from.status, statusNote: from.statusNote }
    case 'placeType':
      return { placeType: from.placeType, placeTypeNote: from.placeTypeNote }
    case 'counts.killed':
      return { counts: { ...into.counts, killed: from.counts.killed } }
    case 'counts.injured':
      return { counts: { ...into.counts, injured: from.counts.injured } }
    case 'counts.detained':
      return { counts: { ...into.counts, detained: from.counts.detained } }
    case 'counts.missing':
      return { counts: { ...into.counts, missing: from.counts.missing } }
    default:
      return { [field]: from[field] }
  }
}
