/**
 * What a profile lets a reader see of one field of one record, and so what a twin log may hold there instead. Read from
 * the profile; a field that it does not name is hidden, like in a brief.
 */
import type { AnyRecord, Kind } from '../../../src/core/records.ts'
import type { Policy } from '../../../src/core/redaction/fieldPolicies.ts'
import { type Profile, policyOf } from '../../../src/core/redaction/profile.ts'

export type Treatment =
  /** Nothing of it: the twin may hold anything. */
  | 'hidden'
  /** As it stands; a text may name somebody, and the twin names the twin of that person. */
  | 'shown'
  /** As fine as the profile's precision. */
  | 'date'
  | 'place'
  | 'count'
  | 'age'

/** How a field of a record is treated. `isWithheld`: the record as a whole stays behind. */
export function treatmentOf(profile: Profile, kind: Kind, field: string, isWithheld: boolean): Treatment {
  return isWithheld ? 'hidden' : treatmentBy(policyOf(profile, kind, field))
}

function treatmentBy(policy: Policy): Treatment {
  switch (policy) {
    case 'drop':
      return 'hidden'
    case 'coordinates':
      return 'place'
    case 'date':
    case 'place':
    case 'count':
    case 'age':
      return policy
    // Codes and roles stay: what is merged or numbered follows from them.
    case 'link':
    case 'clean-text':
    case 'text':
    case 'category':
    case 'pseudonym':
    case 'source':
    case 'keep':
      return 'shown'
  }
}

/** Is it a record that the profile's labels let through? */
export function isLabelled(profile: Profile, record: AnyRecord): boolean {
  return profile.labels.includes(record.confidentiality)
}

/**
 * Fields that no reader sees but that decide what may leave: the label, consents, what a claim's status is replayed
 * from. The twin keeps them, since it must be let out as far as the log itself.
 */
const GATES: readonly RegExp[] = [
  /\.confidentiality$/,
  /\.consents\.(purpose|state)$/,
  /^claims\.assessments\.(when|from|to|fromCredibility|credibility|standardMet)$/,
  /^claims\.(status|credibility|standardMet|asOf|kind)$/,
  // Which division a place is or lies in.
  /^places\.(kind|country|division|sameAs|otherNames\.language)$/,
]
export const isGate = (kind: Kind, field: string): boolean =>
  GATES.some((gate) => gate.test(`${kind}.${field}`))

/** What a division is called in other languages: a brief may print it in its own. */
export const isDivisionName = (kind: Kind, record: AnyRecord, field: string): boolean =>
  kind === 'places' &&
  'kind' in record &&
  record.kind === 'admin1' &&
  /^(name|otherNames(\..*)?)$/.test(field)

/** Dates that no reader sees but that lie before or after the day the brief speaks for. */
export const isDeadline = (field: string): boolean => /(^|\.)expiresOn$/.test(field)

/** Lists whose length no reader sees but that decide what may leave or how many roots a claim has. */
export const isGatingList = (field: string): boolean =>
  /^(acts|involvements|consents|assessments|derivesFrom|claims|about|evidenceFor|evidenceAgainst)$/.test(
    field,
  )
