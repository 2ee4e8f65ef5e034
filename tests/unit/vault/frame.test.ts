import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sealWithNonce } from '../../../src/vault/cipher.ts'
import {
  advance,
  type ChainState,
  FRAME_START_LENGTH,
  FRAME_TYPES,
  type FrameContent,
  HEAD_LENGTH,
  MAX_SEALED_LENGTH,
  openFrame,
  readFrameHead,
  sealFrame,
  startOfChain,
} from '../../../src/vault/format/frame.ts'
import { flipBit } from './vaultFixture.ts'

const KEY = Buffer.alloc(32, 5)
const START = startOfChain(Buffer.alloc(16, 1), Buffer.alloc(16, 2))

const content = fc.record({
  type: fc.constantFrom(...Object.values(FRAME_TYPES)),
  flags: fc.constantFrom(0, 1, 2, 3),
  body: fc.uint8Array({ maxLength: 3000 }),
  settled: fc.maxSafeNat(),
  padTo: fc.constantFrom(256, 1024),
})

const place: fc.Arbitrary<ChainState> = fc.record({
  chain: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
  sequence: fc.maxSafeNat(),
})

/** As a reader does it; null when any part refuses. */
function read(bytes: Buffer, key: Uint8Array = KEY) {
  const head = readFrameHead(bytes)
  if (head === null || bytes.length !== FRAME_START_LENGTH + head.sealedLength) return null
  const nonce = bytes.subarray(HEAD_LENGTH, FRAME_START_LENGTH)
  const opened = openFrame(key, head, nonce, bytes.subarray(FRAME_START_LENGTH))
  return opened === null ? null : { head, opened, nonce, tag: bytes.subarray(-16) }
}

function some(change: Partial<FrameContent> = {}): FrameContent {
  return { type: FRAME_TYPES.chunk, flags: 0, body: Buffer.from('body'), settled: 7, padTo: 256, ...change }
}

test('any frame reads back as it was sealed, and leads to the same next place', () => {
  fc.assert(
    fc.property(place, content, (at, given) => {
      const { bytes, next } = sealFrame(KEY, at, given)
      const found = read(bytes)
      if (found === null) return expect.fail('does not open')
      const { head, opened, nonce, tag } = found
      expect({ type: head.type, flags: head.flags, sequence: head.sequence }).toEqual({
        type: given.type,
        flags: given.flags,
        sequence: at.sequence,
      })
      expect(opened.body.equals(given.body)).toBe(true)
      expect(opened.chain.equals(at.chain)).toBe(true)
      expect(opened.settled).toBe(given.settled)
      expect((head.sealedLength - 16) % given.padTo).toBe(0)
      const { chain, sequence } = next
      expect(advance(at, head.bytes, nonce, tag)).toEqual({ chain, sequence })
    }),
  )
})

test('every flipped bit is refused', () => {
  const { bytes } = sealFrame(KEY, START, some())
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    if (read(flipBit(bytes, bit)) !== null) expect.fail(`bit ${bit} opens`)
  }
})

test('any frame with any bit flipped is refused', () => {
  fc.assert(
    fc.property(place, content, fc.nat(), (at, given, where) => {
      const { bytes } = sealFrame(KEY, at, given)
      expect(read(flipBit(bytes, where % (bytes.length * 8)))).toBeNull()
    }),
  )
})

test('a frame that is cut, or opened with another key, is refused', () => {
  const { bytes } = sealFrame(KEY, START, some())
  for (let length = 0; length < bytes.length; length += 1) expect(read(bytes.subarray(0, length))).toBeNull()
  expect(read(bytes, Buffer.alloc(32, 6))).toBeNull()
})

test('the place after a frame depends on each part of it', () => {
  const { bytes, next } = sealFrame(KEY, START, some())
  const [head, nonce, tag] = [bytes.subarray(0, 20), bytes.subarray(20, 44), bytes.subarray(-16)]
  const others = [
    advance(START, flipBit(head, 9), nonce, tag),
    advance(START, head, flipBit(nonce, 9), tag),
    advance(START, head, nonce, flipBit(tag, 9)),
    advance({ ...START, chain: flipBit(START.chain, 9) }, head, nonce, tag),
  ].map(({ chain }) => chain.toString('hex'))
  expect(new Set([...others, next.chain.toString('hex')]).size).toBe(5)
  expect(next.sequence).toBe(1)
})

test('each file starts another chain', () => {
  const starts = [
    startOfChain(Buffer.alloc(16, 1), Buffer.alloc(16, 2)),
    startOfChain(Buffer.alloc(16, 1), Buffer.alloc(16, 3)),
    startOfChain(Buffer.alloc(16, 3), Buffer.alloc(16, 2)),
  ]
  expect(new Set(starts.map(({ chain }) => chain.toString('hex'))).size).toBe(3)
})

describe('sizes', () => {
  test('bodies up to the padding have one length; the padding is counted with all that stands before the body', () => {
    const lengthOf = (body: number) => sealFrame(KEY, START, some({ body: Buffer.alloc(body) })).bytes.length
    expect([0, 1, 100, 212].map(lengthOf)).toEqual([316, 316, 316, 316])
    expect(lengthOf(213)).toBe(572)
  })

  test.each([0, 59, MAX_SEALED_LENGTH + 1, 2 ** 32 - 1])('a head that says %i bytes is none', (length) => {
    const { bytes } = sealFrame(KEY, START, some())
    bytes.writeUInt32BE(length, 4)
    expect(readFrameHead(bytes)).toBeNull()
  })
})

test('no two frames have the same nonce', () => {
  const nonces = Array.from({ length: 100 }, () =>
    sealFrame(KEY, START, some()).bytes.toString('hex', 20, 44),
  )
  expect(new Set(nonces).size).toBe(100)
})

test('a body longer than what was sealed is none', () => {
  const head = sealFrame(KEY, START, some()).bytes.subarray(0, HEAD_LENGTH)
  const nonce = Buffer.alloc(24, 9)
  const openWith = (bodyLength: number) => {
    const plaintext = Buffer.alloc(256)
    plaintext.writeUInt32BE(bodyLength, 0)
    const found = readFrameHead(head)
    return found === null ? null : openFrame(KEY, found, nonce, sealWithNonce(KEY, nonce, plaintext, head))
  }
  expect(openWith(212)?.body.length).toBe(212)
  expect(openWith(213)).toBeNull()
  expect(openWith(2 ** 32 - 1)).toBeNull()
})
