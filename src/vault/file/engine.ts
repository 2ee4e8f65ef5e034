/**
 * What a session asks of the thread that owns the file, and what it is told. Everything here can cross a thread:
 * plain values and bytes. What can fail as part of the work is thrown as `VaultFailure`.
 */
import type { FileSystemWarning } from '../fileSystem.ts'
import type { Superblock } from '../format/superblock.ts'
import type { KdfParams } from '../kdfParams.ts'
import type { SlotKind } from '../keySlot.ts'
import type { Program, VaultError } from '../vaultError.ts'
import type { SalvageReport } from './salvage.ts'

/** What is known of the file without its content. */
export interface FileState {
  readonly path: string
  /** Without the reserve that it has while it is open. */
  readonly sizeBytes: number
  readonly superblock: Superblock
  /** Transactions since the log was created. */
  readonly counter: number
  /** ISO 8601. */
  readonly lastSaved: string
  /** Why nothing can be saved any more; null while all is well. */
  readonly failure: VaultError | null
  /** Why the file could not be made smaller the last time. */
  readonly compactionFailure: VaultError | null
  /** How often the disk was asked to make a save durable. */
  readonly syncs: number
}

/** What a save changes of that; small, since it crosses threads with every save. */
export type SavedState = Pick<FileState, 'sizeBytes' | 'counter' | 'lastSaved' | 'syncs'> & {
  /** Raised when the file was written anew meanwhile. */
  readonly generation: number
}

export interface OpenedFile {
  readonly superblock: Superblock
  /** The lock that this session holds; null when it only reads. */
  readonly lockId: string | null
  readonly path: string
  readonly warnings: readonly FileSystemWarning[]
}

export interface TornTail {
  readonly bytes: number
  /** Path of the file it was kept in; null when nothing may be written. */
  readonly keptAs: string | null
}

/** A lock that an engine holds: to be released for it, should its thread die. */
export interface HeldLock {
  /** Of the log. */
  readonly path: string
  readonly id: string
}

export interface Recovery {
  readonly state: FileState
  readonly tornTail: TornTail | null
  /** A damaged copy of the superblock or commit record was restored from its twin. */
  readonly repaired: boolean
}

/** Content of the file, as it is read: in the order of `FrameSink`. */
export type ContentPart =
  | { readonly kind: 'dictionary'; readonly body: Uint8Array }
  | { readonly kind: 'chunk'; readonly body: Uint8Array; readonly flags: number }
  | { readonly kind: 'index'; readonly body: Uint8Array }
  | { readonly kind: 'snapshotEnd'; readonly meta: unknown; readonly records: number }
  | { readonly kind: 'transaction'; readonly parts: readonly Uint8Array[] }

/** A slot to be made; `key` is wiped by the engine. */
export interface NewSlot {
  readonly kind: SlotKind
  readonly kdf: KdfParams | null
  readonly salt: Uint8Array
  readonly key: Uint8Array
}

export interface CopyReport {
  readonly path: string
  readonly sizeBytes: number
  readonly records: number
  readonly counter: number
}

export interface VaultEngine {
  /**
   * Takes the lock (unless `readOnly`) and reads the superblock. `since` goes into the lock; `takeOver` is the id of one
   * whose holder is gone as the user says; it does not count against one that is proven to live.
   */
  open(request: {
    readonly path: string
    readonly readOnly: boolean
    readonly since: string
    readonly takeOver?: string | null
  }): Promise<OpenedFile>
  /** Reads and authenticates everything; content goes to the sink of the host. */
  unlock(dataKey: Uint8Array): Promise<Recovery>
  /** Instead of `unlock`, for a damaged file: tells what still authenticates, as transactions. */
  salvage(dataKey: Uint8Array): Promise<SalvageReport>
  /**
   * Makes `unlock` or `salvage` stop with `vault/cancelled`; with a number, the task that was given it instead. What such
   * a task has written is removed, and the log is as before.
   */
  cancel(task?: number): Promise<void>
  /** Throws `vault/exists` when there is something at a path already. */
  mustBeFree(path: string): Promise<void>
  /** Begins a new log; its content follows by `feed`. Takes the lock of the new path. */
  beginLog(request: {
    readonly path: string
    readonly fileId: string
    readonly slot: NewSlot
    readonly dataKey: Uint8Array
    readonly since: string
  }): Promise<HeldLock>
  /** Begins a copy of the open log at another place, from content that is fed. */
  beginCopy(request: { readonly path: string; readonly since: string }): Promise<HeldLock>
  /** Records for the file begun, in the form of a part of a transaction. */
  feed(part: Uint8Array): Promise<void>
  /** Makes the file begun durable under its name; it is the open one from now on. */
  finish(at: string, meta: unknown): Promise<FileState>
  /** Removes the file begun, if there is one. */
  giveUp(): Promise<void>
  /** Makes transactions (each a list of parts) durable together; before it returns, where nothing is waited for. */
  append(transactions: readonly (readonly Uint8Array[])[], at: string): Promise<SavedState> | SavedState
  /** What is known of the file now, after a look whether it is still ours; also after a failure. */
  state(): Promise<FileState>
  compact(): Promise<FileState>
  /** Writes a copy to a path where nothing is yet, and opens it to see that it is whole. `task` names it to `cancel`. */
  backup(path: string, task?: number): Promise<CopyReport>
  /** Adds and removes ways to open the log, in one step; the last one stays. */
  changeSlots(request: {
    readonly add: NewSlot | null
    readonly remove: readonly string[]
  }): Promise<FileState>
  /** Writes the log anew under `dataKey` (wiped) with `slot` as the only way to open it. `task` names it to `cancel`. */
  rekey(request: { readonly slot: NewSlot; readonly dataKey: Uint8Array }, task?: number): Promise<FileState>
  /** Wipes keys, drops the lock. */
  close(): Promise<void>
}

/** Told while the engine works. */
export interface EngineListener {
  /** Content, several parts at a time. */
  content(parts: readonly ContentPart[]): void
  progress(step: 'reading' | 'copying', done: number, total: number): void
  /** The file was made smaller, or could not be, without anybody asking. */
  changed(state: FileState): void
}

/** When the file is made smaller, when commit records are written, how saves are made ready for, and who asks. */
export interface EnginePolicy {
  /** Frames since the snapshot. */
  readonly compactAfterFrames: number
  /** Bytes since the snapshot; half the snapshot if that is more. */
  readonly compactAfterBytes: number
  /** Milliseconds after a save; null writes it at once. */
  readonly commitDelayMs: number | null
  /** Zeros kept ready behind the frames, for saves to be written over; 0 for none. */
  readonly reserveBytes: number
  /** Named in the lock. */
  readonly program?: Program
}

export const DEFAULT_POLICY: EnginePolicy = {
  compactAfterFrames: 1_000,
  compactAfterBytes: 1024 * 1024,
  commitDelayMs: 250,
  reserveBytes: 1024 * 1024,
}
