/**
 * A log that is open: its data as a frozen snapshot, and the ways to replace, check and close it.
 *
 * The one door of this folder for main and the command line. Knows nothing of incidents or claims: data is JSON of a
 * type that the caller parses.
 */
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { err, ok, type Result } from '../core/result.ts'
import { KEY_LENGTH } from './cipher.ts'
import { deepFreeze } from './deepFreeze.ts'
import { removeStaleTemporaries } from './durableFile.ts'
import { type FileOps, realFileOps } from './fileOps.ts'
import { FILE_ID_LENGTH, FORMAT_VERSION, SUITE, type VaultHeader } from './format.ts'
import { chooseKdf, type DeriveKey, deriveKey, SALT_LENGTH } from './kdf.ts'
import { isWithinKdfLimits, type KdfParams } from './kdfParams.ts'
import { createKeySlot, isKeyOfSlot, openKeySlot } from './keySlot.ts'
import { acquireLock, type Lock } from './lock.ts'
import { SnapshotLow } from './SnapshotLow.ts'
import { SaveQueue } from './saveQueue.ts'
import { Secret } from './secret.ts'
import { VaultAdapter } from './VaultAdapter.ts'
import { errnoOf, toVaultError, type VaultError } from './vaultError.ts'

/** The effects a session has; the defaults are the real ones. */
export interface VaultPorts {
  readonly ops: FileOps
  readonly now: () => Date
  readonly deriveKey: DeriveKey
}

export interface CreateVaultOptions<T> {
  readonly path: string
  readonly passphrase: Secret
  readonly initial: T
  /** Chosen by measuring this machine when absent. */
  readonly kdf?: KdfParams
  readonly ports?: Partial<VaultPorts>
}

export interface OpenVaultOptions<T> {
  readonly path: string
  readonly passphrase: Secret
  /** Turns the stored JSON into `T`; throws when it is anything else. */
  readonly parse: (untrusted: unknown) => T
  /** Takes no lock and cannot save. */
  readonly readOnly?: boolean
  readonly ports?: Partial<VaultPorts>
}

export interface VaultInfo {
  readonly path: string
  readonly formatVersion: number
  readonly suite: string
  readonly fileId: string
  readonly sizeBytes: number
  readonly slots: number
  readonly kdf: KdfParams
  /** ISO 8601. */
  readonly lastSaved: string
  /** Saves since the log was created, that one included. */
  readonly counter: number
  readonly readOnly: boolean
}

const REAL_PORTS: VaultPorts = { ops: realFileOps, now: () => new Date(), deriveKey }

export class VaultSession<T extends object> {
  readonly #path: string
  readonly #low: SnapshotLow<T>
  readonly #adapter: VaultAdapter<T>
  readonly #deriveKey: DeriveKey
  readonly #lock: Lock | null
  readonly #queue: SaveQueue<T>
  #closing: Promise<void> | null = null
  #closed = false

