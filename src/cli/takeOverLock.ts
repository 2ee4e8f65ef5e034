/**
 * `--take-over-lock HOST`: the user says that Daybook is closed on HOST, or that this computer is off. HOST must be the
 * one that holds the lock, so that nobody's lock is taken over by a line that was written for another.
 */
import type { VaultError } from '../vault/vaultError.ts'
import { CliFailure } from './exit.ts'
import { vaultFailure } from './vaultFailure.ts'

/** The lock that a refusal names. Throws the refusal when it is another one, or that of this computer. */
export function lockToTakeOver(refusal: VaultError, host: string): string {
  const { exit, code, message } = vaultFailure(refusal)
  const refuse = (detail: string) => new CliFailure(exit, code, message, [detail])
  if (refusal.code !== 'vault/in-use') throw vaultFailure(refusal)
  const { holder } = refusal
  if (holder === null) throw refuse('Nothing says who holds it, so that it cannot be taken over.')
  if (holder.thisComputer) throw refuse('A lock of this computer is never taken over: close the log there.')
  if (holder.host !== host) throw refuse(`It is not held by ${host}; nothing was taken over.`)
  return holder.lockId
}
