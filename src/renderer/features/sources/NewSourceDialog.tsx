/** A new source without leaving the item that needs it. */
import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { AppError } from '../../../core/appError.ts'
import { daybook } from '../../bridge.ts'
import { answerOf, errorText } from '../../errorText.ts'
import { checkFields, type FieldErrors } from '../../records/recordForm.ts'
import { useToday } from '../../store.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SourceFields } from './SourceFields.tsx'
import { SOURCE_FORM } from './sourceDraft.ts'

export interface NewSourceDialogProps {
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}

const FORM_ID = 'new-source-form'
const NONE: FieldErrors = new Map()

export function NewSourceDialog({ onSaved, onClose }: NewSourceDialogProps) {
  const t = useText()
  const today = useToday()
  const [draft, setDraft] = useState(() => SOURCE_FORM.toDraft(null, today))
  const [errors, setErrors] = useState(NONE)
  const [refusal, setRefusal] = useState<AppError | null>(null)

  const save = async () => {
    const fields = SOURCE_FORM.toFields(draft)
    const found = checkFields('sources', null, fields)
    setErrors(found)
    if (found.size > 0) return
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
    const reply = await answerOf(daybook().recordsSave({ kind: 'sources', id: null, fields: given }))
    if (!reply.ok) return setRefusal(reply.error)
    onSaved(reply.value.id)
    onClose()
  }
  return (
    <Dialog
      title={t('table.sources.new')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('shell.dialog.cancel')}</Button>
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
        {refusal ? <Banner kind="error">{errorText(t, refusal)}</Banner> : null}
        <SourceFields
          takesFocus
          draft={draft}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          errorAt={(path) => {
            const key = errors.get(path)
            return key === undefined ? null : t(key)
          }}
        />
      </Form>
    </Dialog>
  )
}
