/** What two people read to each other to know that they hold the same public key. Computed, never stored. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

const GROUPS = 8

/** The first 16 bytes of SHA-256 over the key's text, in eight groups of four hexadecimal digits. */
export function fingerprint(publicKey: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(publicKey))).toUpperCase()
  return Array.from({ length: GROUPS }, (_, at) => hex.slice(at * 4, at * 4 + 4)).join(' ')
}
