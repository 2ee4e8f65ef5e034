/**
 * Where things lie in a log file of format 1 (docs/format/vault-v1.md). Integers are big-endian.
 *
 * | offset | length | what |
 * |---|---|---|
 * | 0 | 4096 | superblock A |
 * | 4096 | 4096 | superblock B |
 * | 8192 | 4096 | commit record A |
 * | 12288 | 4096 | commit record B |
 * | 16384 | | frames |
 */

export const FORMAT_VERSION = 1
export const SUITE = 'argon2id+hkdf-sha256+xaes-256-gcm+zstd'
export const MAGIC = Buffer.from('DAYBOOK\0', 'ascii')

export const PAGE_LENGTH = 4096
export const SUPERBLOCK_OFFSETS = [0, PAGE_LENGTH] as const
export const COMMIT_OFFSETS = [2 * PAGE_LENGTH, 3 * PAGE_LENGTH] as const
export const FRAMES_OFFSET = 4 * PAGE_LENGTH

export const FILE_ID_LENGTH = 16
export const HASH_LENGTH = 32
