/**
 * Regions made coarse or blurred, in pictures by themselves and on a page. The JPEGs in `pictures/` show two lines of
 * words each, the second one clear, in squares of seven samples, and smeared over three, packed at quality 60.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { PDFName } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { hasBlurredWords } from '../../src/brief/gate/blurred.ts'
import { checkFile } from '../../src/brief/gate/checkBytes.ts'
import { type GreyPicture, greyOf } from '../../src/brief/gate/greyPicture.ts'
import { jpegSamples } from '../../src/brief/gate/jpegSamples.ts'
import { hasMosaic } from '../../src/brief/gate/mosaic.ts'
import { pngSamples } from '../../src/brief/gate/pngSamples.ts'
import { content, picture, plainPdf } from './plainPdf.ts'

const jpeg = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(import.meta.dirname, 'pictures', `${name}.jpg`)))

async function jpegGrey(name: string): Promise<GreyPicture> {
  const grey = await jpegSamples(jpeg(name))
  if (grey === null) throw new Error('the picture cannot be unpacked')
  return grey
}

/** Each square of a picture in its middle colour. */
function coarse({ width, height, samples }: GreyPicture, side: number): GreyPicture {
  const out = samples.map((_, at) => {
    const [left, top] = [at % width, Math.floor(at / width)].map((each) => side * Math.floor(each / side))
    let [sum, count] = [0, 0]
    for (let y = top ?? 0; y < Math.min(height, (top ?? 0) + side); y += 1)
      for (let x = left ?? 0; x < Math.min(width, (left ?? 0) + side); x += 1) {
        sum += samples[y * width + x] ?? 0
        count += 1
      }
    return sum / count
  })
  return { width, height, samples: out }
}

/** Bars of a chart, of several heights, one side apart. */
function chart(): GreyPicture {
  const [width, height] = [320, 160]
  const samples = Uint8Array.from({ length: width * height }, (_, at) => {
    const [bar, y] = [Math.floor((at % width) / 20), Math.floor(at / width)]
    return bar % 2 === 0 && y > (bar * 37) % 120 ? 40 + 12 * (bar % 9) : 255
  })
  return { width, height, samples }
}

function png({ width, height, samples }: GreyPicture, channels: 1 | 3 | 4): Uint8Array {
  const chunk = (name: string, body: Uint8Array) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(body.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([size, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, { 1: 0, 3: 2, 4: 6 }[channels]], 8)
  const rows = Buffer.alloc(height * (1 + channels * width))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let c = 0; c < channels; c += 1)
        rows[y * (1 + channels * width) + 1 + x * channels + c] =
          c === 3 ? 255 : (samples[y * width + x] ?? 0)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

async function classesOf(bytes: Uint8Array, name: string): Promise<string[]> {
  const file = { bytes, canaries: [], published: [], shipped: [], name, fileForTools: null }
  return [...new Set((await checkFile(file)).findings.map((each) => each.class))]
}

describe('a picture by itself', () => {
  it.each([
    ['mosaic', ['picture/pixelated']],
    ['blurred', ['picture/pixelated']],
    ['clean', []],
  ])('packed as JPEG: %s', async (name, wanted) => {
    expect(await classesOf(jpeg(name), `${name}.jpg`)).toEqual(wanted)
  })

  it.each([1, 3, 4] as const)('packed as PNG of %i bytes a sample', async (channels) => {
    const clean = await jpegGrey('clean')
    const bytes = png(coarse(clean, 8), channels)
    expect(pngSamples(bytes)?.samples).toEqual(coarse(clean, 8).samples)
    expect(await classesOf(bytes, 'x.png')).toEqual(['picture/pixelated'])
    expect(await classesOf(png(clean, channels), 'x.png')).toEqual([])
  })

  it.each([4, 5, 6, 8, 10, 12])('in squares of %i samples', async (side) => {
    expect(hasMosaic(coarse(await jpegGrey('clean'), side))).toBe(true)
  })

  it('is not taken for coarse when it is a chart', () => {
    expect(hasMosaic(chart())).toBe(false)
    expect(hasBlurredWords(chart())).toBe(false)
  })

  it('is not taken for blurred when it is shaded', () => {
    const samples = Uint8Array.from({ length: 320 * 160 }, (_, at) => ((at % 320) * 255) / 320)
    expect(hasBlurredWords(greyOf(320, 160, samples, 1))).toBe(false)
  })
})

describe('on a page', () => {
  const shown = 'q 300 0 0 68 55 500 cm /P Do Q'
  const withJpeg = (name: string) =>
    plainPdf(async (d) => {
      const image = await d.embedJpg(jpeg(name))
      d.getPage(0).node.setXObject(PDFName.of('P'), image.ref)
      await content(d, shown)
    })

  it.each(['mosaic', 'blurred'])('packed as JPEG: %s', async (name) => {
    expect(await classesOf(await withJpeg(name), 'x.pdf')).toContain('pdf/pixelated')
  })

  it('packed as JPEG: clear, and so a picture only', async () => {
    expect(await classesOf(await withJpeg('clean'), 'x.pdf')).toEqual(['pdf/picture'])
  })

  it('of plain samples, blurred', async () => {
    const { samples, width } = await jpegGrey('blurred')
    const bytes = await plainPdf(async (d) => {
      picture(d, 'P', samples, width)
      await content(d, shown)
    })
    expect(await classesOf(bytes, 'x.pdf')).toContain('pdf/pixelated')
  })
})
