/**
 * The glyphs inside a font program: which of them draw anything, which character its own table gives each. TrueType
 * (`glyf`), CFF and Type 1. Written against the formats' descriptions (OpenType 1.9, Adobe 5176 and T1); throws
 * RangeError on anything malformed.
 */
import { latin1 } from './pdfTokens.ts'

export interface FontProgram {
  /** Ids of glyphs that draw something; names for Type 1. `.notdef` and parts of other glyphs are left out. */
  readonly drawn: readonly (number | string)[]
  /** For CFF fonts keyed by CID: glyph → CID. */
  readonly cids: ReadonlyMap<number, number> | null
  /** Glyph of each code point, where the font says so itself. */
  readonly byCharacter: ReadonlyMap<number, number>
}

/** Reads a font program of any of the three kinds. */
export function readFontProgram(bytes: Uint8Array): FontProgram {
  const start = latin1(bytes.subarray(0, 4))
  if (start.startsWith('%!')) return readType1(bytes)
  if (bytes[0] === 0x80) return readType1(withoutSegments(bytes))
  if (start === 'OTTO' || start === 'true' || start === '\0\x01\0\0') return readSfnt(bytes)
  return readCff(bytes)
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function readSfnt(bytes: Uint8Array): FontProgram {
  const view = viewOf(bytes)
  const tables = new Map<string, Uint8Array>()
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const at = 12 + 16 * i
    const from = view.getUint32(at + 8)
    tables.set(latin1(bytes.subarray(at, at + 4)), bytes.subarray(from, from + view.getUint32(at + 12)))
  }
  const cmap = tables.get('cmap')
  const byCharacter = cmap === undefined ? new Map<number, number>() : readCmap(cmap)
  const cff = tables.get('CFF ')
  if (cff !== undefined) return { ...readCff(cff), byCharacter }
  const [head, loca, glyf] = [tables.get('head'), tables.get('loca'), tables.get('glyf')]
  if (!head || !loca || !glyf) return { drawn: [], cids: null, byCharacter }
  return {
    drawn: drawnOutlines(viewOf(loca), viewOf(head).getInt16(50) !== 0, viewOf(glyf)),
    cids: null,
    byCharacter,
  }
}

function drawnOutlines(loca: DataView, isLong: boolean, glyf: DataView): number[] {
  const count = loca.byteLength / (isLong ? 4 : 2) - 1
  const offset = (glyph: number): number =>
    isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph)
  const drawn = new Set<number>()
  const parts = new Set<number>()
  for (let glyph = 0; glyph < count; glyph += 1) {
    const at = offset(glyph)
    if (offset(glyph + 1) <= at) continue
    drawn.add(glyph)
    if (glyf.getInt16(at) < 0) for (const part of componentsOf(glyf, at + 10)) parts.add(part)
  }
  return [...drawn].filter((glyph) => glyph !== 0 && !parts.has(glyph))
}

function componentsOf(glyf: DataView, from: number): number[] {
  const parts: number[] = []
  for (let at = from; ; ) {
    const flags = glyf.getUint16(at)
    parts.push(glyf.getUint16(at + 2))
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 64 ? 4 : flags & 128 ? 8 : 0)
    if ((flags & 32) === 0) return parts
  }
}

/** Unicode subtables of format 4 and 12. */
function readCmap(bytes: Uint8Array): Map<number, number> {
  const view = viewOf(bytes)
  const map = new Map<number, number>()
  for (let i = 0; i < view.getUint16(2); i += 1) {
    const platform = view.getUint16(4 + 8 * i)
    const encoding = view.getUint16(6 + 8 * i)
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))
    if (!isUnicode) continue
    const table = new DataView(bytes.buffer, bytes.byteOffset + view.getUint32(8 + 8 * i))
    const format = table.getUint16(0)
    if (format === 4) readSegments(table, map)
    else if (format === 12) readGroups(table, map)
  }
  return map
}

function readSegments(table: DataView, map: Map<number, number>): void {
  const double = table.getUint16(6)
  for (let i = 0; i < double; i += 2) {
    const end = table.getUint16(14 + i)
    const start = table.getUint16(16 + double + i)
    const delta = table.getUint16(16 + 2 * double + i)
    const rangeAt = 16 + 3 * double + i
    const range = table.getUint16(rangeAt)
    for (let point = start; point <= end && point !== 0xffff; point += 1) {
      const raw = range === 0 ? point : table.getUint16(rangeAt + range + 2 * (point - start))
      const glyph = raw === 0 && range !== 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) map.set(point, glyph)
    }
  }
}

function readGroups(table: DataView, map: Map<number, number>): void {
  for (let i = 0; i < table.getUint32(12); i += 1) {
    const at = 16 + 12 * i
    const [start, end, glyph] = [table.getUint32(at), table.getUint32(at + 4), table.getUint32(at + 8)]
    if (end > 0x10ffff) throw new RangeError('no code point')
    for (let point = start; point <= end; point += 1) map.set(point, glyph + point - start)
  }
}

interface CffIndex {
  readonly items: readonly Uint8Array[]
  readonly end: number
}

