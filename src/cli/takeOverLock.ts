/**
 * `--take-over-lock HOST`: the user says that Daybook is closed on HOST, or that this computer is off. HOST must be the
 * one that holds the lock, so that nobody's lock is taken over by a line that was written for another. On this computer
 * it counts where nobody can tell whether the process that holds the lock is the one that took it.
 */
import type { VaultError } from '../vault/vaultError.ts'
import { CliFailure } from './exit.ts'
import { vaultFailure } from './vaultFailure.ts'

/** The lock that a refusal names. Throws the refusal when it is another one, or that of a live process. */
export function lockToTakeOver(refusal: VaultError, host: string): string {
  const { exit, code, message } = vaultFailure(refusal)
  const refuse = (detail: string) => new CliFailure(exit, code, message, [detail])
  if (refusal.code !== 'vault/in-use') throw vaultFailure(refusal)
  const { holder } = refusal
  if (holder === null) throw refuse('Nothing says who holds it, so that it cannot be taken over.')
  if (holder.provenAlive)
    throw refuse('That process is running, so its lock is not taken over: close the log there.')
  if (holder.host !== host) throw refuse(`It is not held by ${host}; nothing was taken over.`)
  return holder.lockId
}
