/** Who else may see the window: whoever takes a picture of the screen, and whoever walks past. */
import { useState } from 'react'
import { errorText } from '../../errorText.ts'
import { useAppInfo } from '../../store.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { saveSettings } from './saveSettings.ts'

const CHOICES = ['hiddenInBackground', 'hiddenFromCapture'] as const

export function SightFields() {
  const t = useText()
  const info = useAppInfo()
  const [error, setError] = useState<string | null>(null)
  if (!info) return null
  const choose = async (choice: (typeof CHOICES)[number], isOn: boolean) => {
    const reply = await saveSettings({ ...info.settings, [choice]: isOn })
    setError(reply.ok ? null : errorText(t, reply.error))
  }
  return (
    <section className="settings__section" aria-labelledby="settings-sight">
      <h2 id="settings-sight">{t('settings.sight.title')}</h2>
      {error === null ? null : <Banner kind="error">{error}</Banner>}
      {CHOICES.map((choice) => (
        <CheckboxField
          key={choice}
          isSelected={info.settings[choice]}
          onChange={(isOn) => void choose(choice, isOn)}
        >
          {t(`settings.sight.${choice}`)}
        </CheckboxField>
      ))}
      <p className="settings__lead">{t('settings.sight.hint')}</p>
    </section>
  )
}
