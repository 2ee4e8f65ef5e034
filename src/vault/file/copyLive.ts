/**
 * Copies what a log holds into a new file, from the file alone: no memory of the program takes part, so that nothing
 * unsaved can get in and nothing saved can be missed. Chunks in which nothing changed are sealed anew without being
 * looked into.
 */
import type { DiskFile } from '../disk.ts'
import { decompress } from '../format/compression.ts'
import { FRAME_TYPES } from '../format/frame.ts'
import {
  type IndexedChunk,
  META_COLLECTION,
  parseChunk,
  parseIndex,
  parseSnapshotEnd,
  parseTransactionPart,
} from '../format/lines.ts'
import { damage } from '../vaultError.ts'
import { FrameReader, type ReadFrame, type Tail } from './FrameReader.ts'
import type { NewFile } from './NewFile.ts'
import { decompressed } from './readFrames.ts'

export interface CopySource {
  readonly file: DiskFile
  /** Key of its frames. */
  readonly key: Uint8Array
  readonly start: Tail
  readonly snapshotEnd: Tail
  /** What is behind it is not copied. */
  readonly tail: Tail
  /** Transactions until there. */
  readonly counter: number
  /** That its chunks are compressed with. */
  readonly dictionary: Buffer | null
}

/** Awaited after every frame: lets others in, and stops the copying by throwing. */
export type CopyPause = (done: number, total: number) => Promise<void>

/** By collection and id, the number of the last operation on a record in the journal. */
type LastOperations = ReadonlyMap<string, ReadonlyMap<string, number>>

interface QueuedChunk {
  readonly body: Buffer
  readonly flags: number
}

/** Writes the snapshot of `source` into `target`, and ends it. `pause` is awaited after every frame. */
export async function copyLive(source: CopySource, target: NewFile, pause: CopyPause): Promise<void> {
  const total = source.tail.position
  const rest = (from: number) => pause(from, total)
  const last = await findLastOperations(source, rest)
  const { dictionary } = source
  if (dictionary !== null) await target.takeDictionary(dictionary)
  let queue: QueuedChunk[] = []
  let at = ''
  let meta: unknown = null
  let operation = 0
  for await (const frame of framesOf(source, source.start, rest)) {
    if (frame.type === FRAME_TYPES.dictionary) continue
    if (frame.type === FRAME_TYPES.chunk) {
      queue.push({ body: frame.body, flags: frame.flags })
    } else if (frame.type === FRAME_TYPES.index) {
      const described = parseIndex(decompressed(frame))
      for (const [index, chunk] of described.entries()) {
        const queued = queue[index]
        if (queued === undefined || described.length !== queue.length) throw damage('content', frame.start)
        await copyChunk(chunk, queued, dictionary, last, target)
        await rest(frame.start)
      }
      queue = []
    } else if (frame.type === FRAME_TYPES.snapshotEnd) {
      const end = parseSnapshotEnd(decompressed(frame))
      at = end.at
      meta = end.meta
    } else {
      const part = parseTransactionPart(decompressed(frame))
      at = part.at
      for (const line of part.lines) {
        const isLast = last.get(line.collection)?.get(line.id) === operation
        operation += 1
        if (!isLast || line.json.length === 0) continue
        if (line.collection === META_COLLECTION) meta = JSON.parse(line.json.toString('utf8'))
        else if (target.add(line)) await target.writeReady()
      }
    }
    await target.syncNowAndThen()
  }
  await target.endSnapshot({ at, meta, counter: source.counter })
}

async function findLastOperations(
  source: CopySource,
  rest: (from: number) => Promise<void>,
): Promise<LastOperations> {
  const last = new Map<string, Map<string, number>>()
  let operation = 0
  for await (const frame of framesOf(source, source.snapshotEnd, rest)) {
    for (const { collection, id } of parseTransactionPart(decompressed(frame)).lines) {
      let ids = last.get(collection)
      if (ids === undefined) {
        ids = new Map()
        last.set(collection, ids)
      }
      ids.set(id, operation)
      operation += 1
    }
  }
  return last
}

async function* framesOf(
  source: CopySource,
  from: Tail,
  rest: (from: number) => Promise<void>,
): AsyncGenerator<ReadFrame> {
  const reader = new FrameReader(source.file, source.key, from, source.tail.position)
  for (;;) {
    const frame = reader.next()
    if (frame.kind === 'end') return
    // It was whole when the log was opened: the disk has lost it since.
    if (frame.kind === 'bad') throw damage('frame', reader.tail.position)
    yield frame
    await rest(frame.start)
  }
}

async function copyChunk(
  chunk: IndexedChunk,
  { body, flags }: QueuedChunk,
  dictionary: Buffer | null,
  last: LastOperations,
  target: NewFile,
): Promise<void> {
  const changed = last.get(chunk.collection)
  const isUnchanged = changed === undefined || !chunk.entries.some(({ id }) => changed.has(id))
  // Without a dictionary it is read all the same, so that a log that grows slowly gets one in the end.
  if (isUnchanged && dictionary !== null) {
    await target.addChunk(chunk, body, flags)
    return
  }
  const { collection, records } = parseChunk(decompress(body, flags, dictionary))
  if (collection !== chunk.collection || records.length !== chunk.entries.length) throw damage('content')
  for (const [index, { id, row }] of chunk.entries.entries()) {
    const json = records[index]
    if (json === undefined) throw damage('content')
    if (changed?.has(id) !== true && target.add({ collection, id, row, json })) await target.writeReady()
  }
}
