/**
 * The few things a log asks of the file system, as an interface, so that tests can make each of them fail.
 *
 * All of them throw the operating system's error (`toVaultError` maps it); none follows a policy of its own.
 */
import {
  constants,
  copyFile,
  type FileHandle,
  link,
  open,
  readdir,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises'
import { errnoOf } from './vaultError.ts'

/** Tells whether a file is still the one we left. Not the change time: making a hard link alters it. */
export interface FileStamp {
  readonly device: bigint
  readonly inode: bigint
  readonly size: bigint
  readonly modifiedNs: bigint
}

/** A file just created, open for writing. */
export interface NewFile {
  /** Appends all of `bytes`. */
  write(bytes: Uint8Array): Promise<void>
  /** Returns when what was written is on the disk itself. */
  sync(): Promise<void>
  stamp(): Promise<FileStamp>
  close(): Promise<void>
}

export type WholeFile =
  | { readonly kind: 'file'; readonly bytes: Buffer; readonly stamp: FileStamp }
  | { readonly kind: 'not-a-file' }
  | { readonly kind: 'too-large' }

export interface FileOps {
  /** The path with symbolic links resolved; throws ENOENT when there is nothing. */
  realPath(path: string): Promise<string>
  /** Reads a regular file of at most `maxLength` bytes. */
  readWhole(path: string, maxLength: number): Promise<WholeFile>
  /** Stamp of what is at `path` now, or null when there is nothing. */
  stamp(path: string): Promise<FileStamp | null>
  /** Creates a file that only the user can read; throws EEXIST when there is one. */
  createNew(path: string): Promise<NewFile>
  /** Makes a second name for a file; throws EEXIST when `to` exists. */
  link(from: string, to: string): Promise<void>
  /** Copies a file to a new name and syncs it. */
  copy(from: string, to: string): Promise<void>
  /** Renames over whatever `to` is. */
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  list(folder: string): Promise<readonly string[]>
  /** Returns when names made and changed in `folder` are on the disk itself. */
  syncFolder(folder: string): Promise<void>
}

export const realFileOps: FileOps = {
  realPath: (path) => realpath(path),

  async readWhole(path, maxLength) {
    // Not blocking: opening a named pipe would otherwise wait for ever for its other end.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const before = await handle.stat({ bigint: true })
      if (!before.isFile()) return { kind: 'not-a-file' }
      if (before.size > BigInt(maxLength)) return { kind: 'too-large' }
      return { kind: 'file', bytes: await handle.readFile(), stamp: await stampOf(handle) }
    } finally {
      await handle.close()
    }
  },

  async stamp(path) {
    try {
      return toStamp(await stat(path, { bigint: true }))
    } catch (thrown) {
      if (errnoOf(thrown) === 'ENOENT') return null
      throw thrown
    }
  },

  async createNew(path) {
    const handle = await open(path, 'wx', 0o600)
    return {
      write: (bytes) => handle.writeFile(bytes),
      sync: () => handle.sync(),
      stamp: () => stampOf(handle),
      close: () => handle.close(),
    }
  },

  link: (from, to) => link(from, to),

  async copy(from, to) {
    await copyFile(from, to, constants.COPYFILE_EXCL)
    const handle = await open(to, 'r+')
    try {
      await handle.chmod(0o600)
      await handle.sync()
    } finally {
      await handle.close()
    }
  },

  rename: (from, to) => rename(from, to),
  remove: (path) => unlink(path),
  list: (folder) => readdir(folder),

  async syncFolder(folder) {
    // Windows cannot open a folder for this; NTFS journals its names by itself.
    if (process.platform === 'win32') return
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
}

/** True when both stamps are of the same file, unchanged. */
export function isSameStamp(a: FileStamp, b: FileStamp): boolean {
  return a.device === b.device && a.inode === b.inode && a.size === b.size && a.modifiedNs === b.modifiedNs
}

async function stampOf(handle: FileHandle): Promise<FileStamp> {
  return toStamp(await handle.stat({ bigint: true }))
}

function toStamp(stats: {
  readonly dev: bigint
  readonly ino: bigint
  readonly size: bigint
  readonly mtimeNs: bigint
}): FileStamp {
  return { device: stats.dev, inode: stats.ino, size: stats.size, modifiedNs: stats.mtimeNs }
}
