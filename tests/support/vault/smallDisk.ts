/** A disk in memory that gets full. */
import type { Disk, DiskFile } from '../../../src/vault/disk.ts'
import type { PowerCutDisk } from './powerCutDisk.ts'

export interface SmallDisk {
  readonly disk: Disk
  /** How many bytes all files together may have. */
  capacity: number
}

/** `base` with room for `capacity` bytes. What does not fit is half written, as on a real one. */
export function smallDisk(base: PowerCutDisk, capacity: number): SmallDisk {
  const full = () => Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
  const small: SmallDisk = {
    capacity,
    disk: { ...bound(base), open: (path, mode) => wrap(base.open(path, mode)) },
  }
  const wrap = (file: DiskFile): DiskFile => ({
    ...file,
    write: (position, bytes) => {
      const size = file.stamp().size
      const room = size + Math.max(0, small.capacity - base.usedBytes)
      const fits = Math.min(bytes.length, Math.max(0, room - position))
      if (fits > 0) file.write(position, bytes.subarray(0, fits))
      if (fits < bytes.length) throw full()
    },
  })
  return small
}

function bound(base: Disk): Disk {
  return {
    realPath: (path) => base.realPath(path),
    open: (path, mode) => base.open(path, mode),
    stamp: (path) => base.stamp(path),
    link: (from, to) => base.link(from, to),
    rename: (from, to) => base.rename(from, to),
    remove: (path) => base.remove(path),
    list: (folder) => base.list(folder),
    syncFolder: (folder) => base.syncFolder(folder),
  }
}
