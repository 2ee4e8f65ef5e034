/**
 * Files beside a log that exist for a moment only: their names, and how they go away again.
 *
 * They lie beside their target because a rename does not cross file systems, have random names, and hold what the
 * target will hold: ciphertext, or who holds the lock.
 */
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { Disk } from './disk.ts'
import { errnoOf } from './vaultError.ts'

/**
 * What making a hard link fails with where the file system (exFAT, FAT, some network shares) has none. EISDIR is what
 * Node makes of Windows' "incorrect function", its answer on exFAT.
 */
const NO_LINK_ERRNOS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EISDIR']

/** A name beside `path` that nobody else uses, recognised by `removeStaleTemporaries`. */
export function temporaryPath(path: string): string {
  return `${path}.${randomBytes(16).toString('hex')}.tmp`
}

/** The name of the right to remove the lock record `id` (32 hex digits) of the log at `path`; see lock.ts. */
export function takeoverPath(path: string, id: string): string {
  return `${path}.${id}.takeover`
}

/**
 * Removes what a crash left beside `path`: unfinished files, and rights to remove locks that are gone.
 * Call only while holding its lock. Never throws.
 */
export function removeStaleTemporaries(disk: Disk, path: string): void {
  const folder = dirname(path)
  const prefix = `${basename(path)}.`
  for (const name of listQuietly(disk, folder)) {
    if (name.startsWith(prefix) && /^[0-9a-f]{32}\.(tmp|takeover)$/.test(name.slice(prefix.length))) {
      removeQuietly(disk, join(folder, name))
    }
  }
}

/** True when `untrustedThrown`, thrown by `Disk.link`, says that there are no hard links here. */
export function hasNoHardLinks(untrustedThrown: unknown): boolean {
  const errno = errnoOf(untrustedThrown)
  return errno !== null && NO_LINK_ERRNOS.includes(errno)
}

/** Removes a file whose removal nothing depends on. Never throws. */
export function removeQuietly(disk: Disk, path: string): void {
  try {
    disk.remove(path)
  } catch {
    // It is gone already, or stays until `removeStaleTemporaries`.
  }
}

function listQuietly(disk: Disk, folder: string): readonly string[] {
  try {
    return disk.list(folder)
  } catch {
    return []
  }
}
