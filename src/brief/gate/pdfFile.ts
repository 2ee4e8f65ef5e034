/**
 * A PDF file taken apart from its first byte to its last: every object, the ones inside object streams too, every
 * stream inflated, and whatever stands between them. Nothing is looked up through the cross-reference table, so an
 * object that no table mentions is found as well.
 */
import { inflateSync } from 'node:zlib'
import type { Finding } from './finding.ts'
import { latin1, type PdfDictionary, PdfReader, PdfSyntaxError, type PdfValue } from './pdfTokens.ts'

export interface PdfObject {
  readonly number: number
  readonly value: PdfValue
  /** Inflated bytes of a stream; null when it is none or cannot be inflated. */
  readonly stream: Uint8Array | null
}

export interface PdfFile {
  readonly objects: readonly PdfObject[]
  /** Dictionaries of `trailer` and of cross-reference streams. */
  readonly trailers: readonly PdfDictionary[]
  readonly comments: readonly Uint8Array[]
  /** What was wrong while reading. */
  readonly findings: readonly Finding[]
}

const MOST_INFLATED = 256 * 1024 * 1024

/** Reads all of a file; malformed parts become findings, never an exception. */
export function readPdfFile(bytes: Uint8Array): PdfFile {
  const reader = new PdfReader(bytes)
  const objects: PdfObject[] = []
  const trailers: PdfDictionary[] = []
  const findings: Finding[] = []
  try {
    while (reader.skipSpace()) {
      const value = reader.readValue()
      if (typeof value === 'number') objects.push(...readObject(reader, value, trailers, findings))
      else if (isKeyword(value, 'xref')) skipTable(reader)
      else if (isKeyword(value, 'trailer')) {
        const trailer = reader.readValue()
        if (isDictionary(trailer)) trailers.push(trailer)
      } else if (isKeyword(value, 'startxref')) reader.readValue()
      else throw new PdfSyntaxError('neither object nor table')
    }
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error
    findings.push({ class: 'pdf/unreadable', where: `byte ${reader.at}`, detail: error.message })
  }
  return { objects, trailers, comments: reader.comments, findings }
}

function readObject(
  reader: PdfReader,
  number: number,
  trailers: PdfDictionary[],
  findings: Finding[],
): PdfObject[] {
  const generation = reader.readValue()
  const keyword = reader.readValue()
  if (typeof generation !== 'number' || !isKeyword(keyword, 'obj')) throw new PdfSyntaxError('no object')
  const value = reader.readValue()
  const end = reader.readValue()
  if (isKeyword(end, 'endobj')) return [{ number, value, stream: null }]
  if (!isKeyword(end, 'stream') || !isDictionary(value)) throw new PdfSyntaxError('object without end')
  const packed = readStream(reader, value)
  if (!isKeyword(reader.readValue(), 'endobj')) throw new PdfSyntaxError('object without end')
  const stream = inflate(packed, value, number, findings)
  if (isNamed(value.entries.get('Type'), 'XRef')) trailers.push(value)
  const inside =
    stream !== null && isNamed(value.entries.get('Type'), 'ObjStm') ? readObjectStream(stream, value) : []
  return [{ number, value, stream }, ...inside]
}

/** The packed bytes; moves past `endstream`. */
function readStream(reader: PdfReader, dictionary: PdfDictionary): Uint8Array {
  const { bytes } = reader
  if (bytes[reader.at] === 13) reader.at += 1
  if (bytes[reader.at] === 10) reader.at += 1
  const from = reader.at
  const length = dictionary.entries.get('Length')
  const given = typeof length === 'number' ? from + length : -1
  // A Length that leads elsewhere than to `endstream` hides bytes from one reader or another.
  const end =
    given >= 0 && /^\s{0,2}endstream/.test(latin1(bytes.subarray(given, given + 12)))
      ? given
      : search(bytes, from)
  if (given >= 0 && end !== given) throw new PdfSyntaxError('stream of another length')
  reader.at = end
  if (!isKeyword(reader.readValue(), 'endstream')) throw new PdfSyntaxError('stream without end')
  return bytes.subarray(from, end)
}

function search(bytes: Uint8Array, from: number): number {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(
    'endstream',
    from,
    'latin1',
  )
  if (at < 0) throw new PdfSyntaxError('stream without end')
  return at
}

function inflate(
  packed: Uint8Array,
  dictionary: PdfDictionary,
  number: number,
  findings: Finding[],
): Uint8Array | null {
  const filter = dictionary.entries.get('Filter')
  const filters = Array.isArray(filter) ? filter : filter === undefined || filter === null ? [] : [filter]
  let bytes = packed
  for (const each of filters) {
    if (!isNamed(each, 'FlateDecode')) {
      findings.push({
        class: 'pdf/unreadable-stream',
        where: `object ${number}`,
        detail: 'compressed in a way the gate does not read',
      })
      return null
    }
    try {
      // Bytes after the compressed data would be carried along unseen.
      const result = inflateSync(bytes, { maxOutputLength: MOST_INFLATED, info: true }) as unknown as {
        readonly buffer: Buffer
        readonly engine: { readonly bytesWritten: number }
      }
      if (bytes.length - result.engine.bytesWritten > 2) {
        findings.push({
          class: 'pdf/unexpected-bytes',
          where: `object ${number}`,
          detail: 'after the compressed data',
        })
      }
      bytes = new Uint8Array(result.buffer)
    } catch {
      findings.push({
        class: 'pdf/unreadable-stream',
        where: `object ${number}`,
        detail: 'damaged or too large',
      })
      return null
    }
  }
  return bytes
}

function readObjectStream(stream: Uint8Array, dictionary: PdfDictionary): PdfObject[] {
  const count = dictionary.entries.get('N')
  const first = dictionary.entries.get('First')
  if (typeof count !== 'number' || typeof first !== 'number')
    throw new PdfSyntaxError('object stream without count')
  const index = new PdfReader(stream)
  const places: { number: number; at: number }[] = []
  for (let i = 0; i < count; i += 1) {
    const number = index.readValue()
    const offset = index.readValue()
    if (typeof number !== 'number' || typeof offset !== 'number')
      throw new PdfSyntaxError('object stream without index')
    places.push({ number, at: first + offset })
  }
  return places.map(({ number, at }) => ({
    number,
    value: new PdfReader(stream, at).readValue(),
    stream: null,
  }))
}

function skipTable(reader: PdfReader): void {
  for (;;) {
    const back = reader.at
    const value = reader.readValue()
    if (isKeyword(value, 'trailer')) {
      reader.at = back
      return
    }
    const isEntry = typeof value === 'number' || isKeyword(value, 'n') || isKeyword(value, 'f')
    if (!isEntry) throw new PdfSyntaxError('malformed table')
  }
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'dictionary'
}

export function isNamed(value: PdfValue | undefined, name: string): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'name' &&
    value.name === name
  )
}

function isKeyword(value: PdfValue, word: string): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'keyword' &&
    value.word === word
  )
}
