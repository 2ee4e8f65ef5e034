/**
 * lowdb's storage port over an encrypted journal. It knows what changed because its collections remember it, so that a
 * save costs what changed, not what exists.
 *
 * Order: encode → one transaction, synced → memory takes it over → acknowledged. Updates that arrive together share one
 * sync; each sees those before it. When one cannot be saved, neither can those that were built on it, and memory
 * stays as it was.
 */
import type { Adapter } from 'lowdb'
import { META_COLLECTION, META_ID } from '../format/lines.ts'
import { VaultFailure } from '../vaultError.ts'
import { type CollectionView, collectionProxy } from './collectionProxy.ts'
import { deepFreeze } from './deepFreeze.ts'
import type { RecordChunks } from './RecordChunks.ts'
import { RecordCollection, type StoredRecord } from './RecordCollection.ts'
import { encodeTransaction, type Put } from './transactionParts.ts'
import { CollectionDraft } from './UpdateDraft.ts'
import type { VaultSchema } from './vaultSchema.ts'

export interface JournalPorts {
  /** Makes transactions durable together, at once or later; throws or rejects when they cannot be saved. */
  readonly append: (transactions: readonly (readonly Uint8Array[])[], at: string) => Promise<void> | undefined
  readonly now: () => Date
}

interface Transaction {
  readonly number: number
  /** ISO 8601. */
  readonly at: string
  readonly puts: readonly Put[]
  readonly parts: readonly Uint8Array[]
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

export class JournalAdapter<T extends object> implements Adapter<T> {
  readonly #schema: VaultSchema<T>
  readonly #ports: JournalPorts
  readonly #collections = new Map<string, RecordCollection>()
  readonly #meta: RecordCollection
  readonly #root: T
  /** The newest state, updates under way included, for reading only. */
  readonly #before: T
  /** Of the update that is running: of the collections that it has asked for. Null outside updates. */
  #drafts: Map<RecordCollection, CollectionDraft> | null = null
  /** Something was assigned outside an update and is not on its way. */
  #hasAssigned = false
  #queue: Transaction[] = []
  #sending = false
  /** The group that is being saved. */
  #flight: Promise<unknown> = Promise.resolve()
  /** Nothing is sent while this is pending. */
  #hold: Promise<void> | null = null
  #lastNumber = 0
  #idle: (() => void)[] = []
  #closed = false
  #cleared = false

