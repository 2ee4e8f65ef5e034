/**
 * A PDF as the typesetter writes it: one plain table of objects (ISO 32000-1, 7.5.4). Of thousands of these a handful is
 * read and changed; the others are written again byte by byte, which is a good deal faster than to understand them.
 */
import { PDFContext, PDFDict, PDFObject, PDFObjectParser, PDFRef, PDFStream, PDFStreamWriter } from 'pdf-lib'

/** Objects in one packed stream: fewer streams are made faster and come out smaller. */
const PACKED_AT_ONCE = 200

/** A file that is of another form than this throws: the typesetter is another than the one this was written for. */
export class UnreadPdf {
  readonly context: PDFContext
  readonly #file: Buffer

  constructor(bytes: Uint8Array) {
    this.#file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.context = PDFContext.create()
    const table = this.#tableAt()
    const { offsets, end } = readTable(this.#file, table)
    Object.assign(this.context.trailerInfo, this.#trailer(end))
    const inOrder = [...offsets].sort(([, a], [, b]) => a - b)
    for (const [at, [number, from]] of inOrder.entries())
      this.context.assign(
        PDFRef.of(number),
        this.#object(number, this.#file.subarray(from, inOrder[at + 1]?.[1] ?? table)),
      )
  }

  /** A dictionary of the file; what is changed in it is written. */
  dictionary(ref: PDFObject | undefined): PDFDict {
    if (!(ref instanceof PDFRef)) throw new Error('a reference of the typeset file leads nowhere')
    const object = this.context.lookup(ref)
    if (object instanceof PDFDict) return object
    if (!(object instanceof UnreadObject)) throw new Error('a dictionary of the typeset file is none')
    const read = this.#parse(object.bytes)
    this.context.assign(ref, read)
    return read
  }

  /** Every dictionary in which one of these words stands, by number. */
  dictionariesWith(words: readonly string[]): PDFDict[] {
    return this.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof UnreadObject && words.some((word) => object.says(word)))
      .map(([ref]) => this.dictionary(ref))
  }

  /** The file with its objects packed, as it is now. Same objects, same bytes. */
  save(): Promise<Uint8Array> {
    const writer = PDFStreamWriter.forContext(this.context, Number.POSITIVE_INFINITY, true, PACKED_AT_ONCE)
    return writer.serializeToBuffer()
  }

  #tableAt(): number {
    const found = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#file.subarray(-64).toString('latin1'))
    if (found === null) throw new Error('the typeset file has no end')
    return Number(found[1])
  }

  #trailer(at: number): object {
    const words = 'trailer'
    const from = this.#file.indexOf(words, at, 'latin1')
    if (from < 0) throw new Error('the typeset file has no trailer')
    const trailer = this.#parse(this.#file.subarray(from + words.length))
    const entry = (name: string) => trailer.entries().find(([key]) => key.decodeText() === name)?.[1]
    return { Root: entry('Root'), Info: entry('Info') }
  }

  #object(number: number, bytes: Buffer): PDFObject {
    const words = /^(\d+) 0 obj\s/.exec(bytes.subarray(0, 24).toString('latin1'))
    const end = bytes.lastIndexOf('endobj', undefined, 'latin1')
    if (Number(words?.[1]) !== number || end < 0)
      throw new Error('an object of the typeset file is elsewhere')
    const body = bytes.subarray(words?.[0].length, end)
    // No string and no dictionary ends so.
    const isStream = body.subarray(-16).toString('latin1').trimEnd().endsWith('endstream')
    return isStream ? new UnreadStream(body, this.context) : new UnreadObject(body)
  }

  #parse(bytes: Uint8Array): PDFDict {
    const read = PDFObjectParser.forBytes(new Uint8Array(bytes), this.context).parseObject()
    if (!(read instanceof PDFDict)) throw new Error('an object of the typeset file is no dictionary')
    return read
  }
}

/** What stands between `obj` and `endobj`. */
class UnreadObject extends PDFObject {
  readonly bytes: Buffer

  constructor(bytes: Buffer) {
    super()
    this.bytes = bytes
  }

  says(word: string): boolean {
    return this.bytes.includes(word, 0, 'latin1')
  }

  override sizeInBytes(): number {
    return this.bytes.length
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    buffer.set(this.bytes, offset)
    return this.bytes.length
  }
}

/** The same of a stream, which is never packed once more. */
class UnreadStream extends PDFStream {
  readonly #bytes: Buffer

  constructor(bytes: Buffer, context: PDFContext) {
    super(PDFDict.withContext(context))
    this.#bytes = bytes
  }

  override sizeInBytes(): number {
    return this.#bytes.length
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    buffer.set(this.#bytes, offset)
    return this.#bytes.length
  }

  override updateDict(): void {
    // It is written as it came.
  }
}

/** Where the objects in use begin, by number, and where the table ends. */
function readTable(
  file: Buffer,
  at: number,
): { readonly offsets: Map<number, number>; readonly end: number } {
  const head = /^xref\s+0 (\d+)\s*?\n/.exec(file.subarray(at, at + 48).toString('latin1'))
  if (head === null) throw new Error('the typeset file has another table')
  const count = Number(head[1])
  const from = at + head[0].length
  const end = from + count * ENTRY_BYTES
  const offsets = new Map<number, number>()
  for (let number = 0; number < count; number += 1) {
    const start = from + number * ENTRY_BYTES
    const [offset = '', , kind] = file.toString('latin1', start, start + ENTRY_BYTES).split(/\s/)
    if (kind === 'n') offsets.set(number, Number(offset))
  }
  return { offsets, end }
}

/** "0002378103 00000 n" and the end of a line. */
const ENTRY_BYTES = 20
