/**
 * The keys that one physical file is written with, derived from the data key of its log.
 *
 * Every file written (compaction, backup, copy elsewhere) draws a fresh epoch, hence fresh keys: frames of one file
 * mean nothing in another, and no two files can share a nonce under one key.
 */
import { forgetLastKeys, KEY_LENGTH } from '../cipher.ts'
import { hkdfSha256 } from '../hkdf.ts'

export interface EpochKeys {
  /** MAC of the superblocks; bound to the log, not to the epoch, which the superblock itself names. */
  readonly superblock: Buffer
  /** MAC of the commit records. */
  readonly commit: Buffer
  /** Seals the frames. */
  readonly frames: Buffer
}

/** What a superblock calls the log and the epoch: hex. */
export interface EpochNames {
  readonly fileId: string
  readonly epoch: string
}

/** @param fileId 16 bytes. @param epoch 16 bytes. */
export function deriveEpochKeys(dataKey: Uint8Array, fileId: Uint8Array, epoch: Uint8Array): EpochKeys {
  const derive = (salt: Uint8Array, use: string) =>
    hkdfSha256(dataKey, salt, Buffer.from(`daybook/v1/${use}`, 'ascii'), KEY_LENGTH)
  return {
    superblock: derive(fileId, 'superblock'),
    commit: derive(epoch, 'commit'),
    frames: derive(epoch, 'frames'),
  }
}

/** The same for a file by its superblock. */
export function epochKeysOf(dataKey: Uint8Array, { fileId, epoch }: EpochNames): EpochKeys {
  return deriveEpochKeys(dataKey, Buffer.from(fileId, 'hex'), Buffer.from(epoch, 'hex'))
}

/** Overwrites the keys; they open nothing afterwards. */
export function wipeEpochKeys(keys: EpochKeys): void {
  for (const key of [keys.superblock, keys.commit, keys.frames]) key.fill(0)
  forgetLastKeys()
}
