/** Changes where a claim stands, with the reason. Opened from the board, the claim panel and the claim's page. */
import { useRef, useState } from 'react'
import type { ClaimStatus } from '../../../core/vocabularyCodes.ts'
import { daybook } from '../../bridge.ts'
import { answerOf, errorText } from '../../errorText.ts'
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
import { type AssessmentForm, assessmentProblems, startAssessment } from './assessment.ts'
import './board.css'

export interface AssessDialogProps {
  readonly claimId: string
  /** The status to begin with; the others of its column are marked as fitting. */
  readonly suggestedStatus?: ClaimStatus
  readonly onClose: () => void
}

export function AssessDialog({ claimId, suggestedStatus, onClose }: AssessDialogProps) {
  const t = useText()
  const today = useToday()
  const claim = useRecords('claims')[claimId]
  const [form, setForm] = useState<AssessmentForm | null>(() =>
    claim === undefined ? null : startAssessment(claim, today, suggestedStatus),
  )
  const formElement = useRef<HTMLFormElement>(null)
  const [wasTried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  if (!claim || !form)
    return (
      <Dialog title={t('board.assess.title')} onClose={onClose}>
        <p>{t('board.assess.gone')}</p>
      </Dialog>
    )

  const problems = wasTried ? assessmentProblems(form) : []
  const undo = async () => {
    const reply = await answerOf(daybook().historyUndo({}))
    if (!reply.ok) showToast({ text: errorText(t, reply.error) })
  }
  const save = async () => {
    setTried(true)
    if (assessmentProblems(form).length > 0) return focusFirstInvalid(formElement.current)
    if (isSaving) return
    setSaving(true)
    const { status, credibility, standardMet, reason } = form
    const given = { id: claimId, status, credibility, standardMet, reason, when: form.when.trim() }
    const reply = await answerOf(daybook().claimsAssess(given))
    setSaving(false)
    if (!reply.ok) return setFailure(errorText(t, reply.error))
    const words = t(`status.claim.${status}`)
    announce(t('board.announce.moved', { statement: claim.statement, status: words }))
    showToast({
      text: t('board.assess.saved', { status: words }),
      actionLabel: t('board.assess.undo'),
      onAction: () => void undo(),
    })
    onClose()
  }
  return (
    <Dialog
      title={t('board.assess.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('board.assess.cancel')}</Button>
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
