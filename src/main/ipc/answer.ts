/** The checks of the door, free of Electron: who sends, what comes in, what goes out. */
import type { WebFrameMain } from 'electron'
import { type AppError, appError } from '../../core/appError.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Call } from '../../shared/ipc/channels.ts'
import { CONTRACT } from '../../shared/ipc/contract.ts'
import { VaultFailure } from '../../vault/vaultError.ts'
import { isOwnPage, ORIGIN } from '../security/origin.ts'
import { vaultAppError } from '../vaultAppError.ts'

type Frame = Pick<WebFrameMain, 'parent' | 'origin' | 'url'>

/** Our page, in the top frame. A null frame is one that is gone; an empty URL is refused, not let through. */
export function isTrustedSender(frame: Frame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === ORIGIN && isOwnPage(frame.url)
}

export type Handler = (input: unknown) => Promise<Result<unknown, AppError>>

/** One call through the door, apart from the sender check. A defect of ours becomes `app/defect`, without detail. */
export async function answer(
  call: Call,
  untrustedInput: unknown,
  handler: Handler,
): Promise<Result<unknown, AppError>> {
  const input = CONTRACT[call].input.safeParse(untrustedInput)
  if (!input.success) return err(appError('ipc/invalid-input', { call }))
  try {
    const result = await handler(input.data)
    if (!result.ok) return err(appError(result.error.code, result.error.fields))
    const output = CONTRACT[call].output.safeParse(result.value)
    return output.success ? ok(output.data) : err(appError('app/defect', { call }))
  } catch (thrown) {
    // A record is read when it is needed: that it is not what a record should be shows only then.
    if (thrown instanceof VaultFailure) return err(vaultAppError(thrown.error))
    return err(appError('app/defect', { call }))
  }
}
