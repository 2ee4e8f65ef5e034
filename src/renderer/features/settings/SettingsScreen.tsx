/** Settings: language, theme, profiles, places, keys that sign and seal, what opens the log, and what Daybook cannot do for the user. */
import { useNavigation } from '../../navigation.ts'
import { useAppInfo } from '../../store.ts'
import { useText } from '../../text.ts'
import { KeyringSection } from '../keyring/KeyringSection.tsx'
import { KeysSection } from '../keys/KeysSection.tsx'
import { ProfilesPage } from '../profiles/ProfilesPage.tsx'
import { CalendarField } from './CalendarField.tsx'
import { LanguageField } from './LanguageField.tsx'
import { OptInFields } from './OptInFields.tsx'
import { OwnPlaces } from './OwnPlaces.tsx'
import { ProfileSettings } from './ProfileSettings.tsx'
import { ProtectionLimits } from './ProtectionLimits.tsx'
import { SightFields } from './SightFields.tsx'
import { ThemeField } from './ThemeField.tsx'
import './settings.css'

export function SettingsScreen() {
  const { page } = useNavigation()
  return page === null ? <AllSettings /> : <ProfilesPage chosen={page.chosen} />
}

function AllSettings() {
  const t = useText()
  const info = useAppInfo()
  return (
    <section className="settings" aria-labelledby="settings-title">
      <h1 id="settings-title">{t('settings.title')}</h1>
      <section className="settings__section" aria-labelledby="settings-appearance">
        <h2 id="settings-appearance">{t('settings.section.appearance')}</h2>
        <div className="settings__fields">
          <LanguageField description={t('settings.language.help')} />
          <ThemeField />
          <CalendarField />
        </div>
      </section>
      <SightFields />
      <ProfileSettings />
      <OptInFields />
      <OwnPlaces />
      <KeyringSection />
      <KeysSection />
      <section className="settings__section" aria-labelledby="settings-limits">
        <h2 id="settings-limits">{t('settings.limits.title')}</h2>
        <p className="settings__lead">{t('settings.limits.lead')}</p>
        <ProtectionLimits />
      </section>
      <section className="settings__section" aria-labelledby="settings-about">
        <h2 id="settings-about">{t('settings.about.title')}</h2>
        <p>{t('settings.about.version', { version: info?.version ?? '' })}</p>
        <p className="settings__lead">{t('settings.about.offline')}</p>
      </section>
    </section>
  )
}
