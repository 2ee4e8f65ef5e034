/**
 * Argon2id (RFC 9106) by libsodium, in a worker thread that is ended afterwards.
 *
 * On the main thread it would block the window and keep its memory for good; ending the thread gives the memory back
 * together with libsodium's copy of the passphrase. Node's own `crypto.argon2` is not an option: Electron's lacks it.
 */
import { Worker } from 'node:worker_threads'
import { err, ok, type Result } from '../core/result.ts'
import { isWithinKdfLimits, KDF_PROBE, type KdfParams, pickKdf } from './kdfParams.ts'
import { SALT_LENGTH } from './keySlot.ts'
import { Secret } from './secret.ts'
import type { VaultError } from './vaultError.ts'
import { findWorker } from './workerFile.ts'

/** What the worker is given; it wipes its copy of the passphrase. */
export interface KdfRequest {
  readonly passphrase: Uint8Array<ArrayBuffer>
  readonly salt: Uint8Array
  readonly params: KdfParams
}

/** What the worker answers: the key and how long the derivation alone took, or nothing where memory was short. */
export interface KdfAnswer {
  readonly key: Uint8Array | null
  readonly tookMs: number
}

/** How a session turns a passphrase into the key of a slot; tests may pass a cheap one. */
export type DeriveKey = (
  passphrase: Secret,
  salt: Uint8Array,
  params: KdfParams,
) => Promise<Result<Secret, VaultError>>

/**
 * Derives 32 bytes from a passphrase and a salt of 16 bytes. Parameters outside the limits are refused before any
 * work (`vault/unsafe-parameters`); `vault/key-derivation-failed` where the memory cannot be had.
 */
export const deriveKey: DeriveKey = async (passphrase, salt, params) => {
  if (!isWithinKdfLimits(params)) return err({ code: 'vault/unsafe-parameters' })
  const answer = await runInWorker(passphrase, salt, params)
  if (answer.key === null) return err({ code: 'vault/key-derivation-failed' })
  const key = new Secret(answer.key)
  answer.key.fill(0)
  return ok(key)
}

/** The parameters for a new log on this machine: one short derivation is measured, see `pickKdf`. */
export async function chooseKdf(): Promise<KdfParams> {
  const answer = await runInWorker(new Secret(Buffer.alloc(16)), Buffer.alloc(SALT_LENGTH), KDF_PROBE)
  return answer.key === null ? KDF_PROBE : pickKdf(answer.tookMs)
}

function runInWorker(passphrase: Secret, salt: Uint8Array, params: KdfParams): Promise<KdfAnswer> {
  const request: KdfRequest = { passphrase: passphrase.use((bytes) => new Uint8Array(bytes)), salt, params }
  // No environment, no inherited flags: the thread needs neither, and a debugger has no business there.
  const worker = new Worker(findWorker('kdfWorker', './kdfWorker.ts'), { env: {}, execArgv: [], argv: [] })
  return new Promise<KdfAnswer>((resolve, reject) => {
    worker.once('message', (answer: KdfAnswer) => resolve(answer))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('key derivation thread ended without an answer')))
    // Transferred, not copied: the only other copy is the caller's Secret.
    worker.postMessage(request, [request.passphrase.buffer])
  }).finally(() => worker.terminate())
}
