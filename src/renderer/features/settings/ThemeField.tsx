/** Light, dark, or as the system. */
import { useState } from 'react'
import { THEMES, type Theme } from '../../../shared/themes.ts'
import { errorText } from '../../errorText.ts'
import { useAppInfo } from '../../store.ts'
import { useText } from '../../text.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { saveSettings } from './saveSettings.ts'

export function ThemeField() {
  const t = useText()
  const info = useAppInfo()
  const [error, setError] = useState<string | null>(null)
  if (!info) return null
  const choose = async (theme: Theme) => {
    const reply = await saveSettings({ ...info.settings, theme })
    setError(reply.ok ? null : errorText(t, reply.error))
  }
  return (
    <SelectField
      label={t('settings.theme.label')}
      error={error}
      options={THEMES.map((theme) => ({ value: theme, label: t(`settings.theme.${theme}`) }))}
      value={info.settings.theme}
      onChange={(theme) => void choose(theme)}
    />
  )
}
