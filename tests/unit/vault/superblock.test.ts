import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SUITE } from '../../../src/vault/format/layout.ts'
import {
  isAuthenticPage,
  packSuperblock,
  readSuperblockPage,
  type Superblock,
} from '../../../src/vault/format/superblock.ts'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { type KeySlot, MAX_SLOTS } from '../../../src/vault/keySlot.ts'
import { flipBit } from './vaultFixture.ts'

const KEY = Buffer.alloc(32, 8)
const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((value) => Buffer.from(value).toString('hex'))
const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 })

const slot: fc.Arbitrary<KeySlot> = fc.record({
  id: hex(8),
  kind: fc.constantFrom('passphrase', 'recovery'),
  kdf: fc.option(fc.record({ name: fc.constant('argon2id'), memoryKiB: u32, passes: u32, lanes: u32 })),
  salt: hex(16),
  commitment: hex(32),
  wrappedKey: hex(72),
})

const superblock: fc.Arbitrary<Superblock> = fc.record({
  fileId: hex(16),
  epoch: hex(16),
  counter: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  generation: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  slots: fc.array(slot, { minLength: 1, maxLength: MAX_SLOTS }),
})

const SLOT: KeySlot = {
  id: '01'.repeat(8),
  kind: 'passphrase',
  kdf: KDF_FLOOR,
  salt: '02'.repeat(16),
  commitment: '03'.repeat(32),
  wrappedKey: '04'.repeat(72),
}
const BLOCK: Superblock = {
  fileId: '05'.repeat(16),
  epoch: '06'.repeat(16),
  counter: 9,
  generation: 2,
  slots: [SLOT],
}
const PAGE = packSuperblock(BLOCK, KEY)

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** Makes both checksums right again, as somebody would who changes the page on purpose. */
function fixChecksums(page: Buffer): Buffer {
  digest(page.subarray(0, 24)).copy(page, 24)
  digest(page.subarray(0, 4064)).copy(page, 4064)
  return page
}

/** The same page with other JSON, everything else in order. */
function withJson(json: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(json))
  const page = Buffer.from(PAGE)
  page.fill(0, 56, 4032)
  page.writeUInt32BE(text.length, 12)
  text.copy(page, 56, 0, 3976)
  return fixChecksums(page)
}

test('any superblock, with as many slots as there may be, fits the page and reads back', () => {
  fc.assert(
    fc.property(superblock, (given) => {
      const page = packSuperblock(given, KEY)
      expect(page.length).toBe(4096)
      const read = readSuperblockPage(page)
      expect(read).toMatchObject({ kind: 'intact', superblock: given })
      expect(isAuthenticPage(page, KEY)).toBe(true)
      expect(isAuthenticPage(page, Buffer.alloc(32))).toBe(false)
    }),
  )
})

test('every flipped bit is found without a key', () => {
  for (let bit = 0; bit < PAGE.length * 8; bit += 1) {
    const read = readSuperblockPage(flipBit(PAGE, bit))
    const expected = bit < 64 ? 'not-a-log' : 'damaged'
    if (read.kind !== expected) expect.fail(`bit ${bit}: ${read.kind}`)
  }
})

test('a bit flipped by somebody who makes the checksums right is found with the key', () => {
  for (let bit = 0; bit < PAGE.length * 8; bit += 5) {
    const page = fixChecksums(flipBit(PAGE, bit))
    const isUndone = page.equals(PAGE)
    if (!isUndone && readSuperblockPage(page).kind === 'intact' && isAuthenticPage(page, KEY)) {
      expect.fail(`bit ${bit}`)
    }
  }
})

test('every cut is found', () => {
  for (let length = 0; length < 4096; length += 1) {
    const { kind } = readSuperblockPage(PAGE.subarray(0, length))
    if (kind !== (length < 8 ? 'not-a-log' : 'damaged')) expect.fail(`length ${length}: ${kind}`)
  }
})

test('any other bytes are no page', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (junk) => {
      expect(readSuperblockPage(Buffer.from(junk)).kind).toBe('not-a-log')
      expect(readSuperblockPage(Buffer.concat([PAGE.subarray(0, 8), junk])).kind).toBe('damaged')
      expect(readSuperblockPage(Buffer.concat([PAGE.subarray(0, 56), junk])).kind).toBe('damaged')
    }),
  )
})

describe('another version', () => {
  test.each([0, 2, 2 ** 32 - 1])('%i is named from the preamble alone, whatever follows', (version) => {
    const page = Buffer.from(PAGE)
    page.writeUInt32BE(version, 8)
    expect(readSuperblockPage(page).kind).toBe('damaged')
    digest(page.subarray(0, 24)).copy(page, 24)
    expect(readSuperblockPage(page)).toEqual({ kind: 'other-version', version })
    expect(readSuperblockPage(page.subarray(0, 56))).toEqual({ kind: 'other-version', version })
  })
})

describe('JSON made by somebody hostile', () => {
  const good = { suite: SUITE, ...BLOCK }
  const { slots: _slots, ...withoutSlots } = good

  test('the page that the others are made from is in order', () => {
    expect(readSuperblockPage(withJson(good))).toMatchObject({ kind: 'intact', superblock: BLOCK })
  })

  test.each<[string, unknown]>([
    ['null', null],
    ['an array', []],
    ['no slots', withoutSlots],
    ['an empty list of slots', { ...good, slots: [] }],
    ['too many slots', { ...good, slots: Array.from({ length: MAX_SLOTS + 1 }, () => SLOT) }],
    ['an unknown field', { ...good, extra: 1 }],
    ['an unknown field in a slot', { ...good, slots: [{ ...SLOT, extra: 1 }] }],
    ['another suite', { ...good, suite: 'none' }],
    ['a counter of zero', { ...good, counter: 0 }],
    ['a broken counter', { ...good, counter: 1.5 }],
    ['a counter beyond what numbers hold', { ...good, counter: 2 ** 60 }],
    ['a short file id', { ...good, fileId: '05' }],
    ['capital hex', { ...good, epoch: 'AB'.repeat(16) }],
    ['a longer salt', { ...good, slots: [{ ...SLOT, salt: '00'.repeat(32) }] }],
    ['another derivation', { ...good, slots: [{ ...SLOT, kdf: { ...KDF_FLOOR, name: 'pbkdf2' } }] }],
    ['half a pass', { ...good, slots: [{ ...SLOT, kdf: { ...KDF_FLOOR, passes: 2.5 } }] }],
    ['an unknown kind', { ...good, slots: [{ ...SLOT, kind: 'key' }] }],
    ['more than the page holds', { ...good, suite: 'x'.repeat(5000) }],
  ])('%s is damage', (_name, json) => {
    expect(readSuperblockPage(withJson(json))).toEqual({ kind: 'damaged' })
  })

  test('a length beyond the page is damage', () => {
    const page = Buffer.from(PAGE)
    page.writeUInt32BE(2 ** 32 - 1, 12)
    expect(readSuperblockPage(fixChecksums(page))).toEqual({ kind: 'damaged' })
  })
})
