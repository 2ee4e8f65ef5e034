/** The first four pages of a log: choosing the superblock and the commit record that count. */
import type { DiskFile } from '../disk.ts'
import { type CommitRecord, readCommitRecord } from '../format/commitRecord.ts'
import type { EpochKeys } from '../format/epochKeys.ts'
import {
  COMMIT_OFFSETS,
  FORMAT_VERSION,
  FRAMES_OFFSET,
  PAGE_LENGTH,
  SUPERBLOCK_OFFSETS,
} from '../format/layout.ts'
import { isAuthenticPage, readSuperblockPage, type Superblock } from '../format/superblock.ts'
import { VaultFailure } from '../vaultError.ts'

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
  if (start.length === 0) throw new VaultFailure({ code: 'vault/damaged', where: 'empty' })
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
    throw new VaultFailure(
      isLog
        ? { code: 'vault/damaged', where: 'superblock', at: 0 }
        : { code: 'vault/damaged', where: 'not-a-log' },
    )
  }
  const newer = second !== undefined && second.superblock.counter > first.superblock.counter ? second : first
  const twins = second !== undefined && first.page.equals(second.page)
  return { superblock: newer.superblock, page: newer.page, slot: newer.slot, twins }
}

/** The commit record that counts. Throws `vault/damaged` when page or records are not by the holder of the key. */
export function findCommit(file: DiskFile, found: FoundSuperblock, keys: EpochKeys): FoundCommit {
  // Both checksums are right, so whoever wrote this page did so on purpose, without the data key.
  if (!isAuthenticPage(found.page, keys.superblock)) {
    throw new VaultFailure({ code: 'vault/damaged', where: 'superblock', at: 0 })
  }
  const records = COMMIT_OFFSETS.map((offset) =>
    readCommitRecord(file.read(offset, PAGE_LENGTH), keys.commit),
  )
  const [first = null, second = null] = records
  if (first === null && second === null) {
    throw new VaultFailure({ code: 'vault/damaged', where: 'commit-record', at: COMMIT_OFFSETS[0] })
  }
  const twins = first !== null && second !== null
  if (second === null || (first !== null && first.counter >= second.counter)) {
    if (first !== null) return { record: first, slot: 0, twins }
  }
  if (second === null) throw new Error('unreachable: one of the two records is there')
  return { record: second, slot: 1, twins }
}

function otherVersion(version: number): VaultFailure {
  return new VaultFailure(
    version > FORMAT_VERSION
      ? { code: 'vault/newer-version', version }
      : { code: 'vault/older-version', version },
  )
}
