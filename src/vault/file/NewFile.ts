/**
 * A log file being written: snapshot first, then what was saved meanwhile, then the pages that make it valid.
 *
 * It has a temporary name and a fresh epoch. Until `seal` it is not a log: no crash can leave one that looks whole and
 * is not. It holds ciphertext only, like the file that it becomes.
 */
import { randomBytes } from 'node:crypto'
import type { Disk, DiskFile, FileStamp } from '../disk.ts'
import { packCommitRecord } from '../format/commitRecord.ts'
import { type CompressedBody, compressSmall, DictionaryCompressor } from '../format/compression.ts'
import { type EpochKeys, epochKeysOf, wipeEpochKeys } from '../format/epochKeys.ts'
import { FRAME_TYPES, type FrameType, sealFrame } from '../format/frame.ts'
import { COMMIT_OFFSETS, FILE_ID_LENGTH, SUPERBLOCK_OFFSETS } from '../format/layout.ts'
import {
  chunkBody,
  type IndexEntry,
  type IndexedChunk,
  indexLine,
  MAX_CHUNK_RECORDS,
  type RecordLine,
  type SnapshotEnd,
  snapshotEndBody,
} from '../format/lines.ts'
import { packSuperblock, type Superblock } from '../format/superblock.ts'
import { removeQuietly, temporaryPath } from '../temporaryFiles.ts'
import { VaultFailure } from '../vaultError.ts'
import { firstFrameOf, type Tail } from './FrameReader.ts'

/**
 * Bytes of a chunk before compression: small enough to be opened for one record. Below 128 KiB, from where on the C
 * library asks the system for memory and gives it back each time: to read a record then slowed the save that follows.
 */
const CHUNK_LENGTH = 96 * 1024
/** Bytes of the first chunks that become the dictionary; a smaller log does without. */
const DICTIONARY_LENGTH = 1536 * 1024
const INDEX_LENGTH = 256 * 1024
const SNAPSHOT_PADDING = 1024
export const TRANSACTION_PADDING = 256
/** Not much: a save of the open log may have to wait until the disk is done with it. */
const SYNC_EVERY = 1024 * 1024

/** A chunk that waits to be written. */
interface ReadyChunk {
  readonly chunk: IndexedChunk
  readonly body: Buffer
}

interface OpenChunk {
  entries: IndexEntry[]
  records: Buffer[]
  length: number
}

/** What a finished file hands to whoever keeps it open. */
export interface FinishedFile {
  readonly file: DiskFile
  readonly stamp: FileStamp
  readonly keys: EpochKeys
  readonly superblock: Superblock
  readonly start: Tail
  readonly snapshotEnd: Tail
  readonly tail: Tail
  readonly journalFrames: number
  readonly records: number
  readonly dictionary: Buffer | null
}

export class NewFile {
  readonly path: string
  readonly #disk: Disk
  readonly #file: DiskFile
  readonly #keys: EpochKeys
  readonly #superblock: Superblock
  readonly #start: Tail
  #tail: Tail
  #snapshotEnd: Tail | null = null
  #journalFrames = 0
  readonly #open = new Map<string, OpenChunk>()
  #dictionary: Buffer | null = null
  #compressor: DictionaryCompressor | null = null
  #ready: ReadyChunk[] = []
  #readyLength = 0
  #indexLines: string[] = []
  #indexLength = 0
  #records = 0
  #syncedTo = 0
  #isOpen = true
  /** The keys are now those of the open log. */
  #isHandedOver = false

  /**
   * @param target the name it will have; this file stands beside it. @param superblock epoch is replaced by a fresh one.
   */
  constructor(disk: Disk, target: string, dataKey: Uint8Array, superblock: Omit<Superblock, 'epoch'>) {
    this.path = temporaryPath(target)
    this.#disk = disk
    this.#superblock = { ...superblock, epoch: randomBytes(FILE_ID_LENGTH).toString('hex') }
    this.#keys = epochKeysOf(dataKey, this.#superblock)
    this.#start = firstFrameOf(this.#superblock)
    this.#tail = this.#start
    this.#file = disk.open(this.path, 'create')
  }

