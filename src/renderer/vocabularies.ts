/** The open vocabularies, as options of pickers and as labels in the current language; with the log's own words. */
import { useMemo } from 'react'
import { mergeVocabulary } from '../core/terms.ts'
import { labelOf, type Vocabulary } from '../core/vocabulary.ts'
import type { VocabularyName } from '../core/vocabularyNames.ts'
import type { UiLanguage } from '../shared/i18n/locale.ts'
import { catalogueOf } from '../shared/i18n/locale.ts'
import { SHIPPED_VOCABULARIES } from '../shared/shippedVocabularies.ts'
import { useRecords } from './store.ts'
import type { Option } from './ui/OptionItem.tsx'

export const VIOLATION_TYPES: Vocabulary = SHIPPED_VOCABULARIES['violation-types']

/** A vocabulary as the open log has it: its own terms and labels over the shipped ones. The same until those change. */
export function useVocabulary(name: VocabularyName): Vocabulary {
  const terms = useRecords('terms')
  return useMemo(() => mergeVocabulary(SHIPPED_VOCABULARIES[name], name, terms), [name, terms])
}

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
