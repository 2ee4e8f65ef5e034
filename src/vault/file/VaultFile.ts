/**
 * The file of an open log: appends to it and keeps its first pages. Owns its keys; nothing else writes it.
 *
 * Order of a save: size and inode are what we left → write → sync → acknowledge → commit record. After a failed sync
 * nothing is trusted any more: what the disk holds cannot be known, so nothing is written again.
 */

import { dirname } from 'node:path'
import { prepareNextPiece } from '../cipher.ts'
import type { Disk, DiskFile, FileStamp } from '../disk.ts'
import { packCommitRecord } from '../format/commitRecord.ts'
import { type EpochKeys, wipeEpochKeys } from '../format/epochKeys.ts'
import { COMMIT_OFFSETS, SUPERBLOCK_OFFSETS } from '../format/layout.ts'
import { packSuperblock, type Superblock } from '../format/superblock.ts'
import { errnoOf, toVaultError, type VaultError, VaultFailure } from '../vaultError.ts'
import type { CopySource } from './copyLive.ts'
import type { EnginePolicy, FileState, SavedState } from './engine.ts'
import type { Tail } from './FrameReader.ts'
import type { FinishedFile } from './NewFile.ts'
import { Reserve } from './Reserve.ts'
import { sealTransactions } from './transactionFrames.ts'
import { locatingUnreadable } from './unreadable.ts'

export interface VaultFileParts {
  readonly path: string
  readonly file: DiskFile
  readonly stamp: FileStamp
  readonly keys: EpochKeys
  readonly superblock: Superblock
  /** Which of the two pages counts. */
  readonly superblockSlot: 0 | 1
  readonly start: Tail
  readonly snapshotEnd: Tail
  readonly tail: Tail
  readonly journalFrames: number
  readonly records: number
  /** Of its snapshot. */
  readonly dictionary: Buffer | null
  readonly counter: number
  readonly lastSaved: string
  /** The commit record that counts, and where it stands. */
  readonly commit: { readonly counter: number; readonly slot: 0 | 1; readonly length: number }
  readonly readOnly: boolean
}

export class VaultFile {
  readonly path: string
  readonly readOnly: boolean
  readonly #disk: Disk
  readonly #policy: EnginePolicy
  readonly #file: DiskFile
  readonly #keys: EpochKeys
  readonly #stamp: FileStamp
  readonly #reserve: Reserve
  readonly #start: Tail
  readonly #snapshotEnd: Tail
  readonly #records: number
  readonly #dictionary: Buffer | null
  #superblock: Superblock
  #superblockSlot: 0 | 1
  #tail: Tail
  #journalFrames: number
  #counter: number
  #lastSaved: string
  #failure: VaultError | null = null
  #commit: { counter: number; slot: 0 | 1; length: number; isSynced: boolean }
  #commitTimer: NodeJS.Timeout | null = null
  #preparing: NodeJS.Immediate | null = null
  #syncs = 0
  #closed = false

  constructor(disk: Disk, policy: EnginePolicy, parts: VaultFileParts) {
    this.#disk = disk
    this.#policy = policy
    this.path = parts.path
    this.readOnly = parts.readOnly
    this.#file = parts.file
    this.#keys = parts.keys
    this.#superblock = parts.superblock
    this.#superblockSlot = parts.superblockSlot
    this.#start = parts.start
    this.#snapshotEnd = parts.snapshotEnd
    this.#tail = parts.tail
    this.#journalFrames = parts.journalFrames
    this.#records = parts.records
    this.#dictionary = parts.dictionary
    this.#counter = parts.counter
    this.#lastSaved = parts.lastSaved
    this.#commit = { ...parts.commit, isSynced: true }
    this.#stamp = parts.stamp
    this.#reserve = new Reserve(parts.file, policy.reserveBytes, parts.stamp.size)
  }

  get superblock(): Superblock {
    return this.#superblock
  }

  /** Records in the snapshot. */
  get records(): number {
    return this.#records
  }

