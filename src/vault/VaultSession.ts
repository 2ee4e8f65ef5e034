/**
 * A log that is open: its data, and the ways to change, check, copy and close it.
 *
 * The one door of this folder for main and the command line. Knows nothing of incidents or claims: a schema says
 * which collections there are and parses their records.
 */
import { randomFillSync } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { err, ok, type Result } from '../core/result.ts'
import type { Anchor, AnchorStore } from './anchors.ts'
import { stopIfCancelled, whileStoppable } from './cancellable.ts'
import { forgetLastKeys, KEY_LENGTH } from './cipher.ts'
import { feedFromMemory } from './data/feedFromMemory.ts'
import type { JournalAdapter } from './data/JournalAdapter.ts'
import { JournalLow } from './data/JournalLow.ts'
import type { RecordChunks } from './data/RecordChunks.ts'
import type { CopyReport, FileState, TornTail, VaultEngine } from './file/engine.ts'
import type { KnownFile } from './file/KnownFile.ts'
import type { FileSystemWarning } from './fileSystem.ts'
import { FORMAT_VERSION, SUITE } from './format/layout.ts'
import { chooseKdf, type DeriveKey } from './kdf.ts'
import type { KdfParams } from './kdfParams.ts'
import type { KeySlot, SlotKind } from './keySlot.ts'
import { deriveMemoryKey, openFromMemory, sealForMemory } from './memorySeal.ts'
import type { Secret } from './secret.ts'
import { findSlot, newPassphraseSlot, newRecoverySlot, type VaultKey } from './slots.ts'
import { attempt, failureOf, type VaultError } from './vaultError.ts'

/** A way to open a log, without anything secret. */
export interface SlotInfo {
  readonly id: string
  readonly kind: SlotKind
  /** Null for a recovery key. */
  readonly kdf: KdfParams | null
}

export interface VaultInfo {
  readonly path: string
  readonly formatVersion: number
  readonly suite: string
  readonly fileId: string
  readonly sizeBytes: number
  readonly slots: readonly SlotInfo[]
  /** ISO 8601. */
  readonly lastSaved: string
  /** Saves since the log was created, that one included. */
  readonly counter: number
  /** Files written for this log, this one included. */
  readonly generation: number
  readonly readOnly: boolean
  /** Why nothing can be saved here any more; a copy can still be saved elsewhere. */
  readonly failure: VaultError | null
  /** Why the file could not be made smaller the last time; nothing is lost by it. */
  readonly compactionFailure: VaultError | null
  /** How often the disk was asked to make saves durable. */
  readonly syncs: number
}

/** What was noticed on opening. */
export interface OpeningReport {
  readonly tornTail: TornTail | null
  readonly repaired: boolean
  /** This device has seen a later state of the log than the one that was opened. */
  readonly rolledBack: { readonly seen: Anchor; readonly found: Anchor } | null
  readonly warnings: readonly FileSystemWarning[]
}

export interface SessionParts<T extends object> {
  readonly engine: VaultEngine
  readonly adapter: JournalAdapter<T>
  readonly chunks: RecordChunks
  readonly file: KnownFile
  /** Listens to the progress of copies until the returned function is called. */
  readonly onCopying: (listener: (done: number, total: number) => void) => () => void
  readonly report: OpeningReport
  /** See memorySeal.ts; wiped with the session. */
  readonly memoryKey: Secret
  readonly readOnly: boolean
  readonly now: () => Date
  readonly deriveKey: DeriveKey
  /** Cost of new passphrases; measured on this machine when absent. */
  readonly kdf: KdfParams | undefined
  readonly anchors: AnchorStore | null
}

/** Of a long task: what is told of it, and how it is stopped. */
export interface LongTaskOptions {
  /** Bytes of this file, where nothing else is said. */
  readonly onProgress?: (done: number, total: number) => void
  /** Stops it with `vault/cancelled`; nothing of it is left behind and the log is as before. */
  readonly signal?: AbortSignal
}

const NEVER = new Promise<never>(() => undefined)
/** Saves after which this device notes how far the log is, should it never be closed. */
const REMEMBER_EVERY = 50

export class VaultSession<T extends object> {
  readonly #parts: SessionParts<T>
  readonly #low: JournalLow<T>
  #memoryKey: Secret
  #saves = 0
  #lastTask = 0
  #closing: Promise<void> | null = null
  #closed = false

