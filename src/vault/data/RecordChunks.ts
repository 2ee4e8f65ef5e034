/**
 * The snapshot of an open log as it came from the file: compressed chunks, from which a record is taken when somebody
 * asks for it. A hundred thousand records cost their compressed size, and opening costs no parsing.
 */
import { decompress } from '../format/compression.ts'
import { firstRecordOffset, type IndexedChunk } from '../format/lines.ts'

interface StoredChunk {
  readonly body: Uint8Array
  /** Of its compression. */
  readonly flags: number
  /** Where each record's line starts in the decompressed body, and where the last one ends. */
  readonly offsets: Uint32Array
  /** What the index says of each record; null where it says nothing of any. */
  readonly rows: readonly unknown[] | null
  /** Records that somebody may still hold: the same one is then handed out again. */
  readonly parsed: (WeakRef<object> | undefined)[]
}

/** Chunk number and index in it, as one number. */
export type Location = number

const RECORDS_PER_CHUNK = 65_536
/** Decompressed chunks kept, 96 KiB each: reading in order then decompresses each once. */
const KEPT_CHUNKS = 32

/** Records held although nobody else may: what was on a screen lately is what is edited next. */
const HELD_RECORDS = 256

export class RecordChunks {
  /** The last ones that were read, in a ring. */
  readonly #held: object[] = []
  #nextHeld = 0
  readonly #chunks: StoredChunk[] = []
  readonly #kept = new Map<number, Buffer>()
  #dictionary: Buffer | null = null

  /** Takes over what chunks added from now on may be compressed with. */
  takeDictionary(dictionary: Buffer): void {
    this.#dictionary = dictionary
  }

  /** Takes over `body`. Returns the location of the chunk's first record; the others follow. */
  add(body: Uint8Array, flags: number, chunk: IndexedChunk): Location {
    const offsets = new Uint32Array(chunk.entries.length + 1)
    let offset = firstRecordOffset(chunk.collection)
    for (const [index, { length }] of chunk.entries.entries()) {
      offsets[index] = offset
      offset += length + 1
    }
    offsets[chunk.entries.length] = offset
    const hasRows = chunk.entries.some(({ row }) => row !== undefined)
    const rows = hasRows ? chunk.entries.map(({ row }) => row) : null
    this.#chunks.push({ body, flags, offsets, rows, parsed: [] })
    return (this.#chunks.length - 1) * RECORDS_PER_CHUNK
  }

  /** What the index of the file says of the record at a location. */
  row(location: Location): unknown {
    return this.#chunkAt(location).rows?.[location % RECORDS_PER_CHUNK]
  }

  /** The same of all records of the chunk at a location, in their order; null where it says nothing of any. */
  rows(location: Location): readonly unknown[] | null {
    return this.#chunkAt(location).rows
  }

  /** The record at a location if it is in memory still. */
  parsed(location: Location): object | undefined {
    return this.#chunkAt(location).parsed[location % RECORDS_PER_CHUNK]?.deref()
  }

  remember(location: Location, record: object): void {
    this.#chunkAt(location).parsed[location % RECORDS_PER_CHUNK] = new WeakRef(record)
    this.#held[this.#nextHeld] = record
    this.#nextHeld = (this.#nextHeld + 1) % HELD_RECORDS
  }

  /** The JSON of the record at a location; valid until the next call. */
  json(location: Location): Buffer {
    const number = Math.floor(location / RECORDS_PER_CHUNK)
    const index = location % RECORDS_PER_CHUNK
    const { offsets } = this.#chunkAt(location)
    const body = this.#decompressed(number)
    return body.subarray(offsets[index], (offsets[index + 1] ?? 0) - 1)
  }

  /** Wipes and forgets everything; records that somebody still holds are out of reach. */
  clear(): void {
    for (const { body } of this.#chunks) body.fill(0)
    for (const bytes of this.#kept.values()) bytes.fill(0)
    this.#dictionary?.fill(0)
    this.#chunks.length = 0
    this.#held.length = 0
    this.#nextHeld = 0
    this.#kept.clear()
    this.#dictionary = null
  }

  #chunkAt(location: Location): StoredChunk {
    const chunk = this.#chunks[Math.floor(location / RECORDS_PER_CHUNK)]
    if (chunk === undefined) throw new Error('a record was asked for after its log was closed')
    return chunk
  }

  #decompressed(number: number): Buffer {
    const kept = this.#kept.get(number)
    if (kept !== undefined) return kept
    const { body, flags, offsets } = this.#chunkAt(number * RECORDS_PER_CHUNK)
    const bytes = decompress(body, flags, this.#dictionary, offsets.at(-1))
    this.#kept.set(number, bytes)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > KEPT_CHUNKS && oldest !== undefined) this.#letGo(oldest)
    return bytes
  }

  #letGo(number: number): void {
    const bytes = this.#kept.get(number)
    this.#kept.delete(number)
    // One that was not compressed is the stored chunk itself.
    if (bytes?.buffer !== this.#chunkAt(number * RECORDS_PER_CHUNK).body.buffer) bytes?.fill(0)
  }
}
