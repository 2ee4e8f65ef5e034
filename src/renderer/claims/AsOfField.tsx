/**
 * The day a claim or the board is shown as of. Typed like any date; a month or a year means its last day. The arrows
 * lead to the days on which something was assessed.
 */
import { useState } from 'react'
import { daySchema } from '../../core/claim.ts'
import { edtfSpan } from '../../core/edtfSpan.ts'
import { typedToEdtf } from '../../core/typedDate.ts'
import { dateWords } from '../dateWords.ts'
import { useLanguage } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { DayStep } from './claimAsOf.ts'
import './claims.css'

export interface AsOfFieldProps {
  /** YYYY-MM-DD; null for now. */
  readonly day: string | null
  readonly onChange: (day: string | null) => void
  /** The next day in a direction; null when there is none. */
  readonly step: (step: DayStep) => string | null
  readonly inputRef?: React.Ref<HTMLInputElement>
}

/** The last day of what was typed, YYYY-MM-DD; null when it cannot be read or has no end. */
export function typedToDay(typed: string): string | null {
  const edtf = typedToEdtf(typed.trim())
  const latest = edtf === null ? null : (edtfSpan(edtf)?.latest ?? null)
  return latest !== null && daySchema.safeParse(latest).success ? latest : null
}

export function AsOfField({ day, onChange, step, inputRef }: AsOfFieldProps) {
  const words = useLanguage()
  const { t } = words
  const [typed, setTyped] = useState(day ?? '')
  const isUnread = typed.trim() !== '' && typedToDay(typed) === null
  const type = (text: string) => {
    setTyped(text)
    if (text.trim() === '') onChange(null)
    const read = typedToDay(text)
    if (read !== null) onChange(read)
  }
  const go = (direction: DayStep) => {
    const next = step(direction)
    if (next === null) return announce(t(`claims.asOf.none.${direction}`))
    setTyped(next)
    onChange(next)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    go(event.key === 'ArrowUp' ? 'later' : 'earlier')
  }
  return (
    <fieldset className="as-of" onKeyDown={onKeyDown} aria-label={t('claims.asOf.label')}>
      <TextField
        label={t('claims.asOf.label')}
        placeholder={t('claims.asOf.now')}
        value={typed}
        onChange={type}
        {...(inputRef === undefined ? {} : { inputRef })}
        error={isUnread ? t('claims.asOf.unread') : null}
        description={day === null || isUnread ? undefined : dateWords(day, words)}
      />
      <span className="as-of__steps">
        <Button
          size="small"
          icon="back"
          aria-label={t('claims.asOf.earlier')}
          onPress={() => go('earlier')}
        />
        <Button size="small" icon="next" aria-label={t('claims.asOf.later')} onPress={() => go('later')} />
        <Button size="small" isDisabled={day === null} onPress={() => type('')}>
          {t('claims.asOf.backToNow')}
        </Button>
      </span>
    </fieldset>
  )
}
