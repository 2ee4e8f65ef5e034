/** Codes of an open vocabulary: one, or several as chips. */
import { useMemo } from 'react'
import type { VocabularyName } from '../../../core/vocabularyNames.ts'
import { useLanguage } from '../../text.ts'
import { ComboField } from '../../ui/ComboField.tsx'
import type { Option } from '../../ui/OptionItem.tsx'
import { PickerList } from '../../ui/PickerList.tsx'
import { termOptions, vocabulary } from '../../vocabularies.ts'
import { text, texts } from '../fieldCodec.ts'
import type { LeafSpec, ListSpec } from '../fieldSpec.ts'
import { type ControlProps, useFieldError } from '../formScope.ts'
import { fieldLabel, fieldNote } from '../kindForms.ts'

function useTermOptions(name: VocabularyName): readonly Option[] {
  const { language } = useLanguage()
  return useMemo(() => termOptions(vocabulary(name), language), [name, language])
}

export function CodeField(props: ControlProps<Extract<LeafSpec, { control: 'code' }>>) {
  const { spec, words, path, value, onChange } = props
  const { t } = useLanguage()
  return (
    <ComboField
      label={fieldLabel(t, words)}
      description={fieldNote(t, words, 'hint')}
      placeholder={t('forms.code.placeholder')}
      options={useTermOptions(spec.vocabulary)}
      value={text(value) || null}
      onChange={(code) => onChange(code ?? '')}
      isClearable
      error={useFieldError(path)}
    />
  )
}

export function CodesField(props: ControlProps<Extract<ListSpec, { control: 'codes' }>>) {
  const { spec, words, path, value, onChange } = props
  const { t } = useLanguage()
  const codes = texts(value)
  return (
    <PickerList
      label={fieldLabel(t, words)}
      description={fieldNote(t, words, 'hint')}
      placeholder={t('forms.codes.placeholder')}
      options={useTermOptions(spec.vocabulary)}
      values={codes}
      onAdd={(code) => onChange([...codes, code])}
      onRemove={(code) => onChange(codes.filter((each) => each !== code))}
      error={useFieldError(path)}
    />
  )
}
