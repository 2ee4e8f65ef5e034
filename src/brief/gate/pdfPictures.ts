/**
 * The pictures of a page as PDF.js unpacks them, whatever their packing and colours are, to be looked at for regions
 * that were made coarse or blurred.
 */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import { coarseRegion } from './coarseRegions.ts'
import type { Finding } from './finding.ts'
import { type GreyPicture, greyOf } from './greyPicture.ts'
import { type Ink, inkOfGreys } from './pdfInks.ts'
import type { Operators } from './pdfPaint.ts'

const BY_NAME = new Set([pdfjs.OPS.paintImageXObject, pdfjs.OPS.paintImageXObjectRepeat])
const INSIDE = new Set([pdfjs.OPS.paintInlineImageXObject, pdfjs.OPS.paintInlineImageXObjectGroup])
/** A picture that never comes is one that PDF.js cannot unpack. */
const LIMIT_MS = 20_000

export interface PicturesOfPage {
  readonly findings: readonly Finding[]
  /** Their colours, by name, or by themselves where they stand among the operators. */
  readonly inks: ReadonlyMap<unknown, Ink>
}

/** Looks at the pictures of one page; `operators` are the page's. */
export async function readPictures(
  page: pdfjs.PDFPageProxy,
  operators: Operators,
  number: number,
): Promise<PicturesOfPage> {
  const found = new Set<string>()
  const inks = new Map<unknown, Ink>()
  for await (const [named, picture] of namedPictures(page, operators)) {
    found.add(coarseRegion(picture) ?? '')
    inks.set(named, inkOfGreys(picture.samples))
  }
  const findings = [...found]
    .filter((detail) => detail !== '')
    .map((detail): Finding => ({ class: 'pdf/pixelated', where: `page ${number}`, detail }))
  return { findings, inks }
}

/** Every picture that a page paints, once; none that is a stencil for a colour. */
export async function* pagePictures(
  page: pdfjs.PDFPageProxy,
  operators: Operators,
): AsyncGenerator<GreyPicture> {
  for await (const [, picture] of namedPictures(page, operators)) yield picture
}

async function* namedPictures(
  page: pdfjs.PDFPageProxy,
  { fnArray, argsArray }: Operators,
): AsyncGenerator<readonly [named: unknown, picture: GreyPicture]> {
  const seen = new Set<unknown>()
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index]
    const first: unknown = Array.isArray(args) ? args[0] : undefined
    if (first === undefined || seen.has(first)) continue
    const isNamed = BY_NAME.has(operator)
    if (!isNamed && !INSIDE.has(operator)) continue
    seen.add(first)
    const picture = asPicture(isNamed ? await unpacked(page, String(first)) : first)
    if (picture !== null) yield [first, picture]
  }
}

/** Pictures that several pages show are kept apart from those of one. */
function unpacked(page: pdfjs.PDFPageProxy, name: string): Promise<unknown> {
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), LIMIT_MS)
    objects.get(name, (untrusted: unknown) => {
      clearTimeout(timer)
      resolve(untrusted)
    })
  })
}

/** Null when it is no picture, or has no samples. */
function asPicture(untrusted: unknown): GreyPicture | null {
  if (typeof untrusted !== 'object' || untrusted === null) return null
  const { width, height, kind, data } = untrusted as Record<string, unknown>
  if (typeof width !== 'number' || typeof height !== 'number') return null
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return null
  const { GRAYSCALE_1BPP, RGB_24BPP, RGBA_32BPP } = pdfjs.ImageKind
  if (kind === RGB_24BPP) return greyOf(width, height, data, 3)
  if (kind === RGBA_32BPP) return greyOf(width, height, data, 4)
  return kind === GRAYSCALE_1BPP ? greyOf(width, height, ofBits(data, width, height), 1) : null
}

function ofBits(data: ArrayLike<number>, width: number, height: number): Uint8Array {
  const rowBytes = (width + 7) >> 3
  const samples = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (((data[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0) samples[y * width + x] = 255
  return samples
}
