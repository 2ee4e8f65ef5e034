/**
 * Copies sealed files to the folder of evidence of another log file: a backup, or the same log at another place.
 *
 * The bytes are copied as they are, so a copy needs no new entry in any record. Each copy is then opened to its end,
 * with its record's key and hash, from where it now is: damage is found while a good copy may still exist. Only a
 * sound copy takes the name, so that nothing is replaced by something worse.
 */
import { dirname, join } from 'node:path'
import { err, ok, type Result } from '../../core/result.ts'
import { errnoOf } from '../vaultError.ts'
import { type EvidenceDisk, realEvidenceDisk } from './evidenceDisk.ts'
import type { EvidenceEntry } from './evidenceEntry.ts'
import {
  type EvidenceError,
  EvidenceFailure,
  refuseIfAborted,
  toReadError,
  toWriteError,
} from './evidenceError.ts'
import { unfinishedName } from './evidenceFolder.ts'
import { CHUNK_LENGTH, layoutOf } from './evidenceFormat.ts'
import { verifyEvidence, verifyEvidenceAs } from './openEvidence.ts'

export interface CopyEvidenceOptions {
  readonly from: string
  /** Made when it is not there. */
  readonly to: string
  readonly entries: Iterable<EvidenceEntry>
  readonly signal?: AbortSignal | undefined
  /** Told how many entries are done, sound or not. */
  readonly onProgress?: ((doneEntries: number) => void) | undefined
  readonly disk?: EvidenceDisk | undefined
}

export interface EvidenceCopy {
  /** Names of files that are at `to` now, on the disk itself and verified. */
  readonly sound: readonly string[]
  /** What could not be copied, and why: missing, cut off or damaged where it came from. */
  readonly failed: readonly { readonly name: string; readonly error: EvidenceError }[]
}

/**
 * Copies the files of `entries`. One that is there already and sound is kept: a sealed file never changes. A file that
 * is bad at `from` is reported and left out; `evidence/cancelled` or an error of the disk at `to` ends the work, and
 * what was copied before stays.
 */
export async function copyEvidence(
  options: CopyEvidenceOptions,
): Promise<Result<EvidenceCopy, EvidenceError>> {
  const { from, to, entries, signal, onProgress, disk = realEvidenceDisk } = options
  const sound: string[] = []
  const failed: { name: string; error: EvidenceError }[] = []
  try {
    await disk.makeFolder(to)
    for (const entry of entries) {
      refuseIfAborted(signal)
      const error = await copyOne({ disk, from, to, entry, signal })
      if (error === null) sound.push(entry.name)
      else if (error.code === 'evidence/cancelled') return err(error)
      else failed.push({ name: entry.name, error })
      onProgress?.(sound.length + failed.length)
    }
    await disk.syncFolder(to)
    await disk.syncFolder(dirname(to))
  } catch (thrown) {
    const error = toWriteError(thrown)
    if (error === null) throw thrown
    return err(error)
  }
  return ok({ sound, failed })
}

interface OneCopy {
  readonly disk: EvidenceDisk
  readonly from: string
  readonly to: string
  readonly entry: EvidenceEntry
  readonly signal: AbortSignal | undefined
}

/** Returns what is wrong with the file at `from`, or null; throws what is wrong with the disk at `to`. */
async function copyOne({ disk, from, to, entry, signal }: OneCopy): Promise<EvidenceError | null> {
  if ((await verifyEvidence({ folder: to, entry, signal, disk })).ok) return null
  const temporary = join(to, unfinishedName(entry.name))
  // A copy that was broken off: ours to replace, unlike a sealing under way, whose name no entry has yet.
  await removeQuietly(disk, temporary)
  try {
    await copyBytes({ disk, from, to, entry, signal }, temporary)
    // Before it takes the name: what is there may be damaged too, but elsewhere.
    const verified = await verifyEvidenceAs({ folder: to, entry, signal, disk }, unfinishedName(entry.name))
    if (!verified.ok) throw new EvidenceFailure(verified.error)
    await disk.rename(temporary, join(to, entry.name))
    return null
  } catch (thrown) {
    await removeQuietly(disk, temporary)
    if (thrown instanceof EvidenceFailure) return thrown.error
    throw thrown
  }
}

/** Throws `EvidenceFailure` for what is wrong at `from`, the file system's errors for what is wrong at `to`. */
async function copyBytes({ disk, from, entry, signal }: OneCopy, path: string): Promise<void> {
  const source = await reading(() => disk.open(join(from, entry.name)))
  try {
    const target = await disk.create(path)
    try {
      const buffer = Buffer.allocUnsafeSlow(CHUNK_LENGTH)
      // Not what lies behind the end: verifying finds a cut, and nobody needs the rest.
      const { fileBytes } = layoutOf(entry.sizeBytes)
      for (let at = 0; at < fileBytes; ) {
        refuseIfAborted(signal)
        const wanted = buffer.subarray(0, Math.min(buffer.length, fileBytes - at))
        const count = await reading(() => source.read(wanted, at))
        if (count === 0) break
        await target.write(wanted.subarray(0, count), at)
        at += count
      }
      await target.sync()
    } finally {
      await target.close()
    }
  } finally {
    await source.close().catch(() => undefined)
  }
}

/** Runs `work` on what is at `from`, so that its errors are not taken for those of the disk at `to`. */
async function reading<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work()
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT') throw new EvidenceFailure({ code: 'evidence/missing' })
    const error = toReadError(thrown)
    throw error === null ? thrown : new EvidenceFailure(error)
  }
}

async function removeQuietly(disk: EvidenceDisk, path: string): Promise<void> {
  await disk.remove(path).catch(() => undefined)
}
