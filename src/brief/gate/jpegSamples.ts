/**
 * Samples of a JPEG as grey. PDF.js unpacks JPEG as a picture of a page only, so a page is put around it.
 */
import type { GreyPicture } from './greyPicture.ts'
import { openWithPdfJs } from './pdfPages.ts'
import { pagePictures } from './pdfPictures.ts'

const SPACES: ReadonlyMap<number, string> = new Map([
  [1, 'DeviceGray'],
  [3, 'DeviceRGB'],
  [4, 'DeviceCMYK'],
])

/** Null for what PDF.js cannot unpack. */
export async function jpegSamples(bytes: Uint8Array): Promise<GreyPicture | null> {
  const frame = frameOf(bytes)
  const space = SPACES.get(frame?.channels ?? 0)
  if (frame === null || space === undefined) return null
  const opened = openWithPdfJs(pageAround(bytes, { ...frame, space }))
  try {
    const page = await (await opened.document).getPage(1)
    for await (const picture of pagePictures(page, await page.getOperatorList())) return picture
    return null
  } catch {
    // What its reader fails on shows nobody anything.
    return null
  } finally {
    await opened.close()
  }
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly channels: number
}

/** What the header of the picture's frame says. */
function frameOf(bytes: Uint8Array): Frame | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 10 <= bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return null
    // Three of the sixteen are tables, not frames.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame)
      return {
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        channels: view.getUint8(at + 9),
      }
  }
  return null
}

/** A file of one page; readers do without a table of its objects. */
function pageAround(
  jpeg: Uint8Array,
  { width, height, space }: Frame & { readonly space: string },
): Uint8Array {
  const head = [
    '%PDF-1.4',
    '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
    '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj',
    '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>> endobj',
    '4 0 obj <</Length 5>> stream\n/P Do\nendstream endobj',
    `5 0 obj <</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/${space}`,
    // Four inks are kept the other way round.
    space === 'DeviceCMYK' ? '/Decode[1 0 1 0 1 0 1 0]' : '',
    `/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>> stream\n`,
  ].join('\n')
  return Buffer.concat([
    Buffer.from(head, 'latin1'),
    jpeg,
    Buffer.from('\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n', 'latin1'),
  ])
}
