/**
 * Copies what can still be read of a damaged log into a new file, with its passphrase or, for whoever has forgotten it,
 * the recovery words. The damaged file is not touched.
 */
import { useRef, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { daybook } from '../../bridge.ts'
import { answerOf, errorText } from '../../errorText.ts'
import { TaskFailure, TaskProgress } from '../../TaskProgress.tsx'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { focusFirstInvalid } from '../../ui/focusFirstInvalid.ts'
import { useAfter } from '../../useAfter.ts'
import { useProgress } from '../../useProgress.ts'
import { PassphraseField } from './PassphraseField.tsx'
import { RescueResult } from './RescueResult.tsx'
import { useCountdown } from './useCountdown.ts'
import {
  findTypingMistake,
  isOfTheWords,
  NO_WORDS_TYPED,
  type TypingMistake,
  WordsAndNewPassphrase,
} from './WordsAndNewPassphrase.tsx'

export interface RescueFormProps {
  /** Begin with the recovery words. */
  readonly byWords: boolean
  readonly onBack: () => void
  readonly onOpenOther: () => void
}

export function RescueForm({ byWords, onBack, onOpenOther }: RescueFormProps) {
  const t = useText()
  const [isByWords, setByWords] = useState(byWords)
  const [passphrase, setPassphrase] = useState('')
  const [typed, setTyped] = useState(NO_WORDS_TYPED)
  const [mistake, setMistake] = useState<TypingMistake | null>(null)
  const [problem, setProblem] = useState<AppError | null>(null)
  const [isNothingChosen, setNothingChosen] = useState(false)
  const [isWorking, setWorking] = useState(false)
  const [report, setReport] = useState<NonNullable<Output<'vault.rescue'>> | null>(null)
  const [secondsLeft, startCountdown] = useCountdown()
  const progress = useProgress('rescue', isWorking)
  const isSlow = useAfter(isWorking)
  const form = useRef<HTMLFormElement>(null)

  if (report !== null) return <RescueResult report={report} onBack={onBack} onOpenOther={onOpenOther} />
  const isDisabled = isWorking || secondsLeft > 0 || (!isByWords && passphrase === '')
  const forget = () => {
    setMistake(null)
    setProblem(null)
    setNothingChosen(false)
  }
  const rescue = async () => {
    if (isDisabled) return
    forget()
    const found = isByWords ? findTypingMistake(t, typed) : null
    setMistake(found)
    if (found !== null) return focusFirstInvalid(form.current)
    setWorking(true)
    const { words, next } = typed
    const reply = await answerOf(daybook().vaultRescue(isByWords ? { words, next } : { passphrase }))
    setWorking(false)
    if (!reply.ok) return refused(reply.error)
    // With no place chosen nothing was tried, so that what was typed need not be typed again.
    if (reply.value === null) return setNothingChosen(true)
    setPassphrase('')
    setTyped(NO_WORDS_TYPED)
    setReport(reply.value)
  }
  const refused = (error: AppError) => {
    const seconds = error.fields?.seconds
    if (typeof seconds === 'number' && seconds > 0) startCountdown(Math.ceil(seconds))
    if (!isOfTheWords(error.code)) return setProblem(error)
    setMistake({ field: 'words', text: errorText(t, error) })
    focusFirstInvalid(form.current)
  }
  return (
    <form
      ref={form}
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
      {isByWords ? (
        <>
          <p>{t('opening.rescue.byWords')}</p>
          <WordsAndNewPassphrase typed={typed} onType={setTyped} mistake={mistake} isDisabled={isWorking} />
        </>
      ) : (
        <PassphraseField
          label={t('unlock.passphrase.label')}
          description={t('unlock.rescue.passphraseHelp')}
          value={passphrase}
          onChange={setPassphrase}
          isDisabled={isWorking}
          autoFocus
        />
      )}
      <div role="status" className="unlock__wait">
        {secondsLeft > 0 ? t('unlock.wait.seconds', { seconds: secondsLeft }) : null}
      </div>
      {isSlow ? <TaskProgress label={t('unlock.rescue.working')} progress={progress} /> : null}
      <div className="unlock__actions">
        <Button variant="quiet" onPress={onBack} isDisabled={isWorking}>
          {t('unlock.back.action')}
        </Button>
        <Button
          variant="quiet"
          isDisabled={isWorking}
          onPress={() => {
            forget()
            setPassphrase('')
            setTyped(NO_WORDS_TYPED)
            setByWords(!isByWords)
          }}
        >
          {t(isByWords ? 'unlock.recovery.back' : 'unlock.recovery.use')}
        </Button>
        <Button variant="primary" type="submit" isDisabled={isDisabled}>
          {t('unlock.rescue.action')}
        </Button>
      </div>
    </form>
  )
}
