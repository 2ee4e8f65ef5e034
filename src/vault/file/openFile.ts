/** Opens the file of a log: reads and authenticates everything, tells what it holds, mends what a crash left. */
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { Disk, DiskFile } from '../disk.ts'
import { type EpochKeys, epochKeysOf, wipeEpochKeys } from '../format/epochKeys.ts'
import type { Secret } from '../secret.ts'
import { removeQuietly } from '../temporaryFiles.ts'
import { contentEnd } from './contentEnd.ts'
import type { EnginePolicy, TornTail } from './engine.ts'
import { firstFrameOf } from './FrameReader.ts'
import { findCommit, findSuperblock } from './fileStart.ts'
import { type FrameSink, type Pause, readFrames } from './readFrames.ts'
import { locatingUnreadable } from './unreadable.ts'
import { VaultFile } from './VaultFile.ts'

const COPIED_AT_ONCE = 4 * 1024 * 1024

export interface OpenedVaultFile {
  readonly vault: VaultFile
  readonly tornTail: TornTail | null
  readonly repaired: boolean
}

export interface OpenFileRequest {
  readonly path: string
  readonly file: DiskFile
  readonly dataKey: Secret
  readonly readOnly: boolean
  readonly sink: FrameSink
  readonly pause: Pause
  /** Bytes read from one pause to the next; the default is for when nobody does anything else meanwhile. */
  readonly pauseEvery?: number
}

/** Throws `vault/damaged`, `disk/…` and what `pause` throws; the file is then untouched, and closed. */
export async function openFile(
  disk: Disk,
  policy: EnginePolicy,
  { path, file: opened, dataKey, readOnly, sink, pause, pauseEvery }: OpenFileRequest,
): Promise<OpenedVaultFile> {
  let keys: EpochKeys | null = null
  let vault: VaultFile | null = null
  const file = locatingUnreadable(opened)
  try {
    const found = findSuperblock(file)
    const { superblock } = found
    keys = dataKey.use((bytes) => epochKeysOf(bytes, superblock))
    const commit = findCommit(file, found, keys)
    const stamp = file.stamp()
    const size = stamp.size
    const start = firstFrameOf(superblock)
    const counts = await readFrames(file, keys.frames, start, size, commit.record, sink, pause, pauseEvery)
    const tornBytes = contentEnd(file, counts.tail.position, size) - counts.tail.position
    const tornTail =
      tornBytes === 0
        ? null
        : {
            bytes: tornBytes,
            keptAs: readOnly ? null : keepAside(disk, path, file, counts.tail.position, tornBytes),
          }
    vault = new VaultFile(disk, policy, {
      path,
      file: opened,
      stamp,
      keys,
      superblock,
      superblockSlot: found.slot,
      start,
      ...counts,
      commit: { counter: commit.record.counter, slot: commit.slot, length: commit.record.length },
      readOnly,
    })
    const pages = !found.twins || !commit.twins
    if (!readOnly) {
      vault.repair({ isTorn: tornTail !== null, pages })
      // The name as well: a process killed between renaming and syncing leaves one that a power cut takes back.
      disk.syncFolder(dirname(path))
    }
    return { vault, tornTail, repaired: pages }
  } catch (thrown) {
    if (keys !== null) wipeEpochKeys(keys)
    if (vault === null) file.close()
    else vault.abandon()
    throw thrown
  }
}

/** Copies a torn tail to a file of its own before it is cut off: it may be all that is left of somebody's work. */
function keepAside(disk: Disk, path: string, file: DiskFile, position: number, length: number): string {
  const keptAs = `${path}.torn-${randomBytes(8).toString('hex')}`
  const kept = disk.open(keptAs, 'create')
  try {
    // In pieces: behind the end of a log there may be any number of bytes.
    for (let done = 0; done < length; done += COPIED_AT_ONCE) {
      kept.write(done, file.read(position + done, Math.min(COPIED_AT_ONCE, length - done)))
    }
    kept.sync()
  } catch (thrown) {
    kept.close()
    removeQuietly(disk, keptAs)
    throw thrown
  }
  kept.close()
  disk.syncFolder(dirname(path))
  return keptAs
}
