/** What the frames of a log say, in their order: "Bodies" of docs/format/vault-v1.md, read strictly. */
import { zstdDecompressSync } from 'node:zlib'
import { z } from 'zod'

/** `what` is the word in brackets in "Order of checks" of the document, or the code for what has none. */
export class BookError extends Error {
  readonly what: string

  constructor(what: string) {
    super(what)
    this.what = what
  }
}

export interface BookRecord {
  readonly record: unknown
  readonly row: unknown
}

export interface BookContent {
  readonly meta: unknown
  /** Collection → id → record. */
  readonly records: ReadonlyMap<string, ReadonlyMap<string, BookRecord>>
  readonly savedAt: string
  /** Saves since the log was created. */
  readonly counter: number
}

const timeSchema = z.iso.datetime({ precision: 3 })
const recordSchema = z.looseObject({ id: z.string() })
const entrySchema = z.tuple([z.string(), z.int().min(0)]).rest(z.json())
const indexLineSchema = z.tuple([z.string(), z.array(entrySchema)])
const endSchema = z.strictObject({
  at: timeSchema,
  meta: z.looseObject({}),
  records: z.int().min(0),
  counter: z.int().min(1),
})
const headSchema = z.strictObject({ at: timeSchema })
const operationSchema = z.tuple([z.string(), z.string()]).rest(z.json())

const CHUNK = 1
const INDEX = 2
const SNAPSHOT_END = 3
const TRANSACTION = 4
const DICTIONARY = 5

export class ContentByTheBook {
  readonly #records = new Map<string, Map<string, BookRecord>>()
  #meta: unknown
  #savedAt = ''
  #counter = 0
  #inSnapshot = 0
  #chunks: string[][] = []
  #dictionary: Buffer | undefined
  #unfinished: { readonly at: string; readonly lines: readonly string[] }[] = []
  hasSnapshot = false
  /** Offset behind the snapshot or the last whole transaction. */
  wholeUntil = 0

  /** @param end offset behind the frame. */
  take(type: number, flags: number, body: Uint8Array, end: number): void {
    if (type === DICTIONARY) {
      expectThat(!this.hasSnapshot && (flags & ~1) === 0, 'frame')
      const dictionary = (flags & 1) === 0 ? Buffer.from(body) : zstdDecompressSync(body)
      expectThat(this.#dictionary?.equals(dictionary) ?? true, 'content')
      this.#dictionary = dictionary
      return
    }
    const lines = linesOf(this.#decompressed(type, flags, body))
    if (type === TRANSACTION) this.#takeTransaction(lines, (flags & 2) !== 0, end)
    else {
      expectThat(!this.hasSnapshot && (flags & 2) === 0, 'frame')
      if (type === CHUNK) this.#chunks.push(lines)
      else if (type === INDEX) this.#takeIndex(lines)
      else if (type === SNAPSHOT_END) this.#takeEnd(lines, end)
      else throw new BookError('frame')
    }
  }

  #decompressed(type: number, flags: number, body: Uint8Array): Uint8Array {
    if ((flags & 1) === 0) return body
    if ((flags & 4) === 0) return zstdDecompressSync(body)
    if (type !== CHUNK || this.#dictionary === undefined) throw new BookError('content')
    return zstdDecompressSync(body, { dictionary: this.#dictionary })
  }

  get content(): BookContent {
    return { meta: this.#meta, records: this.#records, savedAt: this.#savedAt, counter: this.#counter }
  }

  #takeIndex(lines: readonly string[]): void {
    expectThat(lines.length === this.#chunks.length, 'content')
    for (const [number, line] of lines.entries()) {
      const [name, ...records] = this.#chunks[number] ?? []
      const [collection, entries] = parse(indexLineSchema, line)
      expectThat(parse(z.string(), name) === collection, 'content')
      expectThat(records.length === entries.length && records.length > 0, 'content')
      for (const [index, [id, length, row]] of entries.entries()) {
        const json = records[index] ?? ''
        expectThat(Buffer.byteLength(json) === length, 'content')
        expectThat(this.#records.get(collection)?.has(id) !== true, 'content')
        this.#put(collection, id, json, row)
        this.#inSnapshot += 1
      }
    }
    this.#chunks = []
  }

  #takeEnd(lines: readonly string[], end: number): void {
    const { at, meta, records, counter } = parse(endSchema, lines[0])
    expectThat(lines.length === 1 && this.#chunks.length === 0 && records === this.#inSnapshot, 'content')
    this.#meta = meta
    this.#savedAt = at
    this.#counter = counter
    this.hasSnapshot = true
    this.wholeUntil = end
  }

  #takeTransaction([head, ...lines]: readonly string[], goesOn: boolean, end: number): void {
    expectThat(this.hasSnapshot, 'frame')
    this.#unfinished.push({ at: parse(headSchema, head).at, lines })
    if (goesOn) return
    for (const part of this.#unfinished) {
      expectThat(part.lines.length % 2 === 0, 'content')
      for (let index = 0; index < part.lines.length; index += 2) {
        const [collection, id, row] = parse(operationSchema, part.lines[index])
        const json = part.lines[index + 1] ?? ''
        if (collection === '' && id === 'meta') this.#meta = parse(z.looseObject({}), json)
        else if (json === '') this.#records.get(collection)?.delete(id)
        else this.#put(collection, id, json, row)
      }
      this.#savedAt = part.at
    }
    this.#unfinished = []
    this.#counter += 1
    this.wholeUntil = end
  }

  #put(collection: string, id: string, json: string, row: unknown): void {
    const record = parse(recordSchema, json)
    expectThat(record.id === id, 'content')
    const records = this.#records.get(collection) ?? new Map<string, BookRecord>()
    this.#records.set(collection, records.set(id, { record, row }))
  }
}

export function expectThat(condition: boolean, what: string): asserts condition {
  if (!condition) throw new BookError(what)
}

function parse<T>(schema: z.ZodType<T>, untrustedText: string | undefined): T {
  try {
    return schema.parse(JSON.parse(untrustedText ?? ''))
  } catch {
    throw new BookError('content')
  }
}

function linesOf(body: Uint8Array): string[] {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
  expectThat(text.endsWith('\n'), 'content')
  return text.slice(0, -1).split('\n')
}
