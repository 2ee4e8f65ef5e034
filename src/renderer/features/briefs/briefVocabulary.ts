/** Labels of the open vocabularies that a brief prints, in the brief's language. */
import actionKinds from '../../../../resources/vocabularies/action-kinds.json' with { type: 'json' }
import actionStatuses from '../../../../resources/vocabularies/action-statuses.json' with { type: 'json' }
import organisationKinds from '../../../../resources/vocabularies/organisation-kinds.json' with {
  type: 'json',
}
import { labelOf, parseVocabulary, type Vocabulary } from '../../../core/vocabulary.ts'
import { SHIPPED_VOCABULARIES } from '../../../shared/shippedVocabularies.ts'

const VOCABULARIES = {
  placeType: SHIPPED_VOCABULARIES['place-types'],
  victimGroup: SHIPPED_VOCABULARIES['victim-groups'],
  sex: SHIPPED_VOCABULARIES.sexes,
  violation: SHIPPED_VOCABULARIES['violation-types'],
  action: parseVocabulary(actionKinds),
  actionStatus: parseVocabulary(actionStatuses),
  organisation: parseVocabulary(organisationKinds),
} as const satisfies Readonly<Record<string, Vocabulary>>

/** The label of a code; the code itself where the vocabulary does not know it. */
export function briefLabel(vocabulary: keyof typeof VOCABULARIES, code: string, language: string): string {
  return labelOf(VOCABULARIES[vocabulary], code, language)
}
