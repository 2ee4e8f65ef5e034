/**
 * One writer per log: a file `<log>.lock` that says who holds it.
 *
 * It appears with its content in one step (hard link; exclusive creation where there are no links). A holder that is
 * dead on this computer is replaced at once. Who cannot be told to be alive or dead (on another computer, in another
 * container, or where numbers of processes are given out again) is named instead: such a lock is taken over only when
 * the user says so of that very lock, and never that of a process which is proven to live. No heartbeat: a blocked event
 * loop must not cost a live holder its lock.
 *
 * Removing a dead lock is itself a race: of two takers, the slower must not remove the lock that the faster has just
 * made. So every record has a random id, and only who has made the file `<log>.<id>.takeover` may remove the record
 * `id`, after reading it again. Ids never come back, so an old right removes nothing new. That file is a record like
 * the lock, taken in the same way: a taker that died is replaced as well.
 */
import { createHash, randomBytes } from 'node:crypto'
import { uptime } from 'node:os'
import { basename } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { err, ok, type Result } from '../core/result.ts'
import type { Disk } from './disk.ts'
import {
  isHolderAlive,
  isOfEarlierBoot,
  isProvenAlive,
  isThisComputer,
  type ProcessIdentity,
  processIdentity,
} from './processIdentity.ts'
import { hasNoHardLinks, removeQuietly, takeoverPath, temporaryPath } from './temporaryFiles.ts'
import { errnoOf, type LockHolder, PROGRAMS, type Program, type VaultError } from './vaultError.ts'

// Not strict: a later version may say more, and its lock must not look like rubbish.
const lockSchema = z.object({
  /** Random, so that a lock is known again. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  since: z.string(),
  pid: z.int().min(1),
  startTime: z.string().nullable(),
  bootId: z.string().nullable(),
  pidNamespace: z.string().nullable(),
  machine: z.string().nullable().default(null),
  host: z.string(),
  program: z.enum(PROGRAMS).nullable().catch(null),
  /** Seconds since the computer was started, when the lock was taken; null in locks of earlier versions. */
  uptime: z.number().min(0).nullable().catch(null),
})

type LockRecord = Readonly<z.infer<typeof lockSchema>>

/** Longest lock file that is looked at. */
const MAX_LOCK_LENGTH = 4096
const ATTEMPTS = 100
const RETRY_MS = 20
/**
 * A record that stays cut off over this many looks was left so by a crash. Its writer, where there are no links, needs
 * microseconds; the margin is for network folders that show a change late.
 */
const UNFINISHED_LOOKS = 10
const UNFINISHED_LOOK_MS = 200

/** Locks of this thread that a failing disk would not let go: nobody holds them, although this process lives. */
const givenUp = new Set<string>()

export interface Lock {
  /** Known to `releaseAbandonedLock`, should the thread that holds the lock die. */
  readonly id: string
  /** Removes the lock file when it is still ours. Never throws. */
  release(): void
}

export interface LockPorts {
  readonly self: ProcessIdentity
  readonly pause: (milliseconds: number) => Promise<unknown>
  /** Put into the lock, for whoever meets it. */
  readonly program: Program | null
  /** Seconds since this computer was started. */
  readonly uptime: () => number
}

/** The real ones. */
export function realLockPorts(program: Program | null = null): LockPorts {
  return { self: processIdentity(), pause: delay, program, uptime }
}

/**
 * Takes the lock of the log at `path`, or says who has it (`vault/in-use`). `since` is the ISO 8601 time put into the
 * lock. `takeOver` is the id of a lock of which the user says that its holder is gone; it does not count against a
 * holder that is proven to live. Throws what the file system throws.
 */
