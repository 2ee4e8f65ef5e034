// The three picture formats the installers want, written from raw pixels. Bytes in, bytes out; no files.
//
// PNG (ISO/IEC 15948): signature, IHDR, one IDAT, IEND.
// ICO: ICONDIR (6 bytes: 0, 1, count), then 16 bytes an entry, then the PNGs.
// ICNS: 'icns', total length, then for each picture its four-letter type, its length with these 8 bytes, the PNG.

import { crc32, deflateSync } from 'node:zlib'

/** One square picture, already encoded as PNG. */
export interface IconImage {
  /** Width and height in pixels. */
  readonly size: number
  readonly png: Uint8Array
}

/** Apple's types and the pixels each holds; the same picture serves a size and the half size at double density. */
const ICNS_TYPES: ReadonlyArray<readonly [type: string, size: number]> = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]

export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** Row filter "Up": each byte minus the one above it, which suits pictures of vertical shades. */
const FILTER_UP = 2

/** A part of a PNG: its length, four-letter type, bytes and checksum. */
export function pngChunk(type: string, body: Uint8Array): Buffer {
  const typeAndBody = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const chunk = Buffer.alloc(typeAndBody.length + 8)
  chunk.writeUInt32BE(body.length, 0)
  typeAndBody.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(typeAndBody), chunk.length - 4)
  return chunk
}

/**
 * Encodes a square picture as PNG, 8 bits a channel with alpha, no metadata.
 * @param size width and height in pixels
 * @param rgba rows from top to bottom, four bytes a pixel
 * @throws RangeError when the number of bytes does not fit the size
 */
export function encodePng(size: number, rgba: Uint8Array): Uint8Array {
  const rowLength = size * 4
  if (rgba.length !== rowLength * size) throw new RangeError(`${rgba.length} bytes for ${size} by ${size}`)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const filtered = Buffer.alloc((rowLength + 1) * size)
  for (let row = 0; row < size; row += 1) {
    filtered[row * (rowLength + 1)] = FILTER_UP
    for (let i = 0; i < rowLength; i += 1) {
      const over = row === 0 ? 0 : (rgba[(row - 1) * rowLength + i] ?? 0)
      filtered[row * (rowLength + 1) + 1 + i] = (rgba[row * rowLength + i] ?? 0) - over
    }
  }
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(filtered, { level: 9 })),
    pngChunk('IEND', new Uint8Array(0)),
  ])
}

/**
 * Packs pictures into a Windows icon.
 * @throws RangeError for a picture above 256 pixels, which the format cannot name
 */
export function encodeIco(images: readonly IconImage[]): Uint8Array {
  const directory = Buffer.alloc(6 + 16 * images.length)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(images.length, 4)
  let offset = directory.length
  for (const [index, { size, png }] of images.entries()) {
    if (size > 256) throw new RangeError(`an icon picture of ${size} pixels`)
    const entry = 6 + 16 * index
    // One byte each for width and height; 0 stands for 256.
    directory.writeUInt8(size % 256, entry)
    directory.writeUInt8(size % 256, entry + 1)
    directory.writeUInt16LE(1, entry + 4)
    directory.writeUInt16LE(32, entry + 6)
    directory.writeUInt32LE(png.length, entry + 8)
    directory.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([directory, ...images.map(({ png }) => png)])
}

/**
 * Packs pictures into an Apple icon.
 * @throws RangeError when one of the sizes the format wants is missing
 */
export function encodeIcns(images: readonly IconImage[]): Uint8Array {
  const pngBySize = new Map(images.map(({ size, png }) => [size, png]))
  const parts = ICNS_TYPES.map(([type, size]) => {
    const png = pngBySize.get(size)
    if (png === undefined) throw new RangeError(`no picture of ${size} pixels`)
    const head = Buffer.alloc(8)
    head.write(type, 0, 'latin1')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.write('icns', 0, 'latin1')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}
