/** What the tests of evidence share: an in-memory disk open to tampering, sources, and reading to the end. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { basename, dirname } from 'node:path/posix'
import { onTestFinished } from 'vitest'
import type { Result } from '../../../src/core/result.ts'
import type { EvidenceDisk, EvidenceFile } from '../../../src/vault/evidence/evidenceDisk.ts'
import type { EvidenceEntry } from '../../../src/vault/evidence/evidenceEntry.ts'
import { type EvidenceError, EvidenceFailure } from '../../../src/vault/evidence/evidenceError.ts'
import { openEvidence, readEvidenceRange, verifyEvidence } from '../../../src/vault/evidence/openEvidence.ts'
import { sealEvidence } from '../../../src/vault/evidence/sealEvidence.ts'
import { createRandom } from '../../support/vault/random.ts'

export const FOLDER = '/logs/log.daybook.evidence'
export const CHUNK = 256 * 1024
/** What a full sealed chunk takes, and what stands before the first one: as docs/format/evidence-v1.md says. */
export const SEALED_CHUNK = CHUNK + 16
export const HEADER = 44

/** A folder that goes away with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-evidence-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export interface MemoryDisk extends EvidenceDisk {
  /** Content by path; tests may change it. */
  readonly files: Map<string, Buffer>
}

/** A disk that keeps everything and checks nothing. */
export function memoryDisk(): MemoryDisk {
  const files = new Map<string, Buffer>()
  const folders = new Set<string>()
  const find = (path: string): Buffer => {
    const found = files.get(path)
    if (found === undefined) throw Object.assign(new Error('nothing there'), { code: 'ENOENT' })
    return found
  }
  const handle = (path: string): EvidenceFile => ({
    lengthBytes: async () => find(path).length,
    read: async (target, position) => find(path).copy(target, 0, position),
    async write(bytes, position) {
      const old = find(path)
      const grown = Buffer.alloc(Math.max(old.length, position + bytes.length))
      old.copy(grown)
      grown.set(bytes, position)
      files.set(path, grown)
    },
    sync: async () => undefined,
    close: async () => undefined,
  })
  return {
    files,
    makeFolder: async (folder) => void folders.add(folder),
    async create(path) {
      files.set(path, Buffer.alloc(0))
      return handle(path)
    },
    async open(path) {
      find(path)
      return handle(path)
    },
    async rename(from, to) {
      files.set(to, find(from))
      files.delete(from)
    },
    async remove(path) {
      find(path)
      files.delete(path)
    },
    async list(folder) {
      if (!folders.has(folder)) throw Object.assign(new Error('no folder'), { code: 'ENOENT' })
      return [...files.keys()].filter((path) => dirname(path) === folder).map((path) => basename(path))
    },
    syncFolder: async () => undefined,
  }
}

/** Repeatable bytes, of which no two chunks are alike. */
export function contentOf(length: number, seed = 1): Buffer {
  const block = createRandom(seed).bytes(1021)
  const content = Buffer.alloc(length)
  // A prime number of bytes a block, so that blocks and chunks never fall together.
  for (let at = 0; at < length; at += block.length) content.set(block.subarray(0, length - at), at)
  for (let at = 0; at + 8 <= length; at += 4096) content.writeBigUInt64BE(BigInt(at), at)
  return content
}

export async function* sourceOf(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

export function expectDone<T>(result: Result<T, EvidenceError>): T {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.error)}`)
  return result.value
}

export interface SealedInMemory {
  readonly disk: MemoryDisk
  readonly entry: EvidenceEntry
  readonly path: string
}

/** `content` sealed on a disk of its own, or on the one given. */
export async function sealInMemory(content: Uint8Array, disk = memoryDisk()): Promise<SealedInMemory> {
  const entry = expectDone(await sealEvidence({ folder: FOLDER, source: sourceOf(content), disk }))
  return { disk, entry, path: `${FOLDER}/${entry.name}` }
}

/** What came out before the end or the error. */
export interface ReadOut {
  readonly bytes: Buffer
  /** Null when the end was reached. */
  readonly error: EvidenceError | null
}

export async function readOut(pieces: AsyncIterable<Uint8Array>): Promise<ReadOut> {
  const read: Uint8Array[] = []
  try {
    for await (const piece of pieces) read.push(piece)
    return { bytes: Buffer.concat(read), error: null }
  } catch (thrown) {
    if (!(thrown instanceof EvidenceFailure)) throw thrown
    return { bytes: Buffer.concat(read), error: thrown.error }
  }
}

export const readAll = ({ disk, entry }: Omit<SealedInMemory, 'path'>) =>
  readOut(openEvidence({ folder: FOLDER, entry, disk }))

export const readRange = ({ disk, entry }: Omit<SealedInMemory, 'path'>, from: number, length: number) =>
  readOut(readEvidenceRange({ folder: FOLDER, entry, disk, from, length }))

/** The error that verification finds, or null. */
export async function findFault({
  disk,
  entry,
}: Omit<SealedInMemory, 'path'>): Promise<EvidenceError | null> {
  const verified = await verifyEvidence({ folder: FOLDER, entry, disk })
  return verified.ok ? null : verified.error
}
