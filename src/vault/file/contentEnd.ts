/** Where a file stops saying anything: behind it there are zeros only, the reserve that saves are written into. */
import type { DiskFile } from '../disk.ts'

const WINDOW_LENGTH = 256 * 1024

/** The offset behind the last byte from `from` to `size` that is not zero; `from` when there is none. */
export function contentEnd(file: DiskFile, from: number, size: number): number {
  for (let end = size; end > from; ) {
    const start = Math.max(from, end - WINDOW_LENGTH)
    const last = file.read(start, end - start).findLastIndex((byte) => byte !== 0)
    if (last >= 0) return start + last + 1
    end = start
  }
  return from
}
