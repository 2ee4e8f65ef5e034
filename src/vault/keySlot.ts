/**
 * A key slot: the random data key of a log, wrapped under a key that comes from the passphrase.
 *
 *   passphrase key = Argon2id(passphrase, salt, memory, passes)
 *   wrapping key   = HKDF(passphrase key, salt = file id, info = "daybook/v0/slot/wrap"   ‖ slot text)
 *   commitment     = HKDF(passphrase key, salt = file id, info = "daybook/v0/slot/commit" ‖ slot text)
 *   wrapped key    = XAES-256-GCM(wrapping key, data key, aad = file id ‖ slot text)
 *
 * The slot text names the parameters and the salt, so nothing of a slot can be exchanged or weakened unnoticed. The
 * commitment is needed because GCM does not bind a ciphertext to one key; it also tells a wrong passphrase from damage.
 */
import { timingSafeEqual } from 'node:crypto'
import { err, ok, type Result } from '../core/result.ts'
import { KEY_LENGTH, open, SEAL_OVERHEAD, seal } from './cipher.ts'
import { hkdfSha256 } from './hkdf.ts'
import type { KdfParams } from './kdfParams.ts'
import { Secret } from './secret.ts'
import type { VaultError } from './vaultError.ts'

export const COMMITMENT_LENGTH = 32
export const WRAPPED_KEY_LENGTH = KEY_LENGTH + SEAL_OVERHEAD

/** Byte strings are lower-case hex, as they stand in the header. */
export interface KeySlot {
  readonly kdf: KdfParams
  /** 16 bytes. */
  readonly salt: string
  /** 32 bytes. */
  readonly commitment: string
  /** 72 bytes: nonce, wrapped key, tag. */
  readonly wrappedKey: string
}

/** Wraps `dataKey` under the key derived from the passphrase with these parameters and this salt. */
export function createKeySlot(
  fileId: Uint8Array,
  passphraseKey: Secret,
  kdf: KdfParams,
  salt: Uint8Array,
  dataKey: Secret,
): KeySlot {
  const text = slotText(kdf, Buffer.from(salt).toString('hex'))
  const wrappingKey = deriveForSlot(passphraseKey, fileId, 'wrap', text)
  const wrappedKey = dataKey.use((bytes) => seal(wrappingKey, bytes, Buffer.concat([fileId, text])))
  wrappingKey.fill(0)
  return {
    kdf,
    salt: Buffer.from(salt).toString('hex'),
    commitment: deriveForSlot(passphraseKey, fileId, 'commit', text).toString('hex'),
    wrappedKey: wrappedKey.toString('hex'),
  }
}

/** True when the key belongs to the passphrase that this slot was made with. */
export function isKeyOfSlot(fileId: Uint8Array, slot: KeySlot, passphraseKey: Secret): boolean {
  const expected = Buffer.from(slot.commitment, 'hex')
  const actual = deriveForSlot(passphraseKey, fileId, 'commit', slotText(slot.kdf, slot.salt))
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

/**
 * The data key. `vault/wrong-passphrase` when the commitment does not fit; `vault/damaged` when it fits and the
 * wrapped key still does not open.
 */
export function openKeySlot(
  fileId: Uint8Array,
  slot: KeySlot,
  passphraseKey: Secret,
): Result<Secret, VaultError> {
  if (!isKeyOfSlot(fileId, slot, passphraseKey)) return err({ code: 'vault/wrong-passphrase' })
  const text = slotText(slot.kdf, slot.salt)
  const wrappingKey = deriveForSlot(passphraseKey, fileId, 'wrap', text)
  const bytes = open(wrappingKey, Buffer.from(slot.wrappedKey, 'hex'), Buffer.concat([fileId, text]))
  wrappingKey.fill(0)
  if (bytes === null) return err({ code: 'vault/damaged', where: 'key' })
  const dataKey = new Secret(bytes)
  bytes.fill(0)
  return ok(dataKey)
}

function slotText(kdf: KdfParams, saltHex: string): Buffer {
  return Buffer.from(`|${kdf.name}|m=${kdf.memoryKiB}|t=${kdf.passes}|p=${kdf.lanes}|${saltHex}`, 'ascii')
}

function deriveForSlot(key: Secret, fileId: Uint8Array, use: 'wrap' | 'commit', text: Buffer): Buffer {
  const info = Buffer.concat([Buffer.from(`daybook/v0/slot/${use}`, 'ascii'), text])
  return key.use((bytes) => hkdfSha256(bytes, fileId, info, KEY_LENGTH))
}
