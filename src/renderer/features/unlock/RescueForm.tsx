/** Copies what can still be read of a damaged log into a new file. The damaged one is not touched. */
import { useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'
import { TaskFailure, TaskProgress } from '../../TaskProgress.tsx'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useAfter } from '../../useAfter.ts'
import { useProgress } from '../../useProgress.ts'
import { PassphraseField } from './PassphraseField.tsx'
import { RescueResult } from './RescueResult.tsx'
import { useCountdown } from './useCountdown.ts'

export interface RescueFormProps {
  readonly onBack: () => void
  readonly onOpenOther: () => void
}

export function RescueForm({ onBack, onOpenOther }: RescueFormProps) {
  const t = useText()
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<AppError | null>(null)
  const [isNothingChosen, setNothingChosen] = useState(false)
  const [isWorking, setWorking] = useState(false)
  const [report, setReport] = useState<NonNullable<Output<'vault.rescue'>> | null>(null)
  const [secondsLeft, startCountdown] = useCountdown()
  const progress = useProgress('rescue', isWorking)
  const isSlow = useAfter(isWorking)

  if (report !== null) return <RescueResult report={report} onBack={onBack} onOpenOther={onOpenOther} />
  const rescue = async () => {
    if (isWorking || secondsLeft > 0 || passphrase === '') return
    setProblem(null)
    setNothingChosen(false)
    setWorking(true)
    const reply = await answerOf(daybook().vaultRescue({ passphrase }))
    setWorking(false)
    if (!reply.ok) {
      const seconds = reply.error.fields?.seconds
      if (typeof seconds === 'number' && seconds > 0) startCountdown(Math.ceil(seconds))
      return setProblem(reply.error)
    }
    // With no place chosen nothing was tried, so the passphrase need not be typed again.
    if (reply.value === null) return setNothingChosen(true)
    setPassphrase('')
    setReport(reply.value)
  }
  return (
    <form
      className="unlock__form"
      onSubmit={(event) => {
        event.preventDefault()
        void rescue()
      }}
    >
      <h3>{t('unlock.rescue.title')}</h3>
      <p>{t('unlock.rescue.lead')}</p>
      {problem === null ? null : <TaskFailure failure={problem} />}
      {isNothingChosen ? <Banner kind="info">{t('unlock.create.nothingChosen')}</Banner> : null}
      <PassphraseField
        label={t('unlock.passphrase.label')}
        description={t('unlock.rescue.passphraseHelp')}
        value={passphrase}
        onChange={setPassphrase}
        isDisabled={isWorking}
        autoFocus
      />
      <div role="status" className="unlock__wait">
        {secondsLeft > 0 ? t('unlock.wait.seconds', { seconds: secondsLeft }) : null}
      </div>
      {isSlow ? <TaskProgress label={t('unlock.rescue.working')} progress={progress} /> : null}
      <div className="unlock__actions">
        <Button variant="quiet" onPress={onBack} isDisabled={isWorking}>
          {t('unlock.back.action')}
        </Button>
        <Button
          variant="primary"
          type="submit"
          isDisabled={isWorking || secondsLeft > 0 || passphrase === ''}
        >
          {t('unlock.rescue.action')}
        </Button>
      </div>
    </form>
  )
}