  constructor(schema: VaultSchema<T>, chunks: RecordChunks, ports: JournalPorts) {
    this.#schema = schema
    this.#ports = ports
    this.#meta = new RecordCollection(META_COLLECTION, chunks, schema.parseMeta)
    for (const name of schema.collections) {
      const parse = (untrusted: unknown) => schema.parseRecord(name, untrusted)
      this.#collections.set(name, new RecordCollection(name, chunks, parse))
    }
    this.#root = this.#createRoot((collection) => {
      const visible = this.#visibleView(collection)
      return () => (this.#drafts === null ? visible : draftOf(collection, this.#drafts))
    })
    this.#before = this.#createRoot((collection) => {
      const latest = latestView(collection)
      return () => latest
    })
  }

  /** The data: what is durable, and what was assigned to it since. */
  get root(): T {
    return this.#root
  }

  /** All but the log's own data. */
  recordCollections(): readonly RecordCollection[] {
    return [...this.#collections.values()]
  }

  /** Takes in the first content of a new log; freezes it. Throws what is not a record. */
  fill(initial: T): void {
    for (const collection of this.#all()) {
      const isMeta = collection.name === META_COLLECTION
      const given: unknown = Reflect.get(initial, isMeta ? 'meta' : collection.name)
      const values = isMeta ? { [META_ID]: given } : checkMeta(given)
      for (const [id, untrustedValue] of Object.entries(values)) {
        const value = deepFreeze(isMeta ? checkMeta(untrustedValue) : checkRecord(id, untrustedValue))
        const { row } = this.#put(collection, id, value)
        collection.settle(id, value, row, 0)
      }
    }
  }

  /** Undefined when the log has no such collection. */
  collection(name: string): RecordCollection | undefined {
    return name === META_COLLECTION ? this.#meta : this.#collections.get(name)
  }

  /** lowdb's port: the log was read when it was opened. */
  async read(): Promise<T> {
    return this.#root
  }

  /** lowdb's port: saves what was assigned since the last time. Refuses any object but the one it gave out. */
  async write(data: T): Promise<void> {
    if (data !== this.#root) throw new TypeError('replace records inside the data, not the data itself')
    await this.#commit([])
  }

  /**
   * Runs `change` on drafts and saves the outcome together with what was assigned before. `before` is the state that
   * it builds on, without drafts. Rejects with what `change` throws, or with a `VaultFailure`; then nothing has changed.
   */
  update(change: (data: T, before: T) => unknown): Promise<void> {
    // Not `async`: after the sync, each promise that waits for another is code that the processor has to fetch anew.
    try {
      return this.#commit(this.#collect(change))
    } catch (thrown) {
      return Promise.reject(thrown)
    }
  }

  /** What `change` changes. Throws what it throws. */
  #collect(change: (data: T, before: T) => unknown): readonly Put[] {
    if (this.#drafts !== null) throw new TypeError('an update inside an update')
    this.#mustBeOpen()
    const drafts = new Map<RecordCollection, CollectionDraft>()
    this.#drafts = drafts
    const puts: Put[] = []
    try {
      const outcome = change(this.#root, this.#before)
      if (outcome instanceof Promise) {
        // Its changes would come after the update is over, and be lost; what it throws is told here already.
        outcome.catch(() => undefined)
        throw new TypeError('an update must not be asynchronous')
      }
      for (const collection of drafts.size === 1 ? drafts.keys() : this.#all()) {
        for (const { id, value } of drafts.get(collection)?.finish() ?? []) {
          puts.push(this.#put(collection, id, value))
        }
      }
    } finally {
      this.#drafts = null
    }
    return puts
  }

  /** Forgets what was assigned and not saved. */
  discardAssigned(): void {
    for (const collection of this.#all()) collection.discardAssigned()
    this.#hasAssigned = false
  }

  /** Runs `work` while nothing is being saved; updates issued meanwhile are saved after it. */
  async withoutSaving<V>(work: () => Promise<V>): Promise<V> {
    while (this.#hold !== null) await this.#hold
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#hold = promise
    try {
      await this.#flight.catch(() => undefined)
      return await work()
    } finally {
      this.#hold = null
      resolve()
    }
  }

  /** Resolves when nothing is being saved any more; refuses what comes afterwards. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#sending) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  /** Forgets all records, also those of a save that is still under way. */
  clear(): void {
    this.#cleared = true
    for (const collection of this.#all()) collection.clear()
  }

  #commit(changes: readonly Put[]): Promise<void> {
    this.#mustBeOpen()
    const puts = this.#hasAssigned ? [...this.#takeAssigned(changes), ...changes] : changes
    // With nothing to save it still rests on what is being saved, and fails with it.
    if (puts.length === 0 && !this.#sending) return Promise.resolve()
    const at = this.#ports.now().toISOString()
    const parts = encodeTransaction(at, puts)
    this.#lastNumber += 1
    const number = this.#lastNumber
    for (const { collection, id, value } of puts) this.collection(collection)?.send(id, value, number)
    return new Promise((resolve, reject) => {
      this.#queue.push({ number, at, puts, parts, resolve, reject })
      if (!this.#sending) {
        this.#sending = true
        // What is issued in the same turn shares one sync.
        queueMicrotask(() => void this.#send())
      }
    })
  }

  async #send(): Promise<void> {
    while (this.#queue.length > 0) {
      while (this.#hold !== null) await this.#hold
      const group = this.#queue
      this.#queue = []
      const transactions: (readonly Uint8Array[])[] = []
      let at = ''
      for (const transaction of group) {
        if (transaction.parts.length === 0) continue
        transactions.push(transaction.parts)
        at = transaction.at
      }
      try {
        if (transactions.length > 0) {
          const saving = this.#ports.append(transactions, at)
          // Not waited for where there is nothing to wait for: code that goes on after a wait is fetched anew.
          if (saving !== undefined) {
            this.#flight = saving
            await saving
          }
        }
      } catch (thrown) {
        const lost = [...group, ...this.#queue]
        this.#queue = []
        for (const collection of this.#all()) collection.takeBack()
        this.#hasAssigned = true
        for (const { reject } of lost) reject(thrown)
        continue
      }
      for (const { number, puts } of this.#cleared ? [] : group) {
        for (const { collection, id, value, row } of puts) {
          this.collection(collection)?.settle(id, value, row, number)
        }
      }
      for (const { resolve } of group) resolve()
    }
    this.#sending = false
    for (const resolve of this.#idle.splice(0)) resolve()
  }

  /** What was assigned and not sent yet, less what `changes` replaces. */
  #takeAssigned(changes: readonly Put[]): Put[] {
    const changed = new Set(changes.map(({ collection, id }) => `${collection}\n${id}`))
    this.#hasAssigned = false
    return this.#all().flatMap((collection) =>
      collection
        .unsaved()
        .filter(([id]) => !changed.has(`${collection.name}\n${id}`))
        .map(([id, value]) => this.#put(collection, id, value)),
    )
  }

  #put({ name }: RecordCollection, id: string, value: StoredRecord | undefined): Put {
    if (value === undefined) return { collection: name, id, value, row: undefined }
    if (name === META_COLLECTION) {
      // What its parser refuses would keep the whole log from being opened again.
      this.#schema.parseMeta(value)
      return { collection: name, id, value, row: undefined }
    }
    // Not parsed: records are checked where they are made, and once more would take longer than the disk.
    checkRecord(id, value)
    return { collection: name, id, value, row: this.#schema.summarise?.(name, value) }
  }

  #createRoot(viewOf: (collection: RecordCollection) => () => CollectionView): T {
    const meta = viewOf(this.#meta)
    const root = {
      get meta() {
        return meta().get(META_ID)
      },
      set meta(value: unknown) {
        meta().put(META_ID, checkMeta(value))
      },
    }
    for (const [name, collection] of this.#collections) {
      const value = collectionProxy(viewOf(collection), checkRecord)
      // Not writable: a collection that is replaced as a whole would have to be compared with the one before.
      Object.defineProperty(root, name, { value, enumerable: true })
    }
    return Object.seal(root) as unknown as T
  }

  #visibleView(collection: RecordCollection): CollectionView {
    return {
      get: (id) => collection.visible(id),
      has: (id) => collection.hasVisible(id),
      ids: () => collection.visibleIds(),
      put: (id, value) => {
        this.#hasAssigned = true
        collection.assign(id, value === undefined ? undefined : deepFreeze(value))
      },
    }
  }

  #all(): RecordCollection[] {
    return [this.#meta, ...this.#collections.values()]
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new VaultFailure({ code: 'vault/closed' })
  }
}

function draftOf(
  collection: RecordCollection,
  drafts: Map<RecordCollection, CollectionDraft>,
): CollectionDraft {
  let draft = drafts.get(collection)
  if (draft === undefined) {
    draft = new CollectionDraft(collection)
    drafts.set(collection, draft)
  }
  return draft
}

function latestView(collection: RecordCollection): CollectionView {
  return {
    get: (id) => collection.latest(id),
    has: (id) => collection.hasLatest(id),
    ids: () => collection.latestIds(),
    put: () => {
      throw new TypeError('the state before an update cannot be changed')
    },
  }
}

function checkRecord(id: string, untrustedValue: unknown): StoredRecord {
  const record = checkMeta(untrustedValue)
  if (Reflect.get(record, 'id') !== id) throw new TypeError('the key of a record must be its id')
  return record
}

function checkMeta(untrustedValue: unknown): StoredRecord {
  if (typeof untrustedValue !== 'object' || untrustedValue === null) throw new TypeError('not a record')
  return untrustedValue
}
