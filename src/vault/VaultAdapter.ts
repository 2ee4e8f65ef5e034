/**
 * lowdb's storage port over one sealed file: `read` opens and parses it, `write` replaces it durably.
 *
 * Owns the data key, the header and the memory of what we left on disk. lowdb's port can only throw, so what can fail
 * is thrown as `VaultFailure`; VaultSession.ts turns it into a `Result`.
 */
import type { Adapter } from 'lowdb'
import type { Result } from '../core/result.ts'
import { decodeBody, encodeBody } from './body.ts'
import { createDurably, replaceDurably } from './durableFile.ts'
import { type FileOps, type FileStamp, isSameStamp } from './fileOps.ts'
import {
  MAX_FILE_LENGTH,
  openBody,
  readVault,
  type SealedVault,
  sealVault,
  type VaultFile,
  type VaultHeader,
} from './format.ts'
import type { Secret } from './secret.ts'
import { errnoOf, type VaultError, VaultFailure } from './vaultError.ts'

export interface VaultAdapterOptions<T> {
  readonly path: string
  readonly ops: FileOps
  readonly now: () => Date
  /** How to read an existing file; null for one that this adapter creates. */
  readonly reading: VaultReading<T> | null
}

export interface VaultReading<T> {
  /** Turns authenticated JSON into `T`, or throws. */
  readonly parse: (untrusted: unknown) => T
  /** Finds the data key of a file, once. */
  readonly unlock: (header: VaultHeader) => Promise<Result<Secret, VaultError>>
}

/** What is known of the file as last read or written. */
export interface VaultState {
  readonly header: VaultHeader
  readonly lastSaved: string
  readonly sizeBytes: number
}

/** A file that is ours: by its stamp, or, where stamps are not stable (FAT), by the checksum at its end. */
interface KnownFile {
  readonly stamp: FileStamp | null
  readonly digest: string
}

/** A state of the log as it will stand on disk. */
interface SealedState {
  readonly header: VaultHeader
  readonly savedAt: string
  readonly file: VaultFile
}

export class VaultAdapter<T extends object> implements Adapter<T> {
  readonly #options: VaultAdapterOptions<T>
  #dataKey: Secret | null = null
  #state: VaultState | null = null
  #known: readonly KnownFile[] = []

  constructor(options: VaultAdapterOptions<T>) {
    this.#options = options
  }

  /** Throws unless the file was read or created. */
  get state(): VaultState {
    if (this.#state === null) throw new Error('vault state asked for before it was read')
    return this.#state
  }

  /** Opens the file with the key that `unlock` finds. Throws `VaultFailure` and errors of the file system. */
  async read(): Promise<T> {
    const { reading } = this.#options
    if (reading === null) throw new Error('a log is not read by the session that created it')
    const { sealed, stamp, sizeBytes } = await this.#readSealed()
    if (this.#state !== null && sealed.header.fileId !== this.#state.header.fileId) {
      throw new VaultFailure({ code: 'vault/changed-on-disk' })
    }
    this.#dataKey ??= unwrap(await reading.unlock(sealed.header))
    const body = unwrap(await decodeBody(unwrap(openBody(sealed, this.#dataKey))))
    let data: T
    try {
      data = reading.parse(body.untrustedData)
    } catch (thrown) {
      // The parser's own words may quote a record: they stop here.
      throw thrown instanceof VaultFailure ? thrown : new VaultFailure({ code: 'vault/invalid-content' })
    }
    this.#state = { header: sealed.header, lastSaved: body.savedAt, sizeBytes }
    this.#known = [{ stamp, digest: sealed.digest }]
    return data
  }

  /** Writes the first state of a new log at `path`, which must not exist. Takes over `dataKey`. */
  async create(header: VaultHeader, dataKey: Secret, data: T): Promise<void> {
    this.#dataKey = dataKey
    const { ops, path } = this.#options
    const next = await this.#seal(header, data)
    const stamp = await createDurably(ops, path, next.file.bytes)
    this.#accept(next, stamp)
  }

  /**
   * Replaces the file by one with `data`; on return it survives a power cut. Throws `vault/changed-on-disk` when the
   * file is not the one we left; whatever it throws, this adapter and (as far as the disk allows) the file are as
   * before.
   */
  async write(data: T): Promise<void> {
    const { ops, path } = this.#options
    const { header } = this.state
    const next = await this.#seal({ ...header, counter: header.counter + 1 }, data)
    let stamp: FileStamp
    try {
      stamp = await replaceDurably(ops, path, next.file.bytes, () => this.#assertUnchanged())
    } catch (thrown) {
      // Had the old file to be put back and could not be, ours is there; the next save may replace it.
      this.#known = [...this.#known, { stamp: null, digest: next.file.digest }]
      throw thrown
    }
    this.#accept(next, stamp)
  }

  /** Overwrites the data key; nothing can be read or written any more. */
  wipe(): void {
    this.#dataKey?.wipe()
  }

  async #readSealed(): Promise<{ sealed: SealedVault; stamp: FileStamp; sizeBytes: number }> {
    const { ops, path } = this.#options
    try {
      const file = await ops.readWhole(path, MAX_FILE_LENGTH)
      if (file.kind !== 'file') throw new VaultFailure({ code: 'vault/damaged', where: 'not-a-log' })
      return { sealed: unwrap(readVault(file.bytes)), stamp: file.stamp, sizeBytes: file.bytes.length }
    } catch (thrown) {
      if (errnoOf(thrown) === 'ENOENT') throw new VaultFailure({ code: 'vault/not-found' })
      throw thrown
    }
  }

  async #seal(header: VaultHeader, data: T): Promise<SealedState> {
    if (this.#dataKey === null) throw new Error('vault written before it was unlocked')
    const savedAt = this.#options.now().toISOString()
    const body = unwrap(await encodeBody(data, savedAt))
    const file = sealVault(header, this.#dataKey, body)
    if (file.bytes.length > MAX_FILE_LENGTH) throw new VaultFailure({ code: 'vault/too-large' })
    return { header, savedAt, file }
  }

  #accept(next: SealedState, stamp: FileStamp): void {
    this.#state = { header: next.header, lastSaved: next.savedAt, sizeBytes: next.file.bytes.length }
    this.#known = [{ stamp, digest: next.file.digest }]
  }

  async #assertUnchanged(): Promise<void> {
    const { ops, path } = this.#options
    const stamp = await ops.stamp(path)
    if (stamp !== null) {
      if (this.#known.some((known) => known.stamp !== null && isSameStamp(known.stamp, stamp))) return
      const file = await ops.readWhole(path, MAX_FILE_LENGTH)
      const sealed = file.kind === 'file' ? readVault(file.bytes) : null
      if (sealed?.ok && this.#known.some((known) => known.digest === sealed.value.digest)) return
    }
    throw new VaultFailure({ code: 'vault/changed-on-disk' })
  }
}

function unwrap<V>(result: Result<V, VaultError>): V {
  if (!result.ok) throw new VaultFailure(result.error)
  return result.value
}
