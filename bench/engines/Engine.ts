/** What every rival can do, so that all are asked the same questions. */
import type { Incident } from '../../src/core/incident.ts'
import type { Log } from '../../src/core/log.ts'

/** What the first screen shows of an incident. */
export interface ScreenRow {
  readonly id: string
  readonly title: string
  readonly when: string
}

/** The change that is saved: what a researcher does most often. */
export interface Edit {
  readonly id: string
  readonly title: string
  readonly updatedAt: string
}

export interface Engine {
  /** Writes `log` to a new file and closes it. */
  create(file: string, log: Log): Promise<void>
  open(file: string): Promise<OpenLog>
}

/** Saves resolve when they are durable, as far as the engine makes them so. */
export interface OpenLog {
  /** The incidents of the latest dates, in that order. */
  newest(count: number): readonly ScreenRow[]
  read(id: string): Incident
  readAll(): Iterable<Incident>
  save(edit: Edit): Promise<void>
  saveTogether(edits: readonly Edit[]): Promise<void>
  import(incidents: readonly Incident[]): Promise<void>
  close(): Promise<void>
  /** Bytes that saves have added to the file and how often it was synced; engines that cannot tell have none. */
  written?(): { readonly bytes: number; readonly syncs: number | null }
  /** Rewrites the file without its journal, while saves may go on. */
  compact?(): Promise<void>
}

/** The `count` rows of the latest dates; of the same date, those of the lower ids. */
export function newestOf(rows: Iterable<ScreenRow>, count: number): readonly ScreenRow[] {
  const isBefore = (a: ScreenRow, b: ScreenRow) => (a.when === b.when ? a.id < b.id : a.when > b.when)
  const cut = (kept: ScreenRow[]) => kept.sort((a, b) => (isBefore(a, b) ? -1 : 1)).slice(0, count)
  let kept: ScreenRow[] = []
  let last: ScreenRow | undefined
  for (const row of rows) {
    if (last !== undefined && !isBefore(row, last)) continue
    kept.push(row)
    // Sorting all rows would cost more than finding the few.
    if (kept.length < 2 * count) continue
    kept = cut(kept)
    last = kept.at(-1)
  }
  return cut(kept).map(({ id, title, when }) => ({ id, title, when }))
}

/** Reads an incident of a log that is wholly in memory; throws when there is none. */
export function incidentOf(log: Log, id: string): Incident {
  const incident = log.incidents[id]
  if (incident === undefined) throw new Error(`no incident ${id}`)
  return incident
}
