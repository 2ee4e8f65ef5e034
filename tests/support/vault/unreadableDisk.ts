/** A disk that cannot read some places of one file any more. */
import type { Disk } from '../../../src/vault/disk.ts'

export interface UnreadablePlace {
  readonly from: number
  readonly to: number
}

/** `base`, with EIO for whatever reads of `path` touch one of `places`. */
export function unreadableDisk(base: Disk, path: string, places: readonly UnreadablePlace[]): Disk {
  return {
    realPath: (name) => base.realPath(name),
    open: (name, mode) => {
      const file = base.open(name, mode)
      if (name !== path) return file
      return {
        ...file,
        read: (position, length) => {
          if (places.some(({ from, to }) => position < to && position + length > from)) {
            throw Object.assign(new Error('EIO: injected'), { code: 'EIO' })
          }
          return file.read(position, length)
        },
      }
    },
    stamp: (name) => base.stamp(name),
    link: (from, to) => base.link(from, to),
    rename: (from, to) => base.rename(from, to),
    remove: (name) => base.remove(name),
    list: (folder) => base.list(folder),
    syncFolder: (folder) => base.syncFolder(folder),
  }
}
