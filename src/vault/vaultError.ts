/**
 * What can go wrong between a log in memory and its file, as data.
 *
 * Owns the closed list of codes of the areas `vault/` and `disk/`, the mapping from operating-system errors to
 * it, and one English sentence per code for the command line (the app has its own words in its catalogues).
 * No error carries a passphrase, a key or the content of a record.
 */
import { err, ok, type Result } from '../core/result.ts'
import { describeRecoveryWordsError, type RecoveryWordsError } from './recoveryWordsError.ts'

/** Who holds the lock of a log: shown to the user, so that they can find that window. */
export interface LockHolder {
  /** Names this very lock, so that the user can be asked about it and no other is taken over. */
  readonly lockId: string
  readonly pid: number
  readonly host: string
  /** ISO 8601 time at which the log was opened. */
  readonly since: string
  readonly thisComputer: boolean
  /** What kind of program it is; null when its lock does not say. */
  readonly program: Program | null
  /**
   * False where only the user can know whether it still runs: on another computer, in another container, or where
   * numbers of processes are given out again. Its lock may be taken over when the user says so.
   */
  readonly provenAlive: boolean
}

/** The programs that open logs. */
export const PROGRAMS = ['app', 'command-line'] as const
export type Program = (typeof PROGRAMS)[number]

/** What about the file is not as it was written. */
export type DamageWhere =
  | 'empty'
  | 'not-a-log'
  | 'length'
  | 'superblock'
  | 'commit-record'
  | 'key'
  | 'frame'
  | 'history'
  | 'snapshot'
  | 'content'

export type VaultError =
  | { readonly code: 'vault/not-found' }
  | { readonly code: 'vault/exists' }
  /** `at` is the byte at which what was expected is not there. */
  | { readonly code: 'vault/damaged'; readonly where: DamageWhere; readonly at?: number }
  | { readonly code: 'vault/newer-version'; readonly version: number }
  /** Of a time before the first release. */
  | { readonly code: 'vault/older-version'; readonly version: number }
  | { readonly code: 'vault/unsafe-parameters' }
  | { readonly code: 'vault/wrong-passphrase' }
  | { readonly code: 'vault/empty-passphrase' }
  | { readonly code: 'vault/in-use'; readonly holder: LockHolder | null }
  | { readonly code: 'vault/changed-on-disk' }
  /** The disk cannot read part of the file; `at` is the first byte of a page of it. */
  | { readonly code: 'vault/unreadable'; readonly at: number }
  /** The file of an open log is not any more what was written into it: it will not open again. Memory has everything. */
  | { readonly code: 'vault/rotten'; readonly at?: number }
  | { readonly code: 'vault/read-only' }
  | { readonly code: 'vault/closed' }
  | { readonly code: 'vault/cancelled' }
  | { readonly code: 'vault/last-slot' }
  | { readonly code: 'vault/too-many-slots' }
  | { readonly code: 'vault/no-such-slot' }
  | RecoveryWordsError
  /** The thread that owns the file has ended. */
  | { readonly code: 'vault/thread-ended' }
  | { readonly code: 'vault/too-large' }
  | { readonly code: 'vault/invalid-content' }
  | { readonly code: 'vault/key-derivation-failed' }
  | { readonly code: 'disk/full' }
  | { readonly code: 'disk/read-only' }
  | { readonly code: 'disk/failed'; readonly errno: string }
  /** The disk took what was written and could not say that it is safe: nothing is written any more. */
  | { readonly code: 'disk/sync-failed'; readonly errno: string }

/** Carries a `VaultError` through interfaces that can only throw (lowdb's `Adapter`); never leaves this folder. */
export class VaultFailure extends Error {
  readonly error: VaultError

  constructor(error: VaultError) {
    super(`${error.code}: ${describeVaultError(error)}`)
    this.name = 'VaultFailure'
    this.error = error
  }
}

/** To be thrown where a log is not as it was written. @param at the byte where that shows. */
export function damage(where: DamageWhere, at?: number): VaultFailure {
  return new VaultFailure({ code: 'vault/damaged', where, ...(at === undefined ? {} : { at }) })
}

/** The value of a result, or its error thrown. */
export function unwrap<V>(result: Result<V, VaultError>): V {
  if (result.ok) return result.value
  throw new VaultFailure(result.error)
}

/** The errno name (`ENOSPC`, …) of an error thrown by the file system, or null for any other value. */
export function errnoOf(untrustedThrown: unknown): string | null {
  if (!(untrustedThrown instanceof Error) || !('code' in untrustedThrown)) return null
  const { code } = untrustedThrown
  // Node's own errors (ERR_…) are mistakes in the call, hence ours.
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null
}

/**
 * The `VaultError` behind something thrown: a `VaultFailure`, or an error of the file system.
 * Returns null for everything else, which is a defect of ours and must be thrown on.
 */
