import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  open,
  openWithNonce,
  prepareNextPiece,
  seal,
  sealPiece,
  sealWithNonce,
} from '../../../src/vault/cipher.ts'
import { hkdfSha256 } from '../../../src/vault/hkdf.ts'
import { findMissingFeatures } from '../../../src/vault/selfTest.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

describe('XAES-256-GCM against the vectors of c2sp.org/XAES-256-GCM', () => {
  const nonce = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWX')
  const plaintext = Buffer.from('XAES-256-GCM')
  test.each([
    {
      name: 'most significant bit 0',
      key: 1,
      aad: '',
      sealed: 'ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271',
    },
    {
      name: 'most significant bit 1',
      key: 3,
      aad: 'c2sp.org/XAES-256-GCM',
      sealed: '986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d',
    },
  ])('$name', ({ key, aad, sealed }) => {
    const keyBytes = Buffer.alloc(32, key)
    expect(sealWithNonce(keyBytes, nonce, plaintext, Buffer.from(aad)).toString('hex')).toBe(sealed)
    expect(openWithNonce(keyBytes, nonce, Buffer.from(sealed, 'hex'), Buffer.from(aad))).toEqual(plaintext)
  })

  test('accumulated, 10,000 rounds', () => {
    const rounds = 10_000
    const stream = createHash('shake128', { outputLength: rounds * (32 + 24 + 2 + 510) }).digest()
    let at = 0
    const take = (length: number) => {
      at += length
      return stream.subarray(at - length, at)
    }
    const takeVector = () => take(take(1)[0] ?? 0)
    const hash = createHash('shake128', { outputLength: 32 })
    for (let round = 0; round < rounds; round += 1) {
      hash.update(sealWithNonce(take(32), take(24), takeVector(), takeVector()))
    }
    expect(hash.digest('hex')).toBe('e6b9edf2df6cec60c8cbd864e2211b597fb69a529160cd040d56c0c210081939')
  })
})

test('what is sealed opens, and with one bit changed anywhere it does not', () => {
  fc.assert(
    fc.property(bytes(32), fc.uint8Array(), fc.uint8Array(), fc.nat(), (key, plaintext, aad, where) => {
      const box = seal(key, plaintext, aad)
      expect(open(key, box, aad)).toEqual(Buffer.from(plaintext))
      const bit = where % (box.length * 8)
      box[bit >> 3] = (box[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(open(key, box, aad)).toBeNull()
    }),
  )
})

test('another key, other associated data or too few bytes open nothing', () => {
  const box = seal(Buffer.alloc(32, 7), Buffer.from('text'), Buffer.from('aad'))
  expect(open(Buffer.alloc(32, 8), box, Buffer.from('aad'))).toBeNull()
  expect(open(Buffer.alloc(32, 7), box, Buffer.from('aae'))).toBeNull()
  for (let length = 0; length < box.length; length += 1) {
    expect(open(Buffer.alloc(32, 7), box.subarray(0, length), Buffer.from('aad'))).toBeNull()
  }
})

test('every sealing has a nonce of its own', () => {
  const boxes = Array.from({ length: 100 }, () => seal(Buffer.alloc(32), Buffer.alloc(1), Buffer.alloc(0)))
  expect(new Set(boxes.map((box) => box.subarray(0, 24).toString('hex'))).size).toBe(100)
})

test('HKDF-SHA256 gives the first and third vector of RFC 5869', () => {
  const ikm = Buffer.alloc(22, 0x0b)
  const salt = Buffer.from('000102030405060708090a0b0c', 'hex')
  const info = Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex')
  expect(hkdfSha256(ikm, salt, info, 42).toString('hex')).toBe(
    '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  )
  expect(hkdfSha256(ikm, Buffer.alloc(0), Buffer.alloc(0), 42).toString('hex')).toBe(
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  )
})

test('this runtime has all that a log needs', () => {
  expect(findMissingFeatures()).toEqual([])
})

describe('pieces sealed one after another', () => {
  const aad = Buffer.from('head')
  const isPrepared = fc.boolean()

  test('each opens alone, and is what sealing it by itself under its nonce gives', () => {
    fc.assert(
      fc.property(
        fc.tuple(bytes(32), bytes(32), bytes(32)),
        fc.array(fc.tuple(fc.nat({ max: 2 }), isPrepared, fc.uint8Array({ maxLength: 300 })), {
          maxLength: 12,
        }),
        (keys, pieces) => {
          for (const [chosen, prepared, plaintext] of pieces) {
            const key = keys[chosen] ?? keys[0]
            const { nonce, ciphertext, tag } = sealPiece(key, plaintext, aad)
            if (prepared) prepareNextPiece(key)
            const sealed = Buffer.concat([ciphertext, tag])
            expect(sealed).toEqual(sealWithNonce(key, nonce, plaintext, aad))
            expect(openWithNonce(key, nonce, sealed, aad)).toEqual(Buffer.from(plaintext))
          }
        },
      ),
    )
  })

  test('no nonce comes twice, prepared or not', () => {
    const key = Buffer.alloc(32, 5)
    const nonces = Array.from({ length: 70_000 }, (_, count) => {
      if (count % 3 === 0) prepareNextPiece(key)
      return sealPiece(key, aad, aad).nonce.toString('hex')
    })
    expect(new Set(nonces).size).toBe(nonces.length)
    expect(new Set(nonces.map((nonce) => nonce.slice(24))).size).toBe(nonces.length)
    expect(new Set(nonces.map((nonce) => nonce.slice(0, 24))).size).toBe(2)
  })
})
