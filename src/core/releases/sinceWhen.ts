/** Since when something has been so of a record, as its history tells it. */
import type { HistoryKind } from '../history/historyEntry.ts'
import { historySteps, presentState } from '../history/recordHistory.ts'
import type { Log } from '../log.ts'

/**
 * The UTC day, YYYY-MM-DD, on which the record came to be what `isSo` says of its present state, without a break since.
 * Where the history does not reach back that far it is the day of entry; null when there is no such record. Costs the
 * history of that record.
 * @param isSo is given states as they were stored then.
 */
export function sinceWhen(
  log: Log,
  kind: HistoryKind,
  id: string,
  isSo: (untrustedRecord: unknown) => boolean,
): string | null {
  const present = presentState(log, kind, id)
  if (present === null) return null
  let since = present.record.createdAt
  for (const { entry, before } of historySteps(log, kind, id)) {
    if (before !== null && isSo(before.record)) continue
    since = entry.at
    break
  }
  return since.slice(0, 10)
}
