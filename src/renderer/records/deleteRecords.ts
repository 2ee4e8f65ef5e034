/** Moves records to the bin and offers the way back. */

import type { Translate } from '../../shared/i18n/format.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { daybook } from '../bridge.ts'
import { answerOf, errorText } from '../errorText.ts'
import { showToast } from '../ui/Toast.tsx'

export interface Deletable {
  readonly id: string
  readonly title: string
}

/** Deletes all of them in one step, or none and says why. "Undo" in the message takes that one step back. */
export async function deleteRecords(
  kind: EditableKind,
  records: readonly Deletable[],
  t: Translate,
): Promise<void> {
  const [first] = records
  if (!first) return
  const reply = await answerOf(daybook().recordsDelete({ kind, ids: records.map(({ id }) => id) }))
  if (!reply.ok) return showToast({ text: errorText(t, reply.error) })
  showToast({
    text:
      records.length === 1
        ? t('shell.toast.deleted', { title: first.title })
        : t('shell.toast.deletedMany', { count: records.length }),
    actionLabel: t('shell.toast.undo'),
    onAction: () => void takeBack(t),
  })
}

async function takeBack(t: Translate): Promise<void> {
  const reply = await answerOf(daybook().historyUndo({}))
  if (!reply.ok) showToast({ text: errorText(t, reply.error) })
}
