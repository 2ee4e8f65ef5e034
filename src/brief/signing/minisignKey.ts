/**
 * Keys of minisign (https://jedisct1.github.io/minisign/), by libsodium. A public key as text is the base64 of
 *
 * | offset | length | field |
 * |---|---|---|
 * | 0 | 2 | `Ed` |
 * | 2 | 8 | key id, little-endian; chance, it says nothing |
 * | 10 | 32 | Ed25519 public key |
 *
 * which begins with `RW`. A secret is kept by the log as the base64 of key id and Ed25519 seed, 40 bytes.
 */
import sodium from 'libsodium-wrappers-sumo'
import type { KeyPair } from '../../core/keyring/keyringChange.ts'
import { fromBase64, toBase64 } from './exactBase64.ts'

export const KEY_ID_LENGTH = 8
const PUBLIC_LENGTH = 32
const SEED_LENGTH = 32
const ALGORITHM = new TextEncoder().encode('Ed')

export interface MinisignPublicKey {
  /** 8 bytes, as in the file. */
  readonly keyId: Uint8Array
  /** 32 bytes. */
  readonly key: Uint8Array
}

/** Holds the secret half: hand it to the signer and to nobody else. */
export interface MinisignSecretKey extends MinisignPublicKey {
  /** libsodium's form: seed and public key, 64 bytes. */
  readonly secretKey: Uint8Array
}

/** @param chance gives that many random bytes. */
export async function makeMinisignKey(chance: (length: number) => Uint8Array): Promise<KeyPair> {
  await sodium.ready
  const kept = new Uint8Array(KEY_ID_LENGTH + SEED_LENGTH)
  kept.set(chance(kept.length))
  const secret = toBase64(kept)
  kept.fill(0)
  return { publicKey: publicKeyText(await openMinisignSecret(secret)), secret }
}

/** From the text that the log keeps. Throws for any other text: a log does not hold one. */
export async function openMinisignSecret(secret: string): Promise<MinisignSecretKey> {
  await sodium.ready
  const kept = fromBase64(secret, KEY_ID_LENGTH + SEED_LENGTH)
  if (kept === null) throw new RangeError('signing/secret-unreadable')
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(kept.subarray(KEY_ID_LENGTH))
  const keyId = kept.slice(0, KEY_ID_LENGTH)
  kept.fill(0)
  return { keyId, key: publicKey, secretKey: privateKey }
}

/** `RW…`, 56 characters. */
export function publicKeyText({ keyId, key }: MinisignPublicKey): string {
  return toBase64(Buffer.concat([ALGORITHM, keyId, key]))
}

/** The two lines of a `.pub` file. */
export function publicKeyFile(key: MinisignPublicKey): string {
  return `untrusted comment: minisign public key ${keyIdText(key)}\n${publicKeyText(key)}\n`
}

/** The key id as minisign shows it: 16 hexadecimal digits. */
export function keyIdText({ keyId }: Pick<MinisignPublicKey, 'keyId'>): string {
  return Buffer.from(keyId).reverse().toString('hex').toUpperCase()
}

/** From `RW…`, or from the text of a `.pub` file; null when it is neither. */
export function parsePublicKey(untrusted: string): MinisignPublicKey | null {
  const lines = untrusted.trim().split(/\r?\n/)
  const [first = '', second] = lines
  if (lines.length > 2 || (second !== undefined && !first.startsWith('untrusted comment:'))) return null
  const bytes = fromBase64((second ?? first).trim(), ALGORITHM.length + KEY_ID_LENGTH + PUBLIC_LENGTH)
  if (bytes === null || !ALGORITHM.every((byte, at) => bytes[at] === byte)) return null
  return {
    keyId: bytes.slice(ALGORITHM.length, ALGORITHM.length + KEY_ID_LENGTH),
    key: bytes.slice(ALGORITHM.length + KEY_ID_LENGTH),
  }
}
