/** What can be done to the open log from anywhere: undo, redo, lock, go on in a copy. */
import { isInMemoryAlone } from '../../core/fileLost.ts'
import type { Translate } from '../../shared/i18n/format.ts'
import { daybook } from '../bridge.ts'
import { hasUnkeptDrafts, saveDraftsNow } from '../drafts/drafts.ts'
import { answerOf, errorText } from '../errorText.ts'
import { createExternalValue } from '../externalValue.ts'
import { cancelPageEnd, expectPageEnd } from '../pageEnd.ts'
import { answerOfSave, tellRefusal } from '../saveTrouble.ts'
import { acceptLogState, currentState } from '../store.ts'
import { saveLeftTables } from '../table/tableStates.ts'
import { showToast } from '../ui/Toast.tsx'

/** Takes back the last change, or the step of that number, and says so. */
export async function undoLast(t: Translate, step: number | null = null): Promise<void> {
  const trouble = { owner: 'undo', what: t('trouble.what.undo'), retry: () => void undoLast(t, step) }
  const reply = await answerOfSave(daybook().historyUndo(step === null ? {} : { step }), trouble)
  if (!reply.ok) tellRefusal(t, reply.error)
  else showToast({ text: t(reply.value.done ? 'shell.toast.undone' : 'shell.toast.nothingToUndo') })
}

/** Makes the change taken back last again and says so. */
export async function redoLast(t: Translate): Promise<void> {
  const trouble = { owner: 'redo', what: t('trouble.what.redo'), retry: () => void redoLast(t) }
  const reply = await answerOfSave(daybook().historyRedo({}), trouble)
  if (!reply.ok) tellRefusal(t, reply.error)
  else showToast({ text: t(reply.value.done ? 'shell.toast.redone' : 'shell.toast.nothingToRedo') })
}

/** Does locking wait for the user, since what is typed cannot be kept? */
const lockHeldNow = createExternalValue(false)
export const useIsLockHeld = lockHeldNow.use
export const stayUnlocked = (): void => lockHeldNow.set(false)

/** A disk that does not answer must not keep the log open. */
const LONGEST_WAIT_MS = 1_000

/**
 * Locks at once: the window drops every record before main has answered. Something half-typed is kept in the log
 * first; when the log does not take it, the user decides. Shows what is so when main refuses.
 */
export async function lockLog(t: Translate): Promise<void> {
  if (hasUnkeptDrafts()) {
    const late = new Promise<null>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS, null))
    const failure = await Promise.race([saveDraftsNow(), late])
    if (failure !== null) return lockHeldNow.set(true)
  }
  await lockAnyway(t)
}

/** Locks although something typed may be lost by it. */
export async function lockAnyway(t: Translate): Promise<void> {
  stayUnlocked()
  saveLeftTables()
  expectPageEnd()
  // Main asks before what memory alone holds is lost: whoever stays finds all of it on the screen.
  const mayStay = isInMemoryAlone(currentState().log.failure)
  if (!mayStay) acceptLogState({ ...currentState().log, phase: 'locked', canUndo: false, canRedo: false })
  const reply = await answerOf(daybook().logLock({}))
  if (reply.ok) return acceptLogState(reply.value)
  cancelPageEnd()
  const now = await answerOf(daybook().logState({}))
  if (now.ok) acceptLogState(now.value)
  showToast({ text: errorText(t, reply.error) })
}

/** Saves the log at another place, which the user chooses, and goes on there. */
export async function saveElsewhere(t: Translate): Promise<void> {
  const reply = await answerOf(daybook().vaultSaveElsewhere({}))
  if (!reply.ok) {
    const isStopped = reply.error.code === 'vault/cancelled'
    return showToast({ text: isStopped ? t('opening.task.cancelled') : errorText(t, reply.error) })
  }
  if (reply.value === null) return
  acceptLogState(reply.value)
  showToast({ text: t('trouble.elsewhere.done', { name: reply.value.name ?? '' }) })
  void saveDraftsNow()
}
