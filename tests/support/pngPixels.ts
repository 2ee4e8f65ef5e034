/** Reads the pixels of a PNG such as a browser takes of a page: 8 bits a channel, not interlaced. */
import { inflateSync } from 'node:zlib'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Rows from top to bottom, three bytes a pixel. */
  readonly rgb: Uint8Array
}

/** Bytes a pixel by colour type: grey, RGB, palette, RGB with alpha. */
const BYTES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 6: 4 }

/** The pixels of a PNG; alpha is left out. Throws on a form of PNG that browsers do not write. */
export function pngPixels(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  const [width, height, depth, colour, interlace] = [
    bytes.readUInt32BE(16),
    bytes.readUInt32BE(20),
    bytes[24],
    bytes[25] ?? -1,
    bytes[28],
  ]
  const size = BYTES[colour]
  if (depth !== 8 || interlace !== 0 || size === undefined) throw new Error('a PNG of another form')
  const { data, palette } = chunks(bytes)
  const rows = unfilter(inflateSync(data), { width: width * size, height, size })
  const rgb = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at += 1)
    for (let channel = 0; channel < 3; channel += 1) {
      const value = rows[at * size + (size > 2 ? channel : 0)] ?? 0
      rgb[at * 3 + channel] = colour === 3 ? (palette[value * 3 + channel] ?? 0) : value
    }
  return { width, height, rgb }
}

function chunks(bytes: Buffer): { readonly data: Buffer; readonly palette: Buffer } {
  const parts: Buffer[] = []
  let palette = Buffer.alloc(0)
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'IDAT') parts.push(body)
    if (type === 'PLTE') palette = Buffer.from(body)
    at += length + 12
  }
  return { data: Buffer.concat(parts), palette }
}

interface RowForm {
  /** Bytes a row, without that of its filter. */
  readonly width: number
  readonly height: number
  /** Bytes a pixel. */
  readonly size: number
}

/** Undoes the filter of each row (ISO/IEC 15948, 9.2). */
function unfilter(filtered: Uint8Array, { width, height, size }: RowForm): Uint8Array {
  const rows = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const kind = filtered[y * (width + 1)]
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      const left = x < size ? 0 : (rows[at - size] ?? 0)
      const up = y === 0 ? 0 : (rows[at - width] ?? 0)
      const corner = x < size || y === 0 ? 0 : (rows[at - width - size] ?? 0)
      const byte = filtered[y * (width + 1) + 1 + x] ?? 0
      rows[at] = byte + predicted(kind, left, up, corner)
    }
  }
  return rows
}

function predicted(kind: number | undefined, left: number, up: number, corner: number): number {
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) return 0
  const [toLeft, toUp, toCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
