/**
 * The closed lists Daybook decides by (records.md): each is a const tuple, so that types, schemas, forms and
 * tables share one spelling. Open lists with labels live in resources/vocabularies.
 */
export const INCIDENT_STATUSES = ['confirmed', 'likely', 'possible', 'unlikely', 'unknown'] as const
export const SOURCE_KINDS = [
  'person',
  'media',
  'ngo',
  'state-body',
  'international-body',
  'social-account',
  'armed-group',
  'anonymous',
] as const
/** Admiralty reliability of a source; F means "no basis to judge", not "bad". */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
/** Admiralty credibility of information; 6 means "no basis to judge". */
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const
export const SOURCE_ACCESS = ['first-hand', 'second-hand', 'further'] as const
export const SOURCE_SCALES = ['local', 'subnational', 'national', 'regional', 'international'] as const
export const CLAIM_KINDS = [
  'event',
  'attribution',
  'pattern',
  'number',
  'identity',
  'label',
  'novelty',
  'denial',
  'quotation',
] as const
export const CLAIM_STATUSES = [
  'not-assessed',
  'rumour',
  'partly-supported',
  'appears-established',
  'established',
  'contested',
  'not-indicated',
  'false',
  'cannot-be-verified',
  'superseded',
] as const
export const STANDARDS = [
  'none',
  'reasonable-suspicion',
  'reasonable-grounds',
  'balance-of-probabilities',
  'beyond-reasonable-doubt',
] as const
export const CONFIDENCES = ['low', 'moderate', 'high'] as const
export const PERSON_KINDS = ['individual', 'family', 'group', 'community'] as const
export const PERSON_ROLES = ['victim', 'perpetrator', 'witness', 'source', 'intervening-party'] as const
export const ORGANISATION_ROLES = ['perpetrator', 'source', 'aid-provider', 'recipient-of-briefs'] as const
/** Sharing labels of TLP 2.0, most guarded first. */
export const CONFIDENTIALITIES = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'] as const
export const CONSENT_PURPOSES = [
  'keep-in-log',
  'analyse',
  'share-with-organisation',
  'publish-anonymised',
  'publish-with-pseudonym',
  'publish-with-name',
  'share-with-un',
  'share-with-court',
  'contact-again',
] as const
export const CONSENT_STATES = [
  'not-asked',
  'refused',
  'given-orally',
  'given-in-writing',
  'given-by-representative',
  'withdrawn',
  'expired',
] as const
export const WORK_STATUSES = ['to-do', 'in-progress', 'help-needed', 'ready-for-review', 'done'] as const
export const DERIVATIONS = ['quotes', 'republishes', 'translates', 'same-author'] as const
export const CONTACT_DETAIL_KINDS = ['phone', 'email', 'address', 'messenger', 'account', 'other'] as const

export type IncidentStatus = (typeof INCIDENT_STATUSES)[number]
export type SourceKind = (typeof SOURCE_KINDS)[number]
export type Reliability = (typeof RELIABILITIES)[number]
export type Credibility = (typeof CREDIBILITIES)[number]
export type ClaimKind = (typeof CLAIM_KINDS)[number]
export type ClaimStatus = (typeof CLAIM_STATUSES)[number]
export type Standard = (typeof STANDARDS)[number]
export type Confidentiality = (typeof CONFIDENTIALITIES)[number]
export type Derivation = (typeof DERIVATIONS)[number]
