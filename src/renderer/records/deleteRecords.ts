/** Moves records to the bin and offers the way back. */

import type { Translate } from '../../shared/i18n/format.ts'
import type { SavedKind } from '../../shared/ipc/views.ts'
import { daybook } from '../bridge.ts'
import { answerOfSave, tellRefusal } from '../saveTrouble.ts'
import { undoLast } from '../shell/logCommands.ts'
import { showToast } from '../ui/Toast.tsx'

export interface Deletable {
  readonly id: string
  readonly title: string
}

/** Deletes all of them in one step, or none and says why. "Undo" in the message takes that one step back. */
export async function deleteRecords(
  kind: SavedKind,
  records: readonly Deletable[],
  t: Translate,
): Promise<void> {
  const [first] = records
  if (!first) return
  const reply = await answerOfSave(daybook().recordsDelete({ kind, ids: records.map(({ id }) => id) }), {
    owner: 'delete',
    what: t('trouble.what.delete'),
    retry: () => void deleteRecords(kind, records, t),
  })
  if (!reply.ok) return tellRefusal(t, reply.error)
  showToast({
    text:
      records.length === 1
        ? t('shell.toast.deleted', { title: first.title })
        : t('shell.toast.deletedMany', { count: records.length }),
    actionLabel: t('shell.toast.undo'),
    onAction: () => void undoLast(t, reply.value.step),
  })
}
