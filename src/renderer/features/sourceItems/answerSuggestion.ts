/** Says of an item that it derives from another, or that it does not, in one step that can be undone. */

import type { Translate } from '../../../shared/i18n/format.ts'
import type { SourceItemRow } from '../../../shared/ipc/views.ts'
import { daybook } from '../../bridge.ts'
import { answerOfSave, tellRefusal } from '../../saveTrouble.ts'

export type SuggestionAnswer =
  | { readonly item: string; readonly how: SourceItemRow['derivesFrom'][number]['how'] }
  | { readonly declines: string }

/** True when it was saved; a refusal is told and changes nothing. */
export async function answerSuggestion(
  item: SourceItemRow,
  answer: SuggestionAnswer,
  t: Translate,
): Promise<boolean> {
  const fields =
    'declines' in answer
      ? { notDerivedFrom: [...item.notDerivedFrom, answer.declines] }
      : { derivesFrom: [...item.derivesFrom.map((each) => ({ ...each })), { ...answer }] }
  const reply = await answerOfSave(daybook().recordsSave({ kind: 'sourceItems', id: item.id, fields }), {
    owner: `alike/${item.id}`,
    what: t('records.sourceItems.one'),
    retry: () => void answerSuggestion(item, answer, t),
  })
  if (!reply.ok) tellRefusal(t, reply.error)
  return reply.ok
}
