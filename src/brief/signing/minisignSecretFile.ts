/**
 * A secret key as minisign's own file, encrypted with a passphrase: the one form in which a secret leaves the vault, for
 * whoever asks for it. Base64 of
 *
 * | offset | length | field |
 * |---|---|---|
 * | 0 | 6 | `Ed`, `Sc` (scrypt), `B2` (BLAKE2b) |
 * | 6 | 32 | salt |
 * | 38 | 8, 8 | operations and memory limits of libsodium's scrypt, little-endian |
 * | 54 | 104 | key id (8), secret key (64), checksum (32), all XORed with scrypt's output |
 */
import { scrypt } from 'node:crypto'
import sodium from 'libsodium-wrappers-sumo'
import { toBase64 } from './exactBase64.ts'
import type { MinisignSecretKey } from './minisignKey.ts'

const HEAD = new TextEncoder().encode('EdScB2')
const CHECKSUM_LENGTH = 32
const SALT_LENGTH = 32
const BLOCK_SIZE = 8
/** scrypt N = 2^18, r = 8, p = 1: 256 MiB and about a second. minisign reads the cost from the file. */
const COST = 2 ** 18
const OPERATIONS = BigInt(COST * BLOCK_SIZE * 4)
const MEMORY = BigInt(COST * BLOCK_SIZE * 128)

/** The text of a `.key` file that `minisign -S` opens with this passphrase. */
export async function secretKeyFile(
  { keyId, secretKey }: MinisignSecretKey,
  passphrase: Uint8Array,
  chance: (length: number) => Uint8Array,
): Promise<string> {
  await sodium.ready
  const checksum = sodium.crypto_generichash(
    CHECKSUM_LENGTH,
    Buffer.concat([HEAD.subarray(0, 2), keyId, secretKey]),
    null,
  )
  const inner = Buffer.concat([keyId, secretKey, checksum])
  const salt = chance(SALT_LENGTH)
  const stream = await scryptBytes(passphrase, salt, inner.length)
  const limits = Buffer.alloc(16)
  limits.writeBigUInt64LE(OPERATIONS, 0)
  limits.writeBigUInt64LE(MEMORY, 8)
  const hidden = inner.map((byte, at) => byte ^ (stream[at] ?? 0))
  inner.fill(0)
  stream.fill(0)
  const text = toBase64(Buffer.concat([HEAD, salt, limits, hidden]))
  return `untrusted comment: minisign encrypted secret key\n${text}\n`
}

function scryptBytes(passphrase: Uint8Array, salt: Uint8Array, length: number): Promise<Buffer> {
  const cost = { N: COST, r: BLOCK_SIZE, p: 1, maxmem: 2 * Number(MEMORY) }
  return new Promise((resolve, reject) => {
    scrypt(passphrase, salt, length, cost, (error, bytes) =>
      error === null ? resolve(bytes) : reject(error),
    )
  })
}
