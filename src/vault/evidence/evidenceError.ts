/**
 * What can go wrong with a sealed evidence file, as data.
 *
 * Owns the closed list of codes of the area `evidence/` and one English sentence per code for the command line (the
 * app has its own words). What the file system says while one is written stays in the area `disk/` of vaultError.ts.
 * No error carries a key or a byte of the content; file names are random and say nothing.
 */
import { describeVaultError, errnoOf, toVaultError, type VaultError } from '../vaultError.ts'

/** What about the file is not as it was sealed. */
export type EvidenceDamage =
  /** Its first bytes: no evidence file, or not the one that the record names. */
  | 'header'
  /** A sealed chunk: changed, moved, doubled, or from another file. */
  | 'chunk'
  /** There is more behind the end. */
  | 'length'
  /** Every chunk is genuine, yet the whole is not what the record's SHA-256 says. */
  | 'hash'

export type DiskError = Extract<VaultError, { readonly code: `disk/${string}` }>

export type EvidenceError =
  | { readonly code: 'evidence/missing' }
  | { readonly code: 'evidence/folder-missing' }
  | { readonly code: 'evidence/truncated'; readonly expectedBytes: number; readonly foundBytes: number }
  /** `at`: offset in the sealed file of the first byte of the part that does not authenticate. */
  | { readonly code: 'evidence/damaged'; readonly where: EvidenceDamage; readonly at: number }
  | { readonly code: 'evidence/unreadable'; readonly errno: string }
  | { readonly code: 'evidence/source-unreadable'; readonly errno: string }
  | { readonly code: 'evidence/newer-format'; readonly format: number }
  | { readonly code: 'evidence/invalid-entry' }
  | { readonly code: 'evidence/cancelled' }
  | DiskError

/** Carries an `EvidenceError` through streams, which can only throw. */
export class EvidenceFailure extends Error {
  readonly error: EvidenceError

  constructor(error: EvidenceError) {
    super(error.code)
    this.name = 'EvidenceFailure'
    this.error = error
  }
}

/**
 * The error behind something thrown while evidence was written, copied or removed. Returns null for what is neither
 * an `EvidenceFailure` nor the file system's: a defect, which must be thrown on.
 */
export function toWriteError(untrustedThrown: unknown): EvidenceError | null {
  if (untrustedThrown instanceof EvidenceFailure) return untrustedThrown.error
  if (errnoOf(untrustedThrown) === null) return null
  const error = toVaultError(untrustedThrown)
  return error !== null && isDiskError(error) ? error : null
}

/** The same for what was thrown while evidence was read: nothing was to be saved, so the words differ. */
export function toReadError(untrustedThrown: unknown): EvidenceError | null {
  if (untrustedThrown instanceof EvidenceFailure) return untrustedThrown.error
  const errno = errnoOf(untrustedThrown)
  return errno === null ? null : { code: 'evidence/unreadable', errno }
}

/** Throws `evidence/cancelled` when `signal` has been aborted. */
export function refuseIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new EvidenceFailure({ code: 'evidence/cancelled' })
}

/** One English sentence that says what happened and what to do, for the command line. */
export function describeEvidenceError(error: EvidenceError): string {
  switch (error.code) {
    case 'evidence/missing':
      return 'The evidence file is not in its folder; restore it from a backup.'
    case 'evidence/folder-missing':
      return 'The folder of evidence is not beside the log (it ends in .evidence); copy it there.'
    case 'evidence/truncated':
      return `The evidence file was cut off: ${error.foundBytes} of ${error.expectedBytes} bytes are there. Restore it from a backup.`
    case 'evidence/damaged':
      return `The evidence file is damaged at byte ${error.at} (${error.where}); it was left untouched. Restore it from a backup.`
    case 'evidence/unreadable':
      return `The evidence file cannot be read (${error.errno}).`
    case 'evidence/source-unreadable':
      return `The file to be added cannot be read to its end (${error.errno}); nothing was added.`
    case 'evidence/newer-format':
      return `The evidence was sealed by a newer Daybook (format ${error.format}); open it with that one.`
    case 'evidence/invalid-entry':
      return 'The record does not say how to open its evidence file.'
    case 'evidence/cancelled':
      return 'Cancelled; nothing was added.'
    default:
      return describeVaultError(error)
  }
}

function isDiskError(error: VaultError): error is DiskError {
  return error.code.startsWith('disk/')
}
