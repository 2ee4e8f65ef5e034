/**
 * Whether this runtime has what a log needs. Electron's Node is built on another crypto library than plain Node, and
 * a missing cipher must be said at start, not found when somebody's work cannot be saved.
 */
import { createHash } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { openWithNonce, sealWithNonce } from './cipher.ts'

/** First vector of https://c2sp.org/XAES-256-GCM. */
const KEY = Buffer.alloc(32, 1)
const NONCE = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWX', 'ascii')
const PLAINTEXT = Buffer.from('XAES-256-GCM', 'ascii')
const SEALED = 'ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271'
/** FIPS 180-4 example: SHA-256 of "abc". */
const SHA256_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

/** Names of what is missing or wrong, empty when all is well. Takes about a millisecond; never throws. */
export function findMissingFeatures(): readonly string[] {
  const checks: Readonly<Record<string, () => boolean>> = {
    'XAES-256-GCM': () => {
      const none = Buffer.alloc(0)
      const sealed = sealWithNonce(KEY, NONCE, PLAINTEXT, none)
      return (
        sealed.toString('hex') === SEALED &&
        openWithNonce(KEY, NONCE, sealed, none)?.equals(PLAINTEXT) === true
      )
    },
    'SHA-256': () => createHash('sha256').update('abc').digest('hex') === SHA256_ABC,
    zstd: () => zstdDecompressSync(zstdCompressSync(PLAINTEXT)).equals(PLAINTEXT),
  }
  return Object.entries(checks).flatMap(([name, works]) => {
    try {
      return works() ? [] : [name]
    } catch {
      return [name]
    }
  })
}
