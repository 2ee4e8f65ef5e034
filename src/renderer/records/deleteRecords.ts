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

/** Deletes one by one; stops at the first that fails and says so. "Undo" in the message takes all of them back. */
export async function deleteRecords(
  kind: EditableKind,
  records: readonly Deletable[],
  t: Translate,
): Promise<void> {
  const deleted: Deletable[] = []
  for (const record of records) {
    const reply = await answerOf(daybook().recordsDelete({ kind, id: record.id }))
    if (!reply.ok) {
      showToast({ text: errorText(t, reply.error) })
      break
    }
    deleted.push(record)
  }
  const [first] = deleted
  if (!first) return
  showToast({
    text:
      deleted.length === 1
        ? t('shell.toast.deleted', { title: first.title })
        : t('shell.toast.deletedMany', { count: deleted.length }),
    actionLabel: t('shell.toast.undo'),
    onAction: () => void restoreRecords(deleted, t),
  })
}

async function restoreRecords(records: readonly Deletable[], t: Translate): Promise<void> {
  for (const { id } of records) {
    const reply = await answerOf(daybook().recordsRestore({ id }))
    if (!reply.ok) {
      showToast({ text: errorText(t, reply.error) })
      return
    }
  }
}
