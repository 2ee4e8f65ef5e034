/** Adds a place to the log: a town, a district or a region that the gazetteer lacks, or another name for a region. */
import { useEffect, useMemo, useState } from 'react'
import type { AppError } from '../../core/appError.ts'
import { OWN_PLACE_KINDS, type OwnPlaceKind } from '../../core/places/ownPlace.ts'
import { placesIn } from '../../core/places/suggestPlaces.ts'
import { daybook } from '../bridge.ts'
import { errorText } from '../errorText.ts'
import { countryOptions } from '../features/incidents/countries.ts'
import { needPlaces, placeLanguage, useGazetteer } from '../places.ts'
import { answerOfSave, isTroubleOfPlace } from '../saveTrouble.ts'
import { useLanguage } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'

export interface AddPlaceDialogProps {
  /** What is known of it already. */
  readonly name?: string
  readonly kind?: OwnPlaceKind
  readonly country?: string
  /** The region that was typed beside it. */
  readonly region?: string
  readonly onClose: () => void
}

const OWNER = 'places'

export function AddPlaceDialog({ onClose, ...given }: AddPlaceDialogProps) {
  const { t, language, locale } = useLanguage()
  const gazetteer = useGazetteer()
  const [name, setName] = useState(given.name ?? '')
  const [others, setOthers] = useState('')
  const [kind, setKind] = useState<OwnPlaceKind>(given.kind ?? 'town')
  const [country, setCountry] = useState(given.country || null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<AppError | null>(null)
  useEffect(() => void needPlaces(), [])
  const countries = useMemo(() => countryOptions(locale), [locale])
  const regions = useMemo(
    () =>
      gazetteer === null || country === null
        ? []
        : placesIn(gazetteer, country, 'admin1', placeLanguage(language))
            .filter(({ code }) => !code.startsWith('own:'))
            .map(({ code, name: label }) => ({ value: code, label, note: code })),
    [gazetteer, country, language],
  )
  // A district lies in the region that the form names, until somebody says otherwise.
  const [typedRegion] =
    gazetteer !== null && country !== null && kind !== 'admin1' && given.region
      ? gazetteer.findPlace(given.region, { country, levels: ['admin1'] })
      : []
  const region = chosen ?? typedRegion ?? null

  const add = async () => {
    if (name.trim() === '' || country === null) return setRefusal({ code: 'places/incomplete' })
    const otherNames = others.split(/[,،;]/u).flatMap((each) => {
      const value = each.trim()
      return value === '' ? [] : [{ value }]
    })
    const fields = {
      name: name.trim(),
      kind,
      country,
      otherNames,
      ...(region === null ? {} : kind === 'admin1' ? { sameAs: region } : { division: region }),
    }
    const reply = await answerOfSave(daybook().recordsSave({ kind: 'places', id: null, fields }), {
      owner: OWNER,
      what: t('places.add.what'),
      retry: null,
    })
    if (reply.ok || isTroubleOfPlace(reply.error)) return onClose()
    setRefusal(reply.error)
  }
  return (
    <Dialog
      title={t('places.add.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('shell.dialog.cancel')}</Button>
          <Button variant="primary" onPress={() => void add()}>
            {t('places.add.confirm')}
          </Button>
        </>
      }
    >
      <div className="dialog__form">
        <p>{t('places.add.body')}</p>
        <TextField autoFocus label={t('places.add.name')} value={name} onChange={setName} />
        <TextField
          label={t('places.add.otherNames')}
          description={t('places.add.otherNamesHint')}
          value={others}
          onChange={setOthers}
        />
        <SelectField
          label={t('places.add.kind')}
          options={OWN_PLACE_KINDS.map((each) => ({ value: each, label: t(`placeKind.${each}`) }))}
          value={kind}
          onChange={setKind}
        />
        <ComboField
          label={t('records.place.country')}
          options={countries}
          value={country}
          onChange={(code) => {
            setCountry(code)
            setChosen(null)
          }}
        />
        <ComboField
          label={t(kind === 'admin1' ? 'places.add.sameAs' : 'places.add.division')}
          options={regions}
          value={region}
          onChange={setChosen}
          isClearable
        />
        {refusal === null ? null : <Banner kind="error">{errorText(t, refusal)}</Banner>}
      </div>
    </Dialog>
  )
}
