/**
 * The few things a log asks of the file system, as an interface, so that tests can make each of them fail or forget.
 *
 * Synchronous: for writes this small the thread pool costs more than the disk; a folder on the network gets a thread.
 * All of them throw the operating system's error (`toVaultError` maps it); none follows a policy of its own.
 */
import * as fs from 'node:fs'
import { errnoOf } from './vaultError.ts'

/** Tells whether a file is still the one we left. No times: a copy tool may keep them, a link changes them. */
export interface FileStamp {
  readonly device: FileNumber
  readonly inode: FileNumber
  /** Bytes. */
  readonly size: number
}

/** How the system numbers files and devices: a bigint where a number could not hold it exactly. */
export type FileNumber = number | bigint

export type OpenMode =
  /** An existing regular file. */
  | 'read'
  /** The same, for writing as well. */
  | 'write'
  /** A new file, readable by the user alone; EEXIST when there is one. */
  | 'create'

export interface DiskFile {
  stamp(): FileStamp
  /** Reads up to `length` bytes from `position`; fewer only at the end of the file. */
  read(position: number, length: number): Buffer
  /** Writes all of `bytes`. */
  write(position: number, bytes: Uint8Array): void
  /** Returns when content and length are on the disk itself (fdatasync). */
  sync(): void
  /** Like `sync` with all metadata, without blocking the thread: for large files. */
  syncInBackground(): Promise<void>
  truncate(length: number): void
  /** May be called again. */
  close(): void
}

export interface Disk {
  /** The path with symbolic links resolved; throws ENOENT when there is nothing. */
  realPath(path: string): string
  /** Throws EISDIR or ENXIO-like errors for what is not a regular file. */
  open(path: string, mode: OpenMode): DiskFile
  /** Stamp of what is at `path` now, or null when there is nothing. */
  stamp(path: string): FileStamp | null
  /** Makes a second name for a file; throws EEXIST when `to` exists. */
  link(from: string, to: string): void
  /** Renames over whatever `to` is. */
  rename(from: string, to: string): void
  /** Throws ENOENT when there is nothing. */
  remove(path: string): void
  list(folder: string): readonly string[]
  /** Returns when names made and changed in `folder` are on the disk itself. */
  syncFolder(folder: string): void
}

export const realDisk: Disk = {
  realPath: (path) => fs.realpathSync(path),
  open: openFile,

  stamp(path) {
    const stats = fs.statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) return null
    if (isExact(stats)) return toStamp(stats)
    const exact = fs.statSync(path, { bigint: true, throwIfNoEntry: false })
    return exact === undefined ? null : toStamp(exact)
  },

  link: (from, to) => fs.linkSync(from, to),
  rename: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.unlinkSync(path),
  list: (folder) => fs.readdirSync(folder),

  syncFolder(folder) {
    // Windows cannot open a folder for this; NTFS journals its names by itself.
    if (process.platform === 'win32') return
    const fd = fs.openSync(folder, 'r')
    try {
      fs.fsyncSync(fd)
    } catch (thrown) {
      // Some network and user-space file systems cannot; fileSystem.ts warns of them when the log is opened.
      const errno = errnoOf(thrown)
      if (errno === null || !['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(errno)) throw thrown
    } finally {
      fs.closeSync(fd)
    }
  },
}

const { O_RDONLY, O_RDWR, O_CREAT, O_EXCL } = fs.constants
// Not blocking: opening a named pipe would otherwise wait for ever for its other end. Windows has neither.
const O_NONBLOCK = fs.constants.O_NONBLOCK ?? 0
const FLAGS: Readonly<Record<OpenMode, number>> = {
  read: O_RDONLY | O_NONBLOCK,
  write: O_RDWR | O_NONBLOCK,
  create: O_RDWR | O_CREAT | O_EXCL,
}

function openFile(path: string, mode: OpenMode): DiskFile {
  const fd = fs.openSync(path, FLAGS[mode], 0o600)
  if (!fs.fstatSync(fd).isFile()) {
    fs.closeSync(fd)
    throw Object.assign(new Error('not a regular file'), { code: 'EISDIR' })
  }
  let isOpen = true
  const mustBeOpen = () => {
    // The number may belong to another file by then.
    if (!isOpen) throw Object.assign(new Error('file used after it was closed'), { code: 'EBADF' })
  }
  return {
    stamp() {
      const stats = fs.fstatSync(fd)
      return toStamp(isExact(stats) ? stats : fs.fstatSync(fd, { bigint: true }))
    },

    read(position, length) {
      // What is short is looked at and forgotten, and may come from the pool: that is sooner had.
      const bytes = length > 64 ? Buffer.allocUnsafeSlow(length) : Buffer.allocUnsafe(length)
      let filled = 0
      while (filled < length) {
        const count = fs.readSync(fd, bytes, filled, length - filled, position + filled)
        if (count === 0) break
        filled += count
      }
      return bytes.subarray(0, filled)
    },

    write(position, bytes) {
      mustBeOpen()
      for (let done = 0; done < bytes.length; ) {
        done += fs.writeSync(fd, bytes, done, bytes.length - done, position + done)
      }
    },

    sync() {
      mustBeOpen()
      fs.fdatasyncSync(fd)
    },
    syncInBackground: () =>
      new Promise((resolve, reject) => {
        fs.fsync(fd, (error) => (error === null ? resolve() : reject(error)))
      }),
    truncate(length) {
      mustBeOpen()
      fs.ftruncateSync(fd, length)
    },

    close() {
      if (isOpen) fs.closeSync(fd)
      isOpen = false
    },
  }
}

interface FileStats {
  readonly dev: FileNumber
  readonly ino: FileNumber
  readonly size: FileNumber
}

/** Windows numbers files beyond what a number holds. Elsewhere asking for bigints costs five times as much. */
function isExact({ dev, ino }: FileStats): boolean {
  return Number.isSafeInteger(dev) && Number.isSafeInteger(ino)
}

function toStamp({ dev, ino, size }: FileStats): FileStamp {
  return { device: dev, inode: ino, size: Number(size) }
}
