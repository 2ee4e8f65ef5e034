/**
 * Which incidents a first screen shows, from the index of the log alone: newest first by the order in which their
 * table first sorts, that is by the first day a date may mean, then the last; dates without a first day come last.
 */
import { edtfSortKey } from '../core/edtfSpan.ts'

/** Rows looked at without a pause: about 10 ms. */
const ROWS_AT_ONCE = 5_000

interface Entry {
  readonly id: string
  readonly key: string
}

/**
 * Ids of at most `count` incidents, newest first.
 * @param rows [EDTF date] by id. @param pause awaited now and then, so that others get their turn.
 */
export async function newestIncidents(
  rows: Iterable<readonly [id: string, row: unknown]>,
  count: number,
  pause: () => Promise<unknown>,
): Promise<readonly string[]> {
  let best: Entry[] = []
  /** Nothing at or below this is among the newest any more. */
  let floor: string | null = null
  let seen = 0
  /** Many are of one day: each date is read once. */
  const keys = new Map<string, string>()
  for (const [id, row] of rows) {
    const when: unknown = Array.isArray(row) ? row[0] : null
    const date = typeof when === 'string' ? when : ''
    let key = keys.get(date)
    if (key === undefined) {
      key = edtfSortKey(date) ?? ''
      keys.set(date, key)
    }
    if (floor === null || key > floor) best.push({ id, key })
    if (best.length >= 2 * count) {
      best = newest(best, count)
      floor = best.at(-1)?.key ?? null
    }
    seen += 1
    if (seen % ROWS_AT_ONCE === 0) await pause()
  }
  return newest(best, count).map(({ id }) => id)
}

function newest(entries: readonly Entry[], count: number): Entry[] {
  return entries.toSorted((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : 0)).slice(0, count)
}
