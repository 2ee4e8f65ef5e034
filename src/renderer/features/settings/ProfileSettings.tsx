/** The way to the profiles of briefs. */
import { goToProfile } from '../../navigation.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'

export function ProfileSettings() {
  const t = useText()
  const count = Object.keys(useRecords('profiles')).length
  return (
    <section className="settings__section" aria-labelledby="settings-profiles">
      <h2 id="settings-profiles">{t('profiles.title')}</h2>
      <p className="settings__lead">{t('profiles.section.count', { count })}</p>
      <div className="toolbar">
        <Button onPress={() => goToProfile({ shipped: 'public' })}>{t('profiles.section.open')}</Button>
      </div>
    </section>
  )
}
