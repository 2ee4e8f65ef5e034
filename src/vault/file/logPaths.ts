/** From a path that somebody named to a file: found, free, or opened, with the errors that a log has for it. */
import { basename, dirname, join } from 'node:path'
import type { Disk, DiskFile, FileNumber } from '../disk.ts'
import { errnoOf, VaultFailure } from '../vaultError.ts'

/** The path behind links of a log that is there. Throws `vault/not-found`, `disk/…`. */
export function findLog(disk: Disk, path: string): string {
  try {
    return disk.realPath(path)
  } catch (thrown) {
    const errno = errnoOf(thrown)
    if (errno === 'ENOENT' || errno === 'ENOTDIR') throw new VaultFailure({ code: 'vault/not-found' })
    throw thrown
  }
}

/** The path behind links, where nothing may be yet. Throws `vault/exists`, `disk/…`. */
export function freePath(disk: Disk, untrustedPath: string): string {
  const path = join(disk.realPath(dirname(untrustedPath)), basename(untrustedPath))
  if (disk.stamp(path) !== null) throw new VaultFailure({ code: 'vault/exists' })
  return path
}

/** Opens what is at `path`. Throws `vault/damaged` for what is no file, `disk/…`. */
export function openLogFile(disk: Disk, path: string, mode: 'read' | 'write'): DiskFile {
  try {
    return disk.open(path, mode)
  } catch (thrown) {
    if (errnoOf(thrown) === 'EISDIR') throw new VaultFailure({ code: 'vault/damaged', where: 'not-a-log' })
    throw thrown
  }
}

/** True when the file with this number is certainly the one at `path`. */
export function hasName(disk: Disk, path: string, inode: FileNumber): boolean {
  try {
    return disk.stamp(path)?.inode === inode
  } catch {
    return false
  }
}
