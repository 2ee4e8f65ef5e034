/** The open vocabularies that ship with Daybook, as options of pickers and as labels, in the current language. */

import actionImpactsJson from '../../resources/vocabularies/action-impacts.json' with { type: 'json' }
import actionKindsJson from '../../resources/vocabularies/action-kinds.json' with { type: 'json' }
import actionPrioritiesJson from '../../resources/vocabularies/action-priorities.json' with { type: 'json' }
import actionResponsesJson from '../../resources/vocabularies/action-responses.json' with { type: 'json' }
import actionStatusesJson from '../../resources/vocabularies/action-statuses.json' with { type: 'json' }
import attributionsJson from '../../resources/vocabularies/attributions.json' with { type: 'json' }
import connectionsJson from '../../resources/vocabularies/connections.json' with { type: 'json' }
import countUnitsJson from '../../resources/vocabularies/count-units.json' with { type: 'json' }
import endStatusesJson from '../../resources/vocabularies/end-statuses.json' with { type: 'json' }
import genderIdentitiesJson from '../../resources/vocabularies/gender-identities.json' with { type: 'json' }
import incidentRelationsJson from '../../resources/vocabularies/incident-relations.json' with { type: 'json' }
import involvementDegreesJson from '../../resources/vocabularies/involvement-degrees.json' with {
  type: 'json',
}
import involvementRolesJson from '../../resources/vocabularies/involvement-roles.json' with { type: 'json' }
import itemTypesJson from '../../resources/vocabularies/item-types.json' with { type: 'json' }
import methodsJson from '../../resources/vocabularies/methods.json' with { type: 'json' }
import organisationKindsJson from '../../resources/vocabularies/organisation-kinds.json' with { type: 'json' }
import placeTypesJson from '../../resources/vocabularies/place-types.json' with { type: 'json' }
import rightsJson from '../../resources/vocabularies/rights.json' with { type: 'json' }
import sensitivitiesJson from '../../resources/vocabularies/sensitivities.json' with { type: 'json' }
import sexesJson from '../../resources/vocabularies/sexes.json' with { type: 'json' }
import sexualOrientationsJson from '../../resources/vocabularies/sexual-orientations.json' with {
  type: 'json',
}
import victimGroupsJson from '../../resources/vocabularies/victim-groups.json' with { type: 'json' }
import violationTypesJson from '../../resources/vocabularies/violation-types.json' with { type: 'json' }
import { labelOf, parseVocabulary, type Vocabulary } from '../core/vocabulary.ts'
import type { VocabularyName } from '../core/vocabularyNames.ts'
import type { UiLanguage } from '../shared/i18n/locale.ts'
import { catalogueOf } from '../shared/i18n/locale.ts'
import type { Option } from './ui/OptionItem.tsx'

const FILES: Readonly<Record<VocabularyName, unknown>> = {
  'action-impacts': actionImpactsJson,
  'action-kinds': actionKindsJson,
  'action-priorities': actionPrioritiesJson,
  'action-responses': actionResponsesJson,
  'action-statuses': actionStatusesJson,
  attributions: attributionsJson,
  connections: connectionsJson,
  'count-units': countUnitsJson,
  'end-statuses': endStatusesJson,
  'gender-identities': genderIdentitiesJson,
  'incident-relations': incidentRelationsJson,
  'involvement-degrees': involvementDegreesJson,
  'involvement-roles': involvementRolesJson,
  'item-types': itemTypesJson,
  methods: methodsJson,
  'organisation-kinds': organisationKindsJson,
  'place-types': placeTypesJson,
  rights: rightsJson,
  sensitivities: sensitivitiesJson,
  sexes: sexesJson,
  'sexual-orientations': sexualOrientationsJson,
  'victim-groups': victimGroupsJson,
  'violation-types': violationTypesJson,
}

const parsed = new Map<VocabularyName, Vocabulary>()

/** A vocabulary by its name; read once. */
export function vocabulary(name: VocabularyName): Vocabulary {
  let found = parsed.get(name)
  if (!found) {
    found = parseVocabulary(FILES[name])
    parsed.set(name, found)
  }
  return found
}

export const VIOLATION_TYPES: Vocabulary = vocabulary('violation-types')
export const ITEM_TYPES: Vocabulary = vocabulary('item-types')

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
