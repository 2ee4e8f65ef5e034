/**
 * The open vocabularies, by the name of their file in resources/vocabularies. Which coded field takes its codes from
 * which of them is said on the field's schema (`codeOf` in recordBase.ts), so that forms, documents and checks agree.
 */
export const VOCABULARY_NAMES = [
  'action-impacts',
  'action-kinds',
  'action-priorities',
  'action-responses',
  'action-statuses',
  'attributions',
  'connections',
  'count-units',
  'end-statuses',
  'gender-identities',
  'incident-relations',
  'involvement-degrees',
  'involvement-roles',
  'item-types',
  'methods',
  'organisation-kinds',
  'place-types',
  'rights',
  'sensitivities',
  'sexes',
  'sexual-orientations',
  'victim-groups',
  'violation-types',
] as const

export type VocabularyName = (typeof VOCABULARY_NAMES)[number]
