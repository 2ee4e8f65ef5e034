/** What all four shipped profiles decide alike: grades, links between rows, sources by kind, public contacts. */

/** How many people, as fine as the profile's precision of counts. */
export const COUNTS = {
  'counts.killed.low': 'count',
  'counts.killed.best': 'count',
  'counts.killed.high': 'count',
  'counts.injured.low': 'count',
  'counts.injured.best': 'count',
  'counts.injured.high': 'count',
  'counts.detained.low': 'count',
  'counts.detained.best': 'count',
  'counts.detained.high': 'count',
  'counts.missing.low': 'count',
  'counts.missing.best': 'count',
  'counts.missing.high': 'count',
} as const

/** A claim by its grade and links; the sentence written for release wherever it mentions nobody. */
export const GRADED_CLAIM = {
  kind: 'keep',
  status: 'keep',
  credibility: 'keep',
  'about.id': 'link',
  'evidenceFor.item': 'link',
  'evidenceAgainst.item': 'link',
  standardMet: 'keep',
  safeWording: 'clean-text',
  asOf: 'keep',
} as const

/** What an organisation publishes itself for people who need help, and sources without their names. */
export const FOR_EVERY_READER = {
  sources: { kind: 'source', reliability: 'source', access: 'source' },
  organisations: { name: 'clean-text', kind: 'keep' },
  contacts: {
    organisation: 'link',
    offers: 'clean-text',
    phone: 'clean-text',
    site: 'clean-text',
    email: 'clean-text',
    languages: 'keep',
    checkedOn: 'keep',
    warning: 'clean-text',
  },
} as const

/** What was asked of whom, without the letter itself. */
export const ACTION = {
  what: 'keep',
  addressedTo: 'clean-text',
  about: 'link',
  date: 'date',
  status: 'keep',
} as const

/** People under a role and a number, with age and sex as coarse as the profile says. */
export const PSEUDONYMS = { roles: 'pseudonym', age: 'age', birthDate: 'age', sex: 'keep' } as const
