/** Saves what somebody decided about two records, and says so with a way back. */
import type { DuplicateVerdict } from '../../../core/duplicates/duplicateVerdict.ts'
import type { MergeField } from '../../../core/mergeFields.ts'
import type { Translate } from '../../../shared/i18n/format.ts'
import { daybook } from '../../bridge.ts'
import { errorText } from '../../errorText.ts'
import { answerOfSave, isTroubleOfPlace } from '../../saveTrouble.ts'
import { undoLast } from '../../shell/logCommands.ts'
import { showToast } from '../../ui/Toast.tsx'

export type PairDecision =
  | {
      readonly what: 'merge'
      readonly from: string
      readonly into: string
      readonly take: readonly MergeField[]
    }
  | { readonly what: Exclude<DuplicateVerdict, 'open'>; readonly id: string; readonly other: string }

/** @param title of the record that stays. True when it is saved. */
export async function decidePair(decision: PairDecision, title: string, t: Translate): Promise<boolean> {
  const trouble = {
    owner: 'duplicates',
    what: t('duplicates.what'),
    retry: () => void decidePair(decision, title, t),
  }
  const asked =
    decision.what === 'merge'
      ? daybook().incidentsMerge({ from: decision.from, into: decision.into, take: [...decision.take] })
      : daybook().duplicatesJudge({ id: decision.id, other: decision.other, verdict: decision.what })
  const reply = await answerOfSave(asked, trouble)
  if (!reply.ok) {
    if (!isTroubleOfPlace(reply.error)) showToast({ text: errorText(t, reply.error) })
    return false
  }
  const { step } = reply.value
  showToast({
    text:
      decision.what === 'merge'
        ? t('forms.merge.done', { title })
        : t(decision.what === 'later' ? 'duplicates.done.later' : 'duplicates.done.different'),
    ...(step === null ? {} : { actionLabel: t('shell.toast.undo'), onAction: () => void undoLast(t, step) }),
  })
  return true
}
