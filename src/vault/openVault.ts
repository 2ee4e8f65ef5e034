/** Creating a log and opening one: from a path and a passphrase to a session. */
import { randomBytes, randomFillSync } from 'node:crypto'
import { err, type Result } from '../core/result.ts'
import { type Anchor, type AnchorStore, isOlder } from './anchors.ts'
import { cancellable, stopIfCancelled, whileStoppable } from './cancellable.ts'
import { KEY_LENGTH } from './cipher.ts'
import { feedFromMemory } from './data/feedFromMemory.ts'
import type { VaultSchema } from './data/vaultSchema.ts'
import type { FileState } from './file/engine.ts'
import { FILE_ID_LENGTH } from './format/layout.ts'
import { chooseKdf } from './kdf.ts'
import { isWithinKdfLimits, type KdfParams } from './kdfParams.ts'
import { deriveMemoryKey } from './memorySeal.ts'
import type { Secret } from './secret.ts'
import { findDataKey, newPassphraseSlot, type VaultKey } from './slots.ts'
import { startSession, type VaultPorts } from './startSession.ts'
import type { OpeningReport, VaultSession } from './VaultSession.ts'
import { unwrap, type VaultError } from './vaultError.ts'

export interface CreateVaultOptions<T extends object> {
  readonly path: string
  readonly passphrase: Secret
  /** Frozen by this. */
  readonly initial: T
  readonly schema: VaultSchema<T>
  /** Chosen by measuring this machine when absent. */
  readonly kdf?: KdfParams
  /** Stops it, leaving nothing behind, with `vault/cancelled`. */
  readonly signal?: AbortSignal
  readonly ports?: Partial<VaultPorts>
}

/** `deriving` counts tries of slots, `reading` bytes. */
export interface OpeningProgress {
  readonly step: 'deriving' | 'reading'
  readonly done: number
  readonly total: number
}

export interface OpenVaultOptions<T extends object> {
  readonly path: string
  readonly key: VaultKey
  readonly schema: VaultSchema<T>
  /** Takes no lock and cannot save. */
  readonly readOnly?: boolean
  /**
   * `lockId` of a holder of which the user says that it is gone: its lock is taken over, unless the holder is proven to
   * live. Any other lock is refused as always.
   */
  readonly takeOver?: string
  /** Cost of passphrases set later; measured on this machine when absent. */
  readonly kdf?: KdfParams
  readonly onProgress?: (progress: OpeningProgress) => void
  readonly signal?: AbortSignal
  readonly ports?: Partial<VaultPorts>
}

/** Creates a log; refuses an existing file (`vault/exists`) and an empty passphrase. The session holds the lock. */
export async function createVault<T extends object>(
  options: CreateVaultOptions<T>,
): Promise<Result<VaultSession<T>, VaultError>> {
  const { path, passphrase, initial, kdf, signal } = options
  if (passphrase.length === 0) return err({ code: 'vault/empty-passphrase' })
  if (kdf !== undefined && !isWithinKdfLimits(kdf)) return err({ code: 'vault/unsafe-parameters' })
  return startSession({ ...options, readOnly: false }, null, async ({ ports, engine, adapter }) => {
    const at = ports.now().toISOString()
    // Before the seconds of a derivation; `finish` makes sure.
    await engine.mustBeFree(path)
    const slot = unwrap(await newPassphraseSlot(passphrase, kdf ?? (await chooseKdf()), ports.deriveKey))
    stopIfCancelled(signal)
    const dataKey = randomFillSync(new Uint8Array(KEY_LENGTH))
    const fileId = randomBytes(FILE_ID_LENGTH).toString('hex')
    const memoryKey = deriveMemoryKey(dataKey, fileId)
    await engine.beginLog({
      path,
      fileId,
      slot,
      dataKey,
      since: at,
    })
    adapter.fill(initial)
    const meta = await feedFromMemory(engine, adapter, at, () => stopIfCancelled(signal))
    const report = { tornTail: null, repaired: false, rolledBack: null, warnings: [] }
    return { state: await engine.finish(at, meta), report, memoryKey }
  })
}

/**
 * Opens a log. Errors in this order: `vault/not-found`, `vault/in-use`, `vault/damaged` by checksum,
 * `vault/newer-version`, `vault/unsafe-parameters`, `vault/wrong-passphrase`, `vault/damaged` by authentication (with
 * the byte where it shows), `vault/invalid-content`; `disk/…` and `vault/cancelled` at any point. A file that cannot
 * be opened is not touched. A record whose form is not what the schema wants shows only when it is read:
 * `VaultFailure` with `vault/invalid-content` is thrown there.
 */
export async function openVault<T extends object>(
  options: OpenVaultOptions<T>,
): Promise<Result<VaultSession<T>, VaultError>> {
  const { path, key, readOnly = false, onProgress, signal } = options
  const progress = (step: OpeningProgress['step']) => (done: number, total: number) =>
    onProgress?.({ step, done, total })
  return startSession({ ...options, readOnly }, progress('reading'), async ({ ports, engine }) => {
    stopIfCancelled(signal)
    const since = ports.now().toISOString()
    const opened = await engine.open({ path, readOnly, since, takeOver: options.takeOver ?? null })
    const { slots } = opened.superblock
    progress('deriving')(0, slots.length)
    const dataKey = unwrap(await cancellable(findDataKey(opened.superblock, key, ports.deriveKey), signal))
    const stop = () => void engine.cancel()
    try {
      const unlock = () => engine.unlock(dataKey.use((bytes) => new Uint8Array(bytes)))
      const { state, tornTail, repaired } = await whileStoppable(signal, stop, unlock)
      stopIfCancelled(signal)
      const rolledBack = findRollback(ports.anchors, state, readOnly)
      return {
        state,
        report: { tornTail, repaired, rolledBack, warnings: opened.warnings },
        memoryKey: dataKey.use((bytes) => deriveMemoryKey(bytes, opened.superblock.fileId)),
      }
    } finally {
      dataKey.wipe()
    }
  })
}

/** Null, or what this device has seen of the log and the file lacks. */
function findRollback(
  anchors: AnchorStore | null,
  { superblock, counter }: FileState,
  readOnly: boolean,
): OpeningReport['rolledBack'] {
  const found: Anchor = { superblock: superblock.counter, counter }
  const seen = anchors?.read(superblock.fileId) ?? null
  if (seen !== null && isOlder(found, seen)) return { seen, found }
  // Looking into a backup must not make the log itself look old.
  if (!readOnly) anchors?.write(superblock.fileId, found)
  return null
}
