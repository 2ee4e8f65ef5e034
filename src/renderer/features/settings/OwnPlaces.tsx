/** Places of the open log: what the gazetteer lacks, and other names for what it has. */
import { useState } from 'react'
import { AddPlaceDialog } from '../../forms/AddPlaceDialog.tsx'
import { countryName } from '../../placeWords.ts'
import { deleteRecords } from '../../records/deleteRecords.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'

export function OwnPlaces() {
  const { t, locale, comma } = useLanguage()
  const [isAdding, setIsAdding] = useState(false)
  const collator = new Intl.Collator(locale)
  const places = Object.values(useRecords('places')).sort((a, b) => collator.compare(a.name, b.name))
  return (
    <section className="settings__section" aria-labelledby="settings-places">
      <h2 id="settings-places">{t('places.title')}</h2>
      <p className="settings__lead">{t('places.lead')}</p>
      {places.length === 0 ? (
        <p>{t('places.none')}</p>
      ) : (
        <ul className="settings__places">
          {places.map(({ id, name, kind, country, otherNames }) => (
            <li key={id} className="settings__place">
              <span>
                <bdi>{[name, ...otherNames.map(({ value }) => value)].join(comma)}</bdi>
                <span className="settings__lead">
                  {` — ${[t(`placeKind.${kind}`), countryName(country, locale)].join(comma)}`}
                </span>
              </span>
              <Button
                variant="quiet"
                icon="close"
                aria-label={t('places.remove', { name })}
                onPress={() => void deleteRecords('places', [{ id, title: name }], t)}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button onPress={() => setIsAdding(true)}>{t('places.add.title')}</Button>
      </div>
      {isAdding ? <AddPlaceDialog onClose={() => setIsAdding(false)} /> : null}
    </section>
  )
}
