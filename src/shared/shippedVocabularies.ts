/** The vocabularies that ship with Daybook (resources/vocabularies), parsed; the same for window, main and command line. */
import actionImpacts from '../../resources/vocabularies/action-impacts.json' with { type: 'json' }
import actionKinds from '../../resources/vocabularies/action-kinds.json' with { type: 'json' }
import actionPriorities from '../../resources/vocabularies/action-priorities.json' with { type: 'json' }
import actionResponses from '../../resources/vocabularies/action-responses.json' with { type: 'json' }
import actionStatuses from '../../resources/vocabularies/action-statuses.json' with { type: 'json' }
import attributions from '../../resources/vocabularies/attributions.json' with { type: 'json' }
import connections from '../../resources/vocabularies/connections.json' with { type: 'json' }
import countUnits from '../../resources/vocabularies/count-units.json' with { type: 'json' }
import endStatuses from '../../resources/vocabularies/end-statuses.json' with { type: 'json' }
import genderIdentities from '../../resources/vocabularies/gender-identities.json' with { type: 'json' }
import incidentRelations from '../../resources/vocabularies/incident-relations.json' with { type: 'json' }
import involvementDegrees from '../../resources/vocabularies/involvement-degrees.json' with { type: 'json' }
import involvementRoles from '../../resources/vocabularies/involvement-roles.json' with { type: 'json' }
import itemTypes from '../../resources/vocabularies/item-types.json' with { type: 'json' }
import methods from '../../resources/vocabularies/methods.json' with { type: 'json' }
import organisationKinds from '../../resources/vocabularies/organisation-kinds.json' with { type: 'json' }
import placeTypes from '../../resources/vocabularies/place-types.json' with { type: 'json' }
import rights from '../../resources/vocabularies/rights.json' with { type: 'json' }
import sensitivities from '../../resources/vocabularies/sensitivities.json' with { type: 'json' }
import sexes from '../../resources/vocabularies/sexes.json' with { type: 'json' }
import sexualOrientations from '../../resources/vocabularies/sexual-orientations.json' with { type: 'json' }
import victimGroups from '../../resources/vocabularies/victim-groups.json' with { type: 'json' }
import violationTypes from '../../resources/vocabularies/violation-types.json' with { type: 'json' }
import type { ShippedVocabularies } from '../core/terms.ts'
import { parseVocabulary } from '../core/vocabulary.ts'

export const SHIPPED_VOCABULARIES: ShippedVocabularies = {
  'action-impacts': parseVocabulary(actionImpacts),
  'action-kinds': parseVocabulary(actionKinds),
  'action-priorities': parseVocabulary(actionPriorities),
  'action-responses': parseVocabulary(actionResponses),
  'action-statuses': parseVocabulary(actionStatuses),
  attributions: parseVocabulary(attributions),
  connections: parseVocabulary(connections),
  'count-units': parseVocabulary(countUnits),
  'end-statuses': parseVocabulary(endStatuses),
  'gender-identities': parseVocabulary(genderIdentities),
  'incident-relations': parseVocabulary(incidentRelations),
  'involvement-degrees': parseVocabulary(involvementDegrees),
  'involvement-roles': parseVocabulary(involvementRoles),
  'item-types': parseVocabulary(itemTypes),
  methods: parseVocabulary(methods),
  'organisation-kinds': parseVocabulary(organisationKinds),
  'place-types': parseVocabulary(placeTypes),
  rights: parseVocabulary(rights),
  sensitivities: parseVocabulary(sensitivities),
  sexes: parseVocabulary(sexes),
  'sexual-orientations': parseVocabulary(sexualOrientations),
  'victim-groups': parseVocabulary(victimGroups),
  'violation-types': parseVocabulary(violationTypes),
}
