/** Changes where a claim stands, with the reason. Opened from the board, the claim panel and the claim's page. */
import { useRef, useState } from 'react'
import type { Claim } from '../../../core/claim.ts'
import type { ClaimStatus } from '../../../core/vocabularyCodes.ts'
import { daybook } from '../../bridge.ts'
import { discardDraft, finishDraft } from '../../drafts/drafts.ts'
import { assessDraftId } from '../../drafts/keptDrafts.ts'
import { RestoredNotice } from '../../drafts/RestoredNotice.tsx'
import { restoreTyped, useTypedDraft } from '../../drafts/useTypedDraft.ts'
import { errorText } from '../../errorText.ts'
import { answerOfSave } from '../../saveTrouble.ts'
import { undoLast } from '../../shell/logCommands.ts'
import { useRecords, useToday } from '../../store.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { focusFirstInvalid } from '../../ui/focusFirstInvalid.ts'
import { announce } from '../../ui/LiveRegion.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { AssessFields } from './AssessFields.tsx'
import { assessmentFormSchema, assessmentProblems, isSameAssessment, startAssessment } from './assessment.ts'
import './board.css'

export interface AssessDialogProps {
  readonly claimId: string
  /** The status to begin with; the others of its column are marked as fitting. */
  readonly suggestedStatus?: ClaimStatus
  readonly onClose: () => void
}

export function AssessDialog({ claimId, suggestedStatus, onClose }: AssessDialogProps) {
  const t = useText()
  const claim = useRecords('claims')[claimId]
  if (claim) return <AssessClaim claim={claim} suggestedStatus={suggestedStatus} onClose={onClose} />
  return (
    <Dialog title={t('board.assess.title')} onClose={onClose}>
      <p>{t('board.assess.gone')}</p>
    </Dialog>
  )
}

interface AssessClaimProps {
  readonly claim: Claim
  readonly suggestedStatus: ClaimStatus | undefined
  readonly onClose: () => void
}

function AssessClaim({ claim, suggestedStatus, onClose }: AssessClaimProps) {
  const t = useText()
  const today = useToday()
  const draftId = assessDraftId(claim.id)
  const [start] = useState(() => startAssessment(claim, today, suggestedStatus))
  const [form, setForm] = useState(() => {
    const before = restoreTyped(draftId, assessmentFormSchema)?.typed
    return before === undefined ? start : { ...before, status: suggestedStatus ?? before.status }
  })
  const { restored, settle } = useTypedDraft(
    draftId,
    assessmentFormSchema,
    form,
    !isSameAssessment(form, start),
  )
  const formElement = useRef<HTMLFormElement>(null)
  const [wasTried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const discard = () => {
    void discardDraft(draftId)
    settle()
  }
  const problems = wasTried ? assessmentProblems(form) : []
  const save = async () => {
    setTried(true)
    if (assessmentProblems(form).length > 0) return focusFirstInvalid(formElement.current)
    if (isSaving) return
    setSaving(true)
    const { status, credibility, standardMet, reason, supersededBy } = form
    const given = {
      id: claim.id,
      status,
      credibility,
      standardMet,
      reason,
      when: form.when.trim(),
      ...(status === 'superseded' && supersededBy !== null ? { supersededBy } : {}),
    }
    // The dialog covers the head of the window, so it tells itself why it was refused, and its button tries again.
    const reply = await answerOfSave(daybook().claimsAssess({ ...given, draft: draftId }), {
      owner: draftId,
      what: t('board.assess.what'),
      retry: null,
    })
    setSaving(false)
    if (!reply.ok) return setFailure(errorText(t, reply.error))
    finishDraft(draftId)
    const words = t(`status.claim.${status}`)
    announce(t('board.announce.moved', { statement: claim.statement, status: words }))
    showToast({
      text: t('board.assess.saved', { status: words }),
      actionLabel: t('board.assess.undo'),
      onAction: () => void undoLast(t, reply.value.step),
    })
    onClose()
  }
  const close = () => {
    discard()
    onClose()
  }
  return (
    <Dialog
      title={t('board.assess.title')}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('board.assess.cancel')}</Button>
          <Button variant="primary" type="submit" form="assess-form" isDisabled={isSaving}>
            {t('board.assess.save')}
          </Button>
        </>
      }
    >
      <p className="assess__statement" dir="auto">
        {visibleTurns(claim.statement)}
      </p>
      <p className="field__hint">
        {t('board.assess.now', { status: t(`status.claim.${claim.status}`), grade: claim.credibility })}
      </p>
      {restored === null ? null : (
        <RestoredNotice
          savedAt={restored.savedAt}
          onDiscard={() => {
            discard()
            setForm(start)
          }}
        />
      )}
      {failure === null ? null : <Banner kind="error">{failure}</Banner>}
      <form
        ref={formElement}
        id="assess-form"
        className="assess__form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <AssessFields
          claim={claim}
          form={form}
          onChange={setForm}
          problems={problems}
          suggestedStatus={suggestedStatus}
        />
      </form>
    </Dialog>
  )
}
