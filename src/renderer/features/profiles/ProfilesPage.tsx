/** The profiles of briefs: a list, and one of them to read, copy or change. Stands in the place of the settings. */

import { useEffect } from 'react'
import { type ChosenProfile, goToProfile, goToSettings } from '../../navigation.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { OwnProfileForm } from './OwnProfileForm.tsx'
import { ProfileList } from './ProfileList.tsx'
import { ShippedProfile } from './ShippedProfile.tsx'
import './profiles.css'

export function ProfilesPage({ chosen }: { readonly chosen: ChosenProfile }) {
  const t = useText()
  return (
    <section className="profiles" aria-labelledby="profiles-title">
      <header className="settings-page__head">
        <Button variant="quiet" size="small" icon="back" onPress={goToSettings}>
          {t('profiles.back')}
        </Button>
        <h1 id="profiles-title">{t('profiles.title')}</h1>
        <p>{t('profiles.lead')}</p>
      </header>
      <ProfileList chosen={chosen} />
      <div className="profiles__one">
        {'shipped' in chosen ? (
          <ShippedProfile key={chosen.shipped} name={chosen.shipped} />
        ) : (
          <Own id={chosen.own} />
        )}
      </div>
    </section>
  )
}

function Own({ id }: { readonly id: string }) {
  const t = useText()
  const own = useRecords('profiles')[id]
  const isGone = own === undefined
  // One that was deleted leaves its place to the most careful one.
  useEffect(() => {
    if (isGone) goToProfile({ shipped: 'public' })
  }, [isGone])
  if (isGone) return <EmptyState title={t('profiles.gone')}>{''}</EmptyState>
  return <OwnProfileForm key={id} own={own} />
}
