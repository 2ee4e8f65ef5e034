import { readFileSync } from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeIcns, encodeIco, encodePng } from '../../../build/iconFormats.ts'
import { drawMark } from '../../../build/iconMark.ts'

const BUILD = path.resolve(import.meta.dirname, '../../../build')

/** Undoes one picture of ours: one IDAT, each row filtered "Up". */
function decodePng(png: Buffer): Uint8Array {
  const size = png.readUInt32BE(16)
  const dataStart = png.indexOf('IDAT') + 4
  const rows = inflateSync(png.subarray(dataStart, dataStart + png.readUInt32BE(dataStart - 8)))
  const pixels = new Uint8Array(size * size * 4)
  for (let row = 0; row < size; row += 1) {
    for (let i = 0; i < size * 4; i += 1) {
      const over = row === 0 ? 0 : (pixels[(row - 1) * size * 4 + i] ?? 0)
      pixels[row * size * 4 + i] = (rows[row * (size * 4 + 1) + 1 + i] ?? 0) + over
    }
  }
  return pixels
}

test('a picture comes back from its PNG', () => {
  const picture = fc
    .integer({ min: 1, max: 9 })
    .chain((size) =>
      fc.tuple(fc.constant(size), fc.uint8Array({ minLength: size * size * 4, maxLength: size * size * 4 })),
    )
  fc.assert(
    fc.property(picture, ([size, rgba]) => {
      expect(decodePng(Buffer.from(encodePng(size, rgba)))).toEqual(rgba)
    }),
  )
})

test('a wrong number of bytes is refused', () => {
  expect(() => encodePng(2, new Uint8Array(15))).toThrow(RangeError)
})

test('the icon set of the repository is what the drawing gives', () => {
  for (const size of [16, 48]) {
    const kept = readFileSync(path.join(BUILD, 'icons', `${size}x${size}.png`))
    expect(decodePng(kept)).toEqual(drawMark(size))
  }
})

test('an ICO points to each of its pictures', () => {
  const images = [16, 256].map((size) => ({ size, png: encodePng(size, drawMark(size)) }))
  const ico = Buffer.from(encodeIco(images))
  expect(ico.readUInt16LE(4)).toBe(2)
  for (const [index, { size, png }] of images.entries()) {
    const entry = 6 + 16 * index
    expect(ico[entry]).toBe(size % 256)
    const start = ico.readUInt32LE(entry + 12)
    expect(ico.subarray(start, start + ico.readUInt32LE(entry + 8))).toEqual(Buffer.from(png))
  }
  expect(() => encodeIco([{ size: 512, png: Buffer.alloc(1) }])).toThrow(RangeError)
})

test('an ICNS states its lengths, and a missing size is refused', () => {
  const icns = readFileSync(path.join(BUILD, 'icon.icns'))
  expect(icns.toString('latin1', 0, 4)).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  let offset = 8
  let parts = 0
  for (; offset < icns.length; parts += 1) offset += icns.readUInt32BE(offset + 4)
  expect([offset, parts]).toEqual([icns.length, 10])
  expect(() => encodeIcns([])).toThrow(RangeError)
})
