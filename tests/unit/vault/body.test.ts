import { zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBody, encodeBody, padmeLength } from '../../../src/vault/body.ts'
import { expectValue } from './vaultFixture.ts'

const SAVED_AT = '2026-01-02T03:04:05.678Z'

test('any JSON comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), async (data) => {
      const body = expectValue(await decodeBody(expectValue(await encodeBody(data, SAVED_AT))))
      expect(body.savedAt).toBe(SAVED_AT)
      expect(JSON.stringify(body.untrustedData)).toBe(JSON.stringify(data))
    }),
  )
})

test('no damaged body makes decoding throw, nor is one taken for another', async () => {
  const good = expectValue(await encodeBody({ a: 'b' }, SAVED_AT))
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (junk) => {
      expect((await decodeBody(Buffer.from(junk))).ok).toBe(false)
      const withLength = Buffer.concat([good.subarray(0, 8), Buffer.from(junk)])
      expect((await decodeBody(withLength)).ok).toBe(false)
    }),
  )
})

test('a text of another shape is damage', async () => {
  for (const text of [
    'null',
    '{}',
    '{"savedAt":"yesterday","data":{}}',
    `{"savedAt":"${SAVED_AT}","data":1,"x":1}`,
  ]) {
    const compressed = zstdCompressSync(Buffer.from(text))
    const body = Buffer.alloc(4096)
    body.writeBigUInt64BE(BigInt(compressed.length))
    compressed.copy(body, 8)
    expect(await decodeBody(body)).toMatchObject({ ok: false, error: { code: 'vault/damaged' } })
  }
})

describe('padding', () => {
  test('small logs have one size', async () => {
    const sizes = [{}, { a: 'x' }, { a: 'x'.repeat(500), b: Math.PI }]
    for (const data of sizes) expect(expectValue(await encodeBody(data, SAVED_AT)).length).toBe(4096)
  })

  test('Padmé never shrinks, adds at most 12 %, and leaves few sizes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 2 ** 30 }), (length) => {
        const padded = padmeLength(length)
        expect(padded).toBeGreaterThanOrEqual(length)
        expect(padded).toBeLessThanOrEqual(length * 1.12)
        expect(padmeLength(padded)).toBe(padded)
      }),
    )
    // The example of the paper: L = 9 has E = 3, S = 2, hence a step of 2.
    expect(padmeLength(9)).toBe(10)
    const sizes = new Set(Array.from({ length: 2 ** 16 }, (_, i) => padmeLength(2 ** 16 + i)))
    expect(sizes.size).toBeLessThanOrEqual(33)
  })
})
