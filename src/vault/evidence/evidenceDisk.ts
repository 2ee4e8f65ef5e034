/**
 * The few things the evidence store asks of the file system, as an interface, so that tests can make each of them
 * fail or forget.
 *
 * Asynchronous, unlike disk.ts: files are large and are streamed on a thread that has a window to serve. All of them
 * throw the operating system's error; none follows a policy of its own.
 */
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, unlink } from 'node:fs/promises'
import { errnoOf } from '../vaultError.ts'

export interface EvidenceFile {
  lengthBytes(): Promise<number>
  /** Fills `target` from `position`; returns the bytes read, fewer only at the end of the file. */
  read(target: Uint8Array, position: number): Promise<number>
  /** Writes all of `bytes`. */
  write(bytes: Uint8Array, position: number): Promise<void>
  /** Returns when content and length are on the disk itself. */
  sync(): Promise<void>
  /** Waits for what is under way; may be called again. */
  close(): Promise<void>
}

export interface EvidenceDisk {
  /** Makes a folder for the user alone; leaves one that is there as it is. */
  makeFolder(folder: string): Promise<void>
  /** A new file that only the user can read; throws EEXIST when there is one. */
  create(path: string): Promise<EvidenceFile>
  /** A regular file, for reading. */
  open(path: string): Promise<EvidenceFile>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  list(folder: string): Promise<readonly string[]>
  /** Returns when names made and changed in `folder` are on the disk itself. */
  syncFolder(folder: string): Promise<void>
}

export const realEvidenceDisk: EvidenceDisk = {
  async makeFolder(folder) {
    try {
      await mkdir(folder, { mode: 0o700 })
    } catch (thrown) {
      if (errnoOf(thrown) !== 'EEXIST') throw thrown
    }
  },

  create: async (path) => toEvidenceFile(await open(path, 'wx', 0o600)),

  async open(path) {
    // Not blocking: opening a named pipe would otherwise wait for ever for its other end. Windows has neither.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stats = await handle.stat()
      if (!stats.isFile()) throw Object.assign(new Error('not a regular file'), { code: 'EISDIR' })
      return toEvidenceFile(handle)
    } catch (thrown) {
      await handle.close()
      throw thrown
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

function toEvidenceFile(handle: FileHandle): EvidenceFile {
  let closing: Promise<void> | null = null
  return {
    lengthBytes: async () => (await handle.stat()).size,

    async read(target, position) {
      let filled = 0
      while (filled < target.length) {
        const { bytesRead } = await handle.read(target, filled, target.length - filled, position + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return filled
    },

    async write(bytes, position) {
      for (let done = 0; done < bytes.length; ) {
        done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten
      }
    },

    sync: () => handle.sync(),

    close() {
      closing ??= handle.close()
      return closing
    },
  }
}
