/** A collection as lowdb's users know it: an object from id to record, that can be read, listed and assigned to. */
import type { StoredRecord } from './RecordCollection.ts'

/** What stands behind the object: the visible records, or a draft of them inside an update. */
export interface CollectionView {
  get(id: string): StoredRecord | undefined
  has(id: string): boolean
  ids(): string[]
  put(id: string, value: StoredRecord | undefined): void
}

/**
 * @param view asked anew at each access. @param key checks that a record may stand under an id; throws otherwise.
 */
export function collectionProxy(
  view: () => CollectionView,
  checkRecord: (id: string, untrustedValue: unknown) => StoredRecord,
): Readonly<Record<string, StoredRecord>> {
  const target: Record<string, StoredRecord> = Object.create(null)
  return new Proxy(target, {
    get: (_target, id) => (typeof id === 'string' ? view().get(id) : undefined),
    has: (_target, id) => typeof id === 'string' && view().has(id),
    ownKeys: () => view().ids(),
    getOwnPropertyDescriptor: (_target, id) =>
      typeof id === 'string' && view().has(id)
        ? // A getter, since listing the keys asks for this and must not parse every record.
          { configurable: true, enumerable: true, get: () => view().get(id) }
        : undefined,
    set: (_target, id, untrustedValue) => {
      if (typeof id !== 'string') return false
      view().put(id, checkRecord(id, untrustedValue))
      return true
    },
    deleteProperty: (_target, id) => {
      if (typeof id === 'string' && view().has(id)) view().put(id, undefined)
      return true
    },
    defineProperty: () => false,
    setPrototypeOf: () => false,
    preventExtensions: () => false,
  })
}
