/**
 * One way to open a log: its data key, wrapped under a key that a passphrase or a recovery key gives.
 *
 * The data key is random and stays the same for a log; changing a passphrase only changes a slot. GCM does not tie a
 * ciphertext to one key, so each slot also commits to its key: nobody can make a file that opens with two
 * passphrases, and a wrong passphrase is known for certain before the wrapped key is touched. File id, kind,
 * parameters and salt are bound in.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { err, ok, type Result } from '../core/result.ts'
import { KEY_LENGTH, open, SEAL_OVERHEAD, seal } from './cipher.ts'
import { hkdfSha256 } from './hkdf.ts'
import type { KdfParams } from './kdfParams.ts'
import { Secret } from './secret.ts'
import type { VaultError } from './vaultError.ts'

export const COMMITMENT_LENGTH = 32
export const WRAPPED_KEY_LENGTH = KEY_LENGTH + SEAL_OVERHEAD
export const SALT_LENGTH = 16
export const SLOT_ID_LENGTH = 8
/** What fits into a superblock with room to spare. */
export const MAX_SLOTS = 6

/** A recovery key is 256 random bits, which no derivation need slow down. */
export type SlotKind = 'passphrase' | 'recovery'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

export const keySlotSchema = z.strictObject({
  id: hex(SLOT_ID_LENGTH),
  kind: z.enum(['passphrase', 'recovery']),
  /** Null for a recovery key. Limits are checked before a derivation, not here: beyond them the file is hostile. */
  kdf: z
    .strictObject({
      name: z.literal('argon2id'),
      memoryKiB: z.int().min(0),
      passes: z.int().min(0),
      lanes: z.int().min(0),
    })
    .nullable(),
  salt: hex(SALT_LENGTH),
  commitment: hex(COMMITMENT_LENGTH),
  /** Nonce, wrapped key, tag. */
  wrappedKey: hex(WRAPPED_KEY_LENGTH),
})
export type KeySlot = Readonly<z.infer<typeof keySlotSchema>>

/** What a slot is made from: the key that was derived (or is the recovery key), and how. */
export interface SlotKey {
  readonly kind: SlotKind
  readonly kdf: KdfParams | null
  /** 16 bytes. */
  readonly salt: Uint8Array
  readonly key: Secret
}

/** Wraps `dataKey`. @param fileId 16 bytes. */
export function createKeySlot(
  fileId: Uint8Array,
  { kind, kdf, salt, key }: SlotKey,
  dataKey: Uint8Array,
): KeySlot {
  const id = randomBytes(SLOT_ID_LENGTH).toString('hex')
  const text = slotText(id, kind, kdf, Buffer.from(salt).toString('hex'))
  const wrappingKey = deriveForSlot(key, fileId, 'wrap', text)
  const wrappedKey = seal(wrappingKey, dataKey, Buffer.concat([fileId, text]))
  wrappingKey.fill(0)
  return {
    id,
    kind,
    kdf,
    salt: Buffer.from(salt).toString('hex'),
    commitment: deriveForSlot(key, fileId, 'commit', text).toString('hex'),
    wrappedKey: wrappedKey.toString('hex'),
  }
}

/** True when the key is the one that this slot was made with. */
export function isKeyOfSlot(fileId: Uint8Array, slot: KeySlot, key: Secret): boolean {
  const expected = Buffer.from(slot.commitment, 'hex')
  const actual = deriveForSlot(key, fileId, 'commit', textOf(slot))
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

/**
 * The data key. `vault/wrong-passphrase` when the commitment does not fit; `vault/damaged` when it fits and the
 * wrapped key still does not open.
 */
export function openKeySlot(fileId: Uint8Array, slot: KeySlot, key: Secret): Result<Secret, VaultError> {
  if (!isKeyOfSlot(fileId, slot, key)) return err({ code: 'vault/wrong-passphrase' })
  const text = textOf(slot)
  const wrappingKey = deriveForSlot(key, fileId, 'wrap', text)
  const bytes = open(wrappingKey, Buffer.from(slot.wrappedKey, 'hex'), Buffer.concat([fileId, text]))
  wrappingKey.fill(0)
  if (bytes === null) return err({ code: 'vault/damaged', where: 'key' })
  const dataKey = new Secret(bytes)
  bytes.fill(0)
  return ok(dataKey)
}

const textOf = (slot: KeySlot) => slotText(slot.id, slot.kind, slot.kdf, slot.salt)

function slotText(id: string, kind: SlotKind, kdf: KdfParams | null, saltHex: string): Buffer {
  const cost = kdf === null ? 'none' : `${kdf.name}|m=${kdf.memoryKiB}|t=${kdf.passes}|p=${kdf.lanes}`
  return Buffer.from(`|${id}|${kind}|${cost}|${saltHex}`, 'ascii')
}

function deriveForSlot(key: Secret, fileId: Uint8Array, use: 'wrap' | 'commit', text: Buffer): Buffer {
  const info = Buffer.concat([Buffer.from(`daybook/v1/slot/${use}`, 'ascii'), text])
  return key.use((bytes) => hkdfSha256(bytes, fileId, info, KEY_LENGTH))
}
