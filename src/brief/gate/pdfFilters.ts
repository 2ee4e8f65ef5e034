/**
 * Unpacks streams (ISO 32000-1, 7.4): Flate with PNG predictors, LZW, ASCII-85, hexadecimal, run lengths. Picture
 * codecs are left packed: what a picture shows is not read here. Throws on anything damaged.
 */
import { inflateSync } from 'node:zlib'
import { latin1, type PdfValue } from './pdfTokens.ts'
import { isDictionary } from './pdfTypes.ts'

/** Codecs whose content is pixels. */
export const PICTURE_FILTERS: ReadonlySet<string> = new Set([
  'DCTDecode',
  'DCT',
  'JPXDecode',
  'CCITTFaxDecode',
  'CCF',
  'JBIG2Decode',
])

export interface Unpacked {
  readonly bytes: Uint8Array
  /** Bytes that stand after the packed data and that no reader unpacks. */
  readonly left: number
}

const MOST_UNPACKED = 256 * 1024 * 1024

/** One filter undone; null for a filter of no known name. */
export function undoFilter(name: string, packed: Uint8Array, parms: PdfValue | undefined): Unpacked | null {
  switch (name) {
    case 'FlateDecode':
    case 'Fl':
      return inflate(packed, parms)
    case 'LZWDecode':
    case 'LZW':
      return { bytes: withoutPredictor(unpackLzw(packed, numberOf(parms, 'EarlyChange', 1)), parms), left: 0 }
    case 'ASCII85Decode':
    case 'A85':
      return fromAscii85(packed)
    case 'ASCIIHexDecode':
    case 'AHx':
      return fromHex(packed)
    case 'RunLengthDecode':
    case 'RL':
      return fromRunLengths(packed)
    default:
      return null
  }
}

function inflate(packed: Uint8Array, parms: PdfValue | undefined): Unpacked {
  // Bytes after the compressed data would be carried along unseen.
  const result = inflateSync(packed, { maxOutputLength: MOST_UNPACKED, info: true }) as unknown as {
    readonly buffer: Buffer
    readonly engine: { readonly bytesWritten: number }
  }
  const rest = latin1(packed.subarray(result.engine.bytesWritten))
  const bytes = withoutPredictor(new Uint8Array(result.buffer), parms)
  return { bytes, left: /^\s{0,2}$/.test(rest) ? 0 : rest.length }
}

function numberOf(parms: PdfValue | undefined, key: string, other: number): number {
  const value = isDictionary(parms) ? parms.entries.get(key) : undefined
  return typeof value === 'number' ? value : other
}

/** Undoes PNG predictors; others are pixels' and left alone. */
function withoutPredictor(bytes: Uint8Array, parms: PdfValue | undefined): Uint8Array {
  if (numberOf(parms, 'Predictor', 1) < 10) return bytes
  const bits = numberOf(parms, 'Colors', 1) * numberOf(parms, 'BitsPerComponent', 8)
  return withoutPngPredictor(bytes, bits, numberOf(parms, 'Columns', 1))
}

/** Rows of a PNG, each after the sign of its filter: the rows without; a sample has `bits` bits. */
export function withoutPngPredictor(bytes: Uint8Array, bits: number, columns: number): Uint8Array {
  const width = Math.ceil((bits * columns) / 8)
  const step = Math.max(1, bits >> 3)
  const rows = Math.ceil(bytes.length / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (width + 1)] ?? 0
    for (let i = 0; i < width; i += 1) {
      const at = row * width + i
      const left = i >= step ? (out[at - step] ?? 0) : 0
      const up = row > 0 ? (out[at - width] ?? 0) : 0
      const corner = row > 0 && i >= step ? (out[at - width - step] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0
      out[at] = (bytes[row * (width + 1) + 1 + i] ?? 0) + guess
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

function unpackLzw(packed: Uint8Array, early: number): Uint8Array {
  const CLEAR = 256
  const END = 257
  const parts: Uint8Array[] = []
  let table: Uint8Array[] = []
  let width = 9
  let before: Uint8Array | null = null
  let held = 0
  let bits = 0
  const reset = () => {
    table = Array.from({ length: 258 }, (_, i) => Uint8Array.of(i & 255))
    width = 9
    before = null
  }
  reset()
  for (const byte of packed) {
    held = ((held << 8) | byte) & 0xffffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >>> bits) & ((1 << width) - 1)
    if (code === END) break
    if (code === CLEAR) {
      reset()
      continue
    }
    const known: Uint8Array | undefined = table[code]
    const last: Uint8Array | null = before
    if (known === undefined && last === null) throw new RangeError('no such code')
    const entry: Uint8Array = known ?? Uint8Array.of(...(last ?? []), last?.[0] ?? 0)
    parts.push(entry)
    if (last !== null && table.length < 4096) table.push(Uint8Array.of(...last, entry[0] ?? 0))
    before = entry
    const size = table.length + early
    width = size >= 2048 ? 12 : size >= 1024 ? 11 : size >= 512 ? 10 : 9
  }
  return new Uint8Array(Buffer.concat(parts))
}

function fromAscii85(packed: Uint8Array): Unpacked {
  const text = latin1(packed)
  const end = text.indexOf('~>')
  const digits = (end < 0 ? text : text.slice(0, end)).replace(/\s+/g, '').replace(/^<~/, '')
  const out: number[] = []
  let group: number[] = []
  const flush = (count: number) => {
    while (group.length < 5) group.push(84)
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0)
    const four = [value / 0x1000000, value / 0x10000, value / 0x100, value].map((n) => Math.floor(n) & 255)
    out.push(...four.slice(0, count))
    group = []
  }
  for (const char of digits) {
    if (char === 'z' && group.length === 0) out.push(0, 0, 0, 0)
    else {
      const digit = char.charCodeAt(0) - 33
      if (digit < 0 || digit > 84) throw new RangeError('no digit')
      group.push(digit)
      if (group.length === 5) flush(4)
    }
  }
  if (group.length > 1) flush(group.length - 1)
  return { bytes: Uint8Array.from(out), left: end < 0 ? 0 : text.slice(end + 2).trim().length }
}

function fromHex(packed: Uint8Array): Unpacked {
  const text = latin1(packed)
  const end = text.indexOf('>')
  const digits = (end < 0 ? text : text.slice(0, end)).replace(/\s+/g, '')
  if (/[^0-9A-Fa-f]/.test(digits)) throw new RangeError('no digit')
  const even = digits.length % 2 === 0 ? digits : `${digits}0`
  return {
    bytes: new Uint8Array(Buffer.from(even, 'hex')),
    left: end < 0 ? 0 : text.slice(end + 1).trim().length,
  }
}

function fromRunLengths(packed: Uint8Array): Unpacked {
  const parts: Uint8Array[] = []
  let at = 0
  while (at < packed.length) {
    const length = packed[at] ?? 128
    at += 1
    if (length === 128) break
    if (length < 128) {
      parts.push(packed.subarray(at, at + length + 1))
      at += length + 1
    } else {
      parts.push(new Uint8Array(257 - length).fill(packed[at] ?? 0))
      at += 1
    }
  }
  return { bytes: new Uint8Array(Buffer.concat(parts)), left: Math.max(0, packed.length - at) }
}