function readIndex(bytes: Uint8Array, at: number): CffIndex {
  const view = viewOf(bytes)
  const count = view.getUint16(at)
  if (count === 0) return { items: [], end: at + 2 }
  const size = view.getUint8(at + 2)
  const base = at + 2 + size * (count + 1)
  const offset = (i: number): number => {
    let value = 0
    for (let k = 0; k < size; k += 1) value = value * 256 + view.getUint8(at + 3 + size * i + k)
    return base + value
  }
  const items = Array.from({ length: count }, (_, i) => bytes.subarray(offset(i), offset(i + 1)))
  return { items, end: offset(count) }
}

/** Operator → operands of a CFF DICT; two-byte operators are 1200 and up. */
function readDict(bytes: Uint8Array): Map<number, number[]> {
  const dict = new Map<number, number[]>()
  let operands: number[] = []
  const byte = (at: number): number => bytes[at] ?? 0
  for (let at = 0; at < bytes.length; ) {
    const b = byte(at)
    if (b <= 21) {
      dict.set(b === 12 ? 1200 + byte(at + 1) : b, operands)
      operands = []
      at += b === 12 ? 2 : 1
    } else if (b === 28) {
      operands.push(((byte(at + 1) << 24) >> 16) | byte(at + 2))
      at += 3
    } else if (b === 29) {
      operands.push((byte(at + 1) << 24) | (byte(at + 2) << 16) | (byte(at + 3) << 8) | byte(at + 4))
      at += 5
    } else if (b === 30) {
      at += 1
      while (at < bytes.length && (byte(at) & 15) !== 15 && byte(at) >> 4 !== 15) at += 1
      operands.push(Number.NaN)
      at += 1
    } else if (b <= 246) {
      operands.push(b - 139)
      at += 1
    } else {
      operands.push(b <= 250 ? (b - 247) * 256 + byte(at + 1) + 108 : -(b - 251) * 256 - byte(at + 1) - 108)
      at += 2
    }
  }
  return dict
}

const CHARSET = 15
const CHARSTRINGS = 17
const ROS = 1230
/** A width and `endchar`: nothing drawn. */
const LONGEST_EMPTY = 4

function readCff(bytes: Uint8Array): FontProgram {
  const names = readIndex(bytes, bytes[2] ?? 4)
  const tops = readIndex(bytes, names.end)
  const top = readDict(tops.items[0] ?? new Uint8Array(0))
  const at = top.get(CHARSTRINGS)?.[0]
  if (at === undefined) throw new RangeError('no glyphs')
  const { items } = readIndex(bytes, at)
  const drawn = items.flatMap((item, glyph) => (glyph > 0 && item.length > LONGEST_EMPTY ? [glyph] : []))
  const charset = top.get(CHARSET)?.[0] ?? 0
  const cids = top.has(ROS) && charset > 2 ? readCharset(bytes, charset, items.length) : null
  return { drawn, cids, byCharacter: new Map() }
}

function readCharset(bytes: Uint8Array, from: number, count: number): Map<number, number> {
  const view = viewOf(bytes)
  const format = view.getUint8(from)
  const cids = new Map<number, number>([[0, 0]])
  for (let at = from + 1, glyph = 1; glyph < count; ) {
    const first = view.getUint16(at)
    const more = format === 0 ? 0 : format === 1 ? view.getUint8(at + 2) : view.getUint16(at + 2)
    for (let i = 0; i <= more && glyph < count; i += 1, glyph += 1) cids.set(glyph, first + i)
    at += format === 0 ? 2 : format === 1 ? 3 : 4
  }
  return cids
}

/** The private part of a Type 1 font is enciphered with a key everybody knows. */
function readType1(bytes: Uint8Array): FontProgram {
  const text = latin1(bytes)
  const from = text.indexOf('eexec')
  if (from < 0) return { drawn: [], cids: null, byCharacter: new Map() }
  let start = from + 5
  while (/\s/.test(text.charAt(start))) start += 1
  const isHex = /^[0-9A-Fa-f\s]{8}/.test(text.slice(start, start + 8))
  const packed = isHex
    ? Buffer.from(text.slice(start).replace(/[^0-9A-Fa-f]/g, ''), 'hex')
    : bytes.subarray(start)
  const plain = latin1(decipher(packed))
  const body = plain.slice(Math.max(0, plain.indexOf('/CharStrings')))
  const names = [...body.matchAll(/\/([^\s/]+) (\d+) (?:RD|-\|) /g)]
  return {
    drawn: names.flatMap(([, name = '', length]) =>
      name === '.notdef' || Number(length) <= LONGEST_EMPTY + 5 ? [] : [name],
    ),
    cids: null,
    byCharacter: new Map(),
  }
}

function decipher(packed: Uint8Array): Uint8Array {
  let key = 55665
  return Uint8Array.from(packed, (byte) => {
    const plain = byte ^ (key >> 8)
    key = ((byte + key) * 52845 + 22719) & 0xffff
    return plain
  }).subarray(4)
}

/** PFB files come in segments with a header each. */
function withoutSegments(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes)
  const parts: Uint8Array[] = []
  for (let at = 0; at + 6 <= bytes.length && bytes[at] === 0x80 && bytes[at + 1] !== 3; ) {
    const length = view.getUint32(at + 2, true)
    parts.push(bytes.subarray(at + 6, at + 6 + length))
    at += 6 + length
  }
  return new Uint8Array(Buffer.concat(parts))
}
