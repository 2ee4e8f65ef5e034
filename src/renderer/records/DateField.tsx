/** A date as somebody types it, and how Daybook understood it, or why it did not. */
import { isEdtf } from '../../core/edtf.ts'
import { readTypedDate } from '../../core/typedDate.ts'
import { dateWords } from '../dateWords.ts'
import { type Language, useLanguage } from '../text.ts'
import { TextField } from '../ui/TextField.tsx'

export interface DateFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly error: string | null
}

export function DateField({ label, value, onChange, error }: DateFieldProps) {
  const language = useLanguage()
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      description={error === null ? understanding(value.trim(), language) : undefined}
      error={error}
    />
  )
}

/** What stands under the field while somebody types. */
export function understanding(typed: string, language: Language): string {
  const { t } = language
  // An exact moment (an imported access time) stays as it is.
  const isMoment = /^\d{4}-\d{2}-\d{2}T/.test(typed) && !isEdtf(typed)
  if (typed === '' || isMoment) return t('dates.hint')
  const read = readTypedDate(typed)
  // "2017-21": four years to most people, a spring in EDTF, and stored as such.
  if (!read.ok && isEdtf(typed)) return t('dates.asEdtf', { date: dateWords(typed, language) })
  if (!read.ok) return t(`dates.refused.${read.error}`)
  const date = dateWords(read.value.edtf, language)
  return t(read.value.isVague ? 'dates.vague' : 'dates.understood', { date })
}
