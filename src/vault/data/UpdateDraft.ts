/**
 * What one update changes, until it is taken over or thrown away. Reading a record gives a draft of it, so that
 * `data.incidents[id].title = '…'` works inside an update while records themselves stay frozen.
 */
import { createDraft, current, type Draft, isDraft } from 'immer'
import type { RecordCollection, StoredRecord } from './RecordCollection.ts'

interface Change {
  readonly id: string
  readonly value: StoredRecord | undefined
}

type Entry =
  | { readonly kind: 'draft'; readonly base: StoredRecord; readonly draft: Draft<StoredRecord> }
  | { readonly kind: 'put'; readonly value: StoredRecord | undefined }

/** The part of an update that concerns one collection. */
export class CollectionDraft {
  readonly #collection: RecordCollection
  readonly #entries = new Map<string, Entry>()

  constructor(collection: RecordCollection) {
    this.#collection = collection
  }

  get(id: string): StoredRecord | undefined {
    const entry = this.#entries.get(id)
    if (entry !== undefined) return entry.kind === 'draft' ? entry.draft : entry.value
    const base = this.#collection.latest(id)
    if (base === undefined) return undefined
    const draft = createDraft(base)
    this.#entries.set(id, { kind: 'draft', base, draft })
    return draft
  }

  has(id: string): boolean {
    const entry = this.#entries.get(id)
    if (entry === undefined) return this.#collection.hasLatest(id)
    return entry.kind === 'draft' || entry.value !== undefined
  }

  ids(): string[] {
    const ids = new Set(this.#collection.latestIds())
    for (const [id, entry] of this.#entries) {
      if (entry.kind === 'put' && entry.value === undefined) ids.delete(id)
      else ids.add(id)
    }
    return [...ids]
  }

  put(id: string, value: StoredRecord | undefined): void {
    this.#entries.set(id, { kind: 'put', value })
  }

  /** What was changed, frozen. */
  finish(): Change[] {
    return [...this.#entries].flatMap(([id, entry]): Change[] => {
      if (entry.kind === 'put')
        return [{ id, value: entry.value === undefined ? undefined : toFrozen(entry.value) }]
      // Not finishDraft: it would revoke drafts that other records of this update may hold.
      const value = current(entry.draft)
      return value === entry.base ? [] : [{ id, value: toFrozen(value) }]
    })
  }
}

/** Freezes a value that the caller made, with drafts in it replaced by what they are now. */
export function toFrozen(value: object): object {
  if (isDraft(value)) return freezeInPlace(current(value))
  return freezeInPlace(value)
}

function freezeInPlace(value: object): object {
  // No early end at what is frozen: a schema that freezes its output does so one level deep.
  for (const [key, child] of Object.entries(value)) {
    if (typeof child !== 'object' || child === null) continue
    const frozen = toFrozen(child)
    if (frozen !== child) Reflect.set(value, key, frozen)
  }
  return Object.freeze(value)
}
