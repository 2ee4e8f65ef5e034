/** Asks before a word becomes a term of the log's own: it will be offered wherever the vocabulary is. */
import { useState } from 'react'
import type { AppError } from '../../core/appError.ts'
import type { VocabularyName } from '../../core/vocabularyNames.ts'
import { daybook } from '../bridge.ts'
import { errorText } from '../errorText.ts'
import { answerOfSave, isTroubleOfPlace } from '../saveTrouble.ts'
import { useLanguage } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { labelLanguage } from '../vocabularies.ts'

export interface AddTermDialogProps {
  readonly vocabulary: VocabularyName
  /** What was typed. */
  readonly label: string
  readonly onAdded: (code: string) => void
  readonly onClose: () => void
}

const OWNER = 'terms'

export function AddTermDialog({ vocabulary, label: typed, onAdded, onClose }: AddTermDialogProps) {
  const { t, language } = useLanguage()
  const [label, setLabel] = useState(typed)
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const add = async () => {
    if (label.trim() === '') return setRefusal({ code: 'terms/label-missing' })
    const reply = await answerOfSave(
      daybook().termsAdd({ vocabulary, language: labelLanguage(language), label: label.trim() }),
      { owner: OWNER, what: t('forms.term.what'), retry: null },
    )
    if (!reply.ok) return isTroubleOfPlace(reply.error) ? onClose() : setRefusal(reply.error)
    onAdded(reply.value.code)
    onClose()
  }
  return (
    <Dialog
      title={t('forms.term.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('shell.dialog.cancel')}</Button>
          <Button variant="primary" onPress={() => void add()}>
            {t('forms.term.add')}
          </Button>
        </>
      }
    >
      <div className="dialog__form">
        <p>{t('forms.term.body')}</p>
        <TextField autoFocus label={t('forms.term.label')} value={label} onChange={setLabel} />
        {refusal === null ? null : <Banner kind="error">{errorText(t, refusal)}</Banner>}
      </div>
    </Dialog>
  )
}
