/** Languages (BCP 47) and countries (ISO 3166-1), named by `Intl` in the language of the window. */
import { useMemo } from 'react'
import { countryOptions } from '../../features/incidents/countries.ts'
import { useLanguage } from '../../text.ts'
import { ComboField } from '../../ui/ComboField.tsx'
import { PickerList } from '../../ui/PickerList.tsx'
import { text, texts } from '../fieldCodec.ts'
import type { LeafSpec, ListSpec } from '../fieldSpec.ts'
import { type ControlProps, useFieldError } from '../formScope.ts'
import { fieldLabel, fieldNote } from '../kindForms.ts'
import { languageOptions } from '../languages.ts'

export function LanguageField(props: ControlProps<Extract<LeafSpec, { control: 'language' }>>) {
  const { words, path, value, onChange } = props
  const { t, locale } = useLanguage()
  const chosen = text(value)
  const options = useMemo(() => languageOptions(locale, chosen === '' ? [] : [chosen]), [locale, chosen])
  return (
    <ComboField
      label={fieldLabel(t, words)}
      description={fieldNote(t, words, 'hint')}
      options={options}
      value={chosen || null}
      onChange={(tag) => onChange(tag ?? '')}
      isClearable
      error={useFieldError(path)}
    />
  )
}

export function LanguagesField(props: ControlProps<Extract<ListSpec, { control: 'languages' }>>) {
  const { words, path, value, onChange } = props
  const { t, locale } = useLanguage()
  const tags = texts(value)
  const key = tags.join(' ')
  const options = useMemo(() => languageOptions(locale, key.split(' ').filter(Boolean)), [locale, key])
  return (
    <PickerList
      label={fieldLabel(t, words)}
      description={fieldNote(t, words, 'hint')}
      placeholder={t('forms.languages.placeholder')}
      options={options}
      values={tags}
      onAdd={(tag) => onChange([...tags, tag])}
      onRemove={(tag) => onChange(tags.filter((each) => each !== tag))}
      error={useFieldError(path)}
    />
  )
}

export function CountryField(props: ControlProps<Extract<LeafSpec, { control: 'country' }>>) {
  const { words, path, value, onChange } = props
  const { t, locale } = useLanguage()
  const options = useMemo(() => countryOptions(locale), [locale])
  return (
    <ComboField
      label={fieldLabel(t, words)}
      options={options}
      value={text(value) || null}
      onChange={(country) => onChange(country ?? '')}
      isClearable
      error={useFieldError(path)}
    />
  )
}
