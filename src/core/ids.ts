/**
 * Ids are random and never time-ordered: the order of entry is itself something a brief must not tell.
 * Randomness comes from outside, since core is pure.
 */
import { z } from 'zod'

/** Random bytes for one new id; 13 bytes give 104 bits. */
export type RandomBytes = (length: number) => Uint8Array

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const ID_BYTES = 13

/** A new id: 20 characters of Crockford base 32 (100 bits of chance). */
export function createId(randomBytes: RandomBytes): string {
  let bits = 0
  let held = 0
  let id = ''
  for (const byte of randomBytes(ID_BYTES)) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5 && id.length < 20) {
      bits -= 5
      id += ALPHABET[(held >>> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return id
}

/** An id as stored: ours, or one that an imported file brought along. No spaces, no path or control characters. */
export const idSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u)
  .meta({ protected: 'id' })
