/** The yardstick for saving: the bytes of a save, appended to a bare file and synced. It knows no records. */
import fs from 'node:fs'

export interface AppendedFile {
  /** Appends `count` times `length` bytes by one write and one fdatasync. */
  append(length: number, count: number): void
  close(): void
}

/** Begins a new file at `file`. */
export function openAppendedFile(file: string): AppendedFile {
  const fd = fs.openSync(file, 'wx')
  let position = 0
  let bytes = Buffer.alloc(0)
  return {
    append(length, count) {
      const size = length * count
      if (bytes.length < size) bytes = Buffer.alloc(size, 7)
      fs.writeSync(fd, bytes, 0, size, position)
      position += size
      fs.fdatasyncSync(fd)
    },
    close: () => fs.closeSync(fd),
  }
}
