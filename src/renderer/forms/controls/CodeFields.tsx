/** Codes of an open vocabulary: one, or several as chips. A word that no term has can be added as a term of the log. */
import { useState } from 'react'
import { useText } from '../../text.ts'
import { ComboField } from '../../ui/ComboField.tsx'
import { PickerList } from '../../ui/PickerList.tsx'
import { useTermOptions } from '../../vocabularies.ts'
import { AddTermDialog } from '../AddTermDialog.tsx'
import { text, texts } from '../fieldCodec.ts'
import type { LeafSpec, ListSpec } from '../fieldSpec.ts'
import { type ControlProps, useFieldError } from '../formScope.ts'
import { fieldLabel, fieldNote } from '../kindForms.ts'

export function CodeField(props: ControlProps<Extract<LeafSpec, { control: 'code' }>>) {
  const { spec, words, path, value, onChange } = props
  const t = useText()
  const [adding, setAdding] = useState<string | null>(null)
  return (
    <>
      <ComboField
        label={fieldLabel(t, words)}
        description={fieldNote(t, words, 'hint')}
        placeholder={t('forms.code.placeholder')}
        options={useTermOptions(spec.vocabulary)}
        value={text(value) || null}
        onChange={(code) => onChange(code ?? '')}
        onAdd={setAdding}
        isClearable
        error={useFieldError(path)}
      />
      {adding === null ? null : (
        <AddTermDialog
          vocabulary={spec.vocabulary}
          label={adding}
          onAdded={onChange}
          onClose={() => setAdding(null)}
        />
      )}
    </>
  )
}

export function CodesField(props: ControlProps<Extract<ListSpec, { control: 'codes' }>>) {
  const { spec, words, path, value, onChange } = props
  const t = useText()
  const [adding, setAdding] = useState<string | null>(null)
  const codes = texts(value)
  return (
    <>
      <PickerList
        label={fieldLabel(t, words)}
        description={fieldNote(t, words, 'hint')}
        placeholder={t('forms.codes.placeholder')}
        options={useTermOptions(spec.vocabulary)}
        values={codes}
        onAdd={(code) => onChange([...codes, code])}
        onRemove={(code) => onChange(codes.filter((each) => each !== code))}
        onAddNew={setAdding}
        error={useFieldError(path)}
      />
      {adding === null ? null : (
        <AddTermDialog
          vocabulary={spec.vocabulary}
          label={adding}
          onAdded={(code) => onChange([...codes, code])}
          onClose={() => setAdding(null)}
        />
      )}
    </>
  )
}
