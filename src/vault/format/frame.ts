/**
 * A frame: one sealed piece of a log, bound to its place.
 *
 * | offset | length | field |
 * |---|---|---|
 * | 0 | 4 | magic `DBF1` |
 * | 4 | 4 | length of ciphertext and tag |
 * | 8 | 1 | type |
 * | 9 | 1 | flags: 1 the body is zstd, 2 the transaction goes on in the next frame, 4 zstd with the file's dictionary |
 * | 10 | 2 | 0 |
 * | 12 | 8 | sequence number, from 0 |
 * | 20 | 24 | nonce, random |
 * | 44 | | ciphertext and tag (16); associated data: bytes 0 to 19 |
 *
 * Plaintext: n u32 ‖ settled u64 ‖ chain value before this frame 32 ‖ body n ‖ zeros.
 * Chain value after it: SHA-256(chain value before ‖ head 20 ‖ nonce 24 ‖ tag 16).
 *
 * The chain value stands inside, not in the associated data: each frame opens alone, so that a rescue loses only what
 * is damaged, while order, omission and grafting still show. `settled` is the length of the file that was synced when
 * the frame was made: whoever finds a bad frame below it has found damage, not a torn tail.
 */
import { hash } from 'node:crypto'
import { NONCE_LENGTH, openWithNonce, sealPiece, TAG_LENGTH } from '../cipher.ts'
import { HASH_LENGTH } from './layout.ts'

const MAGIC = 0x44424631
export const FRAME_MAGIC_BYTES = Buffer.from('DBF1', 'ascii')
export const HEAD_LENGTH = 20
/** Head and nonce: what stands before the ciphertext. */
export const FRAME_START_LENGTH = HEAD_LENGTH + NONCE_LENGTH
const INNER_LENGTH = 4 + 8 + HASH_LENGTH
/** Longest ciphertext that is looked at; a longer one is damage, and would exhaust memory. */
export const MAX_SEALED_LENGTH = 128 * 1024 * 1024

export const FRAME_TYPES = { chunk: 1, index: 2, snapshotEnd: 3, transaction: 4, dictionary: 5 } as const
export type FrameType = (typeof FRAME_TYPES)[keyof typeof FRAME_TYPES]
export const FLAG_ZSTD = 1
export const FLAG_MORE = 2
export const FLAG_DICTIONARY = 4

/** The place of the next frame. */
export interface ChainState {
  readonly chain: Buffer
  readonly sequence: number
}

export interface FrameHead {
  readonly bytes: Buffer
  readonly sealedLength: number
  readonly type: number
  readonly flags: number
  readonly sequence: number
}

export interface OpenedFrame {
  readonly settled: number
  readonly chain: Buffer
  readonly body: Buffer
}

export interface FrameContent {
  readonly type: FrameType
  readonly flags: number
  readonly body: Uint8Array
  readonly settled: number
  /** The plaintext is filled up to a multiple of this many bytes, so that sizes tell less. */
  readonly padTo: number
}

export interface SealedFrame {
  readonly bytes: Buffer
  /** The place after it. */
  readonly next: ChainState
}

/** The place of the first frame of a file. */
export function startOfChain(fileId: Uint8Array, epoch: Uint8Array): ChainState {
  return {
    chain: sha256(Buffer.concat([Buffer.from('daybook/v1/chain', 'ascii'), fileId, epoch])),
    sequence: 0,
  }
}

/** Seals a frame for the given place. */
export function sealFrame(key: Uint8Array, place: ChainState, content: FrameContent): SealedFrame {
  const { type, flags, body, settled, padTo } = content
  const innerLength = Math.ceil((INNER_LENGTH + body.length) / padTo) * padTo
  const inner = Buffer.allocUnsafe(innerLength)
  inner.writeUInt32BE(body.length, 0)
  writeUInt64(inner, settled, 4)
  inner.set(place.chain, 12)
  inner.set(body, INNER_LENGTH)
  inner.fill(0, INNER_LENGTH + body.length)

  const bytes = Buffer.allocUnsafe(FRAME_START_LENGTH + innerLength + TAG_LENGTH)
  bytes.writeUInt32BE(MAGIC, 0)
  bytes.writeUInt32BE(innerLength + TAG_LENGTH, 4)
  bytes.writeUInt32BE((type << 24) | (flags << 16), 8)
  writeUInt64(bytes, place.sequence, 12)
  const head = bytes.subarray(0, HEAD_LENGTH)

  const { nonce, ciphertext, tag } = sealPiece(key, inner, head)
  inner.fill(0)
  bytes.set(nonce, HEAD_LENGTH)
  bytes.set(ciphertext, FRAME_START_LENGTH)
  bytes.set(tag, FRAME_START_LENGTH + innerLength)
  return { bytes, next: new PlaceBehind(place, bytes) }
}

