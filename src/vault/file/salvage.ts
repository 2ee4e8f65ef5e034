/**
 * Reads what still authenticates in a damaged file, frame by frame, whatever is missing between. Each frame opens
 * alone, so that only what is damaged is lost; order is that of the sequence numbers. Changes nothing.
 */
import type { DiskFile } from '../disk.ts'
import { COMMIT_LENGTH, type CommitRecord, readCommitRecord } from '../format/commitRecord.ts'
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
import { COMMIT_OFFSETS, FRAMES_OFFSET } from '../format/layout.ts'
import {
  META_COLLECTION,
  META_ID,
  parseChunk,
  parseIndex,
  parseSnapshotEnd,
  parseTransactionPart,
  type RecordLine,
} from '../format/lines.ts'
import { contentEnd } from './contentEnd.ts'
import { type LostRecord, LostRecords } from './LostRecords.ts'
import { frameMagics, type Pause } from './readFrames.ts'
import { joined, type LostRange, skippingUnreadable } from './unreadable.ts'

export interface SalvageReport {
  readonly frames: number
  readonly lost: readonly LostRange[]
  /** False when the end of the snapshot is lost, and with it how many records there should be. */
  readonly sawSnapshotEnd: boolean
  /** Transactions of which a part is lost; what is left of them was taken. */
  readonly incompleteTransactions: number
  /** Frames that are not there though later ones are: gaps in the sequence numbers. */
  readonly missingFrames: number
  /** Records that the index names and of which nothing was found; those of a lost index are not among them. */
  readonly lostRecords: readonly LostRecord[]
  /** For whoever has the key of the commit records. */
  readonly end: FoundEnd
}

/** Where the file ends, beside what it says of that itself. */
export interface FoundEnd {
  readonly size: number
  /** Behind it there are only zeros. */
  readonly contentEndAt: number
  /** Sequence number that would come next. */
  readonly nextSequence: number
  /** Both commit records as they stand in the file, authentic or not. */
  readonly untrustedCommits: readonly Uint8Array[]
}

/** What commit records say is not there. */
export interface MissingEnd {
  /** The file is shorter than a commit record says was saved. */
  readonly endsEarly: boolean
  /** Frames that were saved behind the last one found. */
  readonly missingFrames: number
  /**
   * Zeros where something was saved; and the pages of the commit records, when neither is intact: then nothing says where
   * the file should end.
   */
  readonly lost: readonly LostRange[]
}

const WINDOW_LENGTH = 8 * 1024 * 1024

interface FoundFrame {
  readonly type: number
  readonly flags: number
  readonly sequence: number
  readonly body: Buffer
  readonly start: number
  readonly end: number
}

/** Tells every record found to `tell`, oldest first; empty JSON is a deletion. */
export async function salvageFrames(
  damaged: DiskFile,
  key: Uint8Array,
  tell: (lines: readonly RecordLine[]) => void,
  pause: Pause,
): Promise<SalvageReport> {
  const size = damaged.stamp().size
  const { file, gaps } = skippingUnreadable(damaged)
  const lost: LostRange[] = []
  const records = new LostRecords()
  let frames = 0
  let sawSnapshotEnd = false
  let incompleteTransactions = 0
  let missingFrames = 0
  let goesOn = false
  let lastSequence = -1
  let end = FRAMES_OFFSET
  const dictionary = await findDictionary(file, key, size, pause)
  for (let position = FRAMES_OFFSET; position < size; ) {
    const frame = frameAt(file, key, position, size)
    if (frame === null) {
      const next = await findNextFrame(file, key, position + 1, size, pause)
      end = next < size ? next : contentEnd(file, position, size)
      if (end > position) noteLost(lost, position, end)
      position = next
      continue
    }
    position = frame.end
    end = position
    await pause(position, size)
    // A copy of an older frame, put there by a failing disk or on purpose.
    if (frame.sequence <= lastSequence) continue
    const isTransaction = frame.type === FRAME_TYPES.transaction
    if (goesOn && frame.sequence !== lastSequence + 1) incompleteTransactions += 1
    missingFrames += frame.sequence - lastSequence - 1
    goesOn = isTransaction && (frame.flags & FLAG_MORE) !== 0
    lastSequence = frame.sequence
    frames += 1
    if (frame.type === FRAME_TYPES.snapshotEnd) sawSnapshotEnd = true
    const lines = readLines(frame, dictionary, records)
    if (lines === null) noteLost(lost, frame.start, frame.end)
    else {
      records.find(lines)
      tell(lines)
    }
  }
  // Copies, since a view would take the buffer it lies in across threads.
  const untrustedCommits = COMMIT_OFFSETS.map((offset) => new Uint8Array(file.read(offset, COMMIT_LENGTH)))
  return {
    frames,
    lost: joined([...lost, ...gaps()]),
    sawSnapshotEnd,
    incompleteTransactions: incompleteTransactions + (goesOn ? 1 : 0),
    missingFrames,
    lostRecords: records.list(),
    end: {
      size,
      contentEndAt: end,
      nextSequence: lastSequence + 1,
      untrustedCommits,
    },
  }
}

