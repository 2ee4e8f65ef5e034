/** What can be chosen for a field, as options; and a chosen option as the value that the record holds. Pure. */
import type { LocalTerm } from '../../core/terms.ts'
import type { Translate } from '../../shared/i18n/format.ts'
import type { UiLanguage } from '../../shared/i18n/locale.ts'
import { codeWords } from '../codeWords.ts'
import type { Option } from '../ui/OptionItem.tsx'
import { termOptions } from '../vocabularies.ts'
import type { BulkField } from './bulkFields.ts'

/** Stands for "nothing said" in a list, whose lines need a name. */
export const NOTHING = '-'

export function valueOptions(
  { values, isClearable }: BulkField,
  t: Translate,
  terms: Readonly<Record<string, LocalTerm>>,
  language: UiLanguage,
): readonly Option[] {
  const nothing = isClearable ? [{ value: NOTHING, label: t('history.value.none') }] : []
  if (values.from === 'vocabulary') return [...nothing, ...termOptions(values.vocabulary, terms, language)]
  if (values.from === 'typed') return []
  const { codes, prefix } = values
  return [...nothing, ...codes.map((code) => ({ value: String(code), label: codeWords(t, prefix, code) }))]
}

/** What is chosen when editing begins. Nothing is a line of a single choice, and no line of a list. */
export function firstChosen(
  held: string | number | readonly string[] | null,
  isList: boolean,
): ReadonlySet<string> {
  if (held === null) return new Set(isList ? [] : [NOTHING])
  return new Set(typeof held === 'object' ? held : [String(held)])
}

/** Null for nothing. */
export function chosenValue({ values }: BulkField, chosen: string): string | number | null {
  if (chosen === NOTHING) return null
  return (
    (values.from === 'codes' ? values.codes.find((each) => String(each) === chosen) : undefined) ?? chosen
  )
}