  /** Use `createVault` or `openVault`. Without a lock the session is read-only. */
  constructor(
    path: string,
    low: SnapshotLow<T>,
    adapter: VaultAdapter<T>,
    derive: DeriveKey,
    lock: Lock | null,
  ) {
    this.#path = path
    this.#low = low
    this.#adapter = adapter
    this.#deriveKey = derive
    this.#lock = lock
    this.#queue = new SaveQueue(
      () => this.#low.data,
      (next) => attempt(async () => ok(await this.#low.commit(next))),
    )
  }

  /** The last durable state, frozen. Throws after `close`. */
  get data(): T {
    if (this.#closed) throw new Error('vault data read after close')
    return this.#low.data
  }

  /**
   * Makes `next` the state of the log: durable on disk first, in memory then. Freezes `next`. On failure memory and
   * disk are as before. The last of several saves that wait together wins; use `update` to build on the latest state.
   */
  save(next: T): Promise<Result<void, VaultError>> {
    // Now, not when its turn comes: what the caller changed meanwhile would be saved unasked.
    deepFreeze(next)
    return this.update(() => next)
  }

  /**
   * Like `save`, with the next state computed from the latest one when its turn comes, changes still waiting
   * included. `change` must return a new object; the same object means nothing to save. Rejects when `change` throws.
   */
  async update(change: (current: T) => T): Promise<Result<void, VaultError>> {
    if (this.#closing !== null) return err({ code: 'vault/closed' })
    if (this.#lock === null) return err({ code: 'vault/read-only' })
    return this.#queue.add(change)
  }

  /** True when the passphrase is that of this log. Takes as long as unlocking. */
  async verifyPassphrase(passphrase: Secret): Promise<Result<boolean, VaultError>> {
    const { fileId, slot } = this.#adapter.state.header
    const key = await this.#deriveKey(passphrase, Buffer.from(slot.salt, 'hex'), slot.kdf)
    if (!key.ok) return key
    const fits = isKeyOfSlot(Buffer.from(fileId, 'hex'), slot, key.value)
    key.value.wipe()
    return ok(fits)
  }

  /** What can be said about the file without its content. */
  info(): VaultInfo {
    const { header, lastSaved, sizeBytes } = this.#adapter.state
    return {
      path: this.#path,
      formatVersion: FORMAT_VERSION,
      suite: SUITE,
      fileId: header.fileId,
      sizeBytes,
      slots: 1,
      kdf: header.slot.kdf,
      lastSaved,
      counter: header.counter,
      readOnly: this.#lock === null,
    }
  }

  /** Waits for saves under way, wipes the key, drops the lock. May be called again. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#queue.drained()
    this.#closed = true
    this.#adapter.wipe()
    await this.#lock?.release()
  }
}

/** Creates a log; refuses an existing file (`vault/exists`) and an empty passphrase. The session holds the lock. */
export async function createVault<T extends object>(
  options: CreateVaultOptions<T>,
): Promise<Result<VaultSession<T>, VaultError>> {
  const ports = { ...REAL_PORTS, ...options.ports }
  const { passphrase, initial, kdf } = options
  if (passphrase.length === 0) return err({ code: 'vault/empty-passphrase' })
  if (kdf !== undefined && !isWithinKdfLimits(kdf)) return err({ code: 'vault/unsafe-parameters' })
  return attempt(async () => {
    const path = join(await ports.ops.realPath(dirname(options.path)), basename(options.path))
    // Before the lock file and the seconds of a derivation; createDurably makes sure.
    if ((await ports.ops.stamp(path)) !== null) return err({ code: 'vault/exists' })
    return withLock(ports, path, async (lock) => {
      const made = await createHeader(passphrase, kdf ?? (await chooseKdf()), ports.deriveKey)
      if (!made.ok) return made
      const { header, dataKey } = made.value
      const adapter = new VaultAdapter<T>({ path, ops: ports.ops, now: ports.now, reading: null })
      const low = new SnapshotLow<T>(adapter, initial)
      try {
        await adapter.create(header, dataKey, initial)
      } catch (thrown) {
        dataKey.wipe()
        throw thrown
      }
      return ok(new VaultSession(path, low, adapter, ports.deriveKey, lock))
    })
  })
}

/**
 * Opens a log. Errors in this order: `vault/not-found`, `vault/in-use`, `vault/damaged` by length or checksum,
 * `vault/newer-version`, `vault/unsafe-parameters`, `vault/wrong-passphrase`, `vault/damaged` by authentication,
 * `vault/invalid-content`; `disk/…` at any point. A file that cannot be opened is not touched.
 */
export async function openVault<T extends object>(
  options: OpenVaultOptions<T>,
): Promise<Result<VaultSession<T>, VaultError>> {
  const ports = { ...REAL_PORTS, ...options.ports }
  const { passphrase, parse } = options
  return attempt(async () => {
    const path = await findFile(ports.ops, options.path)
    if (path === null) return err({ code: 'vault/not-found' })
    const openWith = async (lock: Lock | null) => {
      if (lock !== null) await removeStaleTemporaries(ports.ops, path)
      const unlock = (header: VaultHeader) => findDataKey(passphrase, header, ports.deriveKey)
      const adapter = new VaultAdapter<T>({
        path,
        ops: ports.ops,
        now: ports.now,
        reading: { parse, unlock },
      })
      try {
        const low = new SnapshotLow<T>(adapter, await adapter.read())
        return ok(new VaultSession(path, low, adapter, ports.deriveKey, lock))
      } catch (thrown) {
        adapter.wipe()
        throw thrown
      }
    }
    return options.readOnly === true ? openWith(null) : withLock(ports, path, openWith)
  })
}

/** The path behind links, which the lock and the backup are kept beside; null when there is no file. */
async function findFile(ops: FileOps, path: string): Promise<string | null> {
  try {
    return await ops.realPath(path)
  } catch (thrown) {
    const errno = errnoOf(thrown)
    if (errno === 'ENOENT' || errno === 'ENOTDIR') return null
    throw thrown
  }
}

async function createHeader(
  passphrase: Secret,
  kdf: KdfParams,
  derive: DeriveKey,
): Promise<Result<{ readonly header: VaultHeader; readonly dataKey: Secret }, VaultError>> {
  const fileId = randomBytes(FILE_ID_LENGTH)
  const salt = randomBytes(SALT_LENGTH)
  const passphraseKey = await derive(passphrase, salt, kdf)
  if (!passphraseKey.ok) return passphraseKey
  const dataKeyBytes = randomBytes(KEY_LENGTH)
  const dataKey = new Secret(dataKeyBytes)
  dataKeyBytes.fill(0)
  const slot = createKeySlot(fileId, passphraseKey.value, kdf, salt, dataKey)
  passphraseKey.value.wipe()
  return ok({ header: { suite: SUITE, fileId: fileId.toString('hex'), counter: 1, slot }, dataKey })
}

async function findDataKey(
  passphrase: Secret,
  { fileId, slot }: VaultHeader,
  derive: DeriveKey,
): Promise<Result<Secret, VaultError>> {
  const passphraseKey = await derive(passphrase, Buffer.from(slot.salt, 'hex'), slot.kdf)
  if (!passphraseKey.ok) return passphraseKey
  const dataKey = openKeySlot(Buffer.from(fileId, 'hex'), slot, passphraseKey.value)
  passphraseKey.value.wipe()
  return dataKey
}

/** Runs `work` under the lock of the log at `path`; the lock stays with the session that comes of it. */
async function withLock<V>(
  { ops, now }: VaultPorts,
  path: string,
  work: (lock: Lock) => Promise<Result<V, VaultError>>,
): Promise<Result<V, VaultError>> {
  const lock = await acquireLock(ops, path, now().toISOString())
  if (!lock.ok) return lock
  let result: Result<V, VaultError> | null = null
  try {
    result = await work(lock.value)
    return result
  } finally {
    if (result?.ok !== true) await lock.value.release()
  }
}

/** Turns what the disk and the adapter throw into an error as data; throws on what is a defect of ours. */
async function attempt<V>(work: () => Promise<Result<V, VaultError>>): Promise<Result<V, VaultError>> {
  try {
    return await work()
  } catch (thrown) {
    const error = toVaultError(thrown)
    if (error === null) throw thrown
    return err(error)
  }
}
