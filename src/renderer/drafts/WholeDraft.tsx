/**
 * Shows a form once its draft is here as a whole: what was typed into locked fields is not told with the list of drafts,
 * and comes only when its form is opened.
 */
import { type ReactNode, useEffect, useState } from 'react'
import { type EditableKind, LOCKED_FIELDS } from '../../shared/ipc/views.ts'
import { daybook } from '../bridge.ts'
import { answerOf } from '../errorText.ts'
import { addKeptDraft, keptDraft, recordDraftId } from './keptDrafts.ts'

export interface WholeDraftProps {
  readonly kind: EditableKind
  /** Null for a new record. */
  readonly id: string | null
  readonly children: ReactNode
}

export function WholeDraft({ kind, id, children }: WholeDraftProps) {
  const draftId = recordDraftId(kind, id)
  const [isWhole, setWhole] = useState(
    () => LOCKED_FIELDS[kind] === undefined || keptDraft(draftId) === undefined,
  )
  useEffect(() => {
    if (isWhole) return
    let isWanted = true
    void answerOf(daybook().draftsRead({ id: draftId })).then((reply) => {
      if (!isWanted) return
      if (reply.ok && reply.value !== null) addKeptDraft(reply.value)
      setWhole(true)
    })
    return () => {
      isWanted = false
    }
  }, [isWhole, draftId])
  return isWhole ? children : null
}
