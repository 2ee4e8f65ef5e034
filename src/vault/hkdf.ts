/** HKDF-SHA256 (RFC 5869) from HMAC alone, which every runtime that we ship in has. */
import { createHmac, createSecretKey } from 'node:crypto'

const HASH_LENGTH = 32

/** Derives `length` bytes (at most 8160) from the key material `key`; `info` separates one use from another. */
export function hkdfSha256(key: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Buffer {
  if (length > 255 * HASH_LENGTH) throw new RangeError('HKDF output too long')
  const pseudoRandomKey = createHmac('sha256', createSecretKey(salt)).update(key).digest()
  const output = Buffer.alloc(length)
  let block: Buffer = Buffer.alloc(0)
  for (let at = 0, counter = 1; at < length; at += HASH_LENGTH, counter += 1) {
    const previous = block
    block = createHmac('sha256', createSecretKey(pseudoRandomKey))
      .update(previous)
      .update(info)
      .update(Buffer.of(counter))
      .digest()
    block.copy(output, at)
    previous.fill(0)
  }
  block.fill(0)
  pseudoRandomKey.fill(0)
  return output
}
