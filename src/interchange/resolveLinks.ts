/**
 * Links between lines of one file, in any order. A line that names a record nobody has is rejected, and so is
 * every line that names only that line: looked at until nothing more falls.
 */
import type { Log } from '../core/log.ts'
import { leadsToRecord, linksOf, type RecordLink } from '../core/recordLinks.ts'
import type { AnyRecord, Kind } from '../core/records.ts'
import type { RejectedCell } from './importPlan.ts'
import type { Entry } from './recordsForm.ts'

export interface Linked {
  readonly entries: readonly Entry[]
  /** `import/link-unknown`, the column being the field of the link. */
  readonly rejected: readonly RejectedCell[]
}

/** Keeps the entries whose links all lead to a record of the file or of the log, the bin included. */
export function dropDangling(entries: readonly Entry[], log: Log): Linked {
  const kindById = new Map<string, Kind>(entries.map(({ record, kind }) => [record.id, kind]))
  const citingById = new Map<string, Entry[]>()
  const dropped = new Set<Entry>()
  const rejected: RejectedCell[] = []
  const isDangling = (entry: Entry, link: RecordLink): boolean => {
    const kind = kindById.get(link.id)
    if (kind !== undefined && link.kinds.includes(kind)) return false
    return !leadsToRecord(log, link) && !hadLink(entry, link)
  }
  const drop = (entry: Entry, dangling: readonly RecordLink[]): void => {
    dropped.add(entry)
    for (const { field, id } of dangling) {
      rejected.push({ row: entry.row, column: field, code: 'import/link-unknown', value: id })
    }
  }
  const queue: string[] = []
  for (const entry of entries) {
    const links = linksOf(entry.kind, entry.record)
    for (const { id } of links) {
      const citing = citingById.get(id)
      if (citing) citing.push(entry)
      else citingById.set(id, [entry])
    }
    const dangling = links.filter((link) => isDangling(entry, link))
    if (dangling.length > 0) {
      drop(entry, dangling)
      queue.push(entry.record.id)
    }
  }
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    kindById.delete(id)
    for (const entry of citingById.get(id) ?? []) {
      if (dropped.has(entry)) continue
      const dangling = linksOf(entry.kind, entry.record).filter((link) => isDangling(entry, link))
      if (dangling.length === 0) continue
      drop(entry, dangling)
      queue.push(entry.record.id)
    }
  }
  return { entries: entries.filter((entry) => !dropped.has(entry)), rejected }
}

/** A link the log already holds is no news, even when what it led to has been emptied from the bin. */
function hadLink({ kind, existing }: Entry, link: RecordLink): boolean {
  const before: AnyRecord | undefined = existing
  return before !== undefined && linksOf(kind, before).some(({ id }) => id === link.id)
}
