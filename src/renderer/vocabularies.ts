/** The open vocabularies, as this log has them, as options of pickers and as labels in the current language. */
import { useMemo } from 'react'
import { type LocalTerm, mergeVocabulary } from '../core/terms.ts'
import { labelOf, type Vocabulary, type VocabularyLanguage } from '../core/vocabulary.ts'
import type { VocabularyName } from '../core/vocabularyNames.ts'
import type { UiLanguage } from '../shared/i18n/locale.ts'
import { catalogueOf } from '../shared/i18n/locale.ts'
import { SHIPPED_VOCABULARIES } from '../shared/shippedVocabularies.ts'
import { useRecords } from './store.ts'
import { useLanguage } from './text.ts'
import type { Option } from './ui/OptionItem.tsx'

type Terms = Readonly<Record<string, LocalTerm>>

/** The label of a code; the code itself where the vocabulary does not know it. */
export type TermLabel = (name: VocabularyName, code: string) => string

const mergedByTerms = new WeakMap<Terms, Map<VocabularyName, Vocabulary>>()

/** A vocabulary with the terms of the log; the same object for the same terms. */
export function vocabularyOf(name: VocabularyName, terms: Terms): Vocabulary {
  let merged = mergedByTerms.get(terms)
  if (!merged) {
    merged = new Map()
    mergedByTerms.set(terms, merged)
  }
  let vocabulary = merged.get(name)
  if (!vocabulary) {
    vocabulary = mergeVocabulary(SHIPPED_VOCABULARIES[name], name, terms)
    merged.set(name, vocabulary)
  }
  return vocabulary
}

/** The language of labels that goes with a language of the window. */
export const labelLanguage = (language: UiLanguage): VocabularyLanguage => catalogueOf(language)

/** Labels of codes in the current language; another function when a term of the log or the language changes. */
export function useTermLabel(): TermLabel {
  const { language } = useLanguage()
  const terms = useRecords('terms')
  return useMemo(
    () => (name, code) => labelOf(vocabularyOf(name, terms), code, labelLanguage(language)),
    [language, terms],
  )
}

/** Every term as an option, in the order of the list, with its code so that it can be found by it. */
export function useTermOptions(name: VocabularyName): readonly Option[] {
  const { language } = useLanguage()
  const terms = useRecords('terms')
  return useMemo(() => termOptions(name, terms, language), [name, terms, language])
}

/** The same outside a component. */
export function termOptions(name: VocabularyName, terms: Terms, language: UiLanguage): readonly Option[] {
  const vocabulary = vocabularyOf(name, terms)
  return vocabulary.terms.map((term) => ({
    value: term.code,
    label: labelOf(vocabulary, term.code, labelLanguage(language)),
    note: term.note,
  }))
}
