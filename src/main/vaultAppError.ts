/** A vault error as it crosses to the window: its code and plain fields. */
import { type AppError, appError } from '../core/appError.ts'
import { err, type Result } from '../core/result.ts'
import type { VaultError } from '../vault/vaultError.ts'

export function vaultAppError(error: VaultError): AppError {
  if (error.code === 'vault/in-use') {
    const { holder } = error
    if (holder === null) return appError(error.code)
    const { host, since, pid, thisComputer, lockId, program, provenAlive } = holder
    return appError(error.code, {
      host,
      since,
      pid,
      program: program ?? 'unknown',
      thisComputer: thisComputer ? 'yes' : 'no',
      provenAlive: provenAlive ? 'yes' : 'no',
      lockId,
    })
  }
  const { code, ...fields } = error
  return appError(code, Object.keys(fields).length === 0 ? undefined : fields)
}

/** The same of an outcome. */
export function toldOutcome<T>(outcome: Result<T, VaultError>): Result<T, AppError> {
  return outcome.ok ? outcome : err(vaultAppError(outcome.error))
}
