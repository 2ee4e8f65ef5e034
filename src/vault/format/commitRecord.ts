/**
 * A commit record: up to where the frames are known to be on the disk. It only ever describes what is synced already.
 *
 * | offset | length | field |
 * |---|---|---|
 * | 0 | 4 | magic `DBC1` |
 * | 4 | 4 | 0 |
 * | 8 | 8 | counter |
 * | 16 | 8 | length of the file that is synced |
 * | 24 | 8 | sequence number of the next frame |
 * | 32 | 32 | chain value after the last synced frame |
 * | 64 | 32 | HMAC-SHA256 of bytes 0 to 63 |
 *
 * 96 bytes lie within one sector, so that a power cut leaves the old one or the new one; the twin is the other place.
 */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'

const MAGIC = 0x44424331
const SIGNED_LENGTH = 64
export const COMMIT_LENGTH = 96

export interface CommitRecord {
  readonly counter: number
  readonly length: number
  readonly sequence: number
  /** 32 bytes. */
  readonly chain: Buffer
}

/** The 96 bytes of a commit record. */
export function packCommitRecord(record: CommitRecord, macKey: Uint8Array): Buffer {
  const bytes = Buffer.alloc(COMMIT_LENGTH)
  bytes.writeUInt32BE(MAGIC, 0)
  bytes.writeBigUInt64BE(BigInt(record.counter), 8)
  bytes.writeBigUInt64BE(BigInt(record.length), 16)
  bytes.writeBigUInt64BE(BigInt(record.sequence), 24)
  record.chain.copy(bytes, 32)
  createHmac('sha256', createSecretKey(macKey))
    .update(bytes.subarray(0, SIGNED_LENGTH))
    .digest()
    .copy(bytes, SIGNED_LENGTH)
  return bytes
}

/** Null when it is not whole or not ours. */
export function readCommitRecord(untrustedBytes: Buffer, macKey: Uint8Array): CommitRecord | null {
  if (untrustedBytes.length < COMMIT_LENGTH || untrustedBytes.readUInt32BE(0) !== MAGIC) return null
  const mac = createHmac('sha256', createSecretKey(macKey))
    .update(untrustedBytes.subarray(0, SIGNED_LENGTH))
    .digest()
  if (!timingSafeEqual(mac, untrustedBytes.subarray(SIGNED_LENGTH, COMMIT_LENGTH))) return null
  return {
    counter: Number(untrustedBytes.readBigUInt64BE(8)),
    length: Number(untrustedBytes.readBigUInt64BE(16)),
    sequence: Number(untrustedBytes.readBigUInt64BE(24)),
    chain: Buffer.from(untrustedBytes.subarray(32, SIGNED_LENGTH)),
  }
}
