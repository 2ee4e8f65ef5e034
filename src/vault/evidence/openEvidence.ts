/**
 * Reading sealed evidence: whole, in part, or only to see that it is sound.
 *
 * Every byte handed out has been authenticated as that byte of that file. Nothing is written, and nothing is put on
 * the disk in plain.
 */
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../../core/result.ts'
import { type EvidenceError, EvidenceFailure, toReadError } from './evidenceError.ts'
import { CHUNK_LENGTH, discardChunk } from './evidenceFormat.ts'
import { chunkOfByte, type EvidenceReader, openReader, type ReadEvidenceOptions } from './evidenceReader.ts'

/**
 * The content of an evidence file, in pieces of at most 256 KiB; each is the consumer's own. Opened at the first pull,
 * closed at the end or when the consumer stops. Before the first piece the length of the file and its last chunk are
 * checked, before the last piece the SHA-256 of the whole. Throws `EvidenceFailure` with what is wrong; what was
 * handed out before is genuine, yet is not the whole.
 */
export async function* openEvidence(options: ReadEvidenceOptions): AsyncGenerator<Buffer, void, undefined> {
  const reader = await openReader(options)
  try {
    yield* readWhole(reader, options.entry.sha256)
  } finally {
    await reader.close()
  }
}

/**
 * `length` bytes of the content from byte `from`, fewer where it ends before: for viewers that seek. Opens only the
 * chunks that are asked for, so neither the length of the file nor the hash of the whole is checked: of a damaged or
 * cut file this still gives what is sound. Otherwise like `openEvidence`. Throws RangeError for a negative or broken
 * number.
 */
export async function* readEvidenceRange(
  options: ReadEvidenceOptions & { readonly from: number; readonly length: number },
): AsyncGenerator<Buffer, void, undefined> {
  const { from, length, entry } = options
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(length) || from < 0 || length < 0) {
    throw new RangeError('a range of evidence is two whole numbers from 0 on')
  }
  const end = Math.min(from + length, entry.sizeBytes)
  if (from >= end) return
  const reader = await openReader(options)
  try {
    for (let index = chunkOfByte(from); index * CHUNK_LENGTH < end; index += 1) {
      const start = index * CHUNK_LENGTH
      const chunk = await reader.readChunk(index)
      yield chunk.subarray(Math.max(0, from - start), end - start)
    }
  } finally {
    await reader.close()
  }
}

interface VerifyEvidenceOptions extends ReadEvidenceOptions {
  /** Told the bytes of content read so far. */
  readonly onProgress?: ((readBytes: number) => void) | undefined
}

/** Reads all of an evidence file, padding included, and says whether it is what its record says. */
export function verifyEvidence(options: VerifyEvidenceOptions): Promise<Result<void, EvidenceError>> {
  return verifyEvidenceAs(options, options.entry.name)
}

/** The same for a copy that is called `fileName` and not yet what its entry says. */
export async function verifyEvidenceAs(
  options: VerifyEvidenceOptions,
  fileName: string,
): Promise<Result<void, EvidenceError>> {
  try {
    const reader = await openReader(options, fileName)
    try {
      let readBytes = 0
      for await (const piece of readWhole(reader, options.entry.sha256)) {
        readBytes += piece.length
        discardChunk(piece)
        options.onProgress?.(readBytes)
      }
      const { chunkCount, sizeBytes } = reader.layout
      for (let index = Math.ceil(sizeBytes / CHUNK_LENGTH); index < chunkCount; index += 1) {
        discardChunk(await reader.readChunk(index))
      }
    } finally {
      await reader.close()
    }
    return ok(undefined)
  } catch (thrown) {
    const error = toReadError(thrown)
    if (error === null) throw thrown
    return err(error)
  }
}

async function* readWhole(reader: EvidenceReader, sha256: string): AsyncGenerator<Buffer, void, undefined> {
  const { sizeBytes, chunkCount } = reader.layout
  await reader.checkLength()
  // The last chunk knows the length of the whole: a cut or lengthened file hands out nothing.
  if (chunkCount > 1) discardChunk(await reader.readChunk(chunkCount - 1))
  const hash = createHash('sha256')
  let at = 0
  do {
    const chunk = await reader.readChunk(chunkOfByte(at))
    const piece = chunk.subarray(0, sizeBytes - at)
    hash.update(piece)
    at += piece.length
    if (at === sizeBytes && hash.digest('hex') !== sha256) {
      throw new EvidenceFailure({ code: 'evidence/damaged', where: 'hash', at: 0 })
    }
    if (piece.length > 0) yield piece
  } while (at < sizeBytes)
}
