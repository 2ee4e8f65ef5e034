/**
 * After a rescue: what is left of histories, so that it fits what is left of the records. Of each record the newest
 * entries without a gap stay, numbered anew; those behind a gap say nothing that can be told from the present any more.
 */
import type { Log } from '../log.ts'
import { type HistoryEntry, historyId, partsOfHistoryId } from './historyEntry.ts'
import { presentState } from './recordHistory.ts'

/** The log itself when nothing is missing. Costs its whole history. */
export function mendHistory(log: Log): Log {
  const entriesByRecord = Map.groupBy(
    Object.values(log.history),
    (entry) => partsOfHistoryId(entry.id).recordId,
  )
  const history: Record<string, HistoryEntry> = {}
  let kept = 0
  let isWhole = true
  for (const [recordId, entries] of entriesByRecord) {
    const newest = connected(log, recordId, entries)
    const first = newest[0] === undefined ? 0 : partsOfHistoryId(newest[0].id).number
    if (first > 0) isWhole = false
    for (const [number, entry] of newest.entries()) {
      const id = historyId(recordId, number)
      history[id] = { ...entry, id }
    }
    kept += newest.length
  }
  return isWhole && kept === Object.keys(log.history).length ? log : { ...log, history }
}

/** The entries that lead back from the present, oldest first. */
function connected(log: Log, recordId: string, entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const byNumber = new Map(entries.map((entry) => [partsOfHistoryId(entry.id).number, entry]))
  const last = [...byNumber.keys()].reduce((a, b) => Math.max(a, b), 0)
  const kind = byNumber.get(last)?.kind
  if (kind === undefined || presentState(log, kind, recordId) === null) return []
  const found: HistoryEntry[] = []
  for (let number = last; number >= 0; number -= 1) {
    const entry = byNumber.get(number)
    if (entry === undefined) break
    found.push(entry)
  }
  return found.reverse()
}
