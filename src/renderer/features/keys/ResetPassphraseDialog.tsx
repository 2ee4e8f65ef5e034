/** Sets a new passphrase for whoever has forgotten theirs and has the recovery key on paper. */
import { useRef, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { VaultInfoView } from '../../../shared/ipc/vault.ts'
import { daybook } from '../../bridge.ts'
import { answerOf, errorText } from '../../errorText.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { focusFirstInvalid } from '../../ui/focusFirstInvalid.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useAfter } from '../../useAfter.ts'
import { useCountdown } from '../unlock/useCountdown.ts'
import {
  findTypingMistake,
  isOfTheWords,
  NO_WORDS_TYPED,
  type TypingMistake,
  WordsAndNewPassphrase,
} from '../unlock/WordsAndNewPassphrase.tsx'

export interface ResetPassphraseDialogProps {
  readonly onDone: (info: VaultInfoView) => void
  readonly onClose: () => void
}

const FORM_ID = 'reset-form'

export function ResetPassphraseDialog({ onDone, onClose }: ResetPassphraseDialogProps) {
  const t = useText()
  const [typed, setTyped] = useState(NO_WORDS_TYPED)
  const [mistake, setMistake] = useState<TypingMistake | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const [isWorking, setWorking] = useState(false)
  const isSlow = useAfter(isWorking)
  const [secondsLeft, startCountdown] = useCountdown()
  const form = useRef<HTMLFormElement>(null)

  const submit = async () => {
    if (isWorking || secondsLeft > 0) return
    const found = findTypingMistake(t, typed)
    setMistake(found)
    setFailure(null)
    if (found) return focusFirstInvalid(form.current)
    setWorking(true)
    const reply = await answerOf(daybook().vaultResetPassphrase({ words: typed.words, next: typed.next }))
    setWorking(false)
    if (reply.ok) {
      setTyped(NO_WORDS_TYPED)
      return onDone(reply.value)
    }
    const seconds = reply.error.fields?.seconds
    if (typeof seconds === 'number' && seconds > 0) startCountdown(Math.ceil(seconds))
    if (!isOfTheWords(reply.error.code)) return setFailure(reply.error)
    // The words stay: nobody wants to type all of them again for one slip.
    setMistake({ field: 'words', text: errorText(t, reply.error) })
    focusFirstInvalid(form.current)
  }
  return (
    <Dialog
      title={t('keys.reset.title')}
      isKept={isWorking}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isWorking}>
            {t('shell.dialog.cancel')}
          </Button>
          <Button variant="primary" type="submit" form={FORM_ID} isDisabled={isWorking || secondsLeft > 0}>
            {t('keys.reset.action')}
          </Button>
        </>
      }
    >
      <p>{t('keys.reset.note')}</p>
      <p>{t('keys.change.limits')}</p>
      {failure === null ? null : <Banner kind="error">{errorText(t, failure)}</Banner>}
      <form
        ref={form}
        id={FORM_ID}
        className="dialog__form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <WordsAndNewPassphrase typed={typed} onType={setTyped} mistake={mistake} isDisabled={isWorking} />
      </form>
      <div role="status" className="unlock__wait">
        {secondsLeft > 0 ? t('unlock.wait.seconds', { seconds: secondsLeft }) : null}
      </div>
      {isSlow ? (
        <div role="status">
          <ProgressBar label={t('unlock.working.text')} done={0} total={null} />
        </div>
      ) : null}
    </Dialog>
  )
}
