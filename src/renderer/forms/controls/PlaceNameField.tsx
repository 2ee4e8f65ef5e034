/**
 * Name of a town, district or region: kept as it is typed, while names of the chosen country are offered. A name that
 * no place of the country has can be added to the places of the log.
 */
import { useMemo, useState } from 'react'
import { placesIn, suggestPlaces } from '../../../core/places/suggestPlaces.ts'
import { needPlaces, placeLanguage, useGazetteer } from '../../places.ts'
import { useLanguage } from '../../text.ts'
import { SuggestField } from '../../ui/SuggestField.tsx'
import { AddPlaceDialog } from '../AddPlaceDialog.tsx'
import { text } from '../fieldCodec.ts'
import type { LeafSpec } from '../fieldSpec.ts'
import { type ControlProps, useFieldError } from '../formScope.ts'
import { fieldLabel } from '../kindForms.ts'

export function PlaceNameField(props: ControlProps<Extract<LeafSpec, { control: 'placeName' }>>) {
  const { spec, words, path, value, onChange, siblings } = props
  const { t, language } = useLanguage()
  const gazetteer = useGazetteer()
  const [adding, setAdding] = useState<string | null>(null)
  const country = text(siblings.country)
  const places = useMemo(
    () =>
      gazetteer === null || country === ''
        ? []
        : placesIn(gazetteer, country, spec.level, placeLanguage(language)),
    [gazetteer, country, spec.level, language],
  )
  const typed = text(value)
  const suggestions = useMemo(
    () =>
      gazetteer === null
        ? []
        : suggestPlaces(gazetteer, places, typed).map(({ code, name }) => ({ value: code, label: name })),
    [gazetteer, places, typed],
  )
  return (
    <>
      <SuggestField
        label={fieldLabel(t, words)}
        value={typed}
        onChange={onChange}
        suggestions={suggestions}
        onFocus={() => void needPlaces()}
        onAdd={gazetteer === null || country === '' ? undefined : setAdding}
        error={useFieldError(path)}
      />
      {adding === null ? null : (
        <AddPlaceDialog
          name={adding}
          kind={spec.level}
          country={country}
          region={text(siblings.admin1)}
          onClose={() => setAdding(null)}
        />
      )}
    </>
  )
}
