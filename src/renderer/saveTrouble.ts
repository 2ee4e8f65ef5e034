/** A save that the disk did not take: what is unsaved, why, and how to try once more. Shown until it has been solved. */
import type { AppError } from '../core/appError.ts'
import { err, type Result } from '../core/result.ts'
import type { Translate } from '../shared/i18n/format.ts'
import { answerOf, errorText } from './errorText.ts'
import { createExternalValue } from './externalValue.ts'
import { showToast } from './ui/Toast.tsx'

export interface SaveTrouble {
  readonly error: AppError
  /** Whose it is, so that it goes when the form is discarded. */
  readonly owner: string
  /** What is not saved, in words; null for what is said by itself. */
  readonly what: string | null
  readonly retry: (() => void) | null
}

const troubleNow = createExternalValue<SaveTrouble | null>(null)
export const useSaveTrouble = troubleNow.use
export const currentSaveTrouble = troubleNow.get

/** Did the place of the log refuse, rather than the log the change? One opened for reading refuses by itself. */
export function isTroubleOfPlace({ code }: AppError): boolean {
  if (code === 'vault/read-only') return false
  return code.startsWith('disk/') || code.startsWith('vault/')
}

/** Says why something was refused, in passing; trouble of the place is told at the head of the window instead. */
export function tellRefusal(t: Translate, error: AppError): void {
  if (!isTroubleOfPlace(error)) showToast({ text: errorText(t, error) })
}

/** Shows the trouble; one that was shown before gives way. */
export function noteTrouble(trouble: SaveTrouble): void {
  troubleNow.set(trouble)
}

/** It is solved, or nothing of it is left: all of them, or the one of an owner. */
export function clearTrouble(owner?: string): void {
  if (owner === undefined || troubleNow.get()?.owner === owner) troubleNow.set(null)
}

/**
 * Awaits the answer to a save. Trouble of the place is shown at the head of the window, with the way to try again; the
 * answer is the same as that of the bridge.
 */
export async function answerOfSave<T>(
  reply: Promise<Result<T, AppError>>,
  trouble: Omit<SaveTrouble, 'error'>,
): Promise<Result<T, AppError>> {
  const answer = await answerOf(reply)
  if (answer.ok) {
    clearTrouble(trouble.owner)
    return answer
  }
  if (isTroubleOfPlace(answer.error)) noteTrouble({ ...trouble, error: answer.error })
  return err(answer.error)
}
