/** The passphrase of a log that has been chosen. */
import { useRef, useState } from 'react'
import { daybook } from '../../bridge.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import { isReadable, type OpeningWay, UnlockProblem } from './UnlockProblem.tsx'
import { UnlockProgress } from './UnlockProgress.tsx'
import { useUnlocking } from './useUnlocking.ts'

export interface PassphraseFormProps {
  readonly onOpenOther: () => void
  readonly onStart: () => void
  readonly onRecovery: () => void
  readonly onRescue: () => void
}

export function PassphraseForm({ onOpenOther, onStart, onRecovery, onRescue }: PassphraseFormProps) {
  const t = useText()
  const [passphrase, setPassphrase] = useState('')
  const [fieldError, setFieldError] = useState<string | null>(null)
  const unlocking = useUnlocking()
  const { isWorking, secondsLeft } = unlocking
  const input = useRef<HTMLInputElement>(null)

  const unlock = async (way: OpeningWay = {}) => {
    if (isWorking || secondsLeft > 0) return
    setFieldError(passphrase === '' ? t('unlock.passphrase.missing') : null)
    if (passphrase === '') return unlocking.forget()
    const refused = await unlocking.run(() => daybook().logUnlock({ passphrase, ...way }))
    // Where it can be opened in another way, the passphrase need not be typed again for it.
    if (refused === null || !isReadable(refused)) setPassphrase('')
    // The field was disabled while working and has lost the focus.
    if (refused !== null) requestAnimationFrame(() => input.current?.focus())
  }
  return (
    <form
      className="unlock__form"
      onSubmit={(event) => {
        event.preventDefault()
        void unlock()
      }}
    >
      <UnlockProblem
        unlocking={unlocking}
        onOpenOther={onOpenOther}
        onRescue={onRescue}
        onOpenSo={(way) => void unlock(way)}
      />
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
      {isWorking ? <UnlockProgress onCancel={unlocking.cancel} /> : null}
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
      <Button
        variant="quiet"
        size="small"
        className="unlock__recovery"
        onPress={onRecovery}
        isDisabled={isWorking}
      >
        {t('unlock.recovery.use')}
      </Button>
    </form>
  )
}
