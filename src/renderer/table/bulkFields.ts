/** How the fields that can be changed in many records at once are chosen and worded: codes, choices, tags. Pure. */
import { BULK_FIELDS } from '../../core/bulkFields.ts'
import type { VocabularyName } from '../../core/vocabularyNames.ts'
import type { Translate } from '../../shared/i18n/format.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { codeWords } from '../codeWords.ts'
import type { FieldSpec } from '../forms/fieldSpec.ts'
import { fieldLabel, fieldsOf, wordsOf } from '../forms/kindForms.ts'
import type { Language } from '../text.ts'
import { visibleTurns } from '../visibleText.ts'
import type { TermLabel } from '../vocabularies.ts'

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

export function bulkFields(kind: EditableKind, t: Translate): readonly BulkField[] {
  const specs = fieldsOf(kind)
  return BULK_FIELDS[kind].flatMap((field): readonly BulkField[] => {
    const spec = specs[field]
    const found = spec === undefined ? null : valuesOf(spec)
    if (spec === undefined || found === null) return []
    return [{ field, label: fieldLabel(t, wordsOf(kind, field, spec)), ...found }]
  })
}

/** What stands in such a field, in the words of its form; null or an empty list is "nothing". */
export function bulkValueWords(
  { values }: BulkField,
  held: string | number | readonly string[] | null,
  { t, comma }: Pick<Language, 't' | 'comma'>,
  termLabel: TermLabel,
): string {
  const wordsOfOne = (each: string | number) => {
    if (values.from === 'codes') return visibleTurns(codeWords(t, values.prefix, each))
    return visibleTurns(values.from === 'typed' ? String(each) : termLabel(values.vocabulary, String(each)))
  }
  const list = held === null || held === '' ? [] : typeof held === 'object' ? held : [held]
  return list.length === 0 ? t('history.value.none') : list.map(wordsOfOne).join(comma)
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
