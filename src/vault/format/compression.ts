/**
 * zstd (RFC 8878) as the bodies of frames use it.
 *
 * A save is compressed fast and in the calling thread. The snapshot is compressed small and in Node's thread pool:
 * nobody waits for it, but somebody may be typing meanwhile.
 */
import { promisify } from 'node:util'
import {
  constants,
  createZstdCompress,
  type ZstdCompress,
  zstdCompress,
  zstdCompressSync,
  zstdDecompressSync,
} from 'node:zlib'
import { asBuffer } from '../asBuffer.ts'
import { damage } from '../vaultError.ts'
import { FLAG_DICTIONARY, FLAG_ZSTD } from './frame.ts'

/** Half the time of zstd's own choice, which was half of what an import of ten thousand incidents takes. */
const FAST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }
/** Above this, each per cent less costs as much again. */
const SMALL = { params: { [constants.ZSTD_c_compressionLevel]: 9 } }
/** A body below this is compressed sooner than it is handed to another thread and back. */
const IN_BACKGROUND_FROM = 16 * 1024

const compressInBackground = promisify(zstdCompress)

export interface CompressedBody {
  readonly body: Uint8Array
  readonly flags: number
}

/** Compresses the body of a transaction, from this length on. */
export function compressFast(body: Uint8Array, from: number): CompressedBody {
  return body.length < from ? { body, flags: 0 } : { body: zstdCompressSync(body, FAST), flags: FLAG_ZSTD }
}

/** Compresses a body of the snapshot by itself. */
export async function compressSmall(body: Uint8Array): Promise<CompressedBody> {
  const isShort = body.length < IN_BACKGROUND_FROM
  const small = isShort ? zstdCompressSync(body, SMALL) : await compressInBackground(body, SMALL)
  return { body: small, flags: FLAG_ZSTD }
}

/**
 * Compresses chunks with the dictionary of their file, one after the other. Alone, chunks small enough to be opened for
 * one record compress badly. The dictionary is plain content, not a trained one: nothing to be tuned. One stream
 * for all of them, each ended as a zstd frame of its own: to prepare the dictionary takes longer than a chunk.
 */
export class DictionaryCompressor {
  readonly #stream: ZstdCompress
  #pieces: Buffer[] = []
  #failure: Error | null = null

  constructor(dictionary: Buffer) {
    this.#stream = createZstdCompress({ ...SMALL, dictionary })
    this.#stream.on('data', (piece: Buffer) => this.#pieces.push(piece))
    this.#stream.on('error', (error) => {
      this.#failure = error
    })
  }

  /** To be called again only when the last call has ended. Rejects when the compressor was closed meanwhile. */
  async compress(body: Uint8Array): Promise<CompressedBody> {
    await new Promise<void>((resolve) => {
      this.#stream.write(body)
      this.#stream.flush(constants.ZSTD_e_end, resolve)
    })
    if (this.#failure !== null) throw this.#failure
    // Of a frame that is not all there nobody would know before its records are asked for.
    if (this.#stream.destroyed || this.#stream.readableLength > 0) throw new Error('a chunk was cut short')
    const pieces = this.#pieces
    this.#pieces = []
    return { body: Buffer.concat(pieces), flags: FLAG_ZSTD | FLAG_DICTIONARY }
  }

  /** May be called again. */
  close(): void {
    this.#stream.destroy()
  }
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
