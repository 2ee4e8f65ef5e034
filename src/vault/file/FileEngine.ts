/**
 * The engine of a session: lock, open file, and the long tasks beside it (making the file smaller, copies, new keys).
 *
 * Runs in the thread of its session or in one of its own (startEngine.ts). Saves are synchronous and wait for nobody; a
 * long task works in steps between them, and takes over in one step at its end, so that nothing saved meanwhile is
 * missed. Long tasks wait for each other.
 */
import { dirname } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Disk, DiskFile } from '../disk.ts'
import { findFileSystemWarnings } from '../fileSystem.ts'
import { deriveEpochKeys, type EpochKeys, wipeEpochKeys } from '../format/epochKeys.ts'
import { startOfChain } from '../format/frame.ts'
import { FRAMES_OFFSET } from '../format/layout.ts'
import { parseTransactionPart, type RecordLine, transactionPart } from '../format/lines.ts'
import type { Superblock } from '../format/superblock.ts'
import { createKeySlot, type KeySlot, MAX_SLOTS } from '../keySlot.ts'
import { acquireLock, type Lock, type LockPorts, realLockPorts } from '../lock.ts'
import { Secret } from '../secret.ts'
import { removeStaleTemporaries } from '../temporaryFiles.ts'
import { errnoOf, toVaultError, unwrap, type VaultError, VaultFailure } from '../vaultError.ts'
import { ContentSink } from './ContentSink.ts'
import { copyLog, copyTransactions } from './copyLog.ts'
import type {
  CopyReport,
  EngineListener,
  EnginePolicy,
  FileState,
  HeldLock,
  NewSlot,
  OpenedFile,
  Recovery,
  SavedState,
  VaultEngine,
} from './engine.ts'
import type { Tail } from './FrameReader.ts'
import { findSuperblock } from './fileStart.ts'
import { LongTasks } from './LongTasks.ts'
import { findLog, freePath, hasName, openLogFile } from './logPaths.ts'
import { type FinishedFile, NewFile } from './NewFile.ts'
import { backupPath, moveToNewName, replaceKeepingBackup } from './names.ts'
import { openFile } from './openFile.ts'
import type { Pause } from './readFrames.ts'
import { type SalvageReport, salvageFrames } from './salvage.ts'
import { skippingUnreadable } from './unreadable.ts'
import { partsOfFinished, VaultFile } from './VaultFile.ts'
import { VerifyingSink } from './VerifyingSink.ts'

export interface FileEngineOptions {
  readonly disk: Disk
  readonly policy: EnginePolicy
  readonly listener: EngineListener
  readonly warningsFor?: typeof findFileSystemWarnings
  readonly lockPorts?: LockPorts
}

/** A file that is being fed. */
interface BegunFile {
  readonly path: string
  readonly target: NewFile
  readonly slots: Superblock['slots']
  readonly lock: Lock
  readonly counter: number
}
/** What is looked through of a copy at a stretch: a millisecond's work. */
const LOOKED_AT_ONCE = 256 * 1024

export class FileEngine implements VaultEngine {
  readonly #disk: Disk
  readonly #policy: EnginePolicy
  readonly #listener: EngineListener
  readonly #warningsFor: typeof findFileSystemWarnings
  readonly #lockPorts: LockPorts
  #dataKey: Secret | null = null
  /** Of a new encryption that is under way. */
  #nextKey: Secret | null = null
  /** The file written last. */
  #target: NewFile | null = null
  #lock: Lock | null = null
  #opening: { path: string; readOnly: boolean } | null = null
  #vault: VaultFile | null = null
  #begun: BegunFile | null = null
  #endCopy: (() => void) | null = null
  #cancelled = false
  #compactionFailure: VaultError | null = null
  /** Not tried again before the file has grown to this length. */
  #compactAgainAt = 0
  readonly #tasks = new LongTasks()
  #savedInTurn = false

  constructor(options: FileEngineOptions) {
    this.#disk = options.disk
    this.#policy = options.policy
    this.#listener = options.listener
    this.#warningsFor = options.warningsFor ?? findFileSystemWarnings
    this.#lockPorts = options.lockPorts ?? realLockPorts(options.policy.program)
  }

