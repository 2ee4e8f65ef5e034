/**
 * A profile names a policy for every field of every kind it exports; what it does not name is dropped. Only
 * Public ships so far. Typed by the record schemas, so that a new field does not compile until somebody decides.
 */
import type { Action } from '../action.ts'
import type { Claim } from '../claim.ts'
import type { Contact } from '../contact.ts'
import type { Incident } from '../incident.ts'
import type { Organisation } from '../organisation.ts'
import type { Source } from '../source.ts'
import type { CONSENT_PURPOSES, Confidentiality } from '../vocabularyCodes.ts'
import type { DatePrecision, PlacePrecision } from './policies.ts'

/** drop: absent · keep: as it is · link: only to rows of the brief · clean-text: dropped when it mentions anything protected. */
export type Policy = 'drop' | 'keep' | 'link' | 'clean-text' | 'date' | 'place' | 'count-band'
type PolicyFor<R> = { readonly [F in keyof Required<R>]: Policy }

export interface Profile {
  readonly name: string
  readonly version: number
  /** Sharing labels it takes; everything else stays behind. */
  readonly labels: readonly Confidentiality[]
  /** A person who refused or withdrew this keeps every incident they stand in out of the brief. */
  readonly purpose: (typeof CONSENT_PURPOSES)[number]
  readonly datePrecision: DatePrecision
  readonly placePrecision: PlacePrecision
  readonly fields: {
    readonly incidents: PolicyFor<Incident>
    readonly claims: PolicyFor<Claim>
    readonly sources: PolicyFor<Source>
    readonly organisations: PolicyFor<Organisation>
    readonly contacts: PolicyFor<Contact>
    readonly actions: PolicyFor<Action>
  }
}

/** What no profile exports: who typed what when, labels, notes. */
const BASE = {
  id: 'drop',
  createdAt: 'drop',
  updatedAt: 'drop',
  confidentiality: 'drop',
  tags: 'drop',
  remarks: 'drop',
  externalId: 'drop',
  importedFrom: 'drop',
} as const

export const PUBLIC_PROFILE: Profile = {
  name: 'public',
  version: 1,
  labels: ['CLEAR'],
  purpose: 'publish-anonymised',
  datePrecision: 'quarter',
  placePrecision: 'admin1',
  fields: {
    incidents: {
      ...BASE,
      title: 'drop',
      summary: 'drop',
      when: 'date',
      where: 'place',
      violationTypes: 'keep',
      violationTypesNote: 'drop',
      status: 'keep',
      statusNote: 'drop',
      claims: 'link',
      placeType: 'drop',
      placeTypeNote: 'drop',
      victimGroups: 'drop',
      victimGroupsNote: 'drop',
      acts: 'drop',
      involvements: 'drop',
      counts: 'count-band',
      rightsAffected: 'drop',
      rightsAffectedNote: 'drop',
      related: 'drop',
      duplicateOf: 'drop',
      possibleDuplicateOf: 'drop',
      mergedInto: 'drop',
      sensitivity: 'drop',
      sensitivityNote: 'drop',
      workStatus: 'drop',
    },
    claims: {
      ...BASE,
      statement: 'drop',
      kind: 'keep',
      kindNote: 'drop',
      status: 'keep',
      credibility: 'keep',
      about: 'link',
      madeBy: 'drop',
      madeOn: 'drop',
      value: 'drop',
      evidenceFor: 'link',
      evidenceAgainst: 'link',
      standardMet: 'keep',
      confidence: 'drop',
      confidenceNote: 'drop',
      safeWording: 'clean-text',
      nextStep: 'drop',
      reviewBy: 'drop',
      assessments: 'drop',
      asOf: 'keep',
      supersededBy: 'drop',
    },
    sources: {
      ...BASE,
      name: 'drop',
      kind: 'keep',
      kindNote: 'drop',
      reliability: 'keep',
      reliabilityReason: 'drop',
      reliabilityOn: 'drop',
      access: 'keep',
      accessNote: 'drop',
      person: 'drop',
      gotItFrom: 'drop',
      bias: 'drop',
      languages: 'drop',
      scale: 'drop',
      scaleNote: 'drop',
      protection: 'drop',
      contacts: 'drop',
      consents: 'drop',
    },
    organisations: {
      ...BASE,
      name: 'clean-text',
      translations: 'drop',
      kind: 'keep',
      kindNote: 'drop',
      parent: 'drop',
      roles: 'drop',
      rolesNote: 'drop',
      recipientKey: 'drop',
    },
    contacts: {
      ...BASE,
      organisation: 'link',
      offers: 'clean-text',
      phone: 'clean-text',
      site: 'clean-text',
      email: 'clean-text',
      languages: 'keep',
      checkedOn: 'keep',
      checkedAgainst: 'drop',
      warning: 'clean-text',
      expiresOn: 'drop',
    },
    actions: {
      ...BASE,
      what: 'keep',
      whatNote: 'drop',
      addressedTo: 'clean-text',
      about: 'link',
      date: 'date',
      askedFor: 'drop',
      response: 'drop',
      responseNote: 'drop',
      impact: 'drop',
      impactNote: 'drop',
      status: 'keep',
      statusNote: 'drop',
      priority: 'drop',
      priorityNote: 'drop',
      followUpDate: 'drop',
    },
  },
}

export const PROFILES: Readonly<Record<string, Profile>> = { public: PUBLIC_PROFILE }
