/** The open vocabularies that ship with Daybook, as options of pickers and as labels, in the current language. */

import itemTypesJson from '../../resources/vocabularies/item-types.json' with { type: 'json' }
import violationTypesJson from '../../resources/vocabularies/violation-types.json' with { type: 'json' }
import { labelOf, parseVocabulary, type Vocabulary } from '../core/vocabulary.ts'
import type { UiLanguage } from '../shared/i18n/locale.ts'
import { catalogueOf } from '../shared/i18n/locale.ts'
import type { Option } from './ui/OptionItem.tsx'

export const VIOLATION_TYPES: Vocabulary = parseVocabulary(violationTypesJson)
export const ITEM_TYPES: Vocabulary = parseVocabulary(itemTypesJson)

/** The label of one code; the code itself where the vocabulary does not know it. */
export function termLabel(vocabulary: Vocabulary, code: string, language: UiLanguage): string {
  return labelOf(vocabulary, code, catalogueOf(language))
}

/** Every term as an option, in the order of the list, with its code so that it can be found by it. */
export function termOptions(vocabulary: Vocabulary, language: UiLanguage): readonly Option[] {
  return vocabulary.terms.map((term) => ({
    value: term.code,
    label: termLabel(vocabulary, term.code, language),
    note: term.note,
  }))
}
