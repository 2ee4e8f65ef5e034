/**
 * zstd (RFC 8878) as the bodies of frames use it.
 *
 * Small chunks open fast and lose little to damage, but alone they compress badly: so the chunks of a file share a
 * dictionary, taken from its own first records. It is plain content, not a trained one: nothing to be tuned.
 */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { asBuffer } from '../asBuffer.ts'
import { damage } from '../vaultError.ts'
import { FLAG_DICTIONARY, FLAG_ZSTD } from './frame.ts'

/** For a save somebody waits for, and for a snapshot nobody does. */
const FAST = { params: { [constants.ZSTD_c_compressionLevel]: 3 } }
const SMALL = { params: { [constants.ZSTD_c_compressionLevel]: 6 } }

export interface CompressedBody {
  readonly body: Uint8Array
  readonly flags: number
}

/** Compresses the body of a transaction, from this length on. */
export function compressFast(body: Uint8Array, from: number): CompressedBody {
  return body.length < from ? { body, flags: 0 } : { body: zstdCompressSync(body, FAST), flags: FLAG_ZSTD }
}

/** Compresses a body of the snapshot. @param dictionary of the file, or null before there is one. */
export function compressSmall(body: Uint8Array, dictionary: Buffer | null): CompressedBody {
  if (dictionary === null) return { body: zstdCompressSync(body, SMALL), flags: FLAG_ZSTD }
  return { body: zstdCompressSync(body, { ...SMALL, dictionary }), flags: FLAG_ZSTD | FLAG_DICTIONARY }
}

/**
 * The body as it was. @param length of it if known, which saves work. Throws `vault/damaged` when that cannot be
 * had, for want of its dictionary or otherwise.
 */
export function decompress(
  body: Uint8Array,
  flags: number,
  dictionary: Buffer | null = null,
  length?: number,
): Buffer {
  if ((flags & FLAG_ZSTD) === 0) return asBuffer(body)
  const size = length === undefined ? {} : { chunkSize: Math.max(length, 1024) }
  const needsDictionary = (flags & FLAG_DICTIONARY) !== 0
  try {
    if (!needsDictionary) return zstdDecompressSync(body, size)
    if (dictionary !== null) return zstdDecompressSync(body, { ...size, dictionary })
  } catch {
    // Authentic and still no zstd: written wrongly.
  }
  throw damage('content')
}
