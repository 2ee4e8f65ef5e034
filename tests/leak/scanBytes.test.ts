/** The search of what a session leaves behind can fail: a text is found in every encoding, packed or not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { findTexts, formsOf } from '../support/scanBytes.ts'

const TEXTS = [
  'Quenby Istvanthorpe',
  'Щелковицын-Яблонь "видел"',
  'خالد المرجاني الثاني',
  '+995 322 019 7731',
]
const folder = mkdtempSync(path.join(os.tmpdir(), 'daybook-scan-'))
afterAll(() => rmSync(folder, { recursive: true }))

function scan(name: string, bytes: Buffer): string[] {
  writeFileSync(path.join(folder, name), bytes)
  const found = findTexts([folder], TEXTS).map(({ text }) => text)
  rmSync(path.join(folder, name))
  return [...new Set(found)]
}

/** An entry of a zip archive, its name four letters long. */
function zipEntry(content: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(4, 26)
  return Buffer.concat([head, Buffer.from('name'), deflateRawSync(content)])
}

const PACKINGS: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ['as it is', (bytes) => bytes],
  ['by gzip', gzipSync],
  ['by zlib', deflateSync],
  ['in a zip archive', zipEntry],
  ['by gzip in a zip archive', (bytes) => zipEntry(gzipSync(bytes))],
  ['cut short', (bytes) => deflateSync(Buffer.concat([bytes, Buffer.alloc(5_000, 'x')])).subarray(0, -6)],
]

describe('a text left behind', () => {
  it.each(
    TEXTS.flatMap((text) => formsOf(text).map(([encoding, bytes]) => [encoding, text, bytes] as const)),
  )('is found in %s: %s', (_encoding, text, bytes) => {
    for (const before of ['', 'a', 'ab'])
      expect(scan('file', Buffer.concat([Buffer.from(before), bytes, Buffer.from('after')]))).toContain(text)
  })

  it.each(PACKINGS)('is found %s', (_name, pack) => {
    for (const text of TEXTS) {
      const packed = pack(Buffer.from(`before ${text} after`))
      expect(scan('file', Buffer.concat([Buffer.from('some bytes'), packed, Buffer.from('tail')]))).toEqual([
        text,
      ])
    }
  })

  it.each([0, 1, 2])('is found in base64 that began %i bytes before it', (offset) => {
    for (const text of TEXTS) {
      const base64 = Buffer.from(`${'#'.repeat(offset)}${text} and more`).toString('base64')
      expect(scan('file', Buffer.from(`{"data":"${base64}"}`))).toEqual([text])
    }
  })

  it('is found in the name of a file', () => {
    expect(scan(`${TEXTS[0]}.tmp`, Buffer.alloc(0))).toEqual([TEXTS[0]])
  })

  it('is not found where it is not', () => {
    expect(scan('file', Buffer.from('Quenby Istvan thorpe; +995 322 019 7732'))).toEqual([])
  })
})