  get counter(): number {
    return this.#counter
  }

  state(compactionFailure: VaultError | null): FileState {
    const { generation: _generation, ...saved } = this.saved()
    return {
      ...saved,
      path: this.path,
      superblock: this.#superblock,
      failure: this.#failure,
      compactionFailure,
    }
  }

  saved(): SavedState {
    return {
      sizeBytes: this.#tail.position,
      counter: this.#counter,
      lastSaved: this.#lastSaved,
      syncs: this.#syncs,
      generation: this.#superblock.generation,
    }
  }

  /** What a copy is made from: everything up to the present tail. */
  source(): CopySource {
    return {
      file: locatingUnreadable(this.#file),
      key: this.#keys.frames,
      start: this.#start,
      snapshotEnd: this.#snapshotEnd,
      tail: this.#tail,
      counter: this.#counter,
      dictionary: this.#dictionary,
    }
  }

  /** True when so much was appended that rewriting pays. */
  get isDueForCompaction(): boolean {
    const journalBytes = this.#tail.position - this.#snapshotEnd.position
    const snapshotBytes = this.#snapshotEnd.position - this.#start.position
    return (
      this.#journalFrames > Math.max(this.#policy.compactAfterFrames, this.#records / 10) ||
      journalBytes > Math.max(this.#policy.compactAfterBytes, snapshotBytes / 2)
    )
  }

  /**
   * Makes transactions durable, all by one sync. Throws `vault/changed-on-disk`, `disk/…`; the file is then as before,
   * or, when that is not certain, nothing is written to it any more.
   */
  append(transactions: readonly (readonly Uint8Array[])[], at: string): void {
    this.mustBeWritable()
    this.mustBeOurs()
    const settled = this.#tail.position
    const frames = sealTransactions(this.#keys.frames, this.#tail.place, settled, transactions)
    const last = frames.at(-1)
    if (last === undefined) return
    const bytes = frames.length === 1 ? last.bytes : Buffer.concat(frames.map((frame) => frame.bytes))
    this.#writeAndSync(settled, bytes)
    this.#tail = { position: settled + bytes.length, place: last.next }
    this.#journalFrames += frames.length
    this.#counter += transactions.length
    this.#lastSaved = at
  }

  /** To be called when a save was acknowledged: says on the disk that it is there. */
  noteAppended(): void {
    if (this.#policy.commitDelayMs === null) {
      this.#tryCommit()
      this.#refillReserve()
    }
    // Not now: whoever waits for the save would wait for this too.
    else this.#preparing ??= setImmediate(() => this.#prepareForNext())
  }

  #prepareForNext(): void {
    this.#preparing = null
    const { commitDelayMs } = this.#policy
    if (this.#closed || commitDelayMs === null) return
    prepareNextPiece(this.#keys.frames)
    // Worked out while nobody waits for it; the frame itself is let go of.
    void this.#tail.place.chain
    this.#refillReserve()
    this.#commitTimer ??= setTimeout(() => this.#tryCommit(), commitDelayMs)
  }

  /** Replaces the ways to open the log on both pages. When it throws, the old ones count. */
  writeSlots(slots: Superblock['slots']): void {
    this.mustBeWritable()
    this.mustBeOurs()
    const before = this.#superblock
    const next = { ...before, slots, counter: before.counter + 1 }
    try {
      this.#writeSuperblock(next)
    } catch (thrown) {
      try {
        this.#writeSuperblock({ ...before, counter: next.counter + 1 })
      } catch {
        throw this.fail(toVaultError(thrown) ?? { code: 'disk/failed', errno: 'EIO' })
      }
      throw thrown
    }
  }

  /**
   * For a log just opened: cuts a torn tail off, restores pages and records that were damaged or behind. What was read
   * may come from a process that died before it synced, so all of it is synced first.
   */
  repair(damage: { readonly isTorn: boolean; readonly pages: boolean }): void {
    if (damage.isTorn) this.#reserve.cut(this.#tail.position)
    this.#file.sync()
    if (damage.pages) this.#writeSuperblock({ ...this.#superblock, counter: this.#superblock.counter + 1 })
    if (damage.pages || this.#commit.length !== this.#tail.position) this.#commitTwice()
  }

  /** Throws when nothing may be written: opened for reading, closed, or failed before. */
  mustBeWritable(): void {
    if (this.#closed) throw new VaultFailure({ code: 'vault/closed' })
    if (this.readOnly) throw new VaultFailure({ code: 'vault/read-only' })
    if (this.#failure !== null) throw new VaultFailure(this.#failure)
  }

  /** From now on nothing is written. Returns what to throw. */
  fail(error: VaultError): VaultFailure {
    this.#failure = error
    return new VaultFailure(error)
  }

  /**
   * What to throw when reading the file back has failed with `thrown`. What was whole when it was written or opened and
   * is not now will not open again: from then on nothing is acknowledged into it.
   */
  noteRot(thrown: unknown): unknown {
    const error = toVaultError(thrown)
    if (error?.code !== 'vault/damaged' && error?.code !== 'vault/unreadable') return thrown
    if (this.readOnly || this.#closed) return thrown
    // A stick that was pulled out, or a drive that is gone: nobody has changed anything.
    if (this.#disk.stamp(this.path) === null) return thrown
    if (!this.#isOurs()) return this.fail({ code: 'vault/changed-on-disk' })
    return this.fail({ code: 'vault/rotten', ...(error.at === undefined ? {} : { at: error.at }) })
  }

  /** Says on the disk up to where it is synced, wipes the keys, closes. Never throws. */
  close(): void {
    if (this.#closed) return
    this.#stopTimer()
    try {
      const mayWrite = !this.readOnly && this.#failure === null
      if (mayWrite && this.#isOurs()) {
        if (this.#reserve.end > this.#tail.position) this.#reserve.cut(this.#tail.position)
        if (this.#needsCommit()) this.#commitTwice()
      }
    } catch {
      // The frames are synced already: only how far is not written down.
    }
    this.abandon()
  }

  /** Wipes the keys and closes without writing: another file has taken this one's place. */
  abandon(): void {
    this.#stopTimer()
    this.#closed = true
    wipeEpochKeys(this.#keys)
    try {
      this.#file.close()
    } catch {
      // Nothing is lost: whatever was acknowledged was synced.
    }
  }

  /** Throws `vault/changed-on-disk` when another program replaced, cut or continued the file. */
  mustBeOurs(): void {
    if (!this.#isOurs()) throw this.fail({ code: 'vault/changed-on-disk' })
  }

  /** Notes, before anything is to be saved, that another program replaced, cut, continued or removed the file. Never throws. */
  look(): void {
    if (this.#closed || this.readOnly || this.#failure !== null) return
    try {
      if (!this.#isOurs() && !this.#isDriveGone()) this.fail({ code: 'vault/changed-on-disk' })
    } catch {
      // A disk that cannot say so now is asked again by the next save.
    }
  }

  /** A stick that was pulled out has taken its folders along; above a file that was removed one is where it was. */
  #isDriveGone(): boolean {
    if (this.#disk.stamp(this.path) !== null) return false
    let folder = dirname(this.path)
    while (this.#disk.stamp(folder) === null && folder !== dirname(folder)) folder = dirname(folder)
    return this.#disk.stamp(folder)?.device !== this.#stamp.device
  }

  /** Nobody replaced, cut or continued the file since we left it. */
  #isOurs(): boolean {
    const named = this.#disk.stamp(this.path)
    return (
      named !== null &&
      named.inode === this.#stamp.inode &&
      named.device === this.#stamp.device &&
      named.size === this.#reserve.end &&
      this.#reserve.isFreeFrom(this.#tail.position)
    )
  }

  #writeAndSync(position: number, bytes: Uint8Array): void {
    try {
      this.#file.write(position, bytes)
    } catch (thrown) {
      this.#cutBack(position, thrown)
      throw thrown
    }
    this.#reserve.noteWritten(position + bytes.length)
    try {
      this.#file.sync()
    } catch (thrown) {
      this.#cutBack(position, thrown)
      throw this.#failedSync(thrown)
    }
    this.#syncs += 1
    this.#commit.isSynced = true
  }

  /** A later sync may succeed without these bytes ever having reached the disk (fsyncgate): none is asked for again. */
  #failedSync(thrown: unknown): unknown {
    const errno = errnoOf(thrown)
    return errno === null ? thrown : this.fail({ code: 'disk/sync-failed', errno })
  }

  #cutBack(position: number, thrown: unknown): void {
    try {
      this.#reserve.cut(position)
    } catch {
      this.fail(toVaultError(thrown) ?? { code: 'disk/failed', errno: 'EIO' })
    }
  }

  /** Between saves, so that none of them has to make the file longer. */
  #refillReserve(): void {
    const { position } = this.#tail
    if (this.#closed || this.#failure !== null || !this.#reserve.isLowAt(position)) return
    const { end } = this.#reserve
    try {
      if (!this.#isOurs()) return
      this.#reserve.extend(position)
    } catch (thrown) {
      // No room for it, most likely: what there is of it must not take the room of a save.
      this.#cutBack(end, thrown)
      return
    }
    try {
      this.#file.sync()
      this.#commit.isSynced = true
    } catch (thrown) {
      this.#failedSync(thrown)
    }
  }

  #tryCommit(): void {
    this.#commitTimer = null
    if (this.#closed || this.#failure !== null) return
    try {
      if (this.#commit.length !== this.#tail.position && this.#isOurs()) this.#writeCommit()
    } catch {
      // The other record stands; the next one says more.
    }
  }

  /** Never over the only record that is known to be on the disk. */
  #writeCommit(): void {
    const { position, place } = this.#tail
    const counter = this.#commit.counter + 1
    const slot = this.#commit.isSynced ? (this.#commit.slot === 0 ? 1 : 0) : this.#commit.slot
    const record = { counter, length: position, sequence: place.sequence, chain: place.chain }
    this.#file.write(COMMIT_OFFSETS[slot], packCommitRecord(record, this.#keys.commit))
    this.#commit = { counter, slot, length: position, isSynced: false }
  }

  #commitTwice(): void {
    for (let done = 0; done < 2; done += 1) {
      this.#writeCommit()
      this.#file.sync()
      this.#commit.isSynced = true
    }
  }

  /** The page that does not count first: at every instant one of the two is whole. */
  #writeSuperblock(next: Superblock): void {
    const page = packSuperblock(next, this.#keys.superblock)
    for (let done = 0; done < 2; done += 1) {
      const slot = this.#superblockSlot === 0 ? 1 : 0
      this.#file.write(SUPERBLOCK_OFFSETS[slot], page)
      this.#file.sync()
      this.#superblockSlot = slot
    }
    this.#superblock = next
  }

  #needsCommit(): boolean {
    return this.#commit.length !== this.#tail.position || !this.#commit.isSynced
  }

  #stopTimer(): void {
    if (this.#commitTimer !== null) clearTimeout(this.#commitTimer)
    this.#commitTimer = null
  }
}

/** The parts for a file that `NewFile` has just finished. */
export function partsOfFinished(
  finished: FinishedFile,
  path: string,
  start: Tail,
  counter: number,
  lastSaved: string,
): VaultFileParts {
  const { file, stamp, keys, superblock, snapshotEnd, tail, journalFrames, records, dictionary } = finished
  return {
    path,
    file,
    stamp,
    keys,
    superblock,
    superblockSlot: 0,
    start,
    snapshotEnd,
    tail,
    journalFrames,
    records,
    dictionary,
    counter,
    lastSaved,
    commit: { counter: 1, slot: 0, length: tail.position },
    readOnly: false,
  }
}
