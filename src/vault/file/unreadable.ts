/**
 * A disk that cannot read some of its sectors any more. Whoever opens a log is told at which byte; whoever rescues one
 * reads around it, in pieces of a page, since that is what a disk and a system lose at once.
 */
import type { DiskFile } from '../disk.ts'
import { errnoOf, VaultFailure } from '../vaultError.ts'

/** A range of bytes in which nothing could be read. */
export interface LostRange {
  readonly from: number
  readonly to: number
}

const PAGE = 4096
/** So that a sector in a window of megabytes costs tens of readings, and not thousands. */
const LARGE_PIECE = 256 * 1024

/** What a system says of a place that a disk cannot read: of the device, of a medium, of a checksum. */
const UNREADABLE: ReadonlySet<string> = new Set(['EIO', 'ENODATA', 'EBADMSG', 'EILSEQ'])

function isUnreadable(thrown: unknown): boolean {
  return UNREADABLE.has(errnoOf(thrown) ?? '')
}

/** `file`, of which a reading that fails is tried once more and then thrown as `vault/unreadable` with its place. */
export function locatingUnreadable(file: DiskFile): DiskFile {
  return {
    ...file,
    read: (position, length) => {
      try {
        return file.read(position, length)
      } catch (thrown) {
        if (!isUnreadable(thrown)) throw thrown
      }
      const pieces = piecesOf(position, length, PAGE).map(([from, size]) => {
        try {
          return file.read(from, size)
        } catch (thrown) {
          if (!isUnreadable(thrown)) throw thrown
          throw new VaultFailure({ code: 'vault/unreadable', at: from })
        }
      })
      return Buffer.concat(pieces)
    },
  }
}

export interface SkippingFile {
  /** Reads zeros where nothing can be read. */
  readonly file: DiskFile
  /** Where that was so far, in order. */
  gaps(): readonly LostRange[]
}

/** `file`, of which every place that can be read is read. Places that cannot are tried once: each try may take seconds. */
export function skippingUnreadable(file: DiskFile): SkippingFile {
  const lostPages = new Set<number>()
  /** Null when nothing of the piece can be read: its pages are noted then. */
  const tryToRead = (from: number, size: number): Buffer | null => {
    try {
      return file.read(from, size)
    } catch (thrown) {
      if (!isUnreadable(thrown)) throw thrown
      return null
    }
  }
  const readPages = (position: number, length: number): Buffer =>
    Buffer.concat(
      piecesOf(position, length, PAGE).map(([from, size]) => {
        const page = Math.floor(from / PAGE)
        const bytes = lostPages.has(page) ? null : tryToRead(from, size)
        if (bytes !== null) return bytes
        lostPages.add(page)
        return Buffer.alloc(size)
      }),
    )
  const hasLostPage = (from: number, size: number): boolean => {
    for (let page = Math.floor(from / PAGE); page * PAGE < from + size; page += 1) {
      if (lostPages.has(page)) return true
    }
    return false
  }
  const read = (position: number, wanted: number): Buffer => {
    const length = Math.min(wanted, Math.max(0, file.stamp().size - position))
    const whole = lostPages.size > 0 && hasLostPage(position, length) ? null : tryToRead(position, length)
    if (whole !== null) return whole
    return Buffer.concat(
      piecesOf(position, length, LARGE_PIECE).map(([from, size]) => {
        const bytes = hasLostPage(from, size) ? null : tryToRead(from, size)
        return bytes ?? readPages(from, size)
      }),
    )
  }
  return {
    file: { ...file, read },
    gaps: () => {
      const size = file.stamp().size
      const pages = [...lostPages].sort((a, b) => a - b)
      return joined(pages.map((page) => ({ from: page * PAGE, to: Math.min(size, (page + 1) * PAGE) })))
    },
  }
}

/** Position and length of the parts of a range that end where multiples of `step` do. */
function piecesOf(position: number, length: number, step: number): readonly (readonly [number, number])[] {
  const pieces: [number, number][] = []
  for (let from = position; from < position + length; ) {
    const to = Math.min(position + length, (Math.floor(from / step) + 1) * step)
    pieces.push([from, to - from])
    from = to
  }
  return pieces
}

/** Ranges in order, those that touch or overlap as one. */
export function joined(ranges: readonly LostRange[]): LostRange[] {
  const joinedRanges: LostRange[] = []
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = joinedRanges.at(-1)
    if (last === undefined || range.from > last.to) joinedRanges.push(range)
    else joinedRanges[joinedRanges.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
  }
  return joinedRanges
}
