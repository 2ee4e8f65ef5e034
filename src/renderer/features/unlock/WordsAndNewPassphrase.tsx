/** The words of a recovery key and a new passphrase, typed twice: the way of whoever has forgotten theirs. */
import type { Translate } from '../../../shared/i18n/format.ts'
import { useText } from '../../text.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import { LEAST_PASSPHRASE_LENGTH, passphraseStrength } from './passphraseStrength.ts'
import { StrengthMeter } from './StrengthMeter.tsx'
import { RECOVERY_WORD_COUNT, typedWords } from './typedWords.ts'

export interface WordsTyped {
  readonly words: string
  readonly next: string
  readonly again: string
}

export const NO_WORDS_TYPED: WordsTyped = { words: '', next: '', again: '' }

export interface TypingMistake {
  readonly field: keyof WordsTyped
  readonly text: string
}

const OF_THE_WORDS: readonly string[] = ['vault/wrong-recovery-key', 'vault/recovery-words-unreadable']

/** Is a refusal one of the words, to be told at their field? */
export function isOfTheWords(code: string): boolean {
  return OF_THE_WORDS.includes(code)
}

/** What is not yet as it must be, first things first. */
export function findTypingMistake(t: Translate, { words, next, again }: WordsTyped): TypingMistake | null {
  const count = typedWords(words).length
  if (count !== RECOVERY_WORD_COUNT) {
    const text = t('unlock.recovery.wrongCount', { count, total: RECOVERY_WORD_COUNT })
    return { field: 'words', text }
  }
  if (next === '') return { field: 'next', text: t('unlock.passphrase.missing') }
  if (passphraseStrength(next).level === 'tooShort')
    return { field: 'next', text: t('unlock.passphrase.short', { least: LEAST_PASSPHRASE_LENGTH }) }
  return next === again ? null : { field: 'again', text: t('unlock.passphrase.mismatch') }
}

export interface WordsAndNewPassphraseProps {
  readonly typed: WordsTyped
  readonly onType: (typed: WordsTyped) => void
  readonly mistake: TypingMistake | null
  readonly isDisabled: boolean
}

export function WordsAndNewPassphrase({ typed, onType, mistake, isDisabled }: WordsAndNewPassphraseProps) {
  const t = useText()
  const field = (name: keyof WordsTyped) => ({
    value: typed[name],
    onChange: (text: string) => onType({ ...typed, [name]: text }),
    error: mistake?.field === name ? mistake.text : null,
    isDisabled,
  })
  return (
    <>
      <TextArea
        label={t('unlock.recovery.label')}
        description={t('unlock.recovery.help', {
          count: typedWords(typed.words).length,
          total: RECOVERY_WORD_COUNT,
        })}
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
    </>
  )
}
