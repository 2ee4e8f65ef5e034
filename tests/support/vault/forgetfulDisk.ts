/** A disk that says it has synced and has not: what trials must notice, or they prove nothing. */
import type { Disk, DiskFile } from '../../../src/vault/disk.ts'

export type Forgotten = 'file' | 'folder'

/** `base` with one kind of sync that does nothing. */
export function forgetfulDisk(base: Disk, forgotten: Forgotten): Disk {
  const wrapFile = (file: DiskFile): DiskFile => ({
    stamp: () => file.stamp(),
    read: (position, length) => file.read(position, length),
    write: (position, bytes) => file.write(position, bytes),
    // Asking for the stamp keeps a dead disk dead.
    sync: () => void file.stamp(),
    syncInBackground: async () => void file.stamp(),
    truncate: (length) => file.truncate(length),
    close: () => file.close(),
  })
  return {
    realPath: (path) => base.realPath(path),
    open: (path, mode) => (forgotten === 'file' ? wrapFile(base.open(path, mode)) : base.open(path, mode)),
    stamp: (path) => base.stamp(path),
    link: (from, to) => base.link(from, to),
    rename: (from, to) => base.rename(from, to),
    remove: (path) => base.remove(path),
    list: (folder) => base.list(folder),
    syncFolder: (folder) => (forgotten === 'folder' ? void base.list(folder) : base.syncFolder(folder)),
  }
}
