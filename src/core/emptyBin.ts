/**
 * Removes deleted records for good, with their histories and what was half-typed about them. It cannot reach what is
 * elsewhere: backups, copies, packages, files that were released. Links of other records to them stay, as ids that lead
 * nowhere.
 */
import { withoutHistory } from './history/recordChange.ts'
import { entryCount } from './history/recordHistory.ts'
import { type Change, discardDraft, type Log } from './log.ts'

/** The change for these records, or for all that are in the bin; those that are not there are passed over. */
export function emptyBin(log: Log, ids: readonly string[] | null): Change {
  const gone = (ids ?? Object.keys(log.bin)).filter((id) => Object.hasOwn(log.bin, id))
  const isGone = new Set(gone)
  const drafts = Object.keys(log.drafts).filter((draft) => draft.split('/').some((part) => isGone.has(part)))
  return [
    ...gone.flatMap(
      (id): Change => [{ kind: 'bin', id, record: null }, ...withoutHistory(id, entryCount(log.history, id))],
    ),
    ...drafts.flatMap(discardDraft),
  ]
}

/** What is left of a change when nothing may be put back of these records; asked of each step of undo. */
export function withoutRecords(change: Change, ids: ReadonlySet<string>): Change {
  return change.filter(({ id }) => !ids.has(id))
}
