/**
 * A PDF file taken apart from its first byte to its last: every object, the ones inside object streams too, every
 * stream unpacked, and whatever stands between them. Nothing is looked up through the cross-reference table, so an
 * object that no table mentions is found as well.
 */
import type { Finding } from './finding.ts'
import { PICTURE_FILTERS, undoFilter } from './pdfFilters.ts'
import { latin1, type PdfDictionary, PdfReader, PdfSyntaxError, type PdfValue } from './pdfTokens.ts'
import { isDictionary, isKeyword, isNamed, nameOf, referenceOf } from './pdfTypes.ts'

export interface PdfObject {
  readonly number: number
  readonly value: PdfValue
  /** Unpacked bytes of a stream (pictures stay packed); null when it is none or cannot be unpacked. */
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

/** What reading has found so far. */
interface Reading {
  readonly reader: PdfReader
  readonly objects: PdfObject[]
  readonly trailers: PdfDictionary[]
  readonly findings: Finding[]
  /** Objects that are bare numbers, for lengths given by reference. */
  readonly numbers: ReadonlyMap<number, number>
}

/**
 * Reads all of a file. Malformed parts become findings, never an exception, and reading goes on at the next object:
 * what stands behind a defect must not go unseen.
 */
export function readPdfFile(bytes: Uint8Array): PdfFile {
  const reader = new PdfReader(bytes)
  const text = latin1(bytes)
  const reading: Reading = { reader, objects: [], trailers: [], findings: [], numbers: bareNumbers(text) }
  const { objects, trailers, findings } = reading
  for (;;) {
    const from = reader.at
    try {
      if (!reader.skipSpace()) break
      readPart(reading)
    } catch (error) {
      if (!(error instanceof PdfSyntaxError)) throw error
      findings.push({ class: 'pdf/unreadable', where: `byte ${reader.at}`, detail: error.message })
      const next = nextObject(text, Math.max(from + 1, reader.at))
      if (next === null) break
      reader.at = next
    }
  }
  return { objects, trailers, comments: reader.comments, findings }
}

function readPart(reading: Reading): void {
  const { reader, trailers, objects } = reading
  const value = reader.readValue()
  if (typeof value === 'number') objects.push(...readObject(reading, value))
  else if (isKeyword(value, 'xref')) skipTable(reader)
  else if (isKeyword(value, 'trailer')) {
    const trailer = reader.readValue()
    if (isDictionary(trailer)) trailers.push(trailer)
  } else if (isKeyword(value, 'startxref')) reader.readValue()
  else throw new PdfSyntaxError('neither object nor table')
}

const OBJECT = /(?<![0-9])\d{1,10}\s{1,4}\d{1,5}\s{1,4}obj(?![A-Za-z])/g

function nextObject(text: string, from: number): number | null {
  OBJECT.lastIndex = from
  return OBJECT.exec(text)?.index ?? null
}

function bareNumbers(text: string): Map<number, number> {
  const found = text.matchAll(/(?<![0-9])(\d{1,10})\s+\d{1,5}\s+obj\s+(\d{1,10})\s+endobj/g)
  return new Map([...found].map(([, number, value]) => [Number(number), Number(value)]))
}

function readObject(reading: Reading, number: number): PdfObject[] {
  const { reader, findings, trailers } = reading
  const generation = reader.readValue()
  const keyword = reader.readValue()
  if (typeof generation !== 'number' || !isKeyword(keyword, 'obj')) throw new PdfSyntaxError('no object')
  const value = reader.readValue()
  const end = reader.readValue()
  if (isKeyword(end, 'endobj')) return [{ number, value, stream: null }]
  if (!isKeyword(end, 'stream') || !isDictionary(value)) throw new PdfSyntaxError('object without end')
  const packed = readStream(reading, number, value)
  const stream = unpack(packed, value, number, findings)
  if (isNamed(value.entries.get('Type'), 'XRef')) trailers.push(value)
  const object = { number, value, stream }
  if (stream === null || !isNamed(value.entries.get('Type'), 'ObjStm')) return [object]
  try {
    return [object, ...readObjectStream(stream, value)]
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error
    findings.push({ class: 'pdf/unreadable', where: `object ${number}`, detail: error.message })
    return [object]
  }
}

/** The packed bytes; moves past `endobj`. */
function readStream(
  { reader, findings, numbers }: Reading,
  number: number,
  dictionary: PdfDictionary,
): Uint8Array {
  const { bytes } = reader
  if (bytes[reader.at] === 13) reader.at += 1
  if (bytes[reader.at] === 10) reader.at += 1
  const from = reader.at
  const length = dictionary.entries.get('Length')
  const known = typeof length === 'number' ? length : numbers.get(referenceOf(length) ?? -1)
  const given = known === undefined ? -1 : from + known
  // A Length that leads elsewhere than to `endstream` hides bytes from one reader or another.
  const end =
    given >= 0 && /^\s{0,2}endstream/.test(latin1(bytes.subarray(given, given + 12)))
      ? given
      : search(bytes, from)
  if (given >= 0 && end !== given) {
    findings.push({ class: 'pdf/unreadable', where: `object ${number}`, detail: 'stream of another length' })
  }
  reader.at = end
  if (!isKeyword(reader.readValue(), 'endstream')) throw new PdfSyntaxError('stream without end')
  if (!isKeyword(reader.readValue(), 'endobj')) throw new PdfSyntaxError('object without end')
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

function unpack(
  packed: Uint8Array,
  dictionary: PdfDictionary,
  number: number,
  findings: Finding[],
): Uint8Array | null {
  const where = `object ${number}`
  const filters = listed(dictionary.entries.get('Filter'))
  const parms = listed(dictionary.entries.get('DecodeParms'))
  let bytes = packed
  for (const [index, filter] of filters.entries()) {
    const name = nameOf(filter) ?? ''
    if (PICTURE_FILTERS.has(name)) return bytes
    try {
      const unpacked = undoFilter(name, bytes, parms[index])
      if (unpacked === null) {
        findings.push({
          class: 'pdf/unreadable-stream',
          where,
          detail: 'packed in a way the gate does not read',
        })
        return null
      }
      if (unpacked.left > 0)
        findings.push({ class: 'pdf/unexpected-bytes', where, detail: 'after the packed data' })
      bytes = unpacked.bytes
    } catch {
      findings.push({ class: 'pdf/unreadable-stream', where, detail: 'damaged or too large' })
      return null
    }
  }
  return bytes
}

function listed(value: PdfValue | undefined): readonly PdfValue[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
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
  return places.map(({ number, at }) => {
    index.at = at
    return { number, value: index.readValue(), stream: null }
  })
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
