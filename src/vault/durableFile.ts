/**
 * Replacing a file so that at every instant, power cuts included, a whole old or a whole new one is there.
 *
 * Next state, fsync, rename, fsync of the folder. The previous file stays as `<name>.bak`. Temporary files are beside
 * the target (a rename does not cross file systems), have random names, and hold what the target will hold:
 * ciphertext only.
 */
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { FileOps, FileStamp } from './fileOps.ts'
import { errnoOf, VaultFailure } from './vaultError.ts'

/** The previous version of the file at `path`. */
export const backupPath = (path: string): string => `${path}.bak`

/**
 * Creates the file at `path` with `bytes`; on return it survives a power cut. Throws `vault/exists` when there is
 * already something, and the file system's errors; nothing is left behind then.
 */
export async function createDurably(ops: FileOps, path: string, bytes: Uint8Array): Promise<FileStamp> {
  if ((await ops.stamp(path)) !== null) throw new VaultFailure({ code: 'vault/exists' })
  const { temporary, stamp } = await writeTemporary(ops, path, bytes)
  try {
    await moveToNewName(ops, temporary, path)
  } catch (thrown) {
    await removeQuietly(ops, temporary)
    throw errnoOf(thrown) === 'EEXIST' ? new VaultFailure({ code: 'vault/exists' }) : thrown
  }
  try {
    await ops.syncFolder(dirname(path))
  } catch (thrown) {
    await removeQuietly(ops, path)
    throw thrown
  }
  return stamp
}

/**
 * Replaces the file at `path` by `bytes`; on return the new one survives a power cut and the old one is `.bak`.
 * `guard` is called last thing before names change, and may throw to leave everything as it is. Throws what the
 * file system throws; the old file is then in place, unless putting it back failed too, when it is the new one.
 */
export async function replaceDurably(
  ops: FileOps,
  path: string,
  bytes: Uint8Array,
  guard: () => Promise<void>,
): Promise<FileStamp> {
  const { temporary, stamp } = await writeTemporary(ops, path, bytes)
  try {
    await guard()
    await keepAs(ops, path, backupPath(path))
    await ops.rename(temporary, path)
  } catch (thrown) {
    await removeQuietly(ops, temporary)
    throw thrown
  }
  try {
    await ops.syncFolder(dirname(path))
  } catch (thrown) {
    // The new name may not survive a power cut, so it must not be acknowledged: put the old file back.
    await keepAs(ops, backupPath(path), path).catch(() => undefined)
    throw thrown
  }
  return stamp
}

/** Removes temporary files that a crash left beside `path`. Call only while holding its lock. Never throws. */
export async function removeStaleTemporaries(ops: FileOps, path: string): Promise<void> {
  const folder = dirname(path)
  const prefix = `${basename(path)}.`
  const names = await ops.list(folder).catch(() => [])
  for (const name of names) {
    if (name.startsWith(prefix) && /^[0-9a-f]{32}\.tmp$/.test(name.slice(prefix.length))) {
      await removeQuietly(ops, join(folder, name))
    }
  }
}

/** A name beside `path` that nobody else uses, recognised by `removeStaleTemporaries`. */
export function temporaryPath(path: string): string {
  return `${path}.${randomBytes(16).toString('hex')}.tmp`
}

/** True where the file system (exFAT, some network shares) has no hard links. */
export function hasNoHardLinks(untrustedThrown: unknown): boolean {
  const errno = errnoOf(untrustedThrown)
  return errno !== null && ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'].includes(errno)
}

/** Removes a file whose removal nothing depends on. */
export async function removeQuietly(ops: FileOps, path: string): Promise<void> {
  await ops.remove(path).catch(() => undefined)
}

async function writeTemporary(ops: FileOps, path: string, bytes: Uint8Array) {
  const temporary = temporaryPath(path)
  const file = await ops.createNew(temporary)
  try {
    try {
      await file.write(bytes)
      await file.sync()
      return { temporary, stamp: await file.stamp() }
    } finally {
      await file.close()
    }
  } catch (thrown) {
    await removeQuietly(ops, temporary)
    throw thrown
  }
}

/** Makes `to` the file that `from` is, replacing `to` in one step; `from` keeps its name throughout. */
async function keepAs(ops: FileOps, from: string, to: string): Promise<void> {
  const second = temporaryPath(from)
  try {
    try {
      await ops.link(from, second)
    } catch (thrown) {
      if (!hasNoHardLinks(thrown)) throw thrown
      await ops.copy(from, second)
    }
    await ops.rename(second, to)
  } finally {
    // After a success too: POSIX renames nothing when both names are already the same file, as after a rollback.
    await removeQuietly(ops, second)
  }
}

async function moveToNewName(ops: FileOps, from: string, to: string): Promise<void> {
  try {
    // link refuses an existing name, rename would replace it.
    await ops.link(from, to)
  } catch (thrown) {
    if (!hasNoHardLinks(thrown)) throw thrown
    if ((await ops.stamp(to)) !== null) throw new VaultFailure({ code: 'vault/exists' })
    await ops.rename(from, to)
    return
  }
  await removeQuietly(ops, from)
}
