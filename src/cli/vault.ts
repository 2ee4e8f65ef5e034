/** Opening a log for a command, and turning what the vault says into an exit code and a sentence. */
import { applyChange, type Change, type Log, parseLog } from '../core/log.ts'
import { openVault, type VaultSession } from '../vault/VaultSession.ts'
import { describeVaultError, type VaultError } from '../vault/vaultError.ts'
import { CliFailure, EXIT } from './exit.ts'
import type { Invocation } from './invocation.ts'
import { readPassphrase } from './passphrase.ts'

export function vaultFailure(error: VaultError): CliFailure {
  const isFile = error.code.startsWith('disk/') || error.code === 'vault/exists'
  return new CliFailure(isFile ? EXIT.file : EXIT.vault, error.code, describeVaultError(error))
}

/** Opens the log named by the positional LOG, runs `work`, closes it whatever happens. */
export async function withLog<T>(
  invocation: Invocation,
  mode: 'read' | 'write',
  work: (session: VaultSession<Log>) => Promise<T>,
  name = invocation.positional('LOG'),
): Promise<T> {
  const passphrase = await readPassphrase(invocation, false)
  const path = invocation.path(name)
  const opened = await openVault<Log>({ path, passphrase, parse: parseLog, readOnly: mode === 'read' })
  passphrase.wipe()
  if (!opened.ok) throw vaultFailure(opened.error)
  try {
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}

/** Saves a change durably; throws a failure that says what happened when it cannot be saved. */
export async function saveChange(session: VaultSession<Log>, change: Change): Promise<void> {
  if (change.length === 0) return
  const saved = await session.update((current) => applyChange(current, change).log)
  if (!saved.ok) throw vaultFailure(saved.error)
}