  /** Puts one record into the snapshot. Returns true when `writeReady` is to be called before the next one. */
  add({ collection, id, row, json }: RecordLine): boolean {
    let chunk = this.#open.get(collection)
    if (chunk === undefined) {
      chunk = { entries: [], records: [], length: 0 }
      this.#open.set(collection, chunk)
    }
    chunk.entries.push({ id, length: json.length, row })
    chunk.records.push(json)
    chunk.length += json.length + 1
    const isFull = chunk.length >= CHUNK_LENGTH || chunk.entries.length >= MAX_CHUNK_RECORDS
    if (isFull) this.#close(collection, chunk)
    return isFull && (this.#dictionary !== null || this.#readyLength >= DICTIONARY_LENGTH)
  }

  /** Writes the chunks that are full. */
  async writeReady(): Promise<void> {
    if (this.#dictionary === null) {
      if (this.#readyLength < DICTIONARY_LENGTH) return
      const bodies = Buffer.concat(this.#ready.map(({ body }) => body))
      await this.takeDictionary(bodies.subarray(0, DICTIONARY_LENGTH))
    }
    await this.#writeAllReady()
  }

  /** Puts the dictionary of another file into this one, before any chunk of it that needs it. */
  async takeDictionary(dictionary: Buffer): Promise<void> {
    // Chunks of the one would be read with the other, and give wrong records in silence.
    if (this.#dictionary !== null) throw new Error('a file with two dictionaries')
    this.#dictionary = dictionary
    await this.#writeDictionary()
  }

  /** Puts a chunk of another file, whose dictionary is this one's too, into the snapshot as it is there. */
  async addChunk(chunk: IndexedChunk, body: Uint8Array, flags: number): Promise<void> {
    this.#write(FRAME_TYPES.chunk, flags, body, SNAPSHOT_PADDING)
    this.#records += chunk.entries.length
    const line = indexLine(chunk)
    this.#indexLines.push(line)
    this.#indexLength += line.length
    if (this.#indexLength >= INDEX_LENGTH) await this.#writeIndex()
  }

  /** Ends the snapshot; only transactions may follow. */
  async endSnapshot(end: Omit<SnapshotEnd, 'records'>): Promise<void> {
    for (const [collection, chunk] of this.#open) this.#close(collection, chunk)
    await this.#writeAllReady()
    await this.#writeIndex()
    // Once more, so that no single damage can take every record with it.
    await this.#writeDictionary()
    this.#compressor?.close()
    const body = snapshotEndBody({ ...end, records: this.#records })
    this.#write(FRAME_TYPES.snapshotEnd, 0, body, SNAPSHOT_PADDING)
    this.#snapshotEnd = this.#tail
  }

  /** Puts a frame of a transaction behind the snapshot, as it is in another file. */
  addTransactionFrame(body: Uint8Array, flags: number): void {
    this.#write(FRAME_TYPES.transaction, flags, body, TRANSACTION_PADDING)
    this.#journalFrames += 1
  }

  /** Syncs, without blocking the thread, when much has been written since the last time. */
  async syncNowAndThen(): Promise<void> {
    if (this.#tail.position - this.#syncedTo >= SYNC_EVERY) await this.syncInBackground()
  }

  async syncInBackground(): Promise<void> {
    this.#syncedTo = this.#tail.position
    await this.#file.syncInBackground()
  }

  /** Writes the pages and syncs: from here on it is a log, under its temporary name. */
  seal(slots: Superblock['slots'], counter: number): FinishedFile {
    if (this.#snapshotEnd === null) throw new Error('a file sealed before its snapshot ended')
    const superblock = { ...this.#superblock, slots, counter }
    const page = packSuperblock(superblock, this.#keys.superblock)
    const { position, place } = this.#tail
    const record = { counter: 1, length: position, sequence: place.sequence, chain: place.chain }
    const commit = packCommitRecord(record, this.#keys.commit)
    for (const offset of SUPERBLOCK_OFFSETS) this.#file.write(offset, page)
    for (const offset of COMMIT_OFFSETS) this.#file.write(offset, commit)
    this.#file.sync()
    this.#isHandedOver = true
    return {
      file: this.#file,
      // Now: once it has its name, nothing may fail any more.
      stamp: this.#file.stamp(),
      keys: this.#keys,
      superblock,
      start: this.#start,
      snapshotEnd: this.#snapshotEnd,
      tail: this.#tail,
      journalFrames: this.#journalFrames,
      records: this.#records,
      dictionary: this.#dictionary,
    }
  }

  /** Wipes the keys of a file that will not be finished, without touching the disk. */
  wipe(): void {
    if (this.#isHandedOver) return
    wipeEpochKeys(this.#keys)
  }

  /** Closes a file that nobody keeps open. */
  close(): void {
    wipeEpochKeys(this.#keys)
    const wasOpen = this.#isOpen
    this.#isOpen = false
    this.#compressor?.close()
    if (wasOpen) this.#file.close()
  }

  /** Closes and removes what was written. Never throws. */
  discard(): void {
    try {
      this.close()
    } catch {
      // The disk is failing; the next opening removes the file.
    }
    removeQuietly(this.#disk, this.path)
  }

  #close(collection: string, { entries, records }: OpenChunk): void {
    this.#open.delete(collection)
    const body = chunkBody(collection, records)
    this.#ready.push({ chunk: { collection, entries }, body })
    this.#readyLength += body.length
  }

  async #writeAllReady(): Promise<void> {
    const ready = this.#ready
    this.#ready = []
    this.#readyLength = 0
    for (const { chunk, body } of ready) {
      const small = await this.#unlessClosed(this.#compress(body))
      await this.addChunk(chunk, small.body, small.flags)
    }
  }

  #compress(body: Buffer): Promise<CompressedBody> {
    if (this.#dictionary === null) return compressSmall(body)
    this.#compressor ??= new DictionaryCompressor(this.#dictionary)
    return this.#compressor.compress(body)
  }

  async #writeDictionary(): Promise<void> {
    if (this.#dictionary === null) return
    const { body, flags } = await this.#unlessClosed(compressSmall(this.#dictionary))
    this.#write(FRAME_TYPES.dictionary, flags, body, SNAPSHOT_PADDING)
  }

  async #writeIndex(): Promise<void> {
    if (this.#indexLines.length === 0) return
    const body = Buffer.from(`${this.#indexLines.join('\n')}\n`, 'utf8')
    this.#indexLines = []
    this.#indexLength = 0
    const small = await this.#unlessClosed(compressSmall(body))
    this.#write(FRAME_TYPES.index, small.flags, small.body, SNAPSHOT_PADDING)
  }

  /** What `work` gives, or `vault/cancelled` where the file was closed while it was under way. */
  async #unlessClosed<V>(work: Promise<V>): Promise<V> {
    try {
      const done = await work
      this.#mustBeOpen()
      return done
    } catch (thrown) {
      this.#mustBeOpen()
      throw thrown
    }
  }

  #mustBeOpen(): void {
    if (!this.#isOpen) throw new VaultFailure({ code: 'vault/cancelled' })
  }

  #write(type: FrameType, flags: number, body: Uint8Array, padTo: number): void {
    const { position, place } = this.#tail
    const content = { type, flags, body, settled: 0, padTo }
    const { bytes, next } = sealFrame(this.#keys.frames, place, content)
    this.#file.write(position, bytes)
    this.#tail = { position: position + bytes.length, place: next }
  }
}
