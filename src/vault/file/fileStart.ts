/** The first four pages of a log: choosing the superblock and the commit record that count. */
import type { DiskFile } from '../disk.ts'
import { COMMIT_LENGTH, type CommitRecord, readCommitRecord } from '../format/commitRecord.ts'
import type { EpochKeys } from '../format/epochKeys.ts'
import {
  COMMIT_OFFSETS,
  FORMAT_VERSION,
  FRAMES_OFFSET,
  PAGE_LENGTH,
  SUPERBLOCK_OFFSETS,
} from '../format/layout.ts'
import { isAuthenticPage, readSuperblockPage, type Superblock } from '../format/superblock.ts'
import { damage, VaultFailure } from '../vaultError.ts'

export interface FoundSuperblock {
  readonly superblock: Superblock
  readonly page: Buffer
  readonly slot: 0 | 1
  /** Both copies are whole and say the same. */
  readonly twins: boolean
}

export interface FoundCommit {
  readonly record: CommitRecord
  /** Which of the two places it stands in. */
  readonly slot: 0 | 1
  /** Both are whole. They differ unless the log was closed. */
  readonly twins: boolean
}

/**
 * The superblock that counts, before any key is known. Throws `vault/damaged`, `vault/newer-version`,
 * `vault/older-version`.
 */
export function findSuperblock(file: DiskFile): FoundSuperblock {
  const start = file.read(0, FRAMES_OFFSET)
  if (start.length === 0) throw damage('empty')
  const pages = SUPERBLOCK_OFFSETS.map((offset) =>
    readSuperblockPage(start.subarray(offset, offset + PAGE_LENGTH)),
  )
  // Even beside an intact page of our own format: mending it would overwrite what a newer program wrote.
  for (const page of pages) {
    if (page.kind === 'other-version' && page.version > FORMAT_VERSION) throw otherVersion(page.version)
  }
  const intact = pages.flatMap((page, index) =>
    page.kind === 'intact' ? [{ ...page, slot: index === 0 ? (0 as const) : (1 as const) }] : [],
  )
  const [first, second] = intact
  if (first === undefined) {
    for (const page of pages) if (page.kind === 'other-version') throw otherVersion(page.version)
    const isLog = pages.some((page) => page.kind === 'damaged')
    throw isLog ? damage('superblock', 0) : damage('not-a-log')
  }
  const newer = second !== undefined && second.superblock.counter > first.superblock.counter ? second : first
  const twins = second !== undefined && first.page.equals(second.page)
  return { superblock: newer.superblock, page: newer.page, slot: newer.slot, twins }
}

/** The commit record that counts. Throws `vault/damaged` when page or records are not by the holder of the key. */
export function findCommit(file: DiskFile, found: FoundSuperblock, keys: EpochKeys): FoundCommit {
  // Both checksums are right, so whoever wrote this page did so on purpose, without the data key.
  if (!isAuthenticPage(found.page, keys.superblock)) {
    throw damage('superblock', 0)
  }
  const commit = findIntactCommit(file, keys.commit)
  if (commit === null) throw damage('commit-record', COMMIT_OFFSETS[0])
  return commit
}

/** Of the intact commit records the one that says most; null when neither is intact. */
export function findIntactCommit(file: DiskFile, key: Uint8Array): FoundCommit | null {
  const [first = null, second = null] = COMMIT_OFFSETS.map((offset) =>
    readCommitRecord(file.read(offset, COMMIT_LENGTH), key),
  )
  const twins = first !== null && second !== null
  if (second !== null && (first === null || second.counter > first.counter)) {
    return { record: second, slot: 1, twins }
  }
  return first === null ? null : { record: first, slot: 0, twins }
}

function otherVersion(version: number): VaultFailure {
  return new VaultFailure(
    version > FORMAT_VERSION
      ? { code: 'vault/newer-version', version }
      : { code: 'vault/older-version', version },
  )
}
