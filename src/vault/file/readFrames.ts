/**
 * Reads all frames of a log once, from the first: everything is authenticated before any of it is used.
 *
 * Past the last commit record, frames that continue the chain count (they may have been acknowledged); from the first
 * that does not, the tail is torn, or, where nothing but zeros follows, there is none. Before it, a frame that fails is
 * damage, and nothing is opened.
 */
import { TAG_LENGTH } from '../cipher.ts'
import type { DiskFile } from '../disk.ts'
import type { CommitRecord } from '../format/commitRecord.ts'
import { decompress } from '../format/compression.ts'
import {
  FLAG_MORE,
  FRAME_MAGIC_BYTES,
  FRAME_START_LENGTH,
  FRAME_TYPES,
  HEAD_LENGTH,
  openFrame,
  readFrameHead,
} from '../format/frame.ts'
import { parseSnapshotEnd, type SnapshotEnd, transactionTime } from '../format/lines.ts'
import { damage } from '../vaultError.ts'
import { contentEnd } from './contentEnd.ts'
import { FrameReader, type ReadFrame, type Tail } from './FrameReader.ts'

/** What a log holds, in the order in which it is told. */
export interface FrameSink {
  /** What chunks with the flag for it were compressed with; comes before them. */
  dictionary(body: Buffer): void
  /** Records of one collection: body as it stands in the frame, with the flags of its compression. */
  chunk(body: Buffer, flags: number): void
  /** Describes the chunks since the last index. */
  index(body: Buffer): void
  snapshotEnd(end: SnapshotEnd): void
  /** Parts of one transaction, decompressed. */
  transaction(parts: readonly Buffer[]): void
}

export interface FrameCounts {
  /** Behind the snapshot. */
  readonly snapshotEnd: Tail
  /** Behind the last whole transaction: everything after it is torn. */
  readonly tail: Tail
  /** Frames since the snapshot. */
  readonly journalFrames: number
  /** Transactions since the log was created. */
  readonly counter: number
  readonly records: number
  readonly dictionary: Buffer | null
  /** When the last whole transaction was made; ISO 8601. */
  readonly lastSaved: string
}

/** Called now and then, so that a long reading can be stopped (by throwing) and lets others in. */
export type Pause = (position: number, size: number) => Promise<void>

/** Bytes that are decrypted in search of a frame behind a bad one. */
const MAX_SEARCH_LENGTH = 256 * 1024 * 1024
const SEARCH_WINDOW_LENGTH = 8 * 1024 * 1024
const PAUSE_EVERY = 4 * 1024 * 1024

/**
 * Reads from `from` to `size`. Throws `vault/damaged` with the byte offset; what the sink was told until then must
 * not be used. `pause` is awaited after `pauseEvery` bytes; at 0, after every frame.
 */
