/** Whole records of the kinds that the window holds as rows, for whoever opens one. */
import type { Log } from '../../core/log.ts'
import type { RowKind } from '../../shared/ipc/rows.ts'
import type { WholeRecords } from '../../shared/ipc/views.ts'

/** The records of those ids that there are, in their order. */
export function wholeRecords(data: Pick<Log, RowKind>, kind: RowKind, ids: readonly string[]): WholeRecords {
  return kind === 'incidents'
    ? { kind, records: found(data.incidents, ids) }
    : { kind, records: found(data.sourceItems, ids) }
}

function found<R>(collection: Readonly<Record<string, R>>, ids: readonly string[]): R[] {
  return ids.flatMap((id) => (Object.hasOwn(collection, id) ? (collection[id] ?? []) : []))
}
