/** One of a short closed list, or nothing where nothing need be said. */
import { useMemo } from 'react'
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import { codeWords } from '../../codeWords.ts'
import { useText } from '../../text.ts'
import type { Option } from '../../ui/OptionItem.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { text } from '../fieldCodec.ts'
import type { LeafSpec, YesNoSpec } from '../fieldSpec.ts'
import { type ControlProps, useFieldError, useFormDraft } from '../formScope.ts'
import { fieldLabel, fieldNote } from '../kindForms.ts'

type ChoiceSpec = Extract<LeafSpec, { control: 'choice' }>

/** Stands for "nothing said" in a list, whose lines need a name. */
const UNSAID = '-'

export function ChoiceField({ spec, words, path, value, onChange }: ControlProps<ChoiceSpec>) {
  const t = useText()
  const options = useMemo((): readonly Option[] => {
    const codes = spec.codes.map((code) => {
      const label = codeWords(t, spec.prefix, code)
      const note = `${spec.prefix}.${code}.note`
      return {
        value: String(code),
        label: spec.showsCode ? `${code} · ${label}` : label,
        note: isMessageKey(note) ? t(note) : undefined,
      }
    })
    return spec.first === undefined ? [{ value: UNSAID, label: t('forms.unsaid') }, ...codes] : codes
  }, [spec, t])
  return (
    <SelectField
      label={fieldLabel(t, words)}
      description={fieldNote(t, words, 'hint')}
      options={options}
      value={text(value) || UNSAID}
      onChange={(code) => onChange(code === UNSAID ? '' : code)}
      error={useFieldError(path)}
    />
  )
}

/** Yes, no, or not said; then the list says what holds. */
export function YesNoField({ spec, words, path, value, onChange }: ControlProps<YesNoSpec>) {
  const t = useText()
  const unsaid = spec.unsaid?.(useFormDraft())
  const options: readonly Option[] = [
    {
      value: UNSAID,
      label:
        unsaid === undefined
          ? t('forms.unsaid')
          : t('forms.byDefault', { answer: t(unsaid ? 'forms.yes' : 'forms.no') }),
    },
    { value: 'yes', label: t('forms.yes') },
    { value: 'no', label: t('forms.no') },
  ]
  return (
    <SelectField
      label={fieldLabel(t, words)}
      description={fieldNote(t, words, 'hint')}
      options={options}
      value={text(value) || UNSAID}
      onChange={(answer) => onChange(answer === UNSAID ? '' : answer)}
      error={useFieldError(path)}
    />
  )
}
