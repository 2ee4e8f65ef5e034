/**
 * Records of a log that was just opened, on their way into the window: portion by portion, while the log may change.
 * What has changed since the reading began is never overwritten by a portion, and what was deleted does not come back.
 * Pure, and mutable on purpose: a copy for each portion of a large log would cost more than reading it.
 */
import type { LogPatch, LogPortion, LogView, ViewKind } from '../shared/ipc/views.ts'

type Collection = Record<string, unknown>
const entriesOf = (part: LogPatch | LogPortion) =>
  Object.entries(part) as [ViewKind, Readonly<Collection> | undefined][]

export class ArrivingRecords {
  readonly #waiting = new Map<ViewKind, Collection>()
  readonly #changedIds = new Map<ViewKind, Set<string>>()
  #count = 0

  /** Records that wait to be shown. */
  get count(): number {
    return this.#count
  }

  /** Takes a portion, less what has changed meanwhile. */
  add(portion: LogPortion): void {
    for (const [kind, records] of entriesOf(portion)) {
      if (records === undefined) continue
      const changed = this.#changedIds.get(kind)
      const waiting = this.#waiting.get(kind) ?? {}
      this.#waiting.set(kind, waiting)
      for (const id of Object.keys(records)) {
        if (changed?.has(id)) continue
        if (!Object.hasOwn(waiting, id)) this.#count += 1
        waiting[id] = records[id]
      }
    }
  }

  /** Has this record changed since the reading began? */
  hasChanged(kind: ViewKind, id: string): boolean {
    return this.#changedIds.get(kind)?.has(id) ?? false
  }

  /** Takes note of a change of the open log: from now on it alone says what these records are. */
  change(patch: LogPatch): void {
    for (const [kind, puts] of entriesOf(patch)) {
      if (puts === undefined) continue
      const changed = this.#changedIds.get(kind) ?? new Set()
      this.#changedIds.set(kind, changed)
      const waiting = this.#waiting.get(kind)
      for (const id of Object.keys(puts)) {
        changed.add(id)
        if (waiting === undefined || !Object.hasOwn(waiting, id)) continue
        delete waiting[id]
        this.#count -= 1
      }
    }
  }

  /** The records with all that waited put in; nothing waits afterwards. */
  mergeInto(records: LogView): LogView {
    const next: Partial<Record<ViewKind, unknown>> = {}
    for (const [kind, waiting] of this.#waiting) next[kind] = Object.assign({}, records[kind], waiting)
    this.#waiting.clear()
    this.#count = 0
    return { ...records, ...(next as Partial<LogView>) }
  }
}
