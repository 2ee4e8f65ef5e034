/** The fields of a kind that can be changed in many records at once: codes, choices, tags. Pure. */
import type { VocabularyName } from '../../core/vocabularyNames.ts'
import type { Translate } from '../../shared/i18n/format.ts'
import { type EditableKind, LOCKED_FIELDS } from '../../shared/ipc/views.ts'
import type { FieldSpec } from '../forms/fieldSpec.ts'
import { fieldLabel, fieldsOf, wordsOf } from '../forms/kindForms.ts'

export interface BulkField {
  readonly field: string
  readonly label: string
  /** Does it hold several values? Then one is put in or taken out. */
  readonly isList: boolean
  readonly values:
    | { readonly from: 'codes'; readonly codes: readonly (string | number)[]; readonly prefix: string }
    | { readonly from: 'vocabulary'; readonly vocabulary: VocabularyName }
    | { readonly from: 'typed' }
  /** May it be left unsaid? */
  readonly isClearable: boolean
}

/** Of a claim these move only by an assessment, which asks for its reason. */
const GRADES: ReadonlySet<string> = new Set(['status', 'credibility', 'standardMet'])
/** Asked for most, so first. */
const FIRST = ['status', 'confidentiality', 'tags']

export function bulkFields(kind: EditableKind, t: Translate): readonly BulkField[] {
  const locked = LOCKED_FIELDS[kind] ?? []
  const fields = Object.entries(fieldsOf(kind)).flatMap(([field, spec]): readonly BulkField[] => {
    if (locked.includes(field) || (kind === 'claims' && GRADES.has(field))) return []
    const found = valuesOf(spec)
    return found === null ? [] : [{ field, label: fieldLabel(t, wordsOf(kind, field, spec)), ...found }]
  })
  const rank = ({ field }: BulkField) => (FIRST.includes(field) ? FIRST.indexOf(field) : FIRST.length)
  return fields.toSorted((a, b) => rank(a) - rank(b))
}

function valuesOf(spec: FieldSpec): Omit<BulkField, 'field' | 'label'> | null {
  switch (spec.control) {
    case 'choice':
      return {
        isList: false,
        values: { from: 'codes', codes: spec.codes, prefix: spec.prefix },
        isClearable: spec.first === undefined,
      }
    case 'choices':
      return {
        isList: true,
        values: { from: 'codes', codes: spec.codes, prefix: spec.prefix },
        isClearable: false,
      }
    case 'code':
      return { isList: false, values: { from: 'vocabulary', vocabulary: spec.vocabulary }, isClearable: true }
    case 'codes':
      return { isList: true, values: { from: 'vocabulary', vocabulary: spec.vocabulary }, isClearable: false }
    case 'tags':
      return { isList: true, values: { from: 'typed' }, isClearable: false }
    default:
      return null
  }
}
