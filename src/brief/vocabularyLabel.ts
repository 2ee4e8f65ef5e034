/** Labels of the codes a brief prints: the log's own, then those of the shipped vocabularies. */

import actionKinds from '../../resources/vocabularies/action-kinds.json' with { type: 'json' }
import actionStatuses from '../../resources/vocabularies/action-statuses.json' with { type: 'json' }
import organisationKinds from '../../resources/vocabularies/organisation-kinds.json' with { type: 'json' }
import placeTypes from '../../resources/vocabularies/place-types.json' with { type: 'json' }
import sexes from '../../resources/vocabularies/sexes.json' with { type: 'json' }
import victimGroups from '../../resources/vocabularies/victim-groups.json' with { type: 'json' }
import violationTypes from '../../resources/vocabularies/violation-types.json' with { type: 'json' }
import { BRIEF_LANGUAGES } from '../core/redaction/briefData.ts'
import type { OwnLabels } from '../core/redaction/ownLabels.ts'
import { CATEGORY_GROUPS } from '../core/redaction/policies/category.ts'
import { labelOf, parseVocabulary, type Vocabulary } from '../core/vocabulary.ts'
import type { Label } from './briefPage.ts'
import { printLocale } from './briefText.ts'
import { countryName } from './placeWords.ts'

const VOCABULARIES: readonly Vocabulary[] = [
  violationTypes,
  organisationKinds,
  actionKinds,
  actionStatuses,
  placeTypes,
  victimGroups,
  sexes,
].map(parseVocabulary)

/** Every code of them, and those that stand for several in a brief. */
export const SHIPPED_CODES: readonly string[] = [
  ...VOCABULARIES.flatMap(({ terms }) => terms.map(({ code }) => code)),
  ...CATEGORY_GROUPS,
]

/** The label in the brief's language; the code itself for terms nobody labelled. */
export const vocabularyLabel: Label = (code, language) => {
  const vocabulary = VOCABULARIES.find(({ terms }) => terms.some((term) => term.code === code))
  return vocabulary === undefined ? code : labelOf(vocabulary, code, language)
}

/** The same, with the log's own labels before the shipped ones; a code of the log's own takes any language it has. */
export function labelWithOwn(own: OwnLabels): Label {
  return (code, language) => {
    const labels = own.get(code)
    const label = labels?.[language]
    if (label !== undefined) return label
    const shipped = vocabularyLabel(code, language)
    if (shipped !== code || labels === undefined) return shipped
    return BRIEF_LANGUAGES.flatMap((each) => labels[each] ?? [])[0] ?? code
  }
}

/** Every text a brief can print that ships with Daybook beside its catalogues: labels of terms, names of countries. */
export function shippedTexts(countries: readonly string[]): string[] {
  const labels = VOCABULARIES.flatMap(({ terms }) =>
    terms.flatMap(({ labels: { en, ru, ar, es, fr } }) =>
      [en, ru, ar, es, fr].filter((text) => text !== undefined),
    ),
  )
  const names = BRIEF_LANGUAGES.flatMap((language) =>
    countries.map((code) => countryName(code, printLocale(language))),
  )
  return [...labels, ...names]
}
