/**
 * The release gate for pictures: no metadata of any kind, nothing after the end. What a picture shows is for people
 * to check; formats whose containers we cannot read are refused.
 */
import type { Finding } from './finding.ts'
import { latin1 } from './pdfTokens.ts'

export type PictureType = 'png' | 'jpeg' | 'gif' | 'webp' | 'tiff' | 'heif'

/** The kind of picture some bytes are, by their first bytes; null when they are none. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const start = latin1(bytes.subarray(0, 16))
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start.startsWith('GIF8')) return 'gif'
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp'
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'tiff'
  return start.slice(4, 8) === 'ftyp' ? 'heif' : null
}

/** All findings of a picture. */
export function pictureFindings(bytes: Uint8Array, type: PictureType): Finding[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (type) {
      case 'png':
        return pngFindings(bytes, view)
      case 'jpeg':
        return jpegFindings(bytes, view)
      case 'gif':
        return gifFindings(bytes, view)
      case 'webp':
        return webpFindings(bytes, view)
      case 'tiff':
        return tiffFindings(view)
      case 'heif':
        return [{ class: 'picture/unreadable', where: 'file', detail: 'HEIC and AVIF cannot be checked' }]
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ class: 'picture/unreadable', where: 'file', detail: 'cut short or malformed' }]
  }
}

const metadata = (detail: string): Finding => ({ class: 'picture/metadata', where: 'file', detail })

function trailing(bytes: Uint8Array, end: number): Finding[] {
  if (end > bytes.length)
    return [{ class: 'picture/unreadable', where: 'file', detail: 'cut short or malformed' }]
  const rest = bytes.length - end
  return rest === 0
    ? []
    : [{ class: 'picture/trailing-data', where: 'after the end', detail: `${rest} bytes` }]
}

const PNG_CHUNKS = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
])

function pngFindings(bytes: Uint8Array, view: DataView): Finding[] {
  const findings: Finding[] = []
  for (let at = 8; ; ) {
    const length = view.getUint32(at)
    const name = latin1(bytes.subarray(at + 4, at + 8))
    if (!PNG_CHUNKS.has(name))
      findings.push(metadata(`chunk ${/^[A-Za-z]{4}$/.test(name) ? name : 'of no known name'}`))
    at += 12 + length
    if (name === 'IEND') return [...findings, ...trailing(bytes, at)]
  }
}

function jpegFindings(bytes: Uint8Array, view: DataView): Finding[] {
  const findings: Finding[] = []
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) throw new RangeError('marker expected')
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) return [...findings, ...trailing(bytes, at + 2)]
    const length = view.getUint16(at + 2)
    findings.push(...jpegSegment(marker, bytes.subarray(at + 4, at + 2 + length)))
    at += 2 + length
    if (marker === 0xda) at = endOfScan(view, at)
  }
}

/** Inside a scan FF is followed by 00 or a restart marker. */
function endOfScan(view: DataView, from: number): number {
  for (let at = from; ; at += 1) {
    if (view.getUint8(at) !== 0xff) continue
    const next = view.getUint8(at + 1)
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
}

function jpegSegment(marker: number, content: Uint8Array): Finding[] {
  const isPicture = (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xda && marker <= 0xdf)
  if (isPicture) return []
  // JFIF's header is 14 bytes when it holds no thumbnail of its own.
  if (marker === 0xe0 && latin1(content.subarray(0, 5)) === 'JFIF\0' && content.length === 14) return []
  if (marker === 0xee && latin1(content.subarray(0, 5)) === 'Adobe' && content.length === 12) return []
  if (marker === 0xfe) return [metadata('comment')]
  if (marker >= 0xe0 && marker <= 0xef) return metadataParts(marker, content).map(metadata)
  return [metadata('segment of no known kind')]
}

/** What a segment of an application holds, by name where the name is known. */
function metadataParts(marker: number, content: Uint8Array): string[] {
  const text = latin1(content)
  const parts = [`APP${marker - 0xe0} segment`]
  if (text.startsWith('Exif\0')) parts.push('EXIF')
  if (text.startsWith('http://ns.adobe.com/x')) parts.push('XMP')
  if (text.startsWith('Photoshop 3.0')) parts.push('IPTC')
  if (text.startsWith('MPF\0') || text.startsWith('JFXX\0') || text.indexOf('\xff\xd8\xff', 6) > 0)
    parts.push('embedded preview')
  // 0x927C in either byte order, a tag of EXIF.
  const isNoted = ['\x92\x7c\0\x07', '\x7c\x92\x07\0'].some((tag) => text.includes(tag))
  if (text.startsWith('Exif\0') && isNoted) parts.push('maker notes')
  return parts
}

function gifFindings(bytes: Uint8Array, view: DataView): Finding[] {
  const findings: Finding[] = []
  const tableSize = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1))
  let at = 13 + tableSize(view.getUint8(10))
  const skipBlocks = () => {
    for (let size = view.getUint8(at); size !== 0; size = view.getUint8(at)) at += size + 1
    at += 1
  }
  for (;;) {
    const kind = view.getUint8(at)
    if (kind === 0x3b) return [...findings, ...trailing(bytes, at + 1)]
    if (kind === 0x2c) {
      at += 10 + tableSize(view.getUint8(at + 9)) + 1
      skipBlocks()
    } else if (kind === 0x21) {
      const label = view.getUint8(at + 1)
      const isLoop = label === 0xff && latin1(bytes.subarray(at + 3, at + 14)) === 'NETSCAPE2.0'
      if (label !== 0xf9 && !isLoop) findings.push(metadata(label === 0xfe ? 'comment' : 'extension block'))
      at += 2
      skipBlocks()
    } else throw new RangeError('block expected')
  }
}

const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])

function webpFindings(bytes: Uint8Array, view: DataView): Finding[] {
  const findings: Finding[] = []
  const end = 8 + view.getUint32(4, true)
  for (let at = 12; at < end; ) {
    const name = latin1(bytes.subarray(at, at + 4))
    if (!WEBP_CHUNKS.has(name))
      findings.push(metadata(`chunk ${/^[A-Z]{3,4} ?$/.test(name) ? name.trim() : 'of no known name'}`))
    const length = view.getUint32(at + 4, true)
    at += 8 + length + (length % 2)
  }
  return [...findings, ...trailing(bytes, end)]
}

/** Tags of baseline TIFF that say how to decode the picture, and nothing of where it comes from. */
const TIFF_TAGS = new Set([
  254, 256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 282, 283, 284, 296, 317, 320, 322, 323, 324,
  325, 338, 339,
])

function tiffFindings(view: DataView): Finding[] {
  const little = view.getUint8(0) === 0x49
  const findings: Finding[] = []
  const seen = new Set<number>()
  for (let at = view.getUint32(4, little); at !== 0; ) {
    if (seen.has(at)) throw new RangeError('directories in a circle')
    seen.add(at)
    const count = view.getUint16(at, little)
    for (let i = 0; i < count; i += 1) {
      const tag = view.getUint16(at + 2 + 12 * i, little)
      if (!TIFF_TAGS.has(tag)) findings.push(metadata(`tag ${tag}`))
    }
    at = view.getUint32(at + 2 + 12 * count, little)
  }
  // A second directory is a second picture, often the unredacted preview.
  if (seen.size > 1) findings.push(metadata('more than one picture'))
  return findings
}
