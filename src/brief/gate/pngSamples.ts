/** Samples of a PNG as grey (PNG 1.2): all kinds of colour and depth, but for interlaced ones. */
import { inflateSync } from 'node:zlib'
import { type GreyPicture, greyOf } from './greyPicture.ts'
import { withoutPngPredictor } from './pdfFilters.ts'
import { latin1 } from './pdfTokens.ts'

const MOST_UNPACKED = 256 * 1024 * 1024
/** Samples of a pixel, by kind of colour. */
const CHANNELS: ReadonlyMap<number, 1 | 2 | 3 | 4> = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
])
const PALETTE = 3

/** Null for a picture that is interlaced, cut short, or of no known kind. */
export function pngSamples(bytes: Uint8Array): GreyPicture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return read(bytes, view)
  } catch {
    // What cannot be unpacked is no picture for anybody.
    return null
  }
}

function read(bytes: Uint8Array, view: DataView): GreyPicture | null {
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const [depth, kind, interlaced] = [view.getUint8(24), view.getUint8(25), view.getUint8(28)]
  const channels = CHANNELS.get(kind)
  if (channels === undefined || interlaced !== 0) return null
  const packed: Uint8Array[] = []
  let palette: Uint8Array = new Uint8Array(0)
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = latin1(bytes.subarray(at + 4, at + 8))
    const content = bytes.subarray(at + 8, at + 8 + view.getUint32(at))
    if (name === 'IDAT') packed.push(content)
    else if (name === 'PLTE') palette = content
  }
  const rows = inflateSync(Buffer.concat(packed), { maxOutputLength: MOST_UNPACKED })
  const unpacked = withoutPngPredictor(rows, channels * depth, width)
  const samples = bytesOf(unpacked, width * channels, height, depth, kind === PALETTE)
  if (kind !== PALETTE) return greyOf(width, height, samples, channels)
  const colours = new Uint8Array(3 * samples.length)
  for (const [i, index] of samples.entries()) colours.set(palette.subarray(3 * index, 3 * index + 3), 3 * i)
  return greyOf(width, height, colours, 3)
}

/** One byte a sample, from none to all; entries of a palette stay as they are. */
function bytesOf(
  rows: Uint8Array,
  perRow: number,
  height: number,
  depth: number,
  isIndex: boolean,
): Uint8Array {
  const samples = new Uint8Array(perRow * height)
  const rowBytes = Math.ceil((perRow * depth) / 8)
  const most = 2 ** Math.min(depth, 8) - 1
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < perRow; x += 1) {
      const bit = x * depth
      const byte = rows[y * rowBytes + (bit >> 3)] ?? 0
      const value = depth >= 8 ? byte : (byte >> (8 - depth - (bit & 7))) & most
      samples[y * perRow + x] = isIndex ? value : (value * 255) / most
    }
  }
  return samples
}
