/** Finding which way to open a log fits a passphrase or a recovery key, and making new ones. */
import { randomBytes, randomFillSync } from 'node:crypto'
import { err, ok, type Result } from '../core/result.ts'
import { KEY_LENGTH } from './cipher.ts'
import type { NewSlot } from './file/engine.ts'
import type { Superblock } from './format/superblock.ts'
import type { DeriveKey } from './kdf.ts'
import { isWithinKdfLimits, type KdfParams } from './kdfParams.ts'
import { isKeyOfSlot, type KeySlot, openKeySlot, SALT_LENGTH } from './keySlot.ts'
import { Secret } from './secret.ts'
import type { VaultError } from './vaultError.ts'

/** What the user offers: a passphrase, or the 32 bytes that the recovery words stand for. */
export interface VaultKey {
  readonly kind: 'passphrase' | 'recovery'
  readonly secret: Secret
}

/**
 * The slot that a key fits, or null. Slots of its kind are tried in order, each costing one derivation.
 * `vault/unsafe-parameters` when a slot asks for a derivation beyond the limits; then none is begun.
 */
export async function findSlot(
  { fileId, slots }: Superblock,
  key: VaultKey,
  derive: DeriveKey,
): Promise<Result<{ readonly slot: KeySlot; readonly slotKey: Secret } | null, VaultError>> {
  if (slots.some(isUnsafe)) return err({ code: 'vault/unsafe-parameters' })
  const id = Buffer.from(fileId, 'hex')
  for (const slot of slots) {
    if (slot.kind !== key.kind) continue
    const slotKey = await slotKeyOf(slot, key.secret, derive)
    if (!slotKey.ok) return slotKey
    if (isKeyOfSlot(id, slot, slotKey.value)) return ok({ slot, slotKey: slotKey.value })
    slotKey.value.wipe()
  }
  return ok(null)
}

/** The data key of a log. `vault/wrong-passphrase` when no slot fits. */
export async function findDataKey(
  superblock: Superblock,
  key: VaultKey,
  derive: DeriveKey,
): Promise<Result<Secret, VaultError>> {
  const found = await findSlot(superblock, key, derive)
  if (!found.ok) return found
  if (found.value === null) return err({ code: 'vault/wrong-passphrase' })
  const { slot, slotKey } = found.value
  const dataKey = openKeySlot(Buffer.from(superblock.fileId, 'hex'), slot, slotKey)
  slotKey.wipe()
  return dataKey
}

/** A new slot for a passphrase, at the given cost. */
export async function newPassphraseSlot(
  passphrase: Secret,
  kdf: KdfParams,
  derive: DeriveKey,
): Promise<Result<NewSlot, VaultError>> {
  if (passphrase.length === 0) return err({ code: 'vault/empty-passphrase' })
  const salt = new Uint8Array(randomBytes(SALT_LENGTH))
  const key = await derive(passphrase, salt, kdf)
  if (!key.ok) return key
  const bytes = key.value.use((secret) => new Uint8Array(secret))
  key.value.wipe()
  return ok({ kind: 'passphrase', kdf, salt, key: bytes })
}

/** A new slot for a fresh recovery key of 256 random bits, with that key. */
export function newRecoverySlot(): { readonly slot: NewSlot; readonly recoveryKey: Secret } {
  const key = randomFillSync(new Uint8Array(KEY_LENGTH))
  const recoveryKey = new Secret(key)
  return {
    slot: { kind: 'recovery', kdf: null, salt: new Uint8Array(randomBytes(SALT_LENGTH)), key },
    recoveryKey,
  }
}

function isUnsafe({ kind, kdf }: KeySlot): boolean {
  if (kind === 'recovery') return kdf !== null
  return kdf === null || !isWithinKdfLimits(kdf)
}

async function slotKeyOf(
  slot: KeySlot,
  secret: Secret,
  derive: DeriveKey,
): Promise<Result<Secret, VaultError>> {
  if (slot.kdf === null) return ok(secret.use((bytes) => new Secret(bytes)))
  return derive(secret, Buffer.from(slot.salt, 'hex'), slot.kdf)
}
