/**
 * Seals what has to stay in memory while a log is locked, because its disk did not take it. The key is derived from the
 * data key, so that only who opens the log again can open it; it is never written anywhere.
 */
import { KEY_LENGTH, open, seal } from './cipher.ts'
import { hkdfSha256 } from './hkdf.ts'
import { Secret } from './secret.ts'

const USE = Buffer.from('daybook/v1/memory', 'ascii')

/** @param fileId hex, as the superblock has it. */
export function deriveMemoryKey(dataKey: Uint8Array, fileId: string): Secret {
  const bytes = hkdfSha256(dataKey, Buffer.from(fileId, 'hex'), USE, KEY_LENGTH)
  const key = new Secret(bytes)
  bytes.fill(0)
  return key
}

export function sealForMemory(key: Secret, plaintext: Uint8Array): Uint8Array {
  return key.use((bytes) => seal(bytes, plaintext, USE))
}

/** Null when it was sealed under another key: of another log, or of this one before it got a new data key. */
export function openFromMemory(key: Secret, sealed: Uint8Array): Uint8Array | null {
  return key.use((bytes) => open(bytes, sealed, USE))
}
