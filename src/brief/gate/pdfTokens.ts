/**
 * Reads the objects of PDF syntax (ISO 32000-1, 7.2 and 7.3) from bytes. Small and strict on purpose: the gate must
 * not read a file the way its writer's library would, and what it cannot read is itself a finding.
 */

export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfText
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary
  | PdfKeyword

export interface PdfName {
  readonly type: 'name'
  readonly name: string
}
/** A string object, as the bytes it stands for. */
export interface PdfText {
  readonly type: 'string'
  readonly bytes: Uint8Array
}
export interface PdfReference {
  readonly type: 'reference'
  readonly number: number
}
export interface PdfDictionary {
  readonly type: 'dictionary'
  readonly entries: ReadonlyMap<string, PdfValue>
}
/** A bare word: `obj`, `stream`, `xref`, or an operator of a content stream. */
export interface PdfKeyword {
  readonly type: 'keyword'
  readonly word: string
}

export class PdfSyntaxError extends Error {}

/** Of each byte: is it white space, or a delimiter? Asked for every byte of a file. */
const isWhite = tableOf([0, 9, 10, 12, 13, 32])
const isDelimiter = tableOf([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)))
const endsWord = tableOf([...isWhite.keys()].filter((byte) => isWhite[byte] || isDelimiter[byte]))
const MOST_NESTED = 200

function tableOf(bytes: readonly number[]): Uint8Array {
  const table = new Uint8Array(256)
  for (const byte of bytes) table[byte] = 1
  return table
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/
const DIGITS = /^\d+$/

/** A reader at a place in some bytes; to read at another place of the same bytes, move it there. */
export class PdfReader {
  readonly bytes: Uint8Array
  at: number
  /** Text of every comment passed over: a place to hide things. */
  readonly comments: Uint8Array[] = []
  /** The bytes as characters 0–255, once a word was asked for. */
  private text: string | null = null

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  /** Moves past white space and comments; true when bytes are left. */
  skipSpace(): boolean {
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at] ?? 0
      if (isWhite[byte] === 1) this.at += 1
      else if (byte === 0x25) this.skipComment()
      else return true
    }
    return false
  }

  private skipComment(): void {
    const from = this.at
    while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13)
      this.at += 1
    this.comments.push(this.bytes.subarray(from, this.at))
  }

  /** The next object or keyword. Throws {@link PdfSyntaxError} at the end and on anything malformed. */
  readValue(depth = 0): PdfValue {
    if (depth > MOST_NESTED) throw new PdfSyntaxError('nested too deep')
    if (!this.skipSpace()) throw new PdfSyntaxError('unexpected end')
    const byte = this.bytes[this.at] ?? 0
    const next = this.bytes[this.at + 1]
    if (byte === 0x2f) return { type: 'name', name: this.readName() }
    if (byte === 0x28) return { type: 'string', bytes: this.readLiteralString() }
    if (byte === 0x3c && next === 0x3c) return this.readDictionary(depth)
    if (byte === 0x3c) return { type: 'string', bytes: this.readHexString() }
    if (byte === 0x5b) return this.readArray(depth)
    if (isDelimiter[byte] === 1) throw new PdfSyntaxError('unexpected delimiter')
    return this.readBareWord()
  }

  private readBareWord(): PdfValue {
    const word = this.word()
    if (word.charCodeAt(0) < 0x3a && NUMBER.test(word)) return this.referenceOrNumber(word)
    if (word === 'true') return true
    if (word === 'false') return false
    if (word === 'null') return null
    return { type: 'keyword', word }
  }

  private referenceOrNumber(word: string): PdfValue {
    const number = Number(word)
    if (!DIGITS.test(word)) return number
    const back = this.at
    this.skipWhite()
    // Most numbers are followed by none.
    if (isDigit(this.bytes[this.at]) && DIGITS.test(this.word())) {
      this.skipWhite()
      if (this.word() === 'R') return { type: 'reference', number }
    }
    this.at = back
    return number
  }

  private skipWhite(): void {
    while (isWhite[this.bytes[this.at] ?? 0x2f] === 1) this.at += 1
  }

  private word(): string {
    const from = this.at
    while (this.at < this.bytes.length && endsWord[this.bytes[this.at] ?? 0] === 0) this.at += 1
    this.text ??= latin1(this.bytes)
    return this.text.slice(from, this.at)
  }

  private readName(): string {
    this.at += 1
    const name = this.word()
    if (!name.includes('#')) return name
    return name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  }

  private readDictionary(depth: number): PdfDictionary {
    this.at += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      if (!this.skipSpace()) throw new PdfSyntaxError('dictionary without end')
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) {
        this.at += 2
        return { type: 'dictionary', entries }
      }
      if (this.bytes[this.at] !== 0x2f) throw new PdfSyntaxError('key is no name')
      const key = this.readName()
      // A key given twice is read differently by different programs: one of the two would go unseen.
      if (entries.has(key)) throw new PdfSyntaxError('key given twice')
      entries.set(key, this.readValue(depth + 1))
    }
  }

  private readArray(depth: number): PdfValue[] {
    this.at += 1
    const values: PdfValue[] = []
    for (;;) {
      if (!this.skipSpace()) throw new PdfSyntaxError('array without end')
      if (this.bytes[this.at] === 0x5d) {
        this.at += 1
        return values
      }
      values.push(this.readValue(depth + 1))
    }
  }

  private readHexString(): Uint8Array {
    const end = this.bytes.indexOf(0x3e, this.at)
    if (end < 0) throw new PdfSyntaxError('string without end')
    const digits = latin1(this.bytes.subarray(this.at + 1, end)).replace(/[^0-9A-Fa-f]/g, '')
    this.at = end + 1
    return new Uint8Array(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'))
  }

  private readLiteralString(): Uint8Array {
    const out: number[] = []
    let open = 0
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte === undefined) throw new PdfSyntaxError('string without end')
      this.at += 1
      if (byte === 0x5c) out.push(...this.readEscape())
      else {
        if (byte === 0x28) open += 1
        if (byte === 0x29) open -= 1
        if (open === 0) return Uint8Array.from(out.slice(1))
        out.push(byte)
      }
    }
  }

  private readEscape(): number[] {
    const byte = this.bytes[this.at] ?? 0
    const octal = /^[0-7]{1,3}/.exec(latin1(this.bytes.subarray(this.at, this.at + 3)))?.[0]
    if (octal !== undefined) {
      this.at += octal.length
      return [Number.parseInt(octal, 8) & 255]
    }
    this.at += 1
    if (byte === 13 && this.bytes[this.at] === 10) this.at += 1
    if (byte === 10 || byte === 13) return []
    return [ESCAPES[String.fromCharCode(byte)] ?? byte]
  }
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** Bytes as characters 0–255. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** The text of a string object: UTF-16 or UTF-8 by its mark, else one character a byte. */
export function pdfText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes)
  if (buffer[0] === 0xfe && buffer[1] === 0xff) {
    const rest = buffer.subarray(2, buffer.length - (buffer.length % 2))
    return Buffer.from(rest).swap16().toString('utf16le')
  }
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return buffer.subarray(2).toString('utf16le')
  const utf8 = buffer.toString('utf8')
  return utf8.includes('\uFFFD') ? buffer.toString('latin1') : utf8
}
