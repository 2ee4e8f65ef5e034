/** Recalls a brief: from which day, why, whom to tell. */
import { useState } from 'react'
import { z } from 'zod'
import { daySchema } from '../../../core/claim.ts'
import type { ReleaseRow } from '../../../shared/ipc/releases.ts'
import { daybook } from '../../bridge.ts'
import { discardDraft } from '../../drafts/drafts.ts'
import { recallDraftId } from '../../drafts/keptDrafts.ts'
import { RestoredNotice } from '../../drafts/RestoredNotice.tsx'
import { restoreTyped, useTypedDraft } from '../../drafts/useTypedDraft.ts'
import { errorText } from '../../errorText.ts'
import { useRecords, useToday } from '../../store.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { saveOfRelease } from './saveOfRelease.ts'

const recallFormSchema = z.strictObject({
  on: z.string(),
  reason: z.string(),
  tell: z.array(z.string()),
  tellOthers: z.string(),
})
type RecallForm = z.infer<typeof recallFormSchema>

export interface RecallDialogProps {
  readonly release: ReleaseRow
  readonly onClose: () => void
}

export function RecallDialog({ release, onClose }: RecallDialogProps) {
  const t = useText()
  const organisations = useRecords('organisations')
  const today = useToday()
  const draftId = recallDraftId(release.id)
  const [start] = useState<RecallForm>(() => ({
    on: today,
    reason: '',
    tell: release.recipient === null ? [] : [release.recipient],
    tellOthers: '',
  }))
  const [form, setForm] = useState(() => restoreTyped(draftId, recallFormSchema)?.typed ?? start)
  const isTyped = form.reason.trim() !== '' || form.tellOthers.trim() !== ''
  const { restored, settle } = useTypedDraft(draftId, recallFormSchema, form, isTyped)
  const { on, reason, tell, tellOthers } = form
  const edit = (typed: Partial<RecallForm>) => setForm({ ...form, ...typed })
  const [failure, setFailure] = useState<string | null>(null)
  const readers = Object.values(organisations).filter(
    ({ id, roles }) => tell.includes(id) || roles.includes('recipient-of-briefs'),
  )
  const discard = () => {
    void discardDraft(draftId)
    settle()
  }
  const isReady = reason.trim() !== '' && daySchema.safeParse(on.trim()).success
  const save = async () => {
    const recall = { on: on.trim(), reason: reason.trim(), tell: [...tell], tellOthers }
    const refusal = await saveOfRelease(
      t,
      'opening.what.recall',
      () => daybook().releasesRecall({ id: release.id, recall }),
      () => void discardDraft(draftId),
    )
    if (refusal === null) onClose()
    else setFailure(errorText(t, refusal))
  }
  return (
    <Dialog
      title={t('releases.recall.title')}
      onClose={() => {
        discard()
        onClose()
      }}
      footer={
        <Button variant="primary" isDisabled={!isReady} onPress={() => void save()}>
          {t('releases.recall.title')}
        </Button>
      }
    >
      <p>{t('releases.recall.lead')}</p>
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
      <TextField
        label={t('releases.recall.on')}
        value={on}
        onChange={(typed) => edit({ on: typed })}
        textDirection="ltr"
      />
      <TextArea
        label={t('releases.recall.reason')}
        value={reason}
        onChange={(typed) => edit({ reason: typed })}
        rows={2}
        maxLength={2_000}
      />
      {readers.length === 0 ? null : (
        <fieldset className="release__forms">
          <legend className="field__label">{t('releases.recall.tell')}</legend>
          {readers.map(({ id, name }) => (
            <CheckboxField
              key={id}
              isSelected={tell.includes(id)}
              onChange={(isOn) => edit({ tell: isOn ? [...tell, id] : tell.filter((each) => each !== id) })}
            >
              <bdi>{visibleTurns(name)}</bdi>
            </CheckboxField>
          ))}
        </fieldset>
      )}
      <TextArea
        label={t('releases.recall.others')}
        value={tellOthers}
        onChange={(typed) => edit({ tellOthers: typed })}
        rows={2}
        maxLength={20_000}
      />
    </Dialog>
  )
}
