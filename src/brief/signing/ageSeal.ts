/**
 * Sealing in age's format (age-encryption.org/v1) for X25519 recipients, so that `age -d` opens what we seal and we open
 * what `age -r` sealed. No passphrases: a file that somebody can try words on is not sealed for one reader.
 */
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { KeyPair } from '../../core/keyring/keyringChange.ts'
import { err, ok, type Result } from '../../core/result.ts'

const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/
const ARMOR_START = '-----BEGIN AGE ENCRYPTED FILE-----'

export type UnsealError =
  /** No age file, or an altered one. */
  | 'seal/unreadable'
  /** Sealed for somebody else. */
  | 'seal/not-for-us'

/** A new identity `AGE-SECRET-KEY-1…` and its recipient `age1…`. */
export async function makeAgeKey(): Promise<KeyPair> {
  const secret = await generateX25519Identity()
  return { publicKey: await identityToRecipient(secret), secret }
}

/** Is this the whole text of an X25519 recipient, its checksum right? */
export function isAgeRecipient(untrusted: string): boolean {
  if (!RECIPIENT.test(untrusted)) return false
  try {
    new Encrypter().addRecipient(untrusted)
    return true
  } catch {
    return false
  }
}

/** Differs each time, by design of age. `isArmored` gives text between BEGIN and END lines. */
export async function sealBytes(
  bytes: Uint8Array,
  recipient: string,
  isArmored = false,
): Promise<Result<Uint8Array, 'seal/recipient-unreadable'>> {
  if (!isAgeRecipient(recipient)) return err('seal/recipient-unreadable')
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const sealed = await encrypter.encrypt(bytes)
  return ok(isArmored ? new TextEncoder().encode(armor.encode(sealed)) : sealed)
}

/** Opens with whichever of the identities fits; nothing of a file that was altered anywhere is handed over. */
export async function unsealBytes(
  untrusted: Uint8Array,
  identities: readonly string[],
): Promise<Result<Uint8Array, UnsealError>> {
  const sealed = withoutArmor(untrusted)
  if (sealed === null) return err('seal/unreadable')
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    await decrypter.decryptHeader(sealed)
  } catch (error) {
    const isForOthers = error instanceof Error && error.message.startsWith('no identity matched')
    return err(isForOthers ? 'seal/not-for-us' : 'seal/unreadable')
  }
  try {
    return ok(await decrypter.decrypt(sealed))
  } catch {
    return err('seal/unreadable')
  }
}

/** The bytes inside an armour; those of a file without one as they are; null for an armour in another form. */
function withoutArmor(untrusted: Uint8Array): Uint8Array | null {
  const start = new TextDecoder('latin1').decode(untrusted.subarray(0, ARMOR_START.length))
  if (start !== ARMOR_START) return untrusted
  const text = new TextDecoder('latin1').decode(untrusted).replaceAll('\r\n', '\n')
  try {
    const bytes = armor.decode(text)
    return armor.encode(bytes) === text ? bytes : null
  } catch {
    return null
  }
}
