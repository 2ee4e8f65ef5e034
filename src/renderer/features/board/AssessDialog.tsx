/** Changes where a claim stands, with the reason. Opened from the board, the claim panel and the claim's page. */
import { useRef, useState } from 'react'
import type { Claim } from '../../../core/claim.ts'
import type { CredibilityCap } from '../../../core/sourcing/sourcing.ts'
import type { ClaimStatus } from '../../../core/vocabularyCodes.ts'
import { daybook } from '../../bridge.ts'
import { claimAsOf } from '../../claims/claimAsOf.ts'
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
import { useSourcing } from '../../useSourcing.ts'
import { visibleTurns } from '../../visibleText.ts'
import { AssessFields } from './AssessFields.tsx'
import { assessmentFormSchema, assessmentProblems, isSameAssessment, startAssessment } from './assessment.ts'
import './board.css'

export interface AssessDialogProps {
  readonly claimId: string
  /** The status to begin with; the others of its column are marked as fitting. */
  readonly suggestedStatus?: ClaimStatus
  /** The day it speaks for at first, YYYY-MM-DD; today unless told. */
  readonly day?: string
  readonly onClose: () => void
}

export function AssessDialog({ claimId, suggestedStatus, day, onClose }: AssessDialogProps) {
  const t = useText()
  const today = useToday()
  const claim = useRecords('claims')[claimId]
  if (claim)
    return (
      <AssessClaim
        claim={claimAsOf(claim, day ?? null)}
        day={day ?? today}
        suggestedStatus={suggestedStatus}
        onClose={onClose}
      />
    )
  return (
    <Dialog title={t('board.assess.title')} onClose={onClose}>
      <p>{t('board.assess.gone')}</p>
    </Dialog>
  )
}

const NO_CAP: CredibilityCap = { highest: 1, whyNotHigher: [] }

interface AssessClaimProps {
  /** As it stands on the day. */
  readonly claim: Claim
  readonly day: string
  readonly suggestedStatus: ClaimStatus | undefined
  readonly onClose: () => void
}

function AssessClaim({ claim, day, suggestedStatus, onClose }: AssessClaimProps) {
  const t = useText()
  const draftId = assessDraftId(claim.id)
  const [start] = useState(() => startAssessment(claim, day, suggestedStatus))
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
  const cap = useSourcing(claim.id)?.cap ?? NO_CAP
  const found = assessmentProblems(form, cap.highest)
  // A grade above the sources is told at once: it is the choice itself that is refused.
  const problems = wasTried ? found : found.filter((each) => each === 'above-sources')
  const save = async () => {
    setTried(true)
    if (found.length > 0) return focusFirstInvalid(formElement.current)
    if (isSaving) return
    setSaving(true)
    const { status, credibility, standardMet, reason } = form
    const known = form.knownThen.trim()
    const given = {
      id: claim.id,
      status,
      credibility,
      standardMet,
      reason,
      when: form.when.trim(),
      ...(known === '' ? {} : { knownThen: known }),
      ...(status === 'superseded' && form.supersededBy !== null ? { supersededBy: form.supersededBy } : {}),
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
          cap={cap}
        />
      </form>
    </Dialog>
  )
}
