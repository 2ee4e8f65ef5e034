/** Sets a new passphrase for whoever has forgotten theirs and has the recovery key on paper. */
import { useRef, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { VaultInfoView } from '../../../shared/ipc/contract.ts'
import { daybook } from '../../bridge.ts'
import { answerOf, errorText } from '../../errorText.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { focusFirstInvalid } from '../../ui/focusFirstInvalid.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useAfter } from '../../useAfter.ts'
import { PassphraseField } from '../unlock/PassphraseField.tsx'
import { LEAST_PASSPHRASE_LENGTH, passphraseStrength } from '../unlock/passphraseStrength.ts'
import { StrengthMeter } from '../unlock/StrengthMeter.tsx'
import { RECOVERY_WORD_COUNT, typedWords } from '../unlock/typedWords.ts'
import { useCountdown } from '../unlock/useCountdown.ts'

export interface ResetPassphraseDialogProps {
  readonly onDone: (info: VaultInfoView) => void
  readonly onClose: () => void
}

type Field = 'words' | 'next' | 'again'
const FORM_ID = 'reset-form'
const OF_THE_WORDS: readonly string[] = ['vault/wrong-recovery-key', 'vault/recovery-words-unreadable']

export function ResetPassphraseDialog({ onDone, onClose }: ResetPassphraseDialogProps) {
  const t = useText()
  const [typed, setTyped] = useState({ words: '', next: '', again: '' })
  const [mistake, setMistake] = useState<{ readonly field: Field; readonly text: string } | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const [isWorking, setWorking] = useState(false)
  const isSlow = useAfter(isWorking)
  const [secondsLeft, startCountdown] = useCountdown()
  const form = useRef<HTMLFormElement>(null)
  const count = typedWords(typed.words).length

  const findMistake = (): typeof mistake => {
    if (count !== RECOVERY_WORD_COUNT) {
      const text = t('unlock.recovery.wrongCount', { count, total: RECOVERY_WORD_COUNT })
      return { field: 'words', text }
    }
    if (typed.next === '') return { field: 'next', text: t('unlock.passphrase.missing') }
    if (passphraseStrength(typed.next).level === 'tooShort')
      return { field: 'next', text: t('unlock.passphrase.short', { least: LEAST_PASSPHRASE_LENGTH }) }
    if (typed.next !== typed.again) return { field: 'again', text: t('unlock.passphrase.mismatch') }
    return null
  }
  const submit = async () => {
    if (isWorking || secondsLeft > 0) return
    const found = findMistake()
    setMistake(found)
    setFailure(null)
    if (found) return focusFirstInvalid(form.current)
    setWorking(true)
    const reply = await answerOf(daybook().vaultResetPassphrase({ words: typed.words, next: typed.next }))
    setWorking(false)
    if (reply.ok) {
      setTyped({ words: '', next: '', again: '' })
      return onDone(reply.value)
    }
    const seconds = reply.error.fields?.seconds
    if (typeof seconds === 'number' && seconds > 0) startCountdown(Math.ceil(seconds))
    if (!OF_THE_WORDS.includes(reply.error.code)) return setFailure(reply.error)
    // The words stay: nobody wants to type all of them again for one slip.
    setMistake({ field: 'words', text: errorText(t, reply.error) })
    focusFirstInvalid(form.current)
  }
  const field = (name: Field) => ({
    value: typed[name],
    onChange: (text: string) => setTyped((before) => ({ ...before, [name]: text })),
    error: mistake?.field === name ? mistake.text : null,
    isDisabled: isWorking,
  })
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
        <TextArea
          label={t('unlock.recovery.label')}
          description={t('unlock.recovery.help', { count, total: RECOVERY_WORD_COUNT })}
          rows={5}
          {...field('words')}
          autoFocus
        />
        <PassphraseField
          label={t('keys.next.label')}
          description={t('unlock.passphrase.help')}
          {...field('next')}
        />
        <StrengthMeter passphrase={typed.next} />
        <PassphraseField label={t('keys.again.label')} {...field('again')} />
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
