/** The 24 words of a recovery key, as they are typed from paper. */
import { useRef, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { Translate } from '../../../shared/i18n/format.ts'
import { daybook } from '../../bridge.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { focusFirstInvalid } from '../../ui/focusFirstInvalid.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { RECOVERY_WORD_COUNT, typedWords } from './typedWords.ts'
import { type OpeningWay, UnlockProblem } from './UnlockProblem.tsx'
import { UnlockProgress } from './UnlockProgress.tsx'
import { useUnlocking } from './useUnlocking.ts'

const UNREADABLE = 'vault/recovery-words-unreadable'

export interface RecoveryFormProps {
  readonly onBack: () => void
  readonly onOpenOther: () => void
  readonly onRescue: () => void
}

export function RecoveryForm({ onBack, onOpenOther, onRescue }: RecoveryFormProps) {
  const t = useText()
  const [words, setWords] = useState('')
  const unlocking = useUnlocking()
  const { isWorking, secondsLeft, problem } = unlocking
  const form = useRef<HTMLFormElement>(null)
  const count = typedWords(words).length

  const unlock = async (way: OpeningWay = {}) => {
    if (count === 0) return form.current?.querySelector('textarea')?.focus()
    // On a refusal the words stay: nobody wants to type all of them again for one slip.
    const refused = await unlocking.run(() => daybook().logUnlockWithRecovery({ words, ...way }))
    if (refused !== null) focusFirstInvalid(form.current)
  }
  const leave = () => {
    setWords('')
    onBack()
  }
  return (
    <form
      ref={form}
      className="unlock__form"
      onSubmit={(event) => {
        event.preventDefault()
        void unlock()
      }}
    >
      {problem?.code === UNREADABLE ? null : (
        <UnlockProblem
          unlocking={unlocking}
          onOpenOther={onOpenOther}
          onRescue={onRescue}
          onOpenSo={(way) => void unlock(way)}
        />
      )}
      <TextArea
        label={t('unlock.recovery.label')}
        description={t('unlock.recovery.help', { count, total: RECOVERY_WORD_COUNT })}
        rows={5}
        value={words}
        onChange={(typed) => {
          setWords(typed)
          if (problem !== null) unlocking.forget()
        }}
        isDisabled={isWorking}
        autoFocus
        error={problem?.code === UNREADABLE ? wordsProblem(t, problem, words) : null}
      />
      <div role="status" className="unlock__wait">
        {secondsLeft > 0 ? t('unlock.wait.seconds', { seconds: secondsLeft }) : null}
      </div>
      {isWorking ? <UnlockProgress onCancel={unlocking.cancel} /> : null}
      <div className="unlock__actions">
        <Button variant="quiet" onPress={leave} isDisabled={isWorking}>
          {t('unlock.recovery.back')}
        </Button>
        <Button variant="primary" type="submit" isDisabled={isWorking || secondsLeft > 0}>
          {t('unlock.locked.action')}
        </Button>
      </div>
    </form>
  )
}

/** Which word cannot be right, or how many there are, or that together they are no key. */
function wordsProblem(t: Translate, { fields }: AppError, typed: string): string {
  const words = typedWords(typed)
  const number = Number(fields?.word)
  const word = words[number - 1]
  if (word !== undefined) return t('unlock.recovery.unknownWord', { number, word })
  if (words.length !== RECOVERY_WORD_COUNT)
    return t('unlock.recovery.wrongCount', { count: words.length, total: RECOVERY_WORD_COUNT })
  return t('unlock.recovery.checksum')
}
