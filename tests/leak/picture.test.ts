/** Metadata planted in tiny hand-made pictures, and pictures from cameras where a data folder is given. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checkBytes } from '../../src/brief/gate/checkBytes.ts'

async function classes(bytes: Uint8Array): Promise<string[]> {
  const findings = await checkBytes({ bytes, canaries: [], allowed: [] })
  return [...new Set(findings.map((finding) => finding.class))]
}

const be32 = (n: number) => Buffer.from([n >>> 24, n >>> 16, n >>> 8, n].map((byte) => byte & 255))
const le32 = (n: number) => Buffer.from(be32(n)).reverse()
const ascii = (text: string) => Buffer.from(text, 'latin1')

function pngChunk(name: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([ascii(name), content])
  return Buffer.concat([be32(content.length), body, be32(crc32(body))])
}
const png = (...extra: Buffer[]) =>
  Buffer.concat([
    ascii('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', Buffer.concat([be32(1), be32(1), Buffer.from([8, 0, 0, 0, 0])])),
    ...extra,
    pngChunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])

const segment = (marker: number, content: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]), content])
const JFIF = segment(0xe0, Buffer.concat([ascii('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])]))
const jpeg = (...extra: Buffer[]) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    JFIF,
    ...extra,
    segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
  ])

const gif = (...extra: Buffer[]) =>
  Buffer.concat([
    ascii('GIF89a'),
    Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    ...extra,
    Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
  ])

function webp(...extra: Buffer[]): Buffer {
  const chunk = (name: string, content: Buffer) => Buffer.concat([ascii(name), le32(content.length), content])
  const body = Buffer.concat([ascii('WEBP'), chunk('VP8L', Buffer.from([0x2f, 0, 0, 0])), ...extra])
  return Buffer.concat([ascii('RIFF'), le32(body.length), body])
}

function tiff(...tags: number[]): Buffer {
  const entries = tags.map((tag) =>
    Buffer.concat([Buffer.from([tag & 255, tag >> 8, 4, 0]), le32(1), le32(8)]),
  )
  return Buffer.concat([ascii('II*\0'), le32(8), Buffer.from([tags.length, 0]), ...entries, le32(0)])
}

const EXIF = Buffer.concat([ascii('Exif\0\0'), tiff(0x8825)])

describe('the gate for pictures', () => {
  it.each([
    ['PNG', png()],
    ['JPEG', jpeg()],
    ['GIF', gif(Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]))],
    ['WebP', webp()],
    ['TIFF', tiff(256, 257, 258, 259, 262, 273, 279)],
  ])('finds nothing in a bare %s', async (_, bytes) => {
    expect(await classes(bytes)).toEqual([])
  })

  it.each([
    ['EXIF with GPS in a JPEG', jpeg(segment(0xe1, EXIF))],
    ['XMP in a JPEG', jpeg(segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x/>')))],
    ['IPTC in a JPEG', jpeg(segment(0xed, ascii('Photoshop 3.0\0')))],
    ['a comment in a JPEG', jpeg(segment(0xfe, ascii('by me')))],
    ['a thumbnail in a JPEG', jpeg(segment(0xe0, ascii('JFXX\0\x10x')))],
    ['text in a PNG', png(pngChunk('tEXt', ascii('Author\0me')))],
    ['EXIF in a PNG', png(pngChunk('eXIf', tiff(0x8825)))],
    ['a time in a PNG', png(pngChunk('tIME', Buffer.alloc(7)))],
    ['a comment in a GIF', gif(Buffer.from([0x21, 0xfe, 2, 0x68, 0x69, 0]))],
    [
      'XMP in a GIF',
      gif(Buffer.concat([Buffer.from([0x21, 0xff, 11]), ascii('XMP DataXMP'), Buffer.from([0])])),
    ],
    ['EXIF in a WebP', webp(Buffer.concat([ascii('EXIF'), le32(2), ascii('xx')]))],
    ['GPS in a TIFF', tiff(256, 257, 0x8825)],
    ['IPTC in a TIFF', tiff(256, 257, 33723)],
  ])('finds %s', async (_, bytes) => {
    expect(await classes(bytes)).toContain('picture/metadata')
  })

  it.each([
    ['PNG', png()],
    ['JPEG', jpeg()],
    ['GIF', gif()],
    ['WebP', webp()],
  ])('finds bytes after the end of a %s', async (_, bytes) => {
    expect(await classes(Buffer.concat([bytes, ascii('PK')]))).toEqual(['picture/trailing-data'])
  })

  it.each([
    ['PNG', png()],
    ['JPEG', jpeg()],
    ['GIF', gif()],
    ['WebP', webp()],
    ['TIFF', tiff(256)],
  ])('refuses a %s cut short', async (_, bytes) => {
    expect(await classes(bytes.subarray(0, bytes.length - 3))).toEqual(['picture/unreadable'])
  })

  it('refuses HEIC, and files of no known kind', async () => {
    expect(await classes(Buffer.concat([be32(24), ascii('ftypheic'), Buffer.alloc(12)]))).toEqual([
      'picture/unreadable',
    ])
    expect(await classes(ascii('just some words'))).toEqual(['file/unknown-type'])
    expect(await classes(new Uint8Array(0))).toEqual(['file/unknown-type'])
  })
})

const folder = path.join(process.env.DAYBOOK_TEST_DATA ?? '', 'exif-images', 'exif-samples')
const hasData = process.env.DAYBOOK_TEST_DATA !== undefined && existsSync(folder)

describe.skipIf(!hasData)('pictures from cameras (skipped: DAYBOOK_TEST_DATA not set)', () => {
  it('finds metadata in every one that holds EXIF', async () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.jpe?g$/i.test(name),
    )
    const missed: string[] = []
    for (const name of files) {
      const bytes = readFileSync(path.join(folder, name))
      const holdsExif = bytes.subarray(0, 65536).includes('Exif\0\0', 0, 'latin1')
      if (holdsExif && !(await classes(bytes)).some((found) => found.startsWith('picture/')))
        missed.push(name)
    }
    expect(files.length).toBeGreaterThan(0)
    expect(missed).toEqual([])
  }, 60_000)
})
