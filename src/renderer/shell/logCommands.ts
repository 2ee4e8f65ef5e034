/** What can be done to the open log from anywhere: undo, redo, lock. */
import type { Translate } from '../../shared/i18n/format.ts'
import { daybook } from '../bridge.ts'
import { answerOf, errorText } from '../errorText.ts'
import { acceptLogState, currentState } from '../store.ts'
import { showToast } from '../ui/Toast.tsx'

/** Takes back the last change and says so. */
export async function undoLast(t: Translate): Promise<void> {
  const reply = await answerOf(daybook().historyUndo({}))
  if (!reply.ok) showToast({ text: errorText(t, reply.error) })
  else showToast({ text: t(reply.value.done ? 'shell.toast.undone' : 'shell.toast.nothingToUndo') })
}

/** Makes the change taken back last again and says so. */
export async function redoLast(t: Translate): Promise<void> {
  const reply = await answerOf(daybook().historyRedo({}))
  if (!reply.ok) showToast({ text: errorText(t, reply.error) })
  else showToast({ text: t(reply.value.done ? 'shell.toast.redone' : 'shell.toast.nothingToRedo') })
}

/** Locks at once: the window drops every record before main has answered. Shows what is so when main refuses. */
export async function lockLog(t: Translate): Promise<void> {
  acceptLogState({ ...currentState().log, phase: 'locked', canUndo: false, canRedo: false })
  const reply = await answerOf(daybook().logLock({}))
  if (reply.ok) return acceptLogState(reply.value)
  const now = await answerOf(daybook().logState({}))
  if (now.ok) acceptLogState(now.value)
  showToast({ text: errorText(t, reply.error) })
}
