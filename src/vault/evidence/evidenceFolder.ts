/**
 * The folder of evidence beside a log: which files belong there, which are missing, and how one is removed.
 *
 * Nothing here removes anything by itself. A file that no record names may be named by a backup, by the version kept as
 * `.bak`, by a record in the bin or by a step that can be undone; and where it is named nowhere, nobody can open it
 * any more, since its key was only in the record.
 */
import { join } from 'node:path'
import { err, ok, type Result } from '../../core/result.ts'
import { errnoOf } from '../vaultError.ts'
import { type EvidenceDisk, realEvidenceDisk } from './evidenceDisk.ts'
import { type EvidenceError, toReadError, toWriteError } from './evidenceError.ts'

const SEALED_NAME = /^[0-9a-f]{32}$/
const UNFINISHED_NAME = /^[0-9a-f]{32}\.tmp$/

/** Where the evidence of the log at `logPath` is kept. */
export function evidenceFolder(logPath: string): string {
  return `${logPath}.evidence`
}

/** What the file `name` is called until all of it is on the disk. */
export function unfinishedName(name: string): string {
  return `${name}.tmp`
}

export interface EvidenceOrphans {
  /** Sealed to the end, named by no record: a crash came between the file and its record, or the record is gone. */
  readonly unnamed: readonly string[]
  /** A sealing that a crash ended, or that is under way now. */
  readonly unfinished: readonly string[]
  /** Named by a record, not there. */
  readonly missing: readonly string[]
  /** Not ours: left by the system or by hand. */
  readonly foreign: readonly string[]
}

/**
 * Compares the folder with the names that records have; all lists sorted. Ask while nothing is being sealed: a file
 * whose record is not saved yet counts as unnamed. A folder that is not there is an empty one.
 */
export async function findOrphans(options: {
  readonly folder: string
  readonly namedInRecords: Iterable<string>
  readonly disk?: EvidenceDisk | undefined
}): Promise<Result<EvidenceOrphans, EvidenceError>> {
  const { folder, disk = realEvidenceDisk } = options
  let found: readonly string[]
  try {
    found = await disk.list(folder)
  } catch (thrown) {
    const error = toReadError(thrown)
    if (error === null) throw thrown
    if (errnoOf(thrown) !== 'ENOENT') return err(error)
    found = []
  }
  const present = new Set(found)
  const named = new Set(options.namedInRecords)
  const sorted = [...found].sort()
  return ok({
    unnamed: sorted.filter((name) => SEALED_NAME.test(name) && !named.has(name)),
    unfinished: sorted.filter((name) => UNFINISHED_NAME.test(name)),
    missing: [...named].filter((name) => !present.has(name)).sort(),
    foreign: sorted.filter((name) => !SEALED_NAME.test(name) && !UNFINISHED_NAME.test(name)),
  })
}

/**
 * Removes a sealed or unfinished file; one that is not there counts as removed. Call after the record that names it is
 * gone for good. The bytes may stay on the disk; what makes them unreadable is that the key is gone with the record.
 * Throws RangeError for a name that is none of ours.
 */
export async function removeEvidence(options: {
  readonly folder: string
  readonly name: string
  readonly disk?: EvidenceDisk | undefined
}): Promise<Result<void, EvidenceError>> {
  const { folder, name, disk = realEvidenceDisk } = options
  if (!SEALED_NAME.test(name) && !UNFINISHED_NAME.test(name)) throw new RangeError('not the name of evidence')
  try {
    await disk.remove(join(folder, name)).catch(ignoreMissing)
    // Even when it was gone already: an earlier removal may have got no further than this.
    await disk.syncFolder(folder).catch(ignoreMissing)
  } catch (thrown) {
    const error = toWriteError(thrown)
    if (error === null) throw thrown
    return err(error)
  }
  return ok(undefined)
}

function ignoreMissing(untrustedThrown: unknown): void {
  if (errnoOf(untrustedThrown) !== 'ENOENT') throw untrustedThrown
}