  async open(request: Parameters<VaultEngine['open']>[0]): Promise<OpenedFile> {
    const path = findLog(this.#disk, request.path)
    if (!request.readOnly) {
      const { since, takeOver = null } = request
      this.#lock = unwrap(await acquireLock(this.#disk, path, since, this.#lockPorts, takeOver))
    }
    try {
      if (this.#lock !== null) removeStaleTemporaries(this.#disk, path)
      const file = openLogFile(this.#disk, path, 'read')
      try {
        const superblock = superblockAround(file)
        this.#opening = { path, readOnly: request.readOnly }
        return { superblock, path, lockId: this.#lock?.id ?? null, warnings: this.#warningsFor(path) }
      } finally {
        file.close()
      }
    } catch (thrown) {
      this.#releaseLock()
      throw thrown
    }
  }

  async unlock(dataKey: Uint8Array): Promise<Recovery> {
    const opening = this.#opening
    if (opening === null) throw new Error('unlock before open')
    this.#dataKey = new Secret(dataKey)
    dataKey.fill(0)
    const { path, readOnly } = opening
    const file = openLogFile(this.#disk, path, readOnly ? 'read' : 'write')
    const sink = new ContentSink(this.#listener)
    const opened = await openFile(this.#disk, this.#policy, {
      path,
      file,
      dataKey: this.#dataKey,
      readOnly,
      sink,
      pause: this.#pauseReading,
    })
    sink.flush()
    this.#vault = opened.vault
    return { state: this.#state(), tornTail: opened.tornTail, repaired: opened.repaired }
  }

  async salvage(dataKey: Uint8Array): Promise<SalvageReport> {
    const opening = this.#opening
    if (opening === null) throw new Error('salvage before open')
    const sink = new ContentSink(this.#listener)
    const tell = (lines: readonly RecordLine[]) => {
      if (lines.length > 0) sink.transaction([transactionPart('', lines)])
    }
    const file = openLogFile(this.#disk, opening.path, 'read')
    let keys: EpochKeys | null = null
    try {
      const { fileId, epoch } = superblockAround(file)
      keys = deriveEpochKeys(dataKey, Buffer.from(fileId, 'hex'), Buffer.from(epoch, 'hex'))
      const report = await salvageFrames(file, keys.frames, tell, this.#pauseReading)
      sink.flush()
      return report
    } finally {
      dataKey.fill(0)
      if (keys !== null) wipeEpochKeys(keys)
      file.close()
    }
  }

  async cancel(task?: number): Promise<void> {
    if (task === undefined) this.#cancelled = true
    else this.#tasks.stop(task)
  }

  async mustBeFree(path: string): Promise<void> {
    freePath(this.#disk, path)
  }

  async beginLog(request: {
    path: string
    fileId: string
    slot: NewSlot
    dataKey: Uint8Array
    since: string
  }): Promise<HeldLock> {
    this.#dataKey = new Secret(request.dataKey)
    request.dataKey.fill(0)
    const slot = this.#makeSlot(request.fileId, request.slot, this.#dataKey)
    const superblock = { fileId: request.fileId, counter: 1, generation: 1, slots: [slot] }
    return this.#begin(request.path, request.since, superblock, 1)
  }

  beginCopy(request: { path: string; since: string }): Promise<HeldLock> {
    const { promise: begun, resolve, reject } = Promise.withResolvers<HeldLock>()
    // A long task until it is finished or given up: none may read the old file while it is being left.
    void this.#tasks.run(async () => {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>()
      try {
        const { superblock, counter } = this.#openVault()
        const held = await this.#begin(request.path, request.since, nextFile(superblock), counter)
        this.#endCopy = end
        resolve(held)
      } catch (thrown) {
        reject(thrown)
        return
      }
      await ended
    })
    return begun
  }

  async giveUp(): Promise<void> {
    this.#begun?.target.discard()
    this.#begun?.lock.release()
    this.#endBegun()
  }

  async feed(part: Uint8Array): Promise<void> {
    const { target } = this.#mustHaveBegun()
    for (const line of parseTransactionPart(Buffer.from(part.buffer, part.byteOffset, part.length)).lines) {
      if (target.add(line)) await target.writeReady()
    }
    await target.syncNowAndThen()
  }

  async finish(at: string, meta: unknown): Promise<FileState> {
    const begun = this.#mustHaveBegun()
    try {
      await begun.target.endSnapshot({ at, meta, counter: begun.counter })
      await begun.target.syncInBackground()
      if (this.#begun !== begun) throw new VaultFailure({ code: 'vault/cancelled' })
      const finished = begun.target.seal(begun.slots, this.#nextSuperblockCounter())
      moveToNewName(this.#disk, begun.target.path, begun.path)
      this.#vault?.close()
      this.#releaseLock()
      this.#lock = begun.lock
      this.#adopt(finished, this.#mustHaveKey(), begun.path, begun.counter, at)
    } catch (thrown) {
      await this.giveUp()
      throw thrown
    }
    this.#endBegun()
    return this.#state()
  }

  append(transactions: readonly (readonly Uint8Array[])[], at: string): SavedState | Promise<SavedState> {
    if (!this.#tasks.isRunning) return this.#append(transactions, at)
    return this.#leaveTurns().then(() => this.#append(transactions, at))
  }

  #append(transactions: readonly (readonly Uint8Array[])[], at: string): SavedState {
    const vault = this.#openVault()
    vault.append(transactions, at)
    vault.noteAppended()
    const saved = vault.saved()
    if (vault.isDueForCompaction && saved.sizeBytes >= this.#compactAgainAt) {
      this.#compactAgainAt = Number.POSITIVE_INFINITY
      void this.compact()
        .catch(() => undefined)
        .then(() => this.#vault !== null && this.#listener.changed(this.#state()))
    }
    return saved
  }

  /**
   * Leaves the task under way a step between two saves, or saves without a pause would starve it. The first save of a turn
   * does not wait: whoever types saves less often than that.
   */
  async #leaveTurns(): Promise<void> {
    if (this.#savedInTurn) await nextTurn()
    this.#savedInTurn = true
    setImmediate(() => {
      this.#savedInTurn = false
    })
  }

  async state(): Promise<FileState> {
    this.#openVault().look()
    return this.#state()
  }

  compact(): Promise<FileState> {
    return this.#tasks.run(async () => {
      try {
        await this.#rewrite(nextFile(this.#openVault().superblock), this.#mustHaveKey())
        this.#compactionFailure = null
        this.#compactAgainAt = 0
      } catch (thrown) {
        this.#compactionFailure = toVaultError(thrown)
        // The journal may well grow to twice this before it is worth another try.
        this.#compactAgainAt = 2 * (this.#vault?.saved().sizeBytes ?? 0)
        throw thrown
      }
      return this.#state()
    })
  }

  backup(path: string, task?: number): Promise<CopyReport> {
    return this.#tasks.run(async () => {
      this.#tasks.goOn(task)
      const vault = this.#openVault()
      const target = freePath(this.#disk, path)
      const dataKey = this.#mustHaveKey()
      const copy = this.#newFile(target, dataKey, nextFile(vault.superblock))
      let counter = vault.counter
      try {
        const copied = await this.#copyTo(copy, task)
        copyRest(vault, copied, copy)
        counter = vault.counter
        copy.seal(vault.superblock.slots, vault.superblock.counter)
        copy.close()
        const report = await this.#verifyCopy(copy.path, dataKey, counter, task)
        this.#tasks.goOn(task)
        moveToNewName(this.#disk, copy.path, target)
        return { ...report, path: target }
      } catch (thrown) {
        copy.discard()
        throw thrown
      }
    })
  }

  changeSlots(request: { add: NewSlot | null; remove: readonly string[] }): Promise<FileState> {
    return this.#tasks.run(async () => {
      const vault = this.#openVault()
      const { fileId, slots } = vault.superblock
      const added = request.add === null ? [] : [this.#makeSlot(fileId, request.add, this.#mustHaveKey())]
      const kept = slots.filter(({ id }) => !request.remove.includes(id))
      // Somebody else has removed it meanwhile, and may have added what is to be added now.
      if (slots.length - kept.length < request.remove.length)
        throw new VaultFailure({ code: 'vault/no-such-slot' })
      const next = [...kept, ...added]
      if (next.length === 0) throw new VaultFailure({ code: 'vault/last-slot' })
      if (next.length > MAX_SLOTS) throw new VaultFailure({ code: 'vault/too-many-slots' })
      vault.mustBeWritable()
      vault.mustBeOurs()
      // It opens with what is about to be taken away. First, so that nothing is taken away in appearance only.
      if (request.remove.length > 0) this.#removeBackup()
      vault.writeSlots(next)
      return this.#state()
    })
  }

  rekey(request: { slot: NewSlot; dataKey: Uint8Array }, task?: number): Promise<FileState> {
    const { slot } = request
    const dataKey = new Secret(request.dataKey)
    request.dataKey.fill(0)
    this.#nextKey = dataKey
    return this.#tasks.run(async () => {
      try {
        this.#tasks.goOn(task)
        const { superblock } = this.#openVault()
        const slots = [this.#makeSlot(superblock.fileId, slot, dataKey)]
        await this.#rewrite({ ...nextFile(superblock), slots }, dataKey, task)
      } finally {
        if (this.#dataKey !== dataKey) dataKey.wipe()
      }
      this.#removeBackup()
      return this.#state()
    })
  }

  async close(): Promise<void> {
    this.#tasks.close()
    this.#cancelled = true
    await this.giveUp()
    // Before what a long task may be waiting for: a disk that does not answer must not keep the keys.
    this.#vault?.close()
    this.#vault = null
    this.#dataKey?.wipe()
    this.#nextKey?.wipe()
    this.#target?.wipe()
    this.#releaseLock()
    await this.#tasks.ended()
  }

  /** Replaces the file by one that holds the same, without what is outdated. */
  async #rewrite(superblock: Superblock, dataKey: Secret, task?: number): Promise<void> {
    const vault = this.#openVault()
    vault.mustBeWritable()
    vault.mustBeOurs()
    const target = this.#newFile(vault.path, dataKey, superblock)
    let finished: FinishedFile
    try {
      const copied = await this.#copyTo(target, task)
      // From here to the end without a pause: nothing can be saved in between.
      vault.mustBeWritable()
      copyRest(vault, copied, target)
      const slots = dataKey === this.#dataKey ? vault.superblock.slots : superblock.slots
      finished = target.seal(slots, vault.superblock.counter + 1)
      // Last thing before names change: what another program put there is not to be renamed over.
      vault.mustBeOurs()
    } catch (thrown) {
      target.discard()
      throw thrown
    }
    try {
      replaceKeepingBackup(this.#disk, target.path, vault.path)
    } catch (thrown) {
      // A disk may say that it failed and have done it all the same: then the new file is the log.
      if (!hasName(this.#disk, vault.path, finished.stamp.inode)) {
        target.discard()
        throw thrown
      }
    }
    const { counter } = vault
    const { lastSaved } = vault.saved()
    vault.abandon()
    this.#adopt(finished, dataKey, vault.path, counter, lastSaved)
    try {
      this.#disk.syncFolder(dirname(vault.path))
    } catch (thrown) {
      // The new name may not survive a power cut, and then everything saved from now on would be lost with it.
      throw this.#openVault().fail({ code: 'disk/sync-failed', errno: errnoOf(thrown) ?? 'EIO' })
    }
  }

  async #copyTo(target: NewFile, task: number | undefined): Promise<Tail> {
    const vault = this.#openVault()
    const pause = async (done: number, total: number) => {
      this.#listener.progress('copying', done, total)
      await nextTurn()
      this.#tasks.goOn(task)
    }
    try {
      return await copyLog(() => this.#openVault().source(), target, pause)
    } catch (thrown) {
      throw vault.noteRot(thrown)
    }
  }

  async #verifyCopy(
    path: string,
    dataKey: Secret,
    counter: number,
    task: number | undefined,
  ): Promise<CopyReport> {
    const file = this.#disk.open(path, 'read')
    const sink = new VerifyingSink()
    let pausedAt = 0
    const { vault } = await openFile(this.#disk, this.#policy, {
      path,
      file,
      dataKey,
      readOnly: true,
      sink,
      pause: async () => {
        // Not after every frame: a journal has very many small ones.
        if (sink.looked - pausedAt < LOOKED_AT_ONCE) return
        pausedAt = sink.looked
        await nextTurn()
        this.#tasks.goOn(task)
      },
      // The log is being worked in: four megabytes, unpacked and looked through, take longer than a frame of the window.
      pauseEvery: 0,
    })
    const { sizeBytes } = vault.saved()
    const isWhole = vault.counter === counter
    const { records } = vault
    vault.close()
    if (!isWhole) throw new VaultFailure({ code: 'vault/damaged', where: 'history' })
    return { path, sizeBytes, records, counter }
  }

  async #begin(
    untrustedPath: string,
    since: string,
    superblock: Omit<Superblock, 'epoch'>,
    counter: number,
  ): Promise<HeldLock> {
    const path = freePath(this.#disk, untrustedPath)
    const lock = unwrap(await acquireLock(this.#disk, path, since, this.#lockPorts))
    try {
      const target = this.#newFile(path, this.#mustHaveKey(), superblock)
      this.#begun = { path, target, slots: superblock.slots, lock, counter }
    } catch (thrown) {
      lock.release()
      throw thrown
    }
    return { path, id: lock.id }
  }

  #newFile(path: string, dataKey: Secret, superblock: Omit<Superblock, 'epoch'>): NewFile {
    const target = dataKey.use((bytes) => new NewFile(this.#disk, path, bytes, superblock))
    this.#target = target
    return target
  }

  /** From here on this is the open file, and `dataKey` its key. */
  #adopt(finished: FinishedFile, dataKey: Secret, path: string, counter: number, lastSaved: string): void {
    if (this.#dataKey !== dataKey) this.#dataKey?.wipe()
    this.#dataKey = dataKey
    const { fileId, epoch } = finished.superblock
    const place = startOfChain(Buffer.from(fileId, 'hex'), Buffer.from(epoch, 'hex'))
    const start = { position: FRAMES_OFFSET, place }
    this.#vault = new VaultFile(
      this.#disk,
      this.#policy,
      partsOfFinished(finished, path, start, counter, lastSaved),
    )
  }

  #makeSlot(fileId: string, { kind, kdf, salt, key }: NewSlot, dataKey: Secret): KeySlot {
    const slotKey = new Secret(key)
    key.fill(0)
    const slot = dataKey.use((bytes) =>
      createKeySlot(Buffer.from(fileId, 'hex'), { kind, kdf, salt, key: slotKey }, bytes),
    )
    slotKey.wipe()
    return slot
  }

  readonly #pauseReading: Pause = async (position, size) => {
    this.#listener.progress('reading', position, size)
    await nextTurn()
    if (this.#cancelled) throw new VaultFailure({ code: 'vault/cancelled' })
  }

  #removeBackup(): void {
    const path = backupPath(this.#openVault().path)
    if (this.#disk.stamp(path) === null) return
    this.#disk.remove(path)
    this.#disk.syncFolder(dirname(path))
  }

  #releaseLock(): void {
    this.#lock?.release()
    this.#lock = null
  }

  #nextSuperblockCounter(): number {
    return (this.#vault?.superblock.counter ?? 0) + 1
  }

  #openVault(): VaultFile {
    if (this.#vault === null) throw new VaultFailure({ code: 'vault/closed' })
    return this.#vault
  }

  #mustHaveKey(): Secret {
    if (this.#dataKey === null) throw new VaultFailure({ code: 'vault/closed' })
    return this.#dataKey
  }

  #endBegun(): void {
    this.#begun = null
    this.#endCopy?.()
    this.#endCopy = null
  }

  #mustHaveBegun(): BegunFile {
    if (this.#begun === null) throw new Error('no file was begun')
    return this.#begun
  }

  #state(): FileState {
    return this.#openVault().state(this.#compactionFailure)
  }
}

/** Also where a page of the start cannot be read: a rescue needs no more than the other one. */
function superblockAround(file: DiskFile): Superblock {
  const { file: readable, gaps } = skippingUnreadable(file)
  try {
    return findSuperblock(readable).superblock
  } catch (thrown) {
    const [gap] = gaps()
    throw gap === undefined ? thrown : new VaultFailure({ code: 'vault/unreadable', at: gap.from })
  }
}

/** In one step, what was saved behind `copied`. */
function copyRest(vault: VaultFile, copied: Tail, target: NewFile): void {
  try {
    copyTransactions(vault.source(), copied, target)
  } catch (thrown) {
    throw vault.noteRot(thrown)
  }
}

function nextFile(superblock: Superblock): Superblock {
  return { ...superblock, generation: superblock.generation + 1 }
}
