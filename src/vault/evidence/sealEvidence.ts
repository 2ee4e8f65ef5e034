/**
 * Streams a content into a sealed file of the evidence folder.
 *
 * The file is written under a name of its own ending in `.tmp`, synced, renamed and its folders synced before the
 * entry is handed out: only then may a record name it. The key is drawn here and
 * given to nobody before the file is complete, and nothing takes a key to seal with: so one key seals one file, once,
 * from its beginning to its end, which the counted nonces of the format rest on. A file that did not come to its end is
 * removed, its key forgotten; it is never continued. Trying again draws another key.
 */
import { createHash, randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { err, ok, type Result } from '../../core/result.ts'
import { KEY_LENGTH } from '../cipher.ts'
import { Secret } from '../secret.ts'
import { createChunkWriter } from './chunkWriter.ts'
import { type ContentSource, openSource } from './contentSource.ts'
import { type EvidenceDisk, type EvidenceFile, realEvidenceDisk } from './evidenceDisk.ts'
import type { EvidenceEntry } from './evidenceEntry.ts'
import { type EvidenceError, refuseIfAborted, toWriteError } from './evidenceError.ts'
import { unfinishedName } from './evidenceFolder.ts'
import { CHUNK_LENGTH, deriveChunkKey, encodeHeader, layoutOf } from './evidenceFormat.ts'

const NAME_LENGTH = 16
const ZEROS = Buffer.alloc(CHUNK_LENGTH)

export interface SealEvidenceOptions {
  /** The log's folder of evidence (`evidenceFolder`); made when it is not there. The log's own must be. */
  readonly folder: string
  /**
   * The content, read once, piece by piece; no piece is kept. A Node stream of bytes will do. Told to stop when the
   * work ends early.
   */
  readonly source: AsyncIterable<Uint8Array>
  /** Ends the work with `evidence/cancelled`, also while the source keeps us waiting. */
  readonly signal?: AbortSignal | undefined
  /** Told the bytes of content sealed so far, at most once a chunk. */
  readonly onProgress?: ((sealedBytes: number) => void) | undefined
  readonly disk?: EvidenceDisk | undefined
}

/**
 * Seals a content. When this returns an entry, the file survives a power cut; save the record that holds
 * `toStoredEntry(entry)`, then wipe `entry.key`. On an error nothing of it is left behind: `evidence/cancelled`,
 * `evidence/source-unreadable` (the source threw an error of the file system), or an error of the disk written to.
 * Whatever else the source throws is thrown on. Uses about three chunks of memory, however long the content.
 */
export async function sealEvidence(
  options: SealEvidenceOptions,
): Promise<Result<EvidenceEntry, EvidenceError>> {
  const source = openSource(options.source, options.signal)
  const name = randomBytes(NAME_LENGTH).toString('hex')
  const key = drawKey()
  try {
    return ok({ name, key, ...(await writeDurably({ ...options, source, name, key })) })
  } catch (thrown) {
    key.wipe()
    const error = toWriteError(thrown)
    if (error === null) throw thrown
    return err(error)
  } finally {
    source.close()
  }
}

interface Sealing extends Omit<SealEvidenceOptions, 'source'> {
  readonly source: ContentSource
  readonly name: string
  readonly key: Secret
}

type Content = Pick<EvidenceEntry, 'sizeBytes' | 'sha256'>

async function writeDurably(sealing: Sealing): Promise<Content> {
  const { folder, name, signal, disk = realEvidenceDisk } = sealing
  refuseIfAborted(signal)
  await disk.makeFolder(folder)
  const temporary = join(folder, unfinishedName(name))
  const path = join(folder, name)
  try {
    const content = await writeSynced(await disk.create(temporary), sealing)
    refuseIfAborted(signal)
    await disk.rename(temporary, path)
    await disk.syncFolder(folder)
    // The folder itself may be as new as the file in it.
    await disk.syncFolder(dirname(folder))
    return content
  } catch (thrown) {
    await removeQuietly(disk, temporary)
    await removeQuietly(disk, path)
    throw thrown
  }
}

async function writeSynced(file: EvidenceFile, sealing: Sealing): Promise<Content> {
  try {
    const content = await writeSealed(file, sealing)
    await file.sync()
    return content
  } finally {
    await file.close()
  }
}

async function writeSealed(file: EvidenceFile, sealing: Sealing): Promise<Content> {
  const { source, name, key, signal, onProgress } = sealing
  const writer = createChunkWriter(file, deriveChunkKey(key, name), onProgress)
  const hash = createHash('sha256')
  try {
    await file.write(encodeHeader(key, name), 0)
    let sizeBytes = 0
    for (let piece = await source.next(); piece !== null; piece = await source.next()) {
      await writer.append(piece, hash)
      sizeBytes += piece.length
    }
    const { paddedBytes } = layoutOf(sizeBytes)
    for (let left = paddedBytes - sizeBytes; left > 0; left -= CHUNK_LENGTH) {
      refuseIfAborted(signal)
      await writer.append(ZEROS.subarray(0, Math.min(left, CHUNK_LENGTH)), null)
    }
    await writer.end(sizeBytes)
    return { sizeBytes, sha256: hash.digest('hex') }
  } finally {
    writer.wipe()
  }
}

function drawKey(): Secret {
  const bytes = randomBytes(KEY_LENGTH)
  const key = new Secret(bytes)
  bytes.fill(0)
  return key
}

async function removeQuietly(disk: EvidenceDisk, path: string): Promise<void> {
  await disk.remove(path).catch(() => undefined)
}