/** Holds what was found against the best intact commit record: a log cut between two frames looks whole otherwise. */
export function findMissingEnd(
  { size, contentEndAt, nextSequence, untrustedCommits }: FoundEnd,
  key: Uint8Array,
): MissingEnd {
  const commit = untrustedCommits
    .map((bytes) => readCommitRecord(Buffer.from(bytes), key))
    .reduce<CommitRecord | null>(
      (best, record) => (record !== null && record.counter >= (best?.counter ?? 0) ? record : best),
      null,
    )
  if (commit === null) {
    return { endsEarly: false, missingFrames: 0, lost: [{ from: COMMIT_OFFSETS[0], to: FRAMES_OFFSET }] }
  }
  const to = Math.min(size, commit.length)
  return {
    endsEarly: size < commit.length,
    missingFrames: Math.max(0, commit.sequence - nextSequence),
    lost: contentEndAt < to ? [{ from: contentEndAt, to }] : [],
  }
}

/** The first of its copies that opens; null when there is none, or none is left. */
async function findDictionary(
  file: DiskFile,
  key: Uint8Array,
  size: number,
  pause: Pause,
): Promise<Buffer | null> {
  for (let position = FRAMES_OFFSET; position < size; ) {
    const frame = frameAt(file, key, position, size)
    if (frame === null) position = await findNextFrame(file, key, position + 1, size, pause)
    else if (frame.type === FRAME_TYPES.dictionary) return decompress(frame.body, frame.flags)
    else if (frame.type === FRAME_TYPES.transaction) return null
    else position = frame.end
  }
  return null
}

function frameAt(file: DiskFile, key: Uint8Array, position: number, size: number): FoundFrame | null {
  const start = file.read(position, FRAME_START_LENGTH)
  const head = start.length < FRAME_START_LENGTH ? null : readFrameHead(start)
  if (head === null) return null
  const end = position + FRAME_START_LENGTH + head.sealedLength
  if (end > size) return null
  const sealed = file.read(position + FRAME_START_LENGTH, head.sealedLength)
  const opened = openFrame(key, head, start.subarray(HEAD_LENGTH), sealed)
  if (opened === null) return null
  return {
    type: head.type,
    flags: head.flags,
    sequence: head.sequence,
    body: opened.body,
    start: position,
    end,
  }
}

/** Where the next frame that opens starts, or the end of the file. */
async function findNextFrame(
  file: DiskFile,
  key: Uint8Array,
  from: number,
  size: number,
  pause: Pause,
): Promise<number> {
  for (let start = from; start < size; start += WINDOW_LENGTH) {
    await pause(start, size)
    const end = start + WINDOW_LENGTH + FRAME_MAGIC_BYTES.length - 1
    for (const at of frameMagics(file, start, Math.min(size, end))) {
      if (frameAt(file, key, at, size) !== null) return at
    }
  }
  return size
}

/** Null when a frame is authentic and still says nothing that can be read, or its dictionary is lost. */
function readLines(frame: FoundFrame, dictionary: Buffer | null, records: LostRecords): RecordLine[] | null {
  try {
    return linesOf(frame, dictionary, records)
  } catch {
    // One frame; the others are read all the same. The parser's words may quote a record: they stop here.
    return null
  }
}

function linesOf(frame: FoundFrame, dictionary: Buffer | null, records: LostRecords): RecordLine[] {
  const body = decompress(frame.body, frame.flags, dictionary)
  switch (frame.type) {
    case FRAME_TYPES.chunk: {
      const { collection, records } = parseChunk(body)
      return records.map((json) => ({ collection, id: idOf(json), row: undefined, json }))
    }
    case FRAME_TYPES.snapshotEnd: {
      const json = Buffer.from(JSON.stringify(parseSnapshotEnd(body).meta), 'utf8')
      return [{ collection: META_COLLECTION, id: META_ID, row: undefined, json }]
    }
    case FRAME_TYPES.transaction:
      return parseTransactionPart(body).lines
    case FRAME_TYPES.index:
      records.expect(parseIndex(body))
      return []
    default:
      // A dictionary is no record.
      return []
  }
}

function idOf(json: Buffer): string {
  const record: unknown = JSON.parse(json.toString('utf8'))
  const id: unknown = typeof record === 'object' && record !== null ? Reflect.get(record, 'id') : undefined
  return typeof id === 'string' ? id : ''
}

function noteLost(lost: LostRange[], from: number, to: number): void {
  const last = lost.at(-1)
  if (last?.to === from) lost[lost.length - 1] = { from: last.from, to }
  else lost.push({ from, to })
}
