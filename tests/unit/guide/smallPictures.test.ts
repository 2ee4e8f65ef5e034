import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodePng } from '../../../build/iconFormats.ts'
import { palettePng } from '../../support/palettePng.ts'
import { differenceOf } from '../../support/pictureLikeness.ts'
import { type Pixels, pngPixels } from '../../support/pngPixels.ts'

const plain = (width: number, height: number, grey: number): Pixels => ({
  width,
  height,
  rgb: new Uint8Array(width * height * 3).fill(grey),
})

test('pixels come back from a PNG without alpha', () => {
  const picture = fc.integer({ min: 1, max: 9 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      rgba: fc.uint8Array({ minLength: size * size * 4, maxLength: size * size * 4 }),
    }),
  )
  fc.assert(
    fc.property(picture, ({ size, rgba }) => {
      const rgb = rgba.filter((_byte, at) => at % 4 !== 3)
      expect(pngPixels(encodePng(size, rgba))).toEqual({ width: size, height: size, rgb })
    }),
  )
})

test('a picture of few colours comes back from its palette as it was', () => {
  const rgb = fc.array(fc.constantFrom(0, 90, 255), { minLength: 36, maxLength: 36 })
  fc.assert(
    fc.property(rgb, (values) => {
      const pixels = { width: 4, height: 3, rgb: Uint8Array.from(values) }
      expect(pngPixels(palettePng(pixels))).toEqual(pixels)
    }),
  )
})

test('of many colours the common ones stay, and one that is like no other', () => {
  const rgb = new Uint8Array(64 * 64 * 3)
  for (let at = 0; at < 64 * 64; at += 1) rgb.set([at % 64, at >> 6, (at * 7) % 256], at * 3)
  rgb.fill(250, 0, 64 * 9 * 3)
  rgb.set([255, 0, 0], 64 * 63 * 3)
  const back = pngPixels(palettePng({ width: 64, height: 64, rgb }))
  expect([...back.rgb.subarray(0, 64 * 9 * 3)].every((value) => value === 250)).toBe(true)
  expect([...back.rgb.subarray(64 * 63 * 3, 64 * 63 * 3 + 3)]).toEqual([255, 0, 0])
  expect(differenceOf({ width: 64, height: 64, rgb }, back)).toBeNull()
})

test('another size, or another look of more than a trifle, is a difference', () => {
  const white = plain(320, 320, 255)
  expect(differenceOf(white, plain(320, 320, 240))).toBeNull()
  expect(differenceOf(white, plain(320, 352, 255))).toContain('320 × 352')
  const rgb = white.rgb.slice()
  for (let y = 0; y < 64; y += 1) rgb.fill(0, y * 320 * 3, (y * 320 + 64) * 3)
  expect(differenceOf(white, { ...white, rgb })).toBe('4 % of it looks different')
})
