/** The record an id stands for, of whatever kind, among those the window holds. No React. */
import type { LogView } from '../../shared/ipc/views.ts'

const KINDS = [
  'incidents',
  'claims',
  'persons',
  'organisations',
  'sources',
  'sourceItems',
  'contacts',
  'actions',
] as const satisfies readonly (keyof LogView)[]
export type LinkedKind = (typeof KINDS)[number]

export interface LinkedRecord {
  readonly kind: LinkedKind
  readonly id: string
  /** The sentence that stands for it; never a locked field. */
  readonly title: string
}

/** Looks the id up in every kind; null when no record of the window has it. */
export function linkedRecord(records: LogView, id: string): LinkedRecord | null {
  for (const kind of KINDS) {
    const record = Object.hasOwn(records[kind], id) ? records[kind][id] : undefined
    if (record !== undefined) return { kind, id, title: titleOf(record) }
  }
  return null
}

function titleOf(record: LogView[LinkedKind][string]): string {
  if ('statement' in record) return record.statement
  if ('codeName' in record) return record.codeName
  if ('name' in record) return record.name
  if ('offers' in record) return record.offers
  return 'addressedTo' in record ? record.addressedTo : record.title
}