export async function acquireLock(
  disk: Disk,
  path: string,
  since: string,
  ports: LockPorts = realLockPorts(),
  takeOver: string | null = null,
): Promise<Result<Lock, VaultError>> {
  const lockPath = lockPathOf(path)
  const taker: Taker = { disk, path, since, ports, takeOver }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const taken = await takeFile(taker, lockPath)
    switch (taken.kind) {
      case 'ours':
        return ok({
          id: taken.id,
          release: () => {
            if (!removeRecord(disk, lockPath, taken.id)) givenUp.add(taken.id)
          },
        })
      case 'held':
        return err({
          code: 'vault/in-use',
          holder: taken.record === null ? null : toHolder(taken.record, ports.self),
        })
      case 'again':
        await ports.pause(RETRY_MS)
    }
  }
  return err({ code: 'vault/in-use', holder: null })
}

/**
 * Removes the lock `id` of the log at `path`, whose holder is known to be gone: its thread died in this process. Returns false when that lock could not be removed or another one
 * stands there. Never throws.
 */
export function releaseAbandonedLock(disk: Disk, path: string, id: string): boolean {
  return removeRecord(disk, lockPathOf(path), id)
}

const lockPathOf = (path: string) => `${path}.lock`

interface Taker {
  readonly disk: Disk
  /** Of the log. */
  readonly path: string
  readonly since: string
  readonly ports: LockPorts
  /** Id of a lock that the user gives up for lost. */
  readonly takeOver: string | null
}

type Taken =
  | { readonly kind: 'ours'; readonly id: string }
  | { readonly kind: 'held'; readonly record: LockRecord | null }
  /** Something changed meanwhile: look again. */
  | { readonly kind: 'again' }

/** Makes the file `target` with a record of ours in it, or removes a dead one from there, or says who is alive. */
async function takeFile(taker: Taker, target: string): Promise<Taken> {
  const { disk, path, since, ports } = taker
  const record: LockRecord = {
    id: randomBytes(16).toString('hex'),
    since,
    ...ports.self,
    program: ports.program,
    uptime: ports.uptime(),
  }
  if (await createRecordFile(taker, target, record)) return { kind: 'ours', id: record.id }

  const found = readRecordFile(disk, target)
  if (found.kind === 'gone' || found.kind === 'unclear') return { kind: 'again' }
  if (found.kind === 'foreign') return { kind: 'held', record: null }
  // A network file system may do the work, lose its answer, try again, and then report that a file is there.
  if (found.kind === 'record' && found.record.id === record.id) return { kind: 'ours', id: record.id }
  if (found.kind === 'record' && !isAbandoned(found.record, taker)) {
    return { kind: 'held', record: found.record }
  }
  if (found.kind === 'unfinished' && !(await staysUnfinished(taker, target, found.text))) {
    return { kind: 'again' }
  }

  const id = found.kind === 'record' ? found.record.id : idOfUnfinished(target, found.text)
  const right = await takeFile(taker, takeoverPath(path, id))
  if (right.kind === 'ours') {
    try {
      const now = readRecordFile(disk, target)
      if (now.kind === found.kind && now.text === found.text) removeIfThere(disk, target)
    } finally {
      removeQuietly(disk, takeoverPath(path, id))
    }
  }
  return { kind: 'again' }
}

/** Is there nobody any more who could write under this lock? */
function isAbandoned(record: LockRecord, { takeOver, ports }: Taker): boolean {
  if (givenUp.has(record.id) || !isHolderAlive(record, ports.self)) return true
  if (isProvenAlive(record, ports.self)) return false
  return record.id === takeOver || isOfEarlierBoot(record, ports.self, ports.uptime())
}

