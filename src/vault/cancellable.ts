/** Stopping what was begun, when whoever asked for it does not want it any more. */
import { err, type Result } from '../core/result.ts'
import type { Secret } from './secret.ts'
import { type VaultError, VaultFailure } from './vaultError.ts'

/** Throws `vault/cancelled` once `signal` is aborted. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new VaultFailure({ code: 'vault/cancelled' })
}

/** The outcome of `work`, or `vault/cancelled` at once; a key that arrives after that is wiped. */
export function cancellable(
  work: Promise<Result<Secret, VaultError>>,
  signal: AbortSignal | undefined,
): Promise<Result<Secret, VaultError>> {
  if (signal === undefined) return work
  return new Promise((resolve, reject) => {
    const stop = () => {
      resolve(err({ code: 'vault/cancelled' }))
      work.then((late) => late.ok && late.value.wipe()).catch(() => undefined)
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** Runs `work` and calls `stop` once when `signal` is aborted meanwhile, or was before. */
export async function whileStoppable<V>(
  signal: AbortSignal | undefined,
  stop: () => void,
  work: () => Promise<V>,
): Promise<V> {
  signal?.addEventListener('abort', stop)
  try {
    stopIfCancelled(signal)
    return await work()
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
