/** A new source without leaving the item that needs it. */
import { useMemo, useState } from 'react'
import { Form } from 'react-aria-components'
import type { AppError } from '../../../core/appError.ts'
import { daybook } from '../../bridge.ts'
import { discardDraft, finishDraft } from '../../drafts/drafts.ts'
import { recordDraftId } from '../../drafts/keptDrafts.ts'
import { RestoredNotice } from '../../drafts/RestoredNotice.tsx'
import { restoreTyped, useTypedDraft } from '../../drafts/useTypedDraft.ts'
import { errorText } from '../../errorText.ts'
import { changedFields, checkFields, type FieldErrors } from '../../records/recordForm.ts'
import { answerOfSave } from '../../saveTrouble.ts'
import { useToday } from '../../store.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SourceFields } from './SourceFields.tsx'
import { SOURCE_FORM, type SourceDraft } from './sourceDraft.ts'

export interface NewSourceDialogProps {
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}

const FORM_ID = 'new-source-form'
/** The same as that of the form beside the table: either takes up what was typed in the other. */
const DRAFT_ID = recordDraftId('sources', null)
const NONE: FieldErrors = new Map()

export function NewSourceDialog({ onSaved, onClose }: NewSourceDialogProps) {
  const t = useText()
  const today = useToday()
  const start = useMemo(() => SOURCE_FORM.toDraft(null, today), [today])
  const [edits, setEdits] = useState<Partial<SourceDraft>>(
    () => restoreTyped(DRAFT_ID, SOURCE_FORM.typedSchema)?.typed ?? {},
  )
  const draft = { ...start, ...edits }
  const { restored, settle } = useTypedDraft(
    DRAFT_ID,
    SOURCE_FORM.typedSchema,
    edits,
    Object.keys(changedFields(SOURCE_FORM.toFields(start), SOURCE_FORM.toFields(draft))).length > 0,
  )
  const [errors, setErrors] = useState(NONE)
  const [refusal, setRefusal] = useState<AppError | null>(null)

  const save = async () => {
    const fields = SOURCE_FORM.toFields(draft)
    const found = checkFields('sources', null, fields)
    setErrors(found)
    if (found.size > 0) return
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
    const reply = await answerOfSave(
      daybook().recordsSave({ kind: 'sources', id: null, fields: given, draft: DRAFT_ID }),
      { owner: DRAFT_ID, what: t('records.sources.one'), retry: null },
    )
    if (!reply.ok) return setRefusal(reply.error)
    finishDraft(DRAFT_ID)
    onSaved(reply.value.id)
    onClose()
  }
  const discard = () => {
    void discardDraft(DRAFT_ID)
    settle()
  }
  const close = () => {
    discard()
    onClose()
  }
  return (
    <Dialog
      title={t('table.sources.new')}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('shell.dialog.cancel')}</Button>
          <Button variant="primary" type="submit" form={FORM_ID}>
            {t('records.save')}
          </Button>
        </>
      }
    >
      <Form
        id={FORM_ID}
        className="dialog__form"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault()
          // A dialog is drawn outside its parent's form, but its events still rise to it in React.
          event.stopPropagation()
          void save()
        }}
      >
        {restored === null ? null : (
          <RestoredNotice
            savedAt={restored.savedAt}
            onDiscard={() => {
              discard()
              setEdits({})
            }}
          />
        )}
        {refusal ? <Banner kind="error">{errorText(t, refusal)}</Banner> : null}
        <SourceFields
          takesFocus
          draft={draft}
          onChange={(part) => setEdits((before) => ({ ...before, ...part }))}
          errorAt={(path) => {
            const key = errors.get(path)
            return key === undefined ? null : t(key)
          }}
        />
      </Form>
    </Dialog>
  )
}
