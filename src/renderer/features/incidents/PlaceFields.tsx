/** Where it happened, as roughly or exactly as it is known; the precision says which. */
import { useMemo } from 'react'
import { useLanguage } from '../../text.ts'
import { ComboField } from '../../ui/ComboField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { countryOptions } from './countries.ts'
import type { PlaceDraft } from './incidentDraft.ts'

const PRECISIONS = ['1', '2', '3', '4', '5', '6', '7'] as const

export interface PlaceFieldsProps {
  readonly place: PlaceDraft
  readonly onChange: (place: PlaceDraft) => void
  readonly errorAt: (path: string) => string | null
}

export function PlaceFields({ place, onChange, errorAt }: PlaceFieldsProps) {
  const { t, locale } = useLanguage()
  const countries = useMemo(() => countryOptions(locale), [locale])
  const precisions = PRECISIONS.map((value) => ({ value, label: `${value} · ${t(`precision.${value}`)}` }))
  const field = (name: 'text' | 'name' | 'admin1' | 'admin2' | 'lat' | 'lon') => ({
    label: t(`records.place.${name}`),
    value: place[name],
    onChange: (typed: string) => onChange({ ...place, [name]: typed }),
    error: errorAt(`where.${name}`),
  })
  return (
    <fieldset className="panel__group">
      <legend>{t('records.incident.where')}</legend>
      <TextField {...field('text')} description={t('records.place.text.hint')} />
      <div className="panel__pair">
        <TextField {...field('name')} />
        <TextField {...field('admin2')} />
        <TextField {...field('admin1')} />
        <ComboField
          label={t('records.place.country')}
          options={countries}
          value={place.country}
          onChange={(country) => onChange({ ...place, country })}
          isClearable
          error={errorAt('where.country')}
        />
        <TextField {...field('lat')} textDirection="ltr" error={errorAt('where.lat') ?? errorAt('where')} />
        <TextField {...field('lon')} textDirection="ltr" />
      </div>
      <SelectField
        label={t('records.place.precision')}
        options={precisions}
        value={PRECISIONS.find((each) => each === place.precision) ?? null}
        onChange={(precision) => onChange({ ...place, precision })}
        description={t('records.place.precision.hint')}
      />
    </fieldset>
  )
}
