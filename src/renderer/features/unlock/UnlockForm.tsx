/** The passphrase of a log that has been chosen. How long a wrong one must wait is main's business. */
import { useRef, useState } from 'react'
import { daybook } from '../../bridge.ts'
import { answerOf, errorText } from '../../errorText.ts'
import { acceptLogState, useLogState } from '../../store.ts'
import { useText } from '../../text.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import { UnlockProgress } from './UnlockProgress.tsx'
import { useCountdown } from './useCountdown.ts'

export interface UnlockFormProps {
  readonly onOpenOther: () => void
  readonly onStart: () => void
}

export function UnlockForm({ onOpenOther, onStart }: UnlockFormProps) {
  const t = useText()
  const { name, demo } = useLogState()
  const [passphrase, setPassphrase] = useState('')
  const [fieldError, setFieldError] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isWorking, setWorking] = useState(false)
  const [secondsLeft, startCountdown] = useCountdown()
  const input = useRef<HTMLInputElement>(null)

  const unlock = async () => {
    if (isWorking || secondsLeft > 0) return
    setFailure(null)
    setFieldError(passphrase === '' ? t('unlock.passphrase.missing') : null)
    if (passphrase === '') return
    setWorking(true)
    const reply = await answerOf(daybook().logUnlock({ passphrase }))
    setWorking(false)
    setPassphrase('')
    if (reply.ok) return acceptLogState(reply.value)
    const seconds = reply.error.fields?.seconds
    if (typeof seconds === 'number' && seconds > 0) startCountdown(Math.ceil(seconds))
    setFailure(errorText(t, reply.error))
    // The field was disabled while working and has lost the focus.
    requestAnimationFrame(() => input.current?.focus())
  }
  return (
    <form
      className="unlock__form"
      onSubmit={(event) => {
        event.preventDefault()
        void unlock()
      }}
    >
      <h2 className="unlock__name">
        <bdi>{name === null ? t('unlock.locked.titleNoName') : t('unlock.locked.title', { name })}</bdi>
        {demo ? <Badge tone="info">{t('unlock.locked.demo')}</Badge> : null}
      </h2>
      {failure === null ? null : <Banner kind="error">{failure}</Banner>}
      <PassphraseField
        label={t('unlock.passphrase.label')}
        value={passphrase}
        onChange={setPassphrase}
        error={fieldError}
        isDisabled={isWorking}
        inputRef={input}
        autoFocus
      />
      <div role="status" className="unlock__wait">
        {secondsLeft > 0 ? t('unlock.wait.seconds', { seconds: secondsLeft }) : null}
      </div>
      {isWorking ? <UnlockProgress /> : null}
      <div className="unlock__actions">
        <Button variant="quiet" onPress={onStart} isDisabled={isWorking}>
          {t('unlock.locked.start')}
        </Button>
        <Button variant="quiet" onPress={onOpenOther} isDisabled={isWorking}>
          {t('unlock.locked.other')}
        </Button>
        <Button variant="primary" type="submit" isDisabled={isWorking || secondsLeft > 0}>
          {t('unlock.locked.action')}
        </Button>
      </div>
    </form>
  )
}
