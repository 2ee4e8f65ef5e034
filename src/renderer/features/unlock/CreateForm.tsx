/** A new log, or the demo log: the passphrase twice, its strength, and the sentence that there is no reset. */
import { useRef, useState } from 'react'
import { daybook } from '../../bridge.ts'
import { answerOf, errorText } from '../../errorText.ts'
import { acceptLogState } from '../../store.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { focusFirstInvalid } from '../../ui/focusFirstInvalid.ts'
import { startFirstSteps } from '../onboarding/firstSteps.ts'
import { PassphraseField } from './PassphraseField.tsx'
import { LEAST_PASSPHRASE_LENGTH, passphraseStrength } from './passphraseStrength.ts'
import { StrengthMeter } from './StrengthMeter.tsx'
import { UnlockProgress } from './UnlockProgress.tsx'

export interface CreateFormProps {
  readonly demo: boolean
  readonly onBack: () => void
}

interface Problem {
  readonly where: 'first' | 'second' | 'form'
  readonly kind: 'error' | 'info'
  readonly text: string
}

export function CreateForm({ demo, onBack }: CreateFormProps) {
  const t = useText()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isWorking, setWorking] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const problemAt = (where: Problem['where']) => (problem?.where === where ? problem.text : null)

  const check = (): Problem | null => {
    if (passphrase === '') return { where: 'first', kind: 'error', text: t('unlock.passphrase.missing') }
    if (passphraseStrength(passphrase).level === 'tooShort') {
      const text = t('unlock.passphrase.short', { least: LEAST_PASSPHRASE_LENGTH })
      return { where: 'first', kind: 'error', text }
    }
    if (passphrase === again) return null
    return { where: 'second', kind: 'error', text: t('unlock.passphrase.mismatch') }
  }
  const create = async () => {
    const found = check()
    setProblem(found)
    if (found) return focusFirstInvalid(form.current)
    if (isWorking) return
    setWorking(true)
    const reply = await answerOf(daybook().logCreate({ passphrase, demo }))
    setWorking(false)
    if (!reply.ok) return setProblem({ where: 'form', kind: 'error', text: errorText(t, reply.error) })
    if (reply.value.phase === 'closed')
      return setProblem({ where: 'form', kind: 'info', text: t('unlock.create.nothingChosen') })
    setPassphrase('')
    setAgain('')
    if (!demo) startFirstSteps()
    acceptLogState(reply.value)
  }
  return (
    <form
      ref={form}
      className="unlock__form"
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <h2>{t(demo ? 'unlock.create.demoTitle' : 'unlock.create.title')}</h2>
      {demo ? <p className="unlock__note">{t('unlock.create.demoNote')}</p> : null}
      {problem?.where === 'form' ? <Banner kind={problem.kind}>{problem.text}</Banner> : null}
      <PassphraseField
        label={t('unlock.passphrase.label')}
        description={t('unlock.passphrase.help')}
        value={passphrase}
        onChange={setPassphrase}
        error={problemAt('first')}
        isDisabled={isWorking}
        autoFocus
      />
      <StrengthMeter passphrase={passphrase} />
      <PassphraseField
        label={t('unlock.passphrase.repeat')}
        value={again}
        onChange={setAgain}
        error={problemAt('second')}
        isDisabled={isWorking}
      />
      <p className="unlock__warning">{t('unlock.noReset.text')}</p>
      <p className="field__hint">{t('unlock.create.where')}</p>
      {isWorking ? <UnlockProgress /> : null}
      <div className="unlock__actions">
        <Button onPress={onBack} isDisabled={isWorking}>
          {t('unlock.back.action')}
        </Button>
        <Button variant="primary" type="submit" isDisabled={isWorking}>
          {t('unlock.create.action')}
        </Button>
      </div>
    </form>
  )
}
