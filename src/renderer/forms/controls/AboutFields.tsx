/** What exactly of a linked record a claim is about: an act of an incident, a field, the code the claim gives the field. */
import { useMemo } from 'react'
import { codeSchema } from '../../../core/recordBase.ts'
import type { Kind } from '../../../core/records.ts'
import { EDITABLE_KINDS, type EditableKind, type LogView } from '../../../shared/ipc/views.ts'
import { codeWords } from '../../codeWords.ts'
import { useLogView, useRecords } from '../../store.ts'
import { type Language, useLanguage } from '../../text.ts'
import { ComboField } from '../../ui/ComboField.tsx'
import type { Option } from '../../ui/OptionItem.tsx'
import { termOptions, useTermLabel } from '../../vocabularies.ts'
import { text } from '../fieldCodec.ts'
import { isNote } from '../fieldOrder.ts'
import type { FieldSpec, LeafSpec } from '../fieldSpec.ts'
import { ABOUT_KINDS, SHARED_FIELDS } from '../fields/sharedFields.ts'
import { type ControlProps, useFieldError } from '../formScope.ts'
import { fieldLabel, fieldNote, fieldsOf, wordsInside, wordsOf } from '../kindForms.ts'
import { recordAmong } from '../recordSearch.ts'

type SpecOfControl<C extends LeafSpec['control']> = Extract<LeafSpec, { control: C }>

/** The kind of the record that a sibling links to; null while it links to none that is edited here. */
function useLinkedKind(id: string): EditableKind | null {
  const view = useLogView()
  const kind: Kind | undefined = recordAmong(view, ABOUT_KINDS, id)?.kind
  return EDITABLE_KINDS.find((each) => each === kind) ?? null
}

export function ActKeyField(props: ControlProps<SpecOfControl<'act'>>) {
  const { spec, siblings, ...rest } = props
  const { t } = useLanguage()
  const termLabel = useTermLabel()
  const incident = useRecords('incidents')[text(siblings[spec.of])]
  const persons = useRecords('persons')
  const options = useMemo(
    (): readonly Option[] =>
      (incident?.acts ?? []).flatMap(({ key, act, victim }) =>
        key === undefined
          ? []
          : [
              {
                value: key,
                label: termLabel('violation-types', act),
                note: victim === undefined ? t('forms.act.noVictim') : (persons[victim]?.codeName ?? victim),
              },
            ],
      ),
    [incident, persons, termLabel, t],
  )
  // Only acts with a name of their own can be pointed at.
  if (options.length === 0 && text(rest.value) === '') return null
  return <PartField {...rest} options={options} />
}

export function FieldNameField(props: ControlProps<SpecOfControl<'fieldName'>>) {
  const { spec, siblings, ...rest } = props
  const { t, colon } = useLanguage()
  const kind = useLinkedKind(text(siblings[spec.of]))
  const options = useMemo(() => fieldOptions(kind, (words) => fieldLabel(t, words), colon), [kind, t, colon])
  return <PartField {...rest} options={options} />
}

export function FieldValueField(props: ControlProps<SpecOfControl<'fieldValue'>>) {
  const { spec, siblings, ...rest } = props
  const language = useLanguage()
  const kind = useLinkedKind(text(siblings[spec.of]))
  const field = text(siblings[spec.field])
  const terms = useRecords('terms')
  const options = useMemo(() => {
    const named = kind === null ? undefined : specAt(fieldsOf(kind), field.split('.'))
    return named === undefined ? [] : codesOf(named, terms, language)
  }, [kind, field, terms, language])
  // Only a field of codes can be given another one.
  if (options.length === 0 && text(rest.value) === '') return null
  return <PartField {...rest} options={options} />
}

interface PartFieldProps extends Omit<ControlProps<never>, 'spec' | 'siblings'> {
  readonly options: readonly Option[]
}

/** One of what the linked record has; there is nothing to choose before one is linked. */
function PartField({ words, path, value, onChange, options }: PartFieldProps) {
  const { t } = useLanguage()
  return (
    <ComboField
      label={fieldLabel(t, words)}
      description={fieldNote(t, words, 'hint')}
      options={options}
      value={text(value) || null}
      onChange={(chosen) => onChange(chosen ?? '')}
      isClearable
      isDisabled={options.length === 0 && text(value) === ''}
      error={useFieldError(path)}
    />
  )
}

/** Fields that say nothing about the world. */
const OWN_FIELDS: ReadonlySet<string> = new Set(Object.keys(SHARED_FIELDS))

/** Every field of a kind by its dotted path, named as its form names it; those of codes first, since labels are disputed most. */
function fieldOptions(
  kind: EditableKind | null,
  label: (words: string) => string,
  colon: string,
): readonly Option[] {
  if (kind === null) return []
  const specs = fieldsOf(kind)
  const found = Object.entries(specs).flatMap(([field, spec]) => {
    if (isNote(field, specs) || OWN_FIELDS.has(field)) return []
    const words = wordsOf(kind, field, spec)
    const inside = spec.control === 'group' ? Object.entries<FieldSpec>({ ...spec.fields }) : []
    return [
      { value: field, label: label(words), isCoded: isCoded(spec) },
      ...inside.map(([inner, innerSpec]) => ({
        value: `${field}.${inner}`,
        label: label(words) + colon + label(wordsInside(words, inner, innerSpec)),
        isCoded: isCoded(innerSpec),
      })),
    ]
  })
  const coded = found.filter((each) => each.isCoded)
  return [...coded, ...found.filter((each) => !each.isCoded)].map(({ value, label: name }) => ({
    value,
    label: name,
  }))
}

const isCoded = ({ control }: FieldSpec): boolean => control === 'code' || control === 'codes'

function specAt(specs: Readonly<Record<string, FieldSpec>>, path: readonly string[]): FieldSpec | undefined {
  const [first, ...rest] = path
  const spec = first === undefined ? undefined : specs[first]
  if (spec === undefined || rest.length === 0) return spec
  return spec.control === 'group'
    ? specAt(spec.fields as Readonly<Record<string, FieldSpec>>, rest)
    : undefined
}

/** The codes a field may have, in words; none for a field that is no code. */
function codesOf(spec: FieldSpec, terms: LogView['terms'], { t, language }: Language): readonly Option[] {
  if (spec.control === 'code' || spec.control === 'codes')
    return termOptions(spec.vocabulary, terms, language)
  if (spec.control !== 'choice' && spec.control !== 'choices') return []
  // Letters and figures of a scale are no codes of a vocabulary.
  return spec.codes
    .filter((code) => codeSchema.safeParse(code).success)
    .map((code) => ({ value: String(code), label: codeWords(t, spec.prefix, code) }))
}
