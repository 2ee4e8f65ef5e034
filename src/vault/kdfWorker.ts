/** The worker thread of kdf.ts: one request, one answer. Imports nothing but libsodium and types. */
import { parentPort } from 'node:worker_threads'
import sodium from 'libsodium-wrappers-sumo'
import type { KdfAnswer, KdfRequest } from './kdf.ts'

const KEY_LENGTH = 32

parentPort?.once('message', async (request: KdfRequest) => {
  await sodium.ready
  const startedAt = performance.now()
  const key = derive(request)
  const answer: KdfAnswer = { key, tookMs: performance.now() - startedAt }
  parentPort?.postMessage(answer)
})

function derive({ passphrase, salt, params }: KdfRequest): Uint8Array | null {
  try {
    return sodium.crypto_pwhash(
      KEY_LENGTH,
      passphrase,
      salt,
      params.passes,
      params.memoryKiB * 1024,
      sodium.crypto_pwhash_ALG_ARGON2ID13,
    )
  } catch {
    // libsodium has one failure here: the memory could not be had.
    return null
  } finally {
    passphrase.fill(0)
  }
}
