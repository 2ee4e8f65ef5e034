/** The control of one field, by what its registry says. */
import { DateField } from '../records/DateField.tsx'
import { useText } from '../text.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ActKeyField, FieldNameField, FieldValueField } from './controls/AboutFields.tsx'
import { ChoiceField, YesNoField } from './controls/ChoiceField.tsx'
import { ChoicesField } from './controls/ChoicesField.tsx'
import { ClaimWording } from './controls/ClaimWording.tsx'
import { CodeField, CodesField } from './controls/CodeFields.tsx'
import { ConsentsField } from './controls/ConsentsField.tsx'
import { GroupField } from './controls/GroupField.tsx'
import { CountryField, LanguageField, LanguagesField } from './controls/LanguageFields.tsx'
import { LinkField, LinksField } from './controls/LinkFields.tsx'
import { PlaceNameField } from './controls/PlaceNameField.tsx'
import { RowsField } from './controls/RowsField.tsx'
import { text } from './fieldCodec.ts'
import type { FieldSpec } from './fieldSpec.ts'
import { type ControlProps, useFieldError } from './formScope.ts'
import { fieldLabel, fieldNote } from './kindForms.ts'

export function FieldControl({ spec, ...props }: ControlProps<FieldSpec>) {
  switch (spec.control) {
    case 'choice':
      return <ChoiceField spec={spec} {...props} />
    case 'yesNo':
      return <YesNoField spec={spec} {...props} />
    case 'choices':
      return <ChoicesField spec={spec} {...props} />
    case 'code':
      return <CodeField spec={spec} {...props} />
    case 'codes':
      return <CodesField spec={spec} {...props} />
    case 'country':
      return <CountryField spec={spec} {...props} />
    case 'placeName':
      return <PlaceNameField spec={spec} {...props} />
    case 'language':
      return <LanguageField spec={spec} {...props} />
    case 'languages':
      return <LanguagesField spec={spec} {...props} />
    case 'link':
      return <LinkField spec={spec} {...props} />
    case 'links':
      return <LinksField spec={spec} {...props} />
    case 'act':
      return <ActKeyField spec={spec} {...props} />
    case 'fieldValue':
      return <FieldValueField spec={spec} {...props} />
    case 'fieldName':
      return <FieldNameField spec={spec} {...props} />
    case 'group':
      return <GroupField spec={spec} {...props} />
    case 'rows':
      return <RowsField spec={spec} {...props} />
    case 'consents':
      return <ConsentsField spec={spec} {...props} />
    default:
      return <TypedField spec={spec} {...props} />
  }
}

type TypedSpec = Extract<FieldSpec, { control: 'line' | 'text' | 'date' | 'number' | 'tags' }>

/** What is typed as it is: a line, lines, a date, a number, words with commas. */
function TypedField({ spec, words, path, value, onChange }: ControlProps<TypedSpec>) {
  const t = useText()
  const shared = {
    label: fieldLabel(t, words),
    value: text(value),
    onChange,
    error: useFieldError(path),
  }
  const more = {
    description: fieldNote(t, words, 'hint'),
    ...placeholderOf(fieldNote(t, words, 'placeholder')),
  }
  if (spec.control === 'date') return <DateField {...shared} />
  if (spec.control === 'text') {
    const area = <TextArea {...shared} {...more} rows={spec.rows ?? 4} />
    if (spec.checksWording !== true) return area
    return (
      <>
        {area}
        <ClaimWording sentence={text(value)} />
      </>
    )
  }
  const isPlain = spec.control === 'number' || (spec.control === 'line' && spec.isCode === true)
  return <TextField {...shared} {...more} textDirection={isPlain ? 'ltr' : 'auto'} />
}

const placeholderOf = (placeholder: string | undefined) => (placeholder === undefined ? {} : { placeholder })
