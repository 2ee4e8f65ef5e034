/** A new record by its short form, without leaving the form that needs it. */
import { useCallback, useMemo, useState } from 'react'
import type { AppError } from '../../core/appError.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { daybook } from '../bridge.ts'
import { discardDraft, finishDraft } from '../drafts/drafts.ts'
import { recordDraftId } from '../drafts/keptDrafts.ts'
import { RestoredNotice } from '../drafts/RestoredNotice.tsx'
import { restoreTyped, useTypedDraft } from '../drafts/useTypedDraft.ts'
import { errorText } from '../errorText.ts'
import { changedFields, checkFields, type FieldErrors } from '../records/recordForm.ts'
import { saveKey } from '../records/saveKey.ts'
import { answerOfSave } from '../saveTrouble.ts'
import { useToday } from '../store.ts'
import { useText } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { showUnchosen, UnchosenContext, type UnchosenTexts } from '../ui/unchosenTexts.ts'
import { createForm } from './createForm.ts'
import { FormFields } from './FormFields.tsx'
import type { DraftValue, FormDraft } from './fieldSpec.ts'
import { DraftContext, ScopeContext } from './formScope.ts'
import { fieldsOf, layoutOf } from './kindForms.ts'

export interface NewRecordDialogProps {
  readonly kind: EditableKind
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}

const FORM_ID = 'new-record-form'
const NONE: FieldErrors = new Map()

export function NewRecordDialog({ kind, onSaved, onClose }: NewRecordDialogProps) {
  const t = useText()
  const today = useToday()
  const specs = fieldsOf(kind)
  const form = useMemo(() => createForm(kind, specs), [kind, specs])
  // The same as that of the form beside the table: either takes up what was typed in the other.
  const draftId = recordDraftId(kind, null)
  const start = useMemo(() => form.toDraft(null, today), [form, today])
  const [edits, setEdits] = useState<FormDraft>(() => restoreTyped(draftId, form.typedSchema)?.typed ?? {})
  const draft = { ...start, ...edits }
  const isTyped = Object.keys(changedFields(form.toFields(start), form.toFields(draft))).length > 0
  const { restored, settle } = useTypedDraft(draftId, form.typedSchema, edits, isTyped)
  const [errors, setErrors] = useState(NONE)
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const onField = useCallback(
    (field: string, value: DraftValue) => setEdits((before) => ({ ...before, [field]: value })),
    [],
  )
  const scope = useMemo(() => ({ kind, recordId: null, errors }), [kind, errors])

  const [unchosen] = useState<UnchosenTexts>(() => new Set())

  const save = async () => {
    if (showUnchosen(unchosen) > 0) return
    const fields = form.toFields(draft)
    const found = checkFields(kind, null, fields)
    setErrors(found)
    if (found.size > 0) return
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
    const reply = await answerOfSave(
      daybook().recordsSave({ kind, id: null, fields: given, draft: draftId }),
      {
        owner: draftId,
        what: t(`records.${kind}.one`),
        retry: null,
      },
    )
    if (!reply.ok) return setRefusal(reply.error)
    finishDraft(draftId)
    onSaved(reply.value.id)
    onClose()
  }
  const discard = () => {
    void discardDraft(draftId)
    settle()
  }
  const close = () => {
    discard()
    onClose()
  }
  return (
    <Dialog
      title={t(`table.${kind}.new`)}
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
      <form
        id={FORM_ID}
        className="dialog__form"
        noValidate
        onKeyDownCapture={(event) => {
          if (saveKey(event, false) === null) return
          event.preventDefault()
          event.stopPropagation()
          void save()
        }}
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
        <UnchosenContext value={unchosen}>
          <ScopeContext value={scope}>
            <DraftContext value={draft}>
              <FormFields names={layoutOf(kind).short} specs={specs} draft={draft} onField={onField} />
            </DraftContext>
          </ScopeContext>
        </UnchosenContext>
      </form>
    </Dialog>
  )
}
