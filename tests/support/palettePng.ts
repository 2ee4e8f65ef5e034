/** A PNG of at most 256 colours: pictures of a window are a few colours and the soft edges of letters. */
import { deflateSync } from 'node:zlib'
import { PNG_SIGNATURE, pngChunk } from '../../build/iconFormats.ts'
import type { Pixels } from './pngPixels.ts'

const MOST = 256
/** Of these the commonest are taken; the rest go to what is farthest from all taken, so that no small mark is lost. */
const COMMONEST = 192

type Colour = readonly [red: number, green: number, blue: number]

/** Encodes pixels with the palette that suits them; colours that have no place in it become the nearest. */
export function palettePng({ width, height, rgb }: Pixels): Uint8Array {
  const count = new Map<number, number>()
  const codeAt = (at: number) => ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0)
  for (let at = 0; at < rgb.length; at += 3) count.set(codeAt(at), (count.get(codeAt(at)) ?? 0) + 1)
  const palette = paletteOf(count)
  const place = new Map([...count.keys()].map((code) => [code, nearest(palette, colourOf(code)).at]))
  // Filter 0 of each row: neighbours in a palette have nothing to do with each other.
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = place.get(codeAt((y * width + x) * 3)) ?? 0
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('PLTE', Uint8Array.from(palette.flat())),
    pngChunk('IDAT', deflateSync(rows, { level: 9 })),
    pngChunk('IEND', new Uint8Array(0)),
  ])
}

const colourOf = (code: number): Colour => [code >> 16, (code >> 8) & 0xff, code & 0xff]

const distance = (a: Colour, b: Colour): number =>
  (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2

function nearest(palette: readonly Colour[], colour: Colour): { at: number; far: number } {
  let best = { at: 0, far: Number.POSITIVE_INFINITY }
  for (const [at, each] of palette.entries()) {
    const far = distance(each, colour)
    if (far < best.far) best = { at, far }
  }
  return best
}

function paletteOf(count: ReadonlyMap<number, number>): readonly Colour[] {
  const codes = [...count.keys()].sort((a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0) || a - b)
  const palette = codes.slice(0, COMMONEST).map(colourOf)
  let rest = codes.slice(COMMONEST).map((code) => ({ colour: colourOf(code), far: 0 }))
  for (const each of rest) each.far = nearest(palette, each.colour).far
  while (palette.length < MOST && rest.length > 0) {
    const farthest = rest.reduce((a, b) => (b.far > a.far ? b : a))
    palette.push(farthest.colour)
    rest = rest.filter((each) => each !== farthest)
    for (const each of rest) each.far = Math.min(each.far, distance(each.colour, farthest.colour))
  }
  return palette
}
