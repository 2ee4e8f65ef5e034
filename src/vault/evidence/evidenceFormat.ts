/**
 * Format 1 of a sealed evidence file. Owns the bytes, not the disk. Also in docs/format/evidence-v1.md.
 *
 *   offset            length   field
 *   0                 8        magic "DAYBOOKE"
 *   8                 4        format version, u32: 1
 *   12                32       key commitment
 *   44 + i × 262,160  m        ciphertext of chunk i, m = 262,144 but for the last one   ┐ n chunks; all but
 *   … + m             16       tag                                                       ┘ the last are full
 *
 * Each chunk is AES-256-GCM; its nonce is its index (11 bytes) and 1 for the last one, else 0 (1 byte); associated data:
 * for the last one the length of the content (u64), else none. So every way to cut, extend, reorder or double chunks is
 * seen: STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: "Online Authenticated-Encryption and its Nonce-Reuse
 * Misuse-Resistance", CRYPTO 2015), as in the age file format. Counted nonces are safe here, and only here, because a
 * key seals one file, once, from its beginning to its end: see sealEvidence.ts. Integers are big-endian.
 * Content and zeros up to the padded length are cut into chunks as one.
 */
import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto'
import { KEY_LENGTH, TAG_LENGTH } from '../cipher.ts'
import { hkdfSha256 } from '../hkdf.ts'
import type { Secret } from '../secret.ts'
import { padmeLength } from './padmeLength.ts'

/**
 * 256 KiB: sealed in half the time that the same bytes take in chunks of 64 KiB, while what a viewer must open to show
 * one byte, or loses with one bad sector, is still little.
 */
export const CHUNK_LENGTH = 256 * 1024
export const HEADER_LENGTH = 44
/** Anything shorter looks the same. */
const SMALLEST_PADDED = 4096
const MAGIC = Buffer.from('DAYBOOKE', 'ascii')
const VERSION = 1
const NONCE_LENGTH = 12
/** Length of a full chunk when sealed. */
export const SEALED_CHUNK_LENGTH = CHUNK_LENGTH + TAG_LENGTH

/** Where everything lies in the sealed file of a content of `sizeBytes`. */
export interface EvidenceLayout {
  readonly sizeBytes: number
  /** Content and zeros behind it. */
  readonly paddedBytes: number
  /** At least 1. */
  readonly chunkCount: number
  /** Length of the sealed file. */
  readonly fileBytes: number
}

/** Place of one sealed chunk in the file. */
export interface ChunkPlace {
  readonly at: number
  readonly sealedBytes: number
}

/** The layout for a content of `sizeBytes`: its Padmé length (at most 12 % more), and no less than 4096. */
export function layoutOf(sizeBytes: number): EvidenceLayout {
  const paddedBytes = Math.max(SMALLEST_PADDED, padmeLength(sizeBytes))
  const chunkCount = Math.ceil(paddedBytes / CHUNK_LENGTH)
  return {
    sizeBytes,
    paddedBytes,
    chunkCount,
    fileBytes: HEADER_LENGTH + paddedBytes + chunkCount * TAG_LENGTH,
  }
}

/** Where chunk `index` lies. */
export function placeOfChunk(layout: EvidenceLayout, index: number): ChunkPlace {
  const at = HEADER_LENGTH + index * SEALED_CHUNK_LENGTH
  return { at, sealedBytes: Math.min(SEALED_CHUNK_LENGTH, layout.fileBytes - at) }
}

/** The key of the chunks; the caller wipes it. The name as salt ties the content to the place it was sealed for. */
export function deriveChunkKey(fileKey: Secret, name: string): Buffer {
  return derive(fileKey, name, 'daybook/evidence/v1/chunk')
}

/** The header of the file `name` under its key. */
export function encodeHeader(fileKey: Secret, name: string): Buffer {
  const header = Buffer.alloc(HEADER_LENGTH)
  MAGIC.copy(header)
  header.writeUInt32BE(VERSION, MAGIC.length)
  // GCM does not tie a ciphertext to one key; this does.
  derive(fileKey, name, 'daybook/evidence/v1/commit').copy(header, HEADER_LENGTH - KEY_LENGTH)
  return header
}

/** True when these are the first bytes of the file `name` under this key. */
export function isHeaderOf(untrustedHeader: Uint8Array, fileKey: Secret, name: string): boolean {
  return (
    untrustedHeader.length === HEADER_LENGTH && timingSafeEqual(untrustedHeader, encodeHeader(fileKey, name))
  )
}

/**
 * Seals chunk `index` into `target`, which has room for SEALED_CHUNK_LENGTH, and returns the part filled. `endsAt` is
 * the length of the whole content for the last chunk, else null. Never call twice for one key and index.
 */
export function sealChunk(
  target: Buffer,
  chunkKey: Uint8Array,
  plaintext: Uint8Array,
  index: number,
  endsAt: number | null,
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', chunkKey, nonceOf(index, endsAt))
  cipher.setAAD(associatedData(endsAt))
  const ciphertext = cipher.update(plaintext)
  // Empty with GCM: what comes before the tag is exactly as long as the plaintext.
  cipher.final()
  target.set(ciphertext)
  target.set(cipher.getAuthTag(), ciphertext.length)
  const sealedLength = ciphertext.length + TAG_LENGTH
  giveBack(ciphertext)
  return target.subarray(0, sealedLength)
}

/** Opens what `sealChunk` made under the same index and end. Returns null when anything differs. */
export function openChunk(
  chunkKey: Uint8Array,
  untrustedSealed: Uint8Array,
  index: number,
  endsAt: number | null,
): Buffer | null {
  const length = untrustedSealed.length - TAG_LENGTH
  if (length < 0) return null
  const decipher = createDecipheriv('aes-256-gcm', chunkKey, nonceOf(index, endsAt), {
    authTagLength: TAG_LENGTH,
  })
  decipher.setAAD(associatedData(endsAt))
  decipher.setAuthTag(untrustedSealed.subarray(length))
  const plaintext = decipher.update(untrustedSealed.subarray(0, length))
  try {
    decipher.final()
  } catch {
    discardChunk(plaintext)
    return null
  }
  return plaintext
}

/** Overwrites a plaintext that nobody will look at again, and gives its memory back. */
export function discardChunk(plaintext: Buffer): void {
  plaintext.fill(0)
  giveBack(plaintext)
}

/**
 * Frees the memory of a buffer now. Node's collector counts it in tens of megabytes before it looks: for a large file
 * that was 80 MB of ciphertext lying about, and half the speed.
 */
function giveBack(buffer: Buffer): void {
  // Only a buffer with memory of its own: a small one may lie in Node's pool, beside unrelated data.
  if (buffer.buffer instanceof ArrayBuffer && buffer.length === buffer.buffer.byteLength) {
    buffer.buffer.transfer(0)
  }
}

function nonceOf(index: number, endsAt: number | null): Buffer {
  const nonce = Buffer.alloc(NONCE_LENGTH)
  nonce.writeBigUInt64BE(BigInt(index), 3)
  nonce.writeUInt8(endsAt === null ? 0 : 1, 11)
  return nonce
}

function associatedData(endsAt: number | null): Buffer {
  if (endsAt === null) return Buffer.alloc(0)
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(endsAt))
  return length
}

function derive(fileKey: Secret, name: string, use: string): Buffer {
  const salt = Buffer.from(name, 'hex')
  return fileKey.use((key) => hkdfSha256(key, salt, Buffer.from(use, 'ascii'), KEY_LENGTH))
}
