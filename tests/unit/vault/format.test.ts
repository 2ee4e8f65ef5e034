import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { encodeBody } from '../../../src/vault/body.ts'
import { openBody, readVault, SUITE, sealVault, type VaultHeader } from '../../../src/vault/format.ts'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { createKeySlot, openKeySlot } from '../../../src/vault/keySlot.ts'
import { Secret } from '../../../src/vault/secret.ts'
import { expectValue } from './vaultFixture.ts'

const fileId = Buffer.alloc(16, 0xf1)
const passphraseKey = new Secret(Buffer.alloc(32, 1))
const dataKey = new Secret(Buffer.alloc(32, 2))
const slot = createKeySlot(fileId, passphraseKey, KDF_FLOOR, Buffer.alloc(16, 3), dataKey)
const header: VaultHeader = { suite: SUITE, fileId: fileId.toString('hex'), counter: 7, slot }
let file: Buffer

beforeAll(async () => {
  file = sealVault(header, dataKey, expectValue(await encodeBody({ a: 1 }, '2026-01-01T00:00:00.000Z'))).bytes
})

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** Makes all three checksums right again, as somebody would who changes the file on purpose. */
function repairChecksums(bytes: Buffer): Buffer {
  digest(bytes.subarray(0, 24)).copy(bytes, 24)
  const headerEnd = 56 + bytes.readUInt32BE(12)
  if (headerEnd + 32 <= bytes.length) digest(bytes.subarray(0, headerEnd)).copy(bytes, headerEnd)
  digest(bytes.subarray(0, -32)).copy(bytes, bytes.length - 32)
  return bytes
}

function flipBit(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

/** The same file with another header, everything else in order. */
function withHeader(change: (json: Record<string, unknown>) => unknown): Buffer {
  const length = file.readUInt32BE(12)
  const json: unknown = JSON.parse(file.subarray(56, 56 + length).toString())
  const text = Buffer.from(JSON.stringify(change({ ...(typeof json === 'object' ? json : {}) })))
  const bytes = Buffer.concat([file.subarray(0, 56), text, file.subarray(56 + length)])
  bytes.writeUInt32BE(text.length, 12)
  bytes.writeBigUInt64BE(BigInt(bytes.length), 16)
  return repairChecksums(bytes)
}

test('a file reads back as it was sealed', () => {
  const sealed = expectValue(readVault(file))
  expect(sealed.header).toEqual(header)
  expect(expectValue(openBody(sealed, dataKey)).length).toBe(4096)
})

test('the layout is that of the document', () => {
  const h = file.readUInt32BE(12)
  expect(file.subarray(0, 12).toString('hex')).toBe('444159424f4f4b0000000000')
  expect(file.readBigUInt64BE(16)).toBe(BigInt(file.length))
  expect(file.length).toBe(128 + h + 4096 + 32)
  expect(file.subarray(24, 56)).toEqual(digest(file.subarray(0, 24)))
  expect(file.subarray(56 + h, 88 + h)).toEqual(digest(file.subarray(0, 56 + h)))
})

describe('damage is found without any key', () => {
  test('every single flipped bit', () => {
    for (let bit = 0; bit < file.length * 8; bit += 1) {
      const read = readVault(flipBit(file, bit))
      if (read.ok || read.error.code !== 'vault/damaged') expect.fail(`bit ${bit}: ${JSON.stringify(read)}`)
    }
  })

  test('every truncation, and bytes appended', () => {
    for (let length = 0; length < file.length; length += 1) {
      const read = readVault(file.subarray(0, length))
      if (read.ok || read.error.code !== 'vault/damaged')
        expect.fail(`length ${length}: ${JSON.stringify(read)}`)
    }
    for (const extra of [Buffer.alloc(1), Buffer.alloc(4096), file]) {
      expect(readVault(Buffer.concat([file, extra]))).toMatchObject({
        error: { code: 'vault/damaged', where: 'length' },
      })
    }
  })

  test('any other file', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (junk) => {
        expect(readVault(Buffer.from(junk))).toMatchObject({ error: { code: 'vault/damaged' } })
      }),
    )
    expect(readVault(Buffer.alloc(0))).toMatchObject({ error: { where: 'empty' } })
    expect(readVault(Buffer.from('%PDF-1.7\n'.repeat(40)))).toMatchObject({ error: { where: 'not-a-log' } })
  })
})

