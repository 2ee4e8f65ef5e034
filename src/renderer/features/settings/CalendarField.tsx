/** The calendar that dates are shown in beside the Gregorian one. */
import { useState } from 'react'
import { OTHER_CALENDARS, type OtherCalendar } from '../../../shared/i18n/otherCalendar.ts'
import { errorText } from '../../errorText.ts'
import { useAppInfo } from '../../store.ts'
import { useText } from '../../text.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { saveSettings } from './saveSettings.ts'

const NONE = 'none'
const CHOICES = [NONE, ...OTHER_CALENDARS] as const

export function CalendarField() {
  const t = useText()
  const info = useAppInfo()
  const [error, setError] = useState<string | null>(null)
  if (!info) return null
  const choose = async (choice: OtherCalendar | typeof NONE) => {
    const otherCalendar = choice === NONE ? null : choice
    const reply = await saveSettings({ ...info.settings, otherCalendar })
    setError(reply.ok ? null : errorText(t, reply.error))
  }
  return (
    <SelectField
      label={t('settings.calendar.label')}
      description={t('settings.calendar.help')}
      error={error}
      options={CHOICES.map((value) => ({ value, label: t(`settings.calendar.${value}`) }))}
      value={info.settings.otherCalendar ?? NONE}
      onChange={(choice) => void choose(choice)}
    />
  )
}
