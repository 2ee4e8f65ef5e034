/** The language of the window. Languages are named in themselves, so that everybody finds their own. */
import { useState } from 'react'
import { resolveLanguage, UI_LANGUAGES, type UiLanguage } from '../../../shared/i18n/locale.ts'
import { errorText } from '../../errorText.ts'
import { useAppInfo } from '../../store.ts'
import { useText } from '../../text.ts'
import type { Option } from '../../ui/OptionItem.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { saveSettings } from './saveSettings.ts'

const SYSTEM = 'system'
type Choice = UiLanguage | typeof SYSTEM
const OWN_NAMES: Readonly<Record<Exclude<UiLanguage, 'en-XB'>, string>> = {
  en: 'English',
  ru: 'Русский',
  ar: 'العربية',
  es: 'Español',
  fr: 'Français',
}

export function LanguageField({ description }: { readonly description?: string }) {
  const t = useText()
  const info = useAppInfo()
  const [error, setError] = useState<string | null>(null)
  if (!info) return null
  const { settings, systemLanguage } = info
  const nameOf = (language: UiLanguage) =>
    language === 'en-XB' ? t('settings.language.pseudo') : OWN_NAMES[language]
  const systemName = nameOf(resolveLanguage(null, systemLanguage))
  // The test language is offered where the program is being built, and where it is already on.
  const offered = UI_LANGUAGES.filter(
    (language) => language !== 'en-XB' || import.meta.env.DEV || settings.language === 'en-XB',
  )
  const options: readonly Option<Choice>[] = [
    { value: SYSTEM, label: t('settings.language.system', { language: systemName }) },
    ...offered.map((language) => ({ value: language, label: nameOf(language) })),
  ]
  const choose = async (choice: Choice) => {
    const reply = await saveSettings({ ...settings, language: choice === SYSTEM ? null : choice })
    setError(reply.ok ? null : errorText(t, reply.error))
  }
  return (
    <SelectField
      label={t('settings.language.label')}
      description={description}
      error={error}
      options={options}
      value={settings.language ?? SYSTEM}
      onChange={(choice) => void choose(choice)}
    />
  )
}
