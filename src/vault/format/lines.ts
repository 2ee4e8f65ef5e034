/**
 * What stands inside frames: lines of JSON in UTF-8, each ended by a line feed (which JSON.stringify never writes).
 *
 * transaction  `{"at": ISO time}`, then for each operation two lines: `[collection, id]` or `[collection, id, row]`, and the
 *              record, or nothing where it is deleted. The collection `""` with the id `"meta"` is the log's own.
 * chunk        the collection as a string, then one record per line
 * index        one line per chunk since the last index, in their order: `[collection, [[id, length] or [id, length, row], …]]`,
 *              lengths in bytes of the record's line
 * snapshot end `{"at": …, "meta": …, "records": n, "counter": transactions so far}`
 *
 * A row is what the tables show of a record, so that a first screen needs no record. All of it is authenticated
 * before it comes here; what does not parse was written wrongly, and is damage.
 */
import { z } from 'zod'
import { damage, VaultFailure } from '../vaultError.ts'

export const META_COLLECTION = ''
export const META_ID = 'meta'

/** One change of one record, as bytes: what the file deals in. */
export interface RecordLine {
  readonly collection: string
  readonly id: string
  /** What tables show of it. */
  readonly row: unknown
  /** JSON, without line feed; empty where the record is deleted. */
  readonly json: Buffer
}

export interface IndexEntry {
  readonly id: string
  /** Bytes of the record's line, without line feed. */
  readonly length: number
  readonly row: unknown
}

export interface IndexedChunk {
  readonly collection: string
  readonly entries: readonly IndexEntry[]
}

/** Records in one chunk. */
export const MAX_CHUNK_RECORDS = 20_000

const headSchema = z.strictObject({ at: z.string() })
const operationSchema = z.tuple([z.string(), z.string()]).rest(z.unknown())
const snapshotEndSchema = z.strictObject({
  at: z.string(),
  meta: z.unknown(),
  records: z.int().min(0),
  counter: z.int().min(0),
})
export type SnapshotEnd = Readonly<z.infer<typeof snapshotEndSchema>>

const LINE_FEED = 0x0a
const utf8 = (text: string) => Buffer.from(text, 'utf8')

/** The head of an operation's two lines. */
export function operationHead(collection: string, id: string, row: unknown): string {
  return JSON.stringify(row === undefined ? [collection, id] : [collection, id, row])
}

/** Characters of one record: its frame must stay below what a reader accepts, whatever their number of bytes. */
const MAX_RECORD_LENGTH = 32 * 1024 * 1024

/** The two lines of an operation, each with its line feed; empty JSON deletes. Throws `vault/too-large`. */
export function operationText(collection: string, id: string, row: unknown, json: string): string {
  const text = `${operationHead(collection, id, row)}\n${json}\n`
  if (text.length > MAX_RECORD_LENGTH) throw new VaultFailure({ code: 'vault/too-large' })
  return text
}

/** The first line of a part of a transaction. */
export function transactionHead(at: string): string {
  return JSON.stringify({ at })
}

/** A part of a transaction with these operations. */
export function transactionPart(at: string, lines: readonly RecordLine[]): Buffer {
  const end = Buffer.of(LINE_FEED)
  const parts: Uint8Array[] = [utf8(transactionHead(at)), end]
  for (const { collection, id, row, json } of lines)
    parts.push(utf8(operationHead(collection, id, row)), end, json, end)
  return Buffer.concat(parts)
}

/** The operations of one part of a transaction, in order, with the time it was made. */
export function parseTransactionPart(body: Buffer): { readonly at: string; readonly lines: RecordLine[] } {
  const texts = splitLines(body)
  const at = parseHead(texts[0])
  if (texts.length % 2 !== 1) throw damage('content')
  const lines: RecordLine[] = []
  for (let index = 1; index < texts.length; index += 2) {
    const operation = operationSchema.safeParse(parseJson(texts[index]))
    const json = texts[index + 1]
    if (!operation.success || json === undefined) throw damage('content')
    const [collection, id, row] = operation.data
    lines.push({ collection, id, row, json })
  }
  return { at, lines }
}

/** The body of a chunk. */
export function chunkBody(collection: string, records: readonly Uint8Array[]): Buffer {
  const end = Buffer.of(LINE_FEED)
  const parts: Uint8Array[] = [utf8(JSON.stringify(collection)), end]
  for (const record of records) parts.push(record, end)
  return Buffer.concat(parts)
}

/** The time at which a transaction was made, from its first part. */
export function transactionTime(body: Buffer): string {
  return parseHead(body.subarray(0, body.indexOf(LINE_FEED)))
}

/** The id that the JSON of a record names; null when it is no record. */
export function recordId(json: Buffer): string | null {
  const untrusted = parseJson(json)
  const id: unknown =
    typeof untrusted === 'object' && untrusted !== null ? Reflect.get(untrusted, 'id') : null
  return typeof id === 'string' ? id : null
}

/** The collection and the records' lines of a chunk. */
export function parseChunk(body: Buffer): { readonly collection: string; readonly records: Buffer[] } {
  const [first, ...records] = splitLines(body)
  const collection = parseJson(first)
  if (typeof collection !== 'string') throw damage('content')
  return { collection, records }
}

/** The line of one chunk in an index. */
export function indexLine({ collection, entries }: IndexedChunk): string {
  const list = entries.map(({ id, length, row }) => (row === undefined ? [id, length] : [id, length, row]))
  return JSON.stringify([collection, list])
}

/** The chunks that an index describes, in order. */
export function parseIndex(body: Buffer): IndexedChunk[] {
  return splitLines(body).map((line) => {
    const untrusted = parseJson(line)
    if (!Array.isArray(untrusted)) throw damage('content')
    const [collection, list]: unknown[] = untrusted
    if (typeof collection !== 'string' || !Array.isArray(list) || list.length > MAX_CHUNK_RECORDS)
      throw damage('content')
    return { collection, entries: list.map(parseIndexEntry) }
  })
}

/** The offset in a chunk's body at which its first record's line starts. */
export function firstRecordOffset(collection: string): number {
  return Buffer.byteLength(JSON.stringify(collection)) + 1
}

export function snapshotEndBody(end: SnapshotEnd): Buffer {
  return utf8(`${JSON.stringify(end)}\n`)
}

export function parseSnapshotEnd(body: Buffer): SnapshotEnd {
  const parsed = snapshotEndSchema.safeParse(parseJson(body))
  if (!parsed.success) throw damage('content')
  return parsed.data
}

function parseHead(line: Buffer | undefined): string {
  const head = headSchema.safeParse(parseJson(line))
  if (!head.success) throw damage('content')
  return head.data.at
}

// By hand, not by Zod: there is one for each record of the log.
function parseIndexEntry(untrusted: unknown): IndexEntry {
  if (!Array.isArray(untrusted)) throw damage('content')
  const [id, length, row]: unknown[] = untrusted
  if (typeof id !== 'string' || typeof length !== 'number') throw damage('content')
  return { id, length, row }
}

function splitLines(body: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf(LINE_FEED, start)
    if (end < 0) throw damage('content')
    lines.push(body.subarray(start, end))
    start = end + 1
  }
  return lines
}

function parseJson(text: Buffer | undefined): unknown {
  if (text === undefined) throw damage('content')
  try {
    return JSON.parse(text.toString('utf8'))
  } catch {
    throw damage('content')
  }
}
