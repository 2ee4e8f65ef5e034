/** Says in a claim that it is about a record, in one step that can be undone. */
import type { Claim } from '../../core/claim.ts'
import type { Translate } from '../../shared/i18n/format.ts'
import { daybook } from '../bridge.ts'
import { answerOfSave, tellRefusal } from '../saveTrouble.ts'
import { undoLast } from '../shell/logCommands.ts'
import { showToast } from '../ui/Toast.tsx'
import { visibleTurns } from '../visibleText.ts'

/** Adds the record to what the claim is about; a refusal is told and changes nothing. */
export async function linkClaim(claim: Claim, recordId: string, t: Translate): Promise<void> {
  // As plain JSON, with what came with each: its field, and what is said of it.
  const about = [...claim.about, { id: recordId }].map((each) =>
    Object.fromEntries(
      Object.entries(each).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
  )
  const reply = await answerOfSave(
    daybook().recordsSave({ kind: 'claims', id: claim.id, fields: { about } }),
    {
      owner: `link/${claim.id}`,
      what: t('records.claims.one'),
      retry: () => void linkClaim(claim, recordId, t),
    },
  )
  if (!reply.ok) return tellRefusal(t, reply.error)
  showToast({
    text: t('claims.incident.linked', { statement: visibleTurns(claim.statement) }),
    actionLabel: t('shell.toast.undo'),
    onAction: () => void undoLast(t),
  })
}