  /** Use `createVault` or `openVault`. */
  constructor(parts: SessionParts<T>) {
    this.#parts = parts
    this.#low = new JournalLow(parts.adapter)
    this.#memoryKey = parts.memoryKey
  }

  /** The durable state, frozen, always the present one. Throws after `close`. */
  get data(): T {
    return this.low.data
  }

  /** The same data as a lowdb database. */
  get low(): JournalLow<T> {
    if (this.#closed) throw new Error('vault data read after close')
    return this.#low
  }

  get report(): OpeningReport {
    return this.#parts.report
  }

  /** What the index says of each record of a collection: durable, in no order. */
  rows(collection: string): Iterable<readonly [id: string, row: unknown]> {
    return this.#parts.adapter.collection(collection)?.rows() ?? []
  }

  /**
   * A record of a collection as it was stored, unchecked where nobody has asked for it yet: a fifth of the cost of
   * reading it in {@link data}. Throws after `close`.
   */
  stored(collection: string, id: string): unknown {
    if (this.#closed) throw new Error('vault data read after close')
    return this.#parts.adapter.collection(collection)?.stored(id)
  }

  /** Ids of a collection: durable, in no order. Cheaper than listing the keys of its object. */
  ids(collection: string): readonly string[] {
    return this.#parts.adapter.collection(collection)?.visibleIds() ?? []
  }

  /** Finds a few records ahead: asking for them does not have to wait until all of a large collection is ready. */
  locate(collection: string, ids: Iterable<string>): void {
    this.#parts.adapter.collection(collection)?.locate(ids)
  }

  /** No fewer than the records of a collection; cheaper than their ids, for which all of them are looked at. */
  sizeAtMost(collection: string): number {
    return this.#parts.adapter.collection(collection)?.sizeAtMost ?? 0
  }

  /**
   * Makes some of a collection ready to be asked for; false when all of it is. Whatever asks before makes the rest ready
   * at once, which for a few hundred thousand records takes a good part of a second.
   */
  makeReady(collection: string): boolean {
    return this.#parts.adapter.collection(collection)?.placeSome() ?? false
  }

  /**
   * Changes the log: assignments and deletions in collections, edits of records read in it. Durable on disk first, in
   * memory then; on failure both are as before. Updates issued before an earlier one is saved see its changes, and
   * fail with it. `before` is the state that the change builds on, without drafts. Rejects when `change` throws.
   */
  async update(change: (data: T, before: T) => void): Promise<Result<void, VaultError>> {
    if (this.#closing !== null) return err({ code: 'vault/closed' })
    if (this.#parts.readOnly) return err({ code: 'vault/read-only' })
    const { file } = this.#parts
    const before = file.counter
    try {
      await this.#low.update(change)
      if (file.counter !== before) this.#noteSave()
      return ok(undefined)
    } catch (thrown) {
      return failureOf(thrown)
    }
  }

  #noteSave(): void {
    this.#saves += 1
    if (this.#saves % REMEMBER_EVERY === 0) this.#rememberState()
  }

  /** What can be said about the file without its content. */
  info(): VaultInfo {
    const { path, superblock, ...state } = this.#parts.file.state
    return {
      path,
      formatVersion: FORMAT_VERSION,
      suite: SUITE,
      fileId: superblock.fileId,
      slots: superblock.slots.map(({ id, kind, kdf }) => ({ id, kind, kdf })),
      generation: superblock.generation,
      readOnly: this.#parts.readOnly,
      ...state,
    }
  }

  /** Looks whether the file is still the one that was left, so that `info` can say when it is not. Never throws. */
  async look(): Promise<void> {
    if (!this.#closed) await this.#parts.file.refresh()
  }

  /** Calls `listener` when nothing can be saved here any more, which a long task in the background may find as well. */
  whenFailed(listener: () => void): void {
    this.#parts.file.onFailure = listener
  }

  /** True when the passphrase is one of this log. Takes as long as unlocking. */
  async verifyPassphrase(passphrase: Secret): Promise<Result<boolean, VaultError>> {
    const found = await this.#slotOf({ kind: 'passphrase', secret: passphrase })
    return found.ok ? ok(found.value !== null) : found
  }

  /** Replaces a passphrase by another. Older copies of the file still open with the old one: see `rekey`. */
  async changePassphrase(current: Secret, next: Secret): Promise<Result<void, VaultError>> {
    const slot = await this.#mustFit(current)
    return slot.ok ? this.#addSlot(next, [slot.value.id]) : slot
  }

  /**
   * Sets a passphrase with the recovery key, for whoever has forgotten theirs: the new one takes the place of all there
   * were. `vault/wrong-passphrase` when the key is not of this log.
   */
  async resetPassphrase(recoveryKey: Secret, next: Secret): Promise<Result<void, VaultError>> {
    if (this.#parts.readOnly) return err({ code: 'vault/read-only' })
    const found = await this.#slotOf({ kind: 'recovery', secret: recoveryKey })
    if (!found.ok) return found
    if (found.value === null) return err({ code: 'vault/wrong-passphrase' })
    const forgotten = this.#slots().filter(({ kind }) => kind === 'passphrase')
    return this.#addSlot(
      next,
      forgotten.map(({ id }) => id),
    )
  }

  /** Adds a second passphrase. */
  async addPassphrase(current: Secret, next: Secret): Promise<Result<void, VaultError>> {
    const slot = await this.#mustFit(current)
    return slot.ok ? this.#addSlot(next, []) : slot
  }

  /** Adds a recovery key, replacing the one there was, and returns its 32 bytes: the only time that it is known. */
  async addRecoveryKey(current: Secret): Promise<Result<Secret, VaultError>> {
    const fits = await this.#mustFit(current)
    if (!fits.ok) return fits
    const { slot, recoveryKey } = newRecoverySlot()
    const remove = this.#slots()
      .filter(({ kind }) => kind === 'recovery')
      .map(({ id }) => id)
    const changed = await this.#change(() => this.#parts.engine.changeSlots({ add: slot, remove }))
    if (changed.ok) return ok(recoveryKey)
    recoveryKey.wipe()
    return changed
  }

  /** Removes a passphrase or recovery key; `current` is any passphrase. The last passphrase stays. */
  async removeSlot(current: Secret, slotId: string): Promise<Result<void, VaultError>> {
    const fits = await this.#mustFit(current)
    if (!fits.ok) return fits
    const slots = this.#slots()
    if (!slots.some(({ id }) => id === slotId)) return err({ code: 'vault/no-such-slot' })
    const left = slots.filter(({ id, kind }) => id !== slotId && kind === 'passphrase')
    if (left.length === 0) return err({ code: 'vault/last-slot' })
    return this.#change(() => this.#parts.engine.changeSlots({ add: null, remove: [slotId] }))
  }

  /**
   * Writes the log anew under a new data key, which `passphrase` (one of this log) alone opens: whoever has an older
   * copy and its passphrase cannot read what is saved from now on.
   */
  async rekey(passphrase: Secret, options: LongTaskOptions = {}): Promise<Result<void, VaultError>> {
    const fits = await this.#mustFit(passphrase)
    if (!fits.ok) return fits
    if (options.signal?.aborted === true) return err({ code: 'vault/cancelled' })
    const slot = await newPassphraseSlot(passphrase, await this.#kdf(), this.#parts.deriveKey)
    if (!slot.ok) return slot
    const { engine, file } = this.#parts
    const dataKey = randomFillSync(new Uint8Array(KEY_LENGTH))
    const memoryKey = deriveMemoryKey(dataKey, file.state.superblock.fileId)
    const done = await this.#change(() =>
      this.#longTask(options, (task) => engine.rekey({ slot: slot.value, dataKey }, task)),
    )
    const outdated = done.ok && !this.#closed ? this.#memoryKey : memoryKey
    if (outdated !== memoryKey) this.#memoryKey = memoryKey
    outdated.wipe()
    return done
  }

  /** Seals what has to outlive this session in memory; only a session of the same log opens it. Throws after `close`. */
  sealForMemory(plaintext: Uint8Array): Uint8Array {
    return sealForMemory(this.#memoryKey, plaintext)
  }

  /** What was sealed so; null when it is not of this log, or the log has got a new data key elsewhere since. */
  openFromMemory(sealed: Uint8Array): Uint8Array | null {
    return openFromMemory(this.#memoryKey, sealed)
  }

  /** Makes the file as small as it can be; saves go on meanwhile. Happens by itself now and then. */
  compact(): Promise<Result<void, VaultError>> {
    return this.#change(() => this.#parts.engine.compact())
  }

  /** Writes a copy where nothing is yet, and opens it to see that it is whole; saves go on meanwhile. */
  async backup(path: string, options: LongTaskOptions = {}): Promise<Result<CopyReport, VaultError>> {
    const { engine, file } = this.#parts
    const written = await attempt(() => this.#longTask(options, (task) => engine.backup(path, task)))
    // It may have found that the log itself is damaged.
    if (!written.ok && !this.#closed) await file.refresh()
    return written
  }

  /**
   * Saves the log at another place, from memory alone, and goes on there: the way out when the disk fails. `path` must
   * be free. The old file is left as it is. Progress is told in records.
   */
  async saveElsewhere(path: string, options: LongTaskOptions = {}): Promise<Result<void, VaultError>> {
    const { engine, adapter, now, readOnly } = this.#parts
    if (readOnly) return err({ code: 'vault/read-only' })
    const at = now().toISOString()
    const { signal, onProgress = () => undefined } = options
    const copy = async () => {
      stopIfCancelled(signal)
      await engine.beginCopy({ path, since: at })
      try {
        const meta = await feedFromMemory(engine, adapter, at, async (done, total) => {
          onProgress(done, total)
          // Somebody may want to stop it, and the window to be drawn.
          await nextTurn()
          stopIfCancelled(signal)
        })
        return await engine.finish(at, meta)
      } catch (thrown) {
        await engine.giveUp()
        throw thrown
      }
    }
    return this.#change(() => adapter.withoutSaving(copy))
  }

  /**
   * Waits for saves under way, wipes keys and records, drops the lock. May be called again. Once `givenUp` resolves,
   * keys and records go although a save hangs in a disk that does not answer; that save was not acknowledged. Resolves
   * when the file is closed.
   */
  close(givenUp: Promise<unknown> = NEVER): Promise<void> {
    this.#closing ??= this.#close(givenUp)
    return this.#closing
  }

  async #close(givenUp: Promise<unknown>): Promise<void> {
    const { engine, adapter, chunks } = this.#parts
    try {
      await Promise.race([adapter.close(), givenUp])
      this.#rememberState()
    } finally {
      this.#closed = true
      // Whatever went wrong before: keys and records must not stay.
      adapter.clear()
      chunks.clear()
      this.#memoryKey.wipe()
      // Of this thread; the engine, which wipes its own, may be in another.
      forgetLastKeys()
      await engine.close()
    }
  }

  /** A log that was found older than this device knows stays suspect until something is saved in it. */
  #rememberState(): void {
    const { anchors, report, readOnly, file } = this.#parts
    if (anchors === null || readOnly || (report.rolledBack !== null && this.#saves === 0)) return
    const { superblock, counter } = file.state
    anchors.write(superblock.fileId, { superblock: superblock.counter, counter })
  }

  #slots(): readonly KeySlot[] {
    return this.#parts.file.state.superblock.slots
  }

  async #slotOf(key: VaultKey): Promise<Result<KeySlot | null, VaultError>> {
    const found = await findSlot(this.#parts.file.state.superblock, key, this.#parts.deriveKey)
    if (!found.ok) return found
    found.value?.slotKey.wipe()
    return ok(found.value?.slot ?? null)
  }

  async #mustFit(passphrase: Secret): Promise<Result<KeySlot, VaultError>> {
    if (this.#parts.readOnly) return err({ code: 'vault/read-only' })
    const found = await this.#slotOf({ kind: 'passphrase', secret: passphrase })
    if (!found.ok) return found
    return found.value === null ? err({ code: 'vault/wrong-passphrase' }) : ok(found.value)
  }

  async #addSlot(passphrase: Secret, remove: readonly string[]): Promise<Result<void, VaultError>> {
    const slot = await newPassphraseSlot(passphrase, await this.#kdf(), this.#parts.deriveKey)
    if (!slot.ok) return slot
    return this.#change(() => this.#parts.engine.changeSlots({ add: slot.value, remove }))
  }

  async #kdf(): Promise<KdfParams> {
    return this.#parts.kdf ?? chooseKdf()
  }

  async #longTask<V>(
    { onProgress = () => undefined, signal }: LongTaskOptions,
    work: (task: number) => Promise<V>,
  ): Promise<V> {
    this.#lastTask += 1
    const task = this.#lastTask
    const stopListening = this.#parts.onCopying(onProgress)
    try {
      return await whileStoppable(
        signal,
        () => void this.#parts.engine.cancel(task),
        () => work(task),
      )
    } finally {
      stopListening()
    }
  }

  #change(work: () => Promise<FileState>): Promise<Result<void, VaultError>> {
    return attempt(async () => {
      try {
        this.#parts.file.state = await work()
      } catch (thrown) {
        await this.#parts.file.refresh()
        throw thrown
      }
    })
  }
}
