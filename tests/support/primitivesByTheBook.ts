/**
 * The published primitives that docs/format/vault-v1.md names, from other libraries than the program uses: AES from
 * WebCrypto, hashes from @noble/hashes, Argon2id from OpenSSL (the program has libsodium's).
 */
import { argon2Sync } from 'node:crypto'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'

/** What WebCrypto takes: not a view of shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>

export const ascii = (text: string): Bytes => new TextEncoder().encode(text)
export const fromHex = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'hex'))
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** The bytes of all parts, one after the other. */
export function join(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

export const sha256 = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(nobleSha256(join(...parts)))

export const hmacSha256 = (key: Uint8Array, message: Uint8Array): Bytes =>
  new Uint8Array(hmac(nobleSha256, key, message))

/** 32 bytes. */
export const hkdf32 = (key: Uint8Array, salt: Uint8Array, info: Uint8Array): Bytes =>
  new Uint8Array(hkdf(nobleSha256, key, salt, info, 32))

export interface Argon2Cost {
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
}

/** Results of Argon2id, which tests ask for again and again. */
const derived = new Map<string, Bytes>()

/** 32 bytes from a passphrase as it was typed. */
export function argon2id(
  passphrase: string,
  salt: Uint8Array,
  { memoryKiB, passes, lanes }: Argon2Cost,
): Bytes {
  const message = ascii(passphrase.normalize('NFC'))
  const options = { message, nonce: salt, memory: memoryKiB, passes, parallelism: lanes, tagLength: 32 }
  const name = [toHex(message), toHex(salt), memoryKiB, passes, lanes].join()
  const key = derived.get(name) ?? new Uint8Array(argon2Sync('argon2id', options))
  derived.set(name, key)
  return key
}

/** Ciphertext and tag. */
export async function xaesSeal(key: Bytes, nonce: Bytes, plaintext: Bytes, aad: Bytes): Promise<Bytes> {
  const { subkey, iv } = await xaesParts(key, nonce)
  return new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: aad }, subkey, plaintext),
  )
}

/** The plaintext, or null when it does not authenticate. */
export async function xaesOpen(key: Bytes, nonce: Bytes, sealed: Bytes, aad: Bytes): Promise<Bytes | null> {
  const { subkey, iv } = await xaesParts(key, nonce)
  try {
    const algorithm = { name: 'AES-GCM', iv, additionalData: aad }
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, subkey, sealed))
  } catch {
    return null
  }
}

/** "Derivation" of the specification: a key and a nonce of AES-256-GCM. */
async function xaesParts(key: Bytes, nonce: Bytes): Promise<{ subkey: CryptoKey; iv: Bytes }> {
  const l = await aesBlock(key, new Uint8Array(16))
  const k1 = l.map((byte, index) => ((byte << 1) | ((l[index + 1] ?? 0) >> 7)) & 0xff)
  if ((l[0] ?? 0) >= 0x80) k1[15] = (k1[15] ?? 0) ^ 0x87
  const half = (counter: number) => {
    const message = join(Uint8Array.of(0, counter, 0x58, 0), nonce.subarray(0, 12))
    return aesBlock(
      key,
      message.map((byte, index) => byte ^ (k1[index] ?? 0)),
    )
  }
  const bytes = join(await half(1), await half(2))
  const subkey = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  return { subkey, iv: nonce.slice(12) }
}

/** One block of AES-256. WebCrypto has no ECB: the first block of CBC from zeros is the same. */
async function aesBlock(key: Bytes, block: Bytes): Promise<Bytes> {
  const cbc = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt'])
  const encrypted = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: new Uint8Array(16) }, cbc, block)
  return new Uint8Array(encrypted, 0, 16)
}
