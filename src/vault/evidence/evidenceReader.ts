/**
 * One open sealed file: its header checked, its chunks opened one by one in any order. openEvidence.ts says which.
 *
 * Holds the chunk key while open. Closing, or the abort of the signal it was opened with, wipes it and closes the file
 * even when nobody asks for another chunk: a log that locks must not leave a key behind in a paused stream.
 */
import { join } from 'node:path'
import { errnoOf } from '../vaultError.ts'
import { type EvidenceDisk, type EvidenceFile, realEvidenceDisk } from './evidenceDisk.ts'
import type { EvidenceEntry } from './evidenceEntry.ts'
import { EvidenceFailure, refuseIfAborted, toReadError } from './evidenceError.ts'
import {
  CHUNK_LENGTH,
  deriveChunkKey,
  type EvidenceLayout,
  HEADER_LENGTH,
  isHeaderOf,
  layoutOf,
  openChunk,
  placeOfChunk,
} from './evidenceFormat.ts'

export interface ReadEvidenceOptions {
  readonly folder: string
  readonly entry: EvidenceEntry
  /** Ends the reading with `evidence/cancelled`. */
  readonly signal?: AbortSignal | undefined
  readonly disk?: EvidenceDisk | undefined
}

export interface EvidenceReader {
  readonly layout: EvidenceLayout
  /** Throws `evidence/truncated` or `evidence/damaged` unless the file is as long as it was sealed. */
  checkLength(): Promise<void>
  /** The plaintext of chunk `index`, padding included, in a buffer of its own. Throws `EvidenceFailure`. */
  readChunk(index: number): Promise<Buffer>
  /** May be called again. */
  close(): Promise<void>
}

/**
 * Opens the file of `entry` and checks its header. Throws `EvidenceFailure`: `evidence/missing`,
 * `evidence/folder-missing`, `evidence/unreadable`, `evidence/truncated`, `evidence/damaged`, `evidence/cancelled`.
 * `fileName` for a copy that does not have its name yet.
 */
export async function openReader(
  options: ReadEvidenceOptions,
  fileName: string = options.entry.name,
): Promise<EvidenceReader> {
  const { folder, entry, signal, disk = realEvidenceDisk } = options
  refuseIfAborted(signal)
  const file = await openFile(disk, folder, fileName)
  const layout = layoutOf(entry.sizeBytes)
  const chunkKey = deriveChunkKey(entry.key, entry.name)
  // One for all chunks: only ciphertext ever lies in it.
  const sealedBuffer = Buffer.allocUnsafeSlow(placeOfChunk(layout, 0).sealedBytes)

  const close = async () => {
    signal?.removeEventListener('abort', onAbort)
    chunkKey.fill(0)
    // Nothing was written, so nothing can be lost by a failing close.
    await file.close().catch(() => undefined)
  }
  const onAbort = () => void close()
  signal?.addEventListener('abort', onAbort, { once: true })

  /** Runs `work` on the file; whatever it throws becomes an `EvidenceFailure`, unless it is a defect. */
  const guard = async <R>(work: () => Promise<R>): Promise<R> => {
    try {
      refuseIfAborted(signal)
      const result = await work()
      // Before anything is done with the result: the key may be gone by now.
      refuseIfAborted(signal)
      return result
    } catch (thrown) {
      refuseIfAborted(signal)
      const error = toReadError(thrown)
      throw error === null ? thrown : new EvidenceFailure(error)
    }
  }
  const truncated = async () => {
    const foundBytes = await guard(() => file.lengthBytes())
    return new EvidenceFailure({ code: 'evidence/truncated', expectedBytes: layout.fileBytes, foundBytes })
  }

  const reader: EvidenceReader = {
    layout,
    async checkLength() {
      const foundBytes = await guard(() => file.lengthBytes())
      if (foundBytes < layout.fileBytes) throw await truncated()
      if (foundBytes > layout.fileBytes) {
        throw new EvidenceFailure({ code: 'evidence/damaged', where: 'length', at: layout.fileBytes })
      }
    },
    async readChunk(index) {
      const { at, sealedBytes } = placeOfChunk(layout, index)
      const sealed = sealedBuffer.subarray(0, sealedBytes)
      if ((await guard(() => file.read(sealed, at))) < sealedBytes) throw await truncated()
      const endsAt = index === layout.chunkCount - 1 ? layout.sizeBytes : null
      const plaintext = openChunk(chunkKey, sealed, index, endsAt)
      if (plaintext === null) throw new EvidenceFailure({ code: 'evidence/damaged', where: 'chunk', at })
      return plaintext
    },
    close,
  }

  try {
    const header = Buffer.alloc(HEADER_LENGTH)
    if ((await guard(() => file.read(header, 0))) < HEADER_LENGTH) throw await truncated()
    if (!isHeaderOf(header, entry.key, entry.name)) {
      throw new EvidenceFailure({ code: 'evidence/damaged', where: 'header', at: 0 })
    }
    return reader
  } catch (thrown) {
    await close()
    throw thrown
  }
}

/** Index of the chunk in which byte `offset` of the content lies. */
export function chunkOfByte(offset: number): number {
  return Math.floor(offset / CHUNK_LENGTH)
}

async function openFile(disk: EvidenceDisk, folder: string, name: string): Promise<EvidenceFile> {
  try {
    return await disk.open(join(folder, name))
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT') {
      const hasFolder = await disk.list(folder).then(
        () => true,
        (listing: unknown) => errnoOf(listing) !== 'ENOENT',
      )
      throw new EvidenceFailure({ code: hasFolder ? 'evidence/missing' : 'evidence/folder-missing' })
    }
    const error = toReadError(thrown)
    throw error === null ? thrown : new EvidenceFailure(error)
  }
}
