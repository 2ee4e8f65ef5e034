/** Giving a finished file its name, so that at every instant a whole old or a whole new log is there. */
import { dirname } from 'node:path'
import type { Disk } from '../disk.ts'
import { hasNoHardLinks, removeQuietly, temporaryPath } from '../temporaryFiles.ts'
import { errnoOf, VaultFailure } from '../vaultError.ts'

/** The previous version of the file at `path`. */
export const backupPath = (path: string): string => `${path}.bak`

/**
 * Renames `temporary` to `path`, where nothing may be; on return the name survives a power cut. Throws `vault/exists`.
 */
export function moveToNewName(disk: Disk, temporary: string, path: string): void {
  try {
    // link refuses an existing name, rename would replace it.
    disk.link(temporary, path)
    removeQuietly(disk, temporary)
  } catch (thrown) {
    if (errnoOf(thrown) === 'EEXIST') throw new VaultFailure({ code: 'vault/exists' })
    if (!hasNoHardLinks(thrown)) throw thrown
    if (disk.stamp(path) !== null) throw new VaultFailure({ code: 'vault/exists' })
    disk.rename(temporary, path)
  }
  try {
    disk.syncFolder(dirname(path))
  } catch (thrown) {
    // It may be gone after a power cut, so it must not look as if it were there.
    removeQuietly(disk, path)
    throw thrown
  }
}

/**
 * Renames `temporary` over `path`; the old file stays as `.bak` where the file system has hard links. The caller syncs
 * the folder. When it throws, `path` is still the old file.
 */
export function replaceKeepingBackup(disk: Disk, temporary: string, path: string): void {
  const second = temporaryPath(path)
  try {
    disk.link(path, second)
    disk.rename(second, backupPath(path))
  } catch (thrown) {
    if (!hasNoHardLinks(thrown)) throw thrown
  } finally {
    // After a success too: POSIX renames nothing when both names are already the same file.
    removeQuietly(disk, second)
  }
  disk.rename(temporary, path)
}
