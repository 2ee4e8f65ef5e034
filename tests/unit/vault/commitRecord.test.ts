import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMIT_LENGTH, packCommitRecord, readCommitRecord } from '../../../src/vault/format/commitRecord.ts'
import { flipBit } from './vaultFixture.ts'

const KEY = Buffer.alloc(32, 3)

const record = fc.record({
  counter: fc.maxSafeNat(),
  length: fc.maxSafeNat(),
  sequence: fc.maxSafeNat(),
  chain: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
})

test('any record reads back as it was, also with a page behind it', () => {
  fc.assert(
    fc.property(record, fc.uint8Array(), (given, behind) => {
      const bytes = packCommitRecord(given, KEY)
      expect(bytes.length).toBe(COMMIT_LENGTH)
      expect(readCommitRecord(Buffer.concat([bytes, behind]), KEY)).toEqual(given)
    }),
  )
})

test('any flipped bit, cut or other key is refused', () => {
  fc.assert(
    fc.property(record, (given) => {
      const bytes = packCommitRecord(given, KEY)
      for (let bit = 0; bit < COMMIT_LENGTH * 8; bit += 1) {
        if (readCommitRecord(flipBit(bytes, bit), KEY) !== null) expect.fail(`bit ${bit}`)
      }
      for (let length = 0; length < COMMIT_LENGTH; length += 1) {
        expect(readCommitRecord(bytes.subarray(0, length), KEY)).toBeNull()
      }
      expect(readCommitRecord(bytes, Buffer.alloc(32, 4))).toBeNull()
    }),
    { numRuns: 20 },
  )
})

test('it lies within one sector, which a disk writes whole or not at all', () => {
  expect(COMMIT_LENGTH).toBeLessThanOrEqual(512)
})
