/** A set of changes as the bytes of one transaction. */
import { operationText, transactionHead } from '../format/lines.ts'
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
export function encodeTransaction(at: string, puts: readonly Put[]): Uint8Array<ArrayBuffer>[] {
  const [only] = puts
  if (puts.length === 1 && only !== undefined) return [onePart(at, only)]
  const writer = new PartWriter(at)
  const parts: (Uint8Array<ArrayBuffer> | null)[] = []
  for (const { collection, id, value, row } of puts) {
    parts.push(writer.add(collection, id, row, jsonOf(value)))
  }
  parts.push(writer.flush())
  return parts.filter((part) => part !== null)
}

/** Into a buffer of its own, unlike `Buffer.from`, whose buffers share one that cannot be handed over. */
const encoder = new TextEncoder()

/** What most saves are, by one encoding and without a copy. */
function onePart(at: string, { collection, id, value, row }: Put): Uint8Array<ArrayBuffer> {
  return encoder.encode(`${transactionHead(at)}\n${operationText(collection, id, row, jsonOf(value))}`)
}

const jsonOf = (value: StoredRecord | undefined): string => (value === undefined ? '' : JSON.stringify(value))
