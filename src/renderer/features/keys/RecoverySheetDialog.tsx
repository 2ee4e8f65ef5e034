/** The words of a new recovery key: shown this once, to be written down or printed, then gone from the window. */
import { dateWords } from '../../dateWords.ts'
import { useLogState, useToday } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

export interface RecoverySheetDialogProps {
  /** 24 words with blanks between them. */
  readonly words: string
  /** Called when the user says that they are written down. */
  readonly onClose: () => void
}

export function RecoverySheetDialog({ words, onClose }: RecoverySheetDialogProps) {
  const language = useLanguage()
  const { t } = language
  const { name } = useLogState()
  const today = useToday()
  return (
    <Dialog
      title={t('keys.sheet.title')}
      size="wide"
      onClose={onClose}
      isKept
      footer={
        <>
          <Button onPress={() => window.print()}>{t('keys.sheet.print')}</Button>
          <Button variant="primary" onPress={onClose}>
            {t('keys.sheet.done')}
          </Button>
        </>
      }
    >
      <p>{t('keys.sheet.lead')}</p>
      <div className="recovery">
        <p className="recovery__name">
          <span>{t('keys.slots.recovery')}</span>
          <bdi>{name}</bdi>
          <bdi>{dateWords(today, language)}</bdi>
        </p>
        {/* The words are English in every language of the window. */}
        <ol className="recovery__words" lang="en" dir="ltr" translate="no">
          {words.split(' ').map((word, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells two equal words apart
            <li key={index}>{word}</li>
          ))}
        </ol>
        <p>{t('keys.sheet.keep')}</p>
      </div>
      <p className="field__hint">{t('keys.sheet.printNote')}</p>
    </Dialog>
  )
}