/** Returns false when something is there already, or our record was not found again in it. */
async function createRecordFile(taker: Taker, target: string, record: LockRecord): Promise<boolean> {
  const { disk, path, ports } = taker
  const temporary = temporaryPath(path)
  writeNewFile(disk, temporary, record)
  try {
    disk.link(temporary, target)
    return true
  } catch (thrown) {
    const errno = errnoOf(thrown)
    // ENOENT: the holder of the lock has tidied our temporary file away.
    if (errno === 'EEXIST' || errno === 'ENOENT') return false
    if (!hasNoHardLinks(thrown)) {
      // It may have been done all the same, and nobody would ever release it.
      removeRecord(disk, target, record.id)
      throw thrown
    }
  } finally {
    removeQuietly(disk, temporary)
  }
  try {
    writeNewFile(disk, target, record)
  } catch (thrown) {
    if (errnoOf(thrown) === 'EEXIST') return false
    throw thrown
  }
  // Had the computer slept between creation and writing, another taker may have found the file unfinished, and removed
  // it: what we wrote then went to a file without a name.
  await ports.pause(RETRY_MS)
  const now = readRecordFile(disk, target)
  return now.kind === 'record' && now.record.id === record.id
}

function writeNewFile(disk: Disk, path: string, record: LockRecord): void {
  const file = disk.open(path, 'create')
  try {
    // Not synced: after a power cut its holder is dead, whatever is left of it.
    file.write(0, Buffer.from(JSON.stringify(record), 'utf8'))
  } catch (thrown) {
    removeQuietly(disk, path)
    throw thrown
  } finally {
    file.close()
  }
}

type FoundRecord =
  | { readonly kind: 'record'; readonly text: string; readonly record: LockRecord }
  /** Not whole: being written, or cut off by a crash. */
  | { readonly kind: 'unfinished'; readonly text: string }
  /** Whole, and not written by any version up to this one. */
  | { readonly kind: 'foreign'; readonly text: string }
  | { readonly kind: 'gone' }
  /** Not to be read: somebody else's, not a file, or about to vanish on Windows. */
  | { readonly kind: 'unclear' }

function readRecordFile(disk: Disk, path: string): FoundRecord {
  let text: string
  try {
    const file = disk.open(path, 'read')
    try {
      text = file.read(0, MAX_LOCK_LENGTH + 1).toString('utf8')
    } finally {
      file.close()
    }
  } catch (thrown) {
    const errno = errnoOf(thrown)
    if (errno === null) throw thrown
    return { kind: errno === 'ENOENT' ? 'gone' : 'unclear' }
  }
  let untrusted: unknown
  try {
    untrusted = JSON.parse(text)
  } catch {
    return { kind: text.length > MAX_LOCK_LENGTH ? 'foreign' : 'unfinished', text }
  }
  const parsed = lockSchema.safeParse(untrusted)
  return parsed.success ? { kind: 'record', text, record: parsed.data } : { kind: 'foreign', text }
}

async function staysUnfinished(taker: Taker, target: string, text: string): Promise<boolean> {
  for (let look = 0; look < UNFINISHED_LOOKS; look += 1) {
    await taker.ports.pause(UNFINISHED_LOOK_MS)
    const now = readRecordFile(taker.disk, target)
    if (now.kind !== 'unfinished' || now.text !== text) return false
  }
  return true
}

/** Stands in for the id that cannot be read. With the name, so that the right to remove it has another id. */
function idOfUnfinished(target: string, text: string): string {
  return createHash('sha256')
    .update(`${basename(target)}\0${text}`)
    .digest('hex')
    .slice(0, 32)
}

function removeIfThere(disk: Disk, path: string): void {
  try {
    disk.remove(path)
  } catch (thrown) {
    if (errnoOf(thrown) !== 'ENOENT') throw thrown
  }
}

function removeRecord(disk: Disk, target: string, id: string): boolean {
  try {
    const found = readRecordFile(disk, target)
    if (found.kind !== 'record' || found.record.id !== id) return false
    disk.remove(target)
    return true
  } catch {
    // The file stays; once this process is gone it is a dead holder's.
    return false
  }
}

function toHolder(record: LockRecord, self: ProcessIdentity): LockHolder {
  const { pid, host, since, program } = record
  const thisComputer = isThisComputer(record, self)
  return {
    lockId: record.id,
    pid,
    host,
    since,
    program,
    thisComputer,
    provenAlive: isProvenAlive(record, self),
  }
}
