/** Saving a view and taking it away, each one step that can be undone. */
import type { AppError } from '../../core/appError.ts'
import type { Result } from '../../core/result.ts'
import type { SavedView } from '../../core/tableView.ts'
import type { Translate } from '../../shared/i18n/format.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { daybook } from '../bridge.ts'
import { answerOfSave, tellRefusal } from '../saveTrouble.ts'
import { undoLast } from '../shell/logCommands.ts'
import { announce } from '../ui/LiveRegion.tsx'
import { showToast } from '../ui/Toast.tsx'

/** Saves a view, a new one with `id` null, and answers its id. */
export async function storeView(
  t: Translate,
  view: Input<'tables.saveView'>,
): Promise<Result<{ id: string }, AppError>> {
  const reply = await answerOfSave(daybook().tablesSaveView(view), {
    owner: 'view',
    what: t('table.views.what', { name: view.name }),
    retry: () => void storeView(t, view),
  })
  if (reply.ok) announce(t('table.views.saved', { name: view.name }))
  return reply
}

export async function removeView(t: Translate, view: SavedView): Promise<void> {
  const reply = await answerOfSave(daybook().tablesDeleteView({ id: view.id }), {
    owner: 'view',
    what: t('table.views.what', { name: view.name }),
    retry: () => void removeView(t, view),
  })
  if (!reply.ok) return tellRefusal(t, reply.error)
  showToast({
    text: t('table.views.deleted', { name: view.name }),
    actionLabel: t('shell.toast.undo'),
    onAction: () => void undoLast(t, reply.value.step),
  })
}
