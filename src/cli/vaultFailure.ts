/** What the vault says, as an exit code and a sentence. */
import type { Result } from '../core/result.ts'
import { describeVaultError, type VaultError } from '../vault/vaultError.ts'
import { CliFailure, EXIT, type ExitCode } from './exit.ts'

const EXIT_BY_CODE: Readonly<Record<string, ExitCode>> = {
  'vault/cancelled': EXIT.interrupted,
  'vault/exists': EXIT.file,
  'vault/last-slot': EXIT.usage,
  'vault/no-such-slot': EXIT.usage,
  'vault/too-many-slots': EXIT.usage,
}

export function vaultFailure(error: VaultError): CliFailure {
  const exit = error.code.startsWith('disk/') ? EXIT.file : (EXIT_BY_CODE[error.code] ?? EXIT.vault)
  return new CliFailure(exit, error.code, describeVaultError(error))
}

/** The value of a result; throws a failure that says what the vault said. */
export function vaultValue<T>(result: Result<T, VaultError>): T {
  if (result.ok) return result.value
  throw vaultFailure(result.error)
}

/** The same where recovery words were given: there is no passphrase that could be wrong. */
export function keyFailure(error: VaultError, kind: 'passphrase' | 'recovery'): CliFailure {
  if (kind === 'passphrase' || error.code !== 'vault/wrong-passphrase') return vaultFailure(error)
  return new CliFailure(EXIT.vault, 'vault/wrong-recovery-key', 'These words do not open this log.')
}
