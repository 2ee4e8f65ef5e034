/** The records a plan writes, as one change of the log, and how many of each kind. */
import type { Change, Log, Put } from '../core/log.ts'
import { type AnyRecord, KINDS, type Kind } from '../core/records.ts'
import type { ImportPlan, TouchedCount } from './importPlan.ts'

export interface Written {
  readonly kind: Kind
  readonly record: AnyRecord
  readonly isNew: boolean
}

/** Sources before items before what cites them, so that a reader of the change meets no dangling link. */
const WRITE_ORDER: readonly Kind[] = [
  'places',
  'profiles',
  'organisations',
  'persons',
  'sources',
  'evidence',
  'sourceItems',
  'incidents',
  'claims',
  'contacts',
  'actions',
  'keys',
  'recipientKeys',
  'releases',
]

/** The change that writes these records. */
export function changeOf(written: Iterable<Written>): Change {
  const byKind = Map.groupBy(written, (entry) => entry.kind)
  return WRITE_ORDER.flatMap((kind) =>
    (byKind.get(kind) ?? []).map(({ record }) => ({ kind, id: record.id, record }) as Put),
  )
}

/** New and updated records by kind. */
export function countTouched(written: Iterable<Written>): ImportPlan['touched'] {
  const touched = Object.fromEntries(KINDS.map((kind) => [kind, { new: 0, updated: 0 }])) as {
    [K in Kind]: { -readonly [N in keyof TouchedCount]: number }
  }
  for (const { kind, isNew } of written) touched[kind][isNew ? 'new' : 'updated']++
  return touched
}

/** Is there such a record in the log, in one of these kinds? */
export const isInLog = (log: Log, id: string, kinds: readonly Kind[]): boolean =>
  kinds.some((kind) => Object.hasOwn(log[kind], id))
