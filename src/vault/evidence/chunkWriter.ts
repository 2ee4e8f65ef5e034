/** Cuts a content into chunks, seals each and writes it behind the one before. */
import type { Hash } from 'node:crypto'
import type { EvidenceFile } from './evidenceDisk.ts'
import { CHUNK_LENGTH, HEADER_LENGTH, SEALED_CHUNK_LENGTH, sealChunk } from './evidenceFormat.ts'

export interface ChunkWriter {
  /** Adds bytes, sealing and writing each chunk that has become full; `hash` is given what was taken. */
  append(bytes: Uint8Array, hash: Hash | null): Promise<void>
  /** Writes what is left as the last chunk. */
  end(sizeBytes: number): Promise<void>
  wipe(): void
}

/** A writer behind the header of `file`; takes over `chunkKey` and wipes it. `onProgress` as in `sealEvidence`. */
export function createChunkWriter(
  file: EvidenceFile,
  chunkKey: Buffer,
  onProgress: ((sealedBytes: number) => void) | undefined,
): ChunkWriter {
  const chunk = Buffer.allocUnsafeSlow(CHUNK_LENGTH)
  // One for all chunks: the write is over before the next is sealed.
  const target = Buffer.allocUnsafeSlow(SEALED_CHUNK_LENGTH)
  let filled = 0
  let index = 0
  let position = HEADER_LENGTH
  let contentBytes = 0

  const flush = async (endsAt: number | null) => {
    const sealed = sealChunk(target, chunkKey, chunk.subarray(0, filled), index, endsAt)
    await file.write(sealed, position)
    position += sealed.length
    index += 1
    filled = 0
    onProgress?.(contentBytes)
  }

  return {
    async append(bytes, hash) {
      for (let taken = 0; taken < bytes.length; ) {
        // Not as soon as it is full: it may turn out to be the last one, which is sealed as such.
        if (filled === CHUNK_LENGTH) await flush(null)
        const count = Math.min(CHUNK_LENGTH - filled, bytes.length - taken)
        chunk.set(bytes.subarray(taken, taken + count), filled)
        if (hash !== null) {
          // Of our copy: what is hashed is what is sealed, whatever becomes of the source's buffer.
          hash.update(chunk.subarray(filled, filled + count))
          contentBytes += count
        }
        filled += count
        taken += count
      }
    },
    end: (sizeBytes) => flush(sizeBytes),
    wipe() {
      chunk.fill(0)
      chunkKey.fill(0)
    },
  }
}
