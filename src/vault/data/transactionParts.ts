/** A set of changes as the bytes of one transaction. */
import { PartWriter } from './PartWriter.ts'
import type { StoredRecord } from './RecordCollection.ts'

/** One change of one record; undefined deletes. */
export interface Put {
  readonly collection: string
  readonly id: string
  readonly value: StoredRecord | undefined
  readonly row: unknown
}

/** The parts of a transaction made at `at` (ISO 8601), each in a buffer of its own. Throws what JSON cannot hold. */
export function encodeTransaction(at: string, puts: Iterable<Put>): Uint8Array<ArrayBuffer>[] {
  const writer = new PartWriter(at)
  const parts: (Uint8Array<ArrayBuffer> | null)[] = []
  for (const { collection, id, value, row } of puts) {
    parts.push(writer.add(collection, id, row, value === undefined ? '' : JSON.stringify(value)))
  }
  parts.push(writer.flush())
  return parts.filter((part) => part !== null)
}
