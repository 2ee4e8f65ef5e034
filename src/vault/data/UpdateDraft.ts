/**
 * What one update changes, until it is taken over or thrown away. Reading a record gives a copy of it to be edited, so
 * that `data.incidents[id].title = '…'` works inside an update while records themselves stay frozen.
 */
import { deepFreeze, deepFreezeAfter } from './deepFreeze.ts'
import type { RecordCollection, StoredRecord } from './RecordCollection.ts'

interface Change {
  readonly id: string
  readonly value: StoredRecord | undefined
}

type Entry =
  | { readonly kind: 'copy'; readonly base: StoredRecord; readonly copy: StoredRecord }
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
    if (entry !== undefined) return entry.kind === 'copy' ? entry.copy : entry.value
    const base = this.#collection.latest(id)
    if (base === undefined) return undefined
    const copy = copyOf(base)
    this.#entries.set(id, { kind: 'copy', base, copy })
    return copy
  }

  has(id: string): boolean {
    const entry = this.#entries.get(id)
    if (entry === undefined) return this.#collection.hasLatest(id)
    return entry.kind === 'copy' || entry.value !== undefined
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

  /** What was changed, frozen; copies that were only read are left out. */
  finish(): Change[] {
    const changes: Change[] = []
    for (const [id, entry] of this.#entries) {
      if (entry.kind === 'put') {
        const { value } = entry
        const frozen = value === undefined ? value : deepFreezeAfter(this.#collection.latest(id), value)
        changes.push({ id, value: frozen })
      } else if (!isSame(entry.base, entry.copy)) changes.push({ id, value: deepFreeze(entry.copy) })
    }
    return changes
  }
}

/** All of it: whoever edits a copy may not reach what was handed out before. */
function copyOf(value: object): object {
  // A spread, unlike assignment, copies a key called __proto__ as any other.
  const copy: object = Array.isArray(value) ? [...value] : { ...value }
  for (const key in copy) {
    const child: unknown = Reflect.get(copy, key)
    if (typeof child === 'object' && child !== null) Reflect.set(copy, key, copyOf(child))
  }
  return copy
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && isSame(Reflect.get(a, key), Reflect.get(b, key)))
}