export function toVaultError(untrustedThrown: unknown): VaultError | null {
  if (untrustedThrown instanceof VaultFailure) return untrustedThrown.error
  const errno = errnoOf(untrustedThrown)
  switch (errno) {
    case null:
      return null
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { code: 'disk/full' }
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { code: 'disk/read-only' }
    default:
      return { code: 'disk/failed', errno }
  }
}

/** The outcome of `work`, with what can fail as data; throws on what is a defect of ours. */
export async function attempt<V>(work: () => Promise<V>): Promise<Result<V, VaultError>> {
  try {
    return ok(await work())
  } catch (thrown) {
    return failureOf(thrown)
  }
}

/** What was thrown, as a result where it is a failure of the work; throws it again where it is a defect. */
export function failureOf(thrown: unknown): Result<never, VaultError> {
  const error = toVaultError(thrown)
  if (error === null) throw thrown
  return err(error)
}

/** One English sentence that says what happened and what to do, for the command line. */
export function describeVaultError(error: VaultError): string {
  switch (error.code) {
    case 'vault/not-found':
      return 'There is no log at this place.'
    case 'vault/exists':
      return 'There is already a file at this place; nothing was written.'
    case 'vault/damaged':
      return describeDamage(error.where, error.at)
    case 'vault/newer-version':
      return `The log was written by a newer Daybook (format ${error.version}); open it with that one.`
    case 'vault/older-version':
      return `The log was written by a Daybook from before the first release (format ${error.version}).`
    case 'vault/unsafe-parameters':
      return 'The log asks for a key derivation outside the accepted limits; it was not attempted.'
    case 'vault/wrong-passphrase':
      return 'The passphrase is not that of this log.'
    case 'vault/empty-passphrase':
      return 'The passphrase is empty.'
    case 'vault/in-use':
      return error.holder === null
        ? 'The log is open elsewhere.'
        : `The log has been open since ${error.holder.since} in ${processName(error.holder)} on ${
            error.holder.thisComputer ? 'this computer' : `the computer ${error.holder.host}`
          }.`
    case 'vault/changed-on-disk':
      return 'Another program replaced the log while it was open; nothing was overwritten.'
    case 'vault/unreadable':
      return `The disk cannot read the file at byte ${error.at}; it was left untouched. Copy what can be copied to another disk. The previous version may be beside it as .bak, and "daybook rescue" copies what can still be read.`
    case 'vault/rotten':
      return `The file of the log is damaged on the disk${
        error.at === undefined ? '' : ` (at byte ${error.at})`
      } and will not open again. The open log still has everything: save a copy at another place before it is closed.`
    case 'vault/read-only':
      return 'The log was opened for reading only.'
    case 'vault/closed':
      return 'The log is closed.'
    case 'vault/cancelled':
      return 'It was cancelled; nothing was changed.'
    case 'vault/last-slot':
      return 'This is the only way to open the log; it cannot be removed.'
    case 'vault/too-many-slots':
      return 'The log has no room for another passphrase; remove one first.'
    case 'vault/no-such-slot':
      return 'The log has no such passphrase or recovery key.'
    case 'vault/recovery-words-unreadable':
      return describeRecoveryWordsError(error)
    case 'vault/thread-ended':
      return 'The part of the program that writes the log has ended; what was acknowledged is saved. Open the log again.'
    case 'vault/too-large':
      return 'The log is larger than this format can hold.'
    case 'vault/invalid-content':
      return 'The log is intact, but its content is not what this version of Daybook understands.'
    case 'vault/key-derivation-failed':
      return 'The key could not be derived; there may be too little free memory.'
    case 'disk/full':
      return 'The disk is full.'
    case 'disk/read-only':
      return 'The file or its folder cannot be written to or opened: permission is missing.'
    case 'disk/failed':
      return `The disk reported an error (${error.errno}).`
    case 'disk/sync-failed':
      return `The disk could not confirm a save (${error.errno}); save a copy at another place, this one is not written to any more.`
  }
}

function processName({ pid, program }: LockHolder): string {
  switch (program) {
    case 'app':
      return `the Daybook app (process ${pid})`
    case 'command-line':
      return `the command line (process ${pid})`
    case null:
      return `process ${pid}`
  }
}

function describeDamage(where: DamageWhere, at: number | undefined): string {
  switch (where) {
    case 'empty':
      return 'The file is empty: it is not a log any more, or never was.'
    case 'not-a-log':
      return 'The file is not a Daybook log, or its beginning is damaged.'
    case 'length':
      return `The file ends at byte ${at ?? 0}, before what was saved: it was cut off. It was left untouched.`
    default:
      return `The file is damaged (${where}${at === undefined ? '' : `, at byte ${at}`}); it was left untouched. The previous version may be beside it as .bak, and "daybook rescue" copies what is still whole.`
  }
}
