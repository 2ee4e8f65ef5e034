/** A date as somebody types it, and how Daybook understood it. */
import { parseEdtf } from '../../core/edtf.ts'
import { typedToEdtf } from '../../core/typedDate.ts'
import { dateWords } from '../dateWords.ts'
import { useLanguage } from '../text.ts'
import { TextField } from '../ui/TextField.tsx'

export interface DateFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly error: string | null
}

export function DateField({ label, value, onChange, error }: DateFieldProps) {
  const language = useLanguage()
  const { t } = language
  const typed = value.trim()
  const edtf = typedToEdtf(typed)
  // An exact moment (an imported access time) stays as it is.
  const isMoment = parseEdtf(typed) === null && /^\d{4}-\d{2}-\d{2}T/.test(typed)
  const words = edtf === null ? null : dateWords(edtf, language)
  const hint =
    typed === '' || isMoment
      ? t('records.date.hint')
      : words === null
        ? t('records.date.unread')
        : t('records.date.understood', { date: words })
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      description={error === null ? hint : undefined}
      error={error}
    />
  )
}
