/** Redirects of merged incidents that would run in a circle: a file may say so, and no log may hold it. */
import type { Log } from '../core/log.ts'
import type { AnyRecord } from '../core/records.ts'
import type { Entry } from './recordsForm.ts'

const redirectOf = (record: AnyRecord | undefined): string | undefined =>
  record !== undefined && 'mergedInto' in record ? record.mergedInto : undefined

/** The entries whose redirect leads, over lines of the file and incidents of the log, back to themselves. */
export function entriesInCircles(entries: readonly Entry[], log: Pick<Log, 'incidents'>): ReadonlySet<Entry> {
  const redirecting = entries.filter(({ record }) => redirectOf(record) !== undefined)
  const entryById = new Map(redirecting.map((entry) => [entry.record.id, entry]))
  const inFile = new Set(entries.map(({ record }) => record.id))
  const next = (id: string): string | undefined => {
    if (inFile.has(id)) return redirectOf(entryById.get(id)?.record)
    return Object.hasOwn(log.incidents, id) ? redirectOf(log.incidents[id]) : undefined
  }
  const found = new Set<Entry>()
  const settled = new Set<string>()
  for (const { record } of redirecting) {
    const way: string[] = []
    const onWay = new Set<string>()
    let at: string | undefined = record.id
    while (at !== undefined && !settled.has(at) && !onWay.has(at)) {
      onWay.add(at)
      way.push(at)
      at = next(at)
    }
    if (at !== undefined && onWay.has(at))
      for (const id of way.slice(way.indexOf(at))) {
        const entry = entryById.get(id)
        if (entry !== undefined) found.add(entry)
      }
    for (const id of way) settled.add(id)
  }
  return found
}