test('a bit flipped by somebody who repairs the checksums is still found', () => {
  for (let bit = 0; bit < file.length * 8; bit += 7) {
    const read = readVault(repairChecksums(flipBit(file, bit)))
    if (!read.ok) continue
    const key = openKeySlot(
      Buffer.from(read.value.header.fileId, 'hex'),
      read.value.header.slot,
      passphraseKey,
    )
    if (!key.ok) continue
    const at = bit >> 3
    const isChecksum = read.value.digest === file.subarray(-32).toString('hex')
    // A flip inside a checksum is undone by the repair; everything else must fail to authenticate.
    if (!isChecksum && openBody(read.value, key.value).ok) expect.fail(`byte ${at} changed unnoticed`)
  }
})

test('a newer version is named only when the preamble is intact', () => {
  const newer = Buffer.from(file)
  newer.writeUInt32BE(3, 8)
  expect(readVault(newer)).toMatchObject({ error: { code: 'vault/damaged', where: 'preamble' } })
  digest(newer.subarray(0, 24)).copy(newer, 24)
  expect(readVault(newer)).toEqual({ ok: false, error: { code: 'vault/newer-version', version: 3 } })
})

describe('a header made by somebody hostile', () => {
  const withKdf = (kdf: object) =>
    withHeader((json) => ({ ...json, slot: { ...slot, kdf: { ...KDF_FLOOR, ...kdf } } }))

  test.each([
    { memoryKiB: 4 },
    { memoryKiB: 2 ** 31 },
    { memoryKiB: -1 },
    { passes: 1 },
    { passes: 2 ** 32 },
    { lanes: 16 },
  ])('%o is refused', (kdf) => {
    expect(readVault(withKdf(kdf))).toEqual({ ok: false, error: { code: 'vault/unsafe-parameters' } })
  })

  test.each([
    ['another algorithm', () => withKdf({ name: 'pbkdf2' })],
    ['a fraction', () => withKdf({ passes: 2.5 })],
    ['another suite', () => withHeader((json) => ({ ...json, suite: 'none' }))],
    ['an unknown field', () => withHeader((json) => ({ ...json, extra: 1 }))],
    ['a counter of zero', () => withHeader((json) => ({ ...json, counter: 0 }))],
    ['no slot', () => withHeader(({ slot: _slot, ...json }) => json)],
    ['an array', () => withHeader(() => [])],
    ['null', () => withHeader(() => null)],
    ['a longer salt', () => withHeader((json) => ({ ...json, slot: { ...slot, salt: '00'.repeat(32) } }))],
    ['a header of 100 KB', () => withHeader((json) => ({ ...json, suite: 'x'.repeat(100_000) }))],
  ])('%s is damage', (_name, make) => {
    expect(readVault(make())).toMatchObject({ error: { code: 'vault/damaged' } })
  })

  test('a counter changed alone is found when the body is opened', () => {
    const sealed = expectValue(readVault(withHeader((json) => ({ ...json, counter: 8 }))))
    expect(openBody(sealed, dataKey)).toMatchObject({ error: { code: 'vault/damaged', where: 'body' } })
  })
})

describe('key slot', () => {
  test('opens with its own key, and names a wrong one', () => {
    const found = expectValue(openKeySlot(fileId, slot, passphraseKey))
    expect(found.use((bytes) => bytes.equals(Buffer.alloc(32, 2)))).toBe(true)
    expect(openKeySlot(fileId, slot, new Secret(Buffer.alloc(32, 9)))).toEqual({
      ok: false,
      error: { code: 'vault/wrong-passphrase' },
    })
  })

  test('does not open in another file, with other parameters or another salt', () => {
    expect(openKeySlot(Buffer.alloc(16), slot, passphraseKey).ok).toBe(false)
    expect(openKeySlot(fileId, { ...slot, kdf: { ...slot.kdf, passes: 3 } }, passphraseKey).ok).toBe(false)
    expect(openKeySlot(fileId, { ...slot, salt: '00'.repeat(16) }, passphraseKey).ok).toBe(false)
  })

  test('a wrapped key that was tampered with is damage, not a wrong passphrase', () => {
    const tampered = {
      ...slot,
      wrappedKey: `${slot.wrappedKey.slice(0, -1)}${slot.wrappedKey.endsWith('0') ? '1' : '0'}`,
    }
    expect(openKeySlot(fileId, tampered, passphraseKey)).toEqual({
      ok: false,
      error: { code: 'vault/damaged', where: 'key' },
    })
  })
})
