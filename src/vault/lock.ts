/**
 * One writer per log: a file `<log>.lock` that says who holds it.
 *
 * It appears with its content in one step (hard link; exclusive creation where there are no links). A holder that is
 * dead on this computer is replaced at once; one on another computer, or in another container, cannot be asked and is
 * named instead. No clocks and no heartbeat: a blocked event loop must not cost a live holder its lock.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { err, ok, type Result } from '../core/result.ts'
import { hasNoHardLinks, removeQuietly, temporaryPath } from './durableFile.ts'
import type { FileOps } from './fileOps.ts'
import { isHolderAlive, processIdentity } from './processIdentity.ts'
import { errnoOf, type LockHolder, type VaultError } from './vaultError.ts'

const lockSchema = z.strictObject({
  /** Random, so that a lock is known again. */
  id: z.string(),
  since: z.string(),
  pid: z.int().min(1),
  startTime: z.string().nullable(),
  bootId: z.string().nullable(),
  pidNamespace: z.string().nullable(),
  host: z.string(),
})

type LockRecord = Readonly<z.infer<typeof lockSchema>>

/** Longest lock file that is looked at. */
const MAX_LOCK_LENGTH = 4096
const ATTEMPTS = 100
const RETRY_MS = 20
/** A lock without readable content is being written, or was cut off by a crash once it is older than this. */
const UNREADABLE_MS = 10_000

export interface Lock {
  /** Removes the lock file when it is still ours. Never throws. */
  release(): Promise<void>
}

/**
 * Takes the lock of the log at `path`, or says who has it (`vault/in-use`). `since` is the ISO 8601 time put into the
 * lock. Throws what the file system throws.
 */
export async function acquireLock(
  ops: FileOps,
  path: string,
  since: string,
): Promise<Result<Lock, VaultError>> {
  const lockPath = `${path}.lock`
  const mine: LockRecord = { id: randomBytes(16).toString('hex'), since, ...processIdentity() }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await createLockFile(ops, path, lockPath, mine)) {
      return ok({ release: () => releaseLock(ops, lockPath, mine.id) })
    }
    const found = await readLock(ops, lockPath)
    if (found === 'gone') continue
    if (found.record === null ? !found.abandoned : isHolderAlive(found.record)) {
      return err({ code: 'vault/in-use', holder: found.record === null ? null : toHolder(found.record) })
    }
    if (!(await removeDeadLock(ops, lockPath, found.text))) await delay(RETRY_MS)
  }
  return err({ code: 'vault/in-use', holder: null })
}

/** Returns false when there is a lock already. */
async function createLockFile(
  ops: FileOps,
  path: string,
  lockPath: string,
  record: LockRecord,
): Promise<boolean> {
  const temporary = temporaryPath(path)
  try {
    await writeRecord(ops, temporary, record)
    try {
      await ops.link(temporary, lockPath)
    } catch (thrown) {
      if (!hasNoHardLinks(thrown)) throw thrown
      await writeRecord(ops, lockPath, record)
    }
    return true
  } catch (thrown) {
    if (errnoOf(thrown) === 'EEXIST') return false
    throw thrown
  } finally {
    await removeQuietly(ops, temporary)
  }
}

async function writeRecord(ops: FileOps, path: string, record: LockRecord): Promise<void> {
  const file = await ops.createNew(path)
  try {
    await file.write(Buffer.from(JSON.stringify(record), 'utf8'))
  } finally {
    await file.close()
  }
}

type FoundLock =
  | 'gone'
  | { readonly text: string; readonly record: LockRecord | null; readonly abandoned: boolean }

async function readLock(ops: FileOps, lockPath: string): Promise<FoundLock> {
  try {
    const file = await ops.readWhole(lockPath, MAX_LOCK_LENGTH)
    if (file.kind !== 'file') return { text: '', record: null, abandoned: false }
    const text = file.bytes.toString('utf8')
    const ageMs = Math.abs(Date.now() - Number(file.stamp.modifiedNs / 1_000_000n))
    return { text, record: parseRecord(text), abandoned: ageMs > UNREADABLE_MS }
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT') return 'gone'
    throw thrown
  }
}

function parseRecord(untrustedText: string): LockRecord | null {
  try {
    return lockSchema.safeParse(JSON.parse(untrustedText)).data ?? null
  } catch {
    return null
  }
}

/**
 * Removes a lock whose holder is dead, under a second exclusive name and after reading it again: of two takers, the
 * slower must not remove the lock that the faster has just made. Returns false when another taker is at it.
 */
async function removeDeadLock(ops: FileOps, lockPath: string, deadText: string): Promise<boolean> {
  const takeoverPath = `${lockPath}.takeover`
  try {
    await (await ops.createNew(takeoverPath)).close()
  } catch (thrown) {
    if (errnoOf(thrown) !== 'EEXIST') throw thrown
    const stamp = await ops.stamp(takeoverPath)
    const leftByCrash =
      stamp !== null && Math.abs(Date.now() - Number(stamp.modifiedNs / 1_000_000n)) > UNREADABLE_MS
    if (leftByCrash) await removeQuietly(ops, takeoverPath)
    return false
  }
  try {
    const found = await readLock(ops, lockPath)
    if (found !== 'gone' && found.text === deadText) await ops.remove(lockPath)
    return true
  } finally {
    await removeQuietly(ops, takeoverPath)
  }
}

async function releaseLock(ops: FileOps, lockPath: string, id: string): Promise<void> {
  try {
    const found = await readLock(ops, lockPath)
    if (found !== 'gone' && found.record?.id === id) await ops.remove(lockPath)
  } catch {
    // The file stays; once this process is gone it is a dead holder's.
  }
}

function toHolder(record: LockRecord): LockHolder {
  const { pid, host, since } = record
  return { pid, host, since, thisComputer: host === processIdentity().host }
}
