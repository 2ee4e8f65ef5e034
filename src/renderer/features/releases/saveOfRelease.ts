/** Saves what is said of a release, so that a full disk is told with the ways out of it. */
import type { AppError } from '../../../core/appError.ts'
import type { Result } from '../../../core/result.ts'
import type { MessageKey } from '../../../shared/i18n/catalogue.ts'
import type { Translate } from '../../../shared/i18n/format.ts'
import { answerOfSave, isTroubleOfPlace, tellRefusal } from '../../saveTrouble.ts'

/**
 * Null when it is saved, or the head of the window says why it is not and offers to do it again; else the refusal, for
 * the form. `what` names it where it is not saved; `saved` is called once it is, now or by a later try.
 */
export async function saveOfRelease(
  t: Translate,
  what: MessageKey,
  ask: () => Promise<Result<unknown, AppError>>,
  saved: () => void = () => undefined,
): Promise<AppError | null> {
  const again = async () => {
    const refusal = await saveOfRelease(t, what, ask, saved)
    // The form may be gone by now.
    if (refusal !== null) tellRefusal(t, refusal)
  }
  const reply = await answerOfSave(ask(), { owner: 'releases', what: t(what), retry: () => void again() })
  if (reply.ok) saved()
  return reply.ok || isTroubleOfPlace(reply.error) ? null : reply.error
}