/**
 * The place after a sealed frame. Its chain value is worked out when it is asked for: nobody who waits for a save needs
 * it. A class, since an object with a getter of its own takes as long to make as the chain value.
 */
class PlaceBehind implements ChainState {
  readonly sequence: number
  /** The chain value, or what it is worked out from, which is then let go of. */
  #chain: Buffer | { readonly place: ChainState; readonly frame: Buffer }

  constructor(place: ChainState, frame: Buffer) {
    this.sequence = place.sequence + 1
    this.#chain = { place, frame }
  }

  get chain(): Buffer {
    if (Buffer.isBuffer(this.#chain)) return this.#chain
    const { place, frame } = this.#chain
    const nonce = frame.subarray(HEAD_LENGTH, FRAME_START_LENGTH)
    const chain = chainValue(place.chain, frame.subarray(0, HEAD_LENGTH), nonce, frame.subarray(-TAG_LENGTH))
    this.#chain = chain
    return chain
  }
}

/** Big-endian, without the detour of a bigint. */
function writeUInt64(bytes: Buffer, value: number, offset: number): void {
  bytes.writeUInt32BE(Math.floor(value / 2 ** 32), offset)
  bytes.writeUInt32BE(value % 2 ** 32, offset + 4)
}

/** The head at the start of `bytes`, or null when that is none. */
export function readFrameHead(untrustedBytes: Buffer): FrameHead | null {
  if (untrustedBytes.length < HEAD_LENGTH || untrustedBytes.readUInt32BE(0) !== MAGIC) return null
  const sealedLength = untrustedBytes.readUInt32BE(4)
  const sequence = Number(untrustedBytes.readBigUInt64BE(12))
  if (sealedLength < INNER_LENGTH + TAG_LENGTH || sealedLength > MAX_SEALED_LENGTH) return null
  return {
    bytes: Buffer.from(untrustedBytes.subarray(0, HEAD_LENGTH)),
    sealedLength,
    type: untrustedBytes[8] ?? 0,
    flags: untrustedBytes[9] ?? 0,
    sequence,
  }
}

/** Opens a frame by itself, whatever came before it. Null when it does not authenticate. */
export function openFrame(
  key: Uint8Array,
  head: FrameHead,
  nonce: Uint8Array,
  sealed: Uint8Array,
): OpenedFrame | null {
  const inner = openWithNonce(key, nonce, sealed, head.bytes)
  if (inner === null) return null
  const length = inner.readUInt32BE(0)
  if (INNER_LENGTH + length > inner.length) return null
  return {
    settled: Number(inner.readBigUInt64BE(4)),
    chain: inner.subarray(12, INNER_LENGTH),
    body: inner.subarray(INNER_LENGTH, INNER_LENGTH + length),
  }
}

/** The place after a frame. */
export function advance(place: ChainState, head: Buffer, nonce: Uint8Array, tag: Uint8Array): ChainState {
  return { chain: chainValue(place.chain, head, nonce, tag), sequence: place.sequence + 1 }
}

function chainValue(before: Buffer, head: Buffer, nonce: Uint8Array, tag: Uint8Array): Buffer {
  const link = Buffer.allocUnsafe(HASH_LENGTH + FRAME_START_LENGTH + TAG_LENGTH)
  link.set(before)
  link.set(head, HASH_LENGTH)
  link.set(nonce, HASH_LENGTH + HEAD_LENGTH)
  link.set(tag, HASH_LENGTH + FRAME_START_LENGTH)
  return sha256(link)
}

function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer')
}
