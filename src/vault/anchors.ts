/**
 * What this device last saw of each log, kept outside it: the only way to notice that somebody put an older, intact
 * file in its place.
 *
 * One small file per log in a folder of the user's profile, named by a hash: neither names nor paths of logs. Whoever
 * has both this folder and a log can still tell that the log was opened here. Whoever can write to this folder can
 * forget an anchor; it says more than nothing, not everything. All is best effort: no anchor ever fails a save.
 */
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type Disk, realDisk } from './disk.ts'
import { removeQuietly, temporaryPath } from './temporaryFiles.ts'

const anchorSchema = z.object({
  /** Changes of the superblock so far: files written, passphrases changed. */
  superblock: z.int().min(0),
  /** Transactions of the log so far. */
  counter: z.int().min(0),
})

export type Anchor = Readonly<z.infer<typeof anchorSchema>>

export interface AnchorStore {
  /** What this device last saw of the log, or null. Never throws. */
  read(fileId: string): Anchor | null
  /** Replaces it, by a lower one too: that is how a user accepts an older file. Never throws. */
  write(fileId: string, anchor: Anchor): void
}

/** Longest anchor file that is looked at. */
const MAX_ANCHOR_LENGTH = 1024

/**
 * Anchors as files in `folder`, which is made when the first is written. What is in `formerFolders` is read too: the
 * latest counts, and goes from there once something is written here.
 */
export function createFileAnchorStore(
  folder: string,
  formerFolders: readonly string[] = [],
  disk: Disk = realDisk,
): AnchorStore {
  const pathIn = (place: string, fileId: string) => join(place, `${nameOf(fileId)}.json`)
  return {
    read: (fileId) => {
      const seen = [folder, ...formerFolders].map((place) => readAnchor(disk, pathIn(place, fileId)))
      return seen.reduce((latest, each) => (each !== null && isLater(each, latest) ? each : latest), null)
    },

    write(fileId, anchor) {
      const path = pathIn(folder, fileId)
      const seen = readAnchor(disk, path)
      const isSame = seen?.superblock === anchor.superblock && seen.counter === anchor.counter
      try {
        if (!isSame) {
          mkdirSync(folder, { recursive: true, mode: 0o700 })
          replaceAnchor(disk, path, anchor)
        }
        // After that: a lower one that the user accepted must not be outvoted by what is there.
        for (const place of formerFolders) removeQuietly(disk, pathIn(place, fileId))
      } catch {
        // A full or read-only profile: the next opening compares with what was seen before.
      }
    },
  }
}

/**
 * True when a file lacks what was seen: fewer transactions, or as many in a file that was written earlier (it may let
 * in a passphrase that was removed since). More transactions in an earlier file are a branch with more in it, not less.
 */
export function isOlder(found: Anchor, seen: Anchor): boolean {
  if (found.counter !== seen.counter) return found.counter < seen.counter
  return found.superblock < seen.superblock
}

function isLater(found: Anchor, seen: Anchor | null): boolean {
  return seen === null || isOlder(seen, found)
}

function nameOf(fileId: string): string {
  return createHash('sha256').update(`daybook/anchor/${fileId}`).digest('hex').slice(0, 32)
}

function readAnchor(disk: Disk, path: string): Anchor | null {
  try {
    const file = disk.open(path, 'read')
    try {
      const untrustedText = file.read(0, MAX_ANCHOR_LENGTH).toString('utf8')
      return anchorSchema.safeParse(JSON.parse(untrustedText)).data ?? null
    } finally {
      file.close()
    }
  } catch {
    return null
  }
}

function replaceAnchor(disk: Disk, path: string, anchor: Anchor): void {
  const temporary = temporaryPath(path)
  try {
    const file = disk.open(temporary, 'create')
    try {
      file.write(0, Buffer.from(JSON.stringify({ superblock: anchor.superblock, counter: anchor.counter })))
      // Without this a power cut may leave an empty file under the new name, hence no anchor at all.
      file.sync()
    } finally {
      file.close()
    }
    disk.rename(temporary, path)
    // Anchors in former folders are removed next: a power cut must not take this one as well.
    disk.syncFolder(dirname(path))
  } catch (thrown) {
    removeQuietly(disk, temporary)
    throw thrown
  }
}