export async function readFrames(
  file: DiskFile,
  key: Uint8Array,
  from: Tail,
  size: number,
  commit: CommitRecord,
  sink: FrameSink,
  pause: Pause,
  pauseEvery = PAUSE_EVERY,
): Promise<FrameCounts> {
  if (size < commit.length) throw damage('length', size)
  const reader = new FrameReader(file, key, from, size)
  let counts = null as FrameCounts | null
  let waiting: Buffer[] = []
  let pausedAt = from.position
  let sawCommit = false
  let dictionary: Buffer | null = null
  for (;;) {
    const frame = reader.next()
    if (frame.kind === 'end') break
    const { position, place } = reader.tail
    if (frame.kind === 'bad') {
      if (position < commit.length || counts === null) throw damage('frame', position)
      if (isFollowedBySettledFrame(file, key, position, size)) throw damage('frame', position)
      break
    }
    if (position === commit.length) {
      if (!place.chain.equals(commit.chain)) throw damage('history', frame.start)
      sawCommit = true
    }
    // Where the record says that a frame ends, none does: it belongs to another history.
    if (position > commit.length && !sawCommit) throw damage('history', frame.start)
    if (frame.type === FRAME_TYPES.transaction) {
      if (counts === null) throw damage('frame', frame.start)
      waiting.push(decompressed(frame))
      counts = { ...counts, journalFrames: counts.journalFrames + 1 }
      const [first] = waiting
      if ((frame.flags & FLAG_MORE) === 0 && first !== undefined) {
        sink.transaction(waiting)
        counts = {
          ...counts,
          tail: reader.tail,
          counter: counts.counter + 1,
          lastSaved: transactionTime(first),
        }
        waiting = []
      }
    } else {
      if (counts !== null) throw damage('frame', frame.start)
      if (frame.type === FRAME_TYPES.dictionary) {
        const body = decompressed(frame)
        if (dictionary !== null && !dictionary.equals(body)) throw damage('frame', frame.start)
        if (dictionary === null) sink.dictionary(body)
        dictionary = body
      }
      const end = tellSnapshot(frame, sink)
      if (end !== null) {
        const { at: lastSaved, counter, records } = end
        counts = {
          snapshotEnd: reader.tail,
          tail: reader.tail,
          journalFrames: 0,
          counter,
          records,
          dictionary,
          lastSaved,
        }
      }
    }
    if (position - pausedAt >= pauseEvery) {
      pausedAt = position
      await pause(position, size)
    }
  }
  if (counts === null) throw damage('snapshot', reader.tail.position)
  if (counts.tail.position < commit.length) throw damage('history', counts.tail.position)
  return counts
}

function tellSnapshot(frame: ReadFrame, sink: FrameSink): SnapshotEnd | null {
  switch (frame.type) {
    case FRAME_TYPES.chunk:
      sink.chunk(frame.body, frame.flags)
      return null
    case FRAME_TYPES.dictionary:
      return null
    case FRAME_TYPES.index:
      sink.index(decompressed(frame))
      return null
    case FRAME_TYPES.snapshotEnd: {
      const end = parseSnapshotEnd(decompressed(frame))
      sink.snapshotEnd(end)
      return end
    }
    default:
      throw damage('frame', frame.start)
  }
}

/** The body of a frame as it was before compression; for all but chunks. */
export function decompressed(frame: Pick<ReadFrame, 'body' | 'flags'>): Buffer {
  return decompress(frame.body, frame.flags)
}

/**
 * True when behind a bad frame there is one of ours that was made when the bad one was on the disk already: then
 * somebody changed what was acknowledged, and cutting it off would lose it in silence.
 */
function isFollowedBySettledFrame(file: DiskFile, key: Uint8Array, badAt: number, size: number): boolean {
  // The tag of a frame may end with zeros.
  const end = Math.min(size, contentEnd(file, badAt, size) + TAG_LENGTH)
  let effort = MAX_SEARCH_LENGTH
  for (const at of frameMagics(file, badAt + 1, end)) {
    const start = file.read(at, FRAME_START_LENGTH)
    const head = start.length < FRAME_START_LENGTH ? null : readFrameHead(start)
    if (head === null || at + FRAME_START_LENGTH + head.sealedLength > end) continue
    effort -= head.sealedLength
    // No crash leaves so many heads: somebody wants the search to take for ever, or to miss something.
    if (effort < 0) return true
    const sealed = file.read(at + FRAME_START_LENGTH, head.sealedLength)
    const opened = openFrame(key, head, start.subarray(HEAD_LENGTH), sealed)
    if (opened !== null && opened.settled > badAt) return true
  }
  return false
}

/** The places from `from` to `to` where a frame may begin, in order; reads no more than a window at once. */
export function* frameMagics(file: DiskFile, from: number, to: number): Generator<number> {
  for (let start = from; start < to; start += SEARCH_WINDOW_LENGTH) {
    // The magic may lie across two windows.
    const length = SEARCH_WINDOW_LENGTH + FRAME_MAGIC_BYTES.length - 1
    const window = file.read(start, Math.min(length, to - start))
    let at = window.indexOf(FRAME_MAGIC_BYTES)
    for (; at >= 0; at = window.indexOf(FRAME_MAGIC_BYTES, at + 1)) yield start + at
  }
}
