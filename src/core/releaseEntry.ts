/** The ledger entry for a brief that left. It holds the seed and the record ids, so it never leaves the vault. */
import { type ConsentPurpose, consentState, isGiven } from './consent.ts'
import type { DisclosureOutcome } from './disclosure/applyDisclosure.ts'
import { shownClasses } from './disclosure/shownClasses.ts'
import type { DisclosureVerdict } from './disclosure/verdict.ts'
import { stateAsOf } from './grading.ts'
import type { Log } from './log.ts'
import type { BriefContent } from './redaction/briefData.ts'
import { peopleBehind } from './redaction/consentGate.ts'
import { looserRules } from './redaction/ownProfile.ts'
import type { Pseudonym } from './redaction/policies/pseudonym.ts'
import type { Profile } from './redaction/profile.ts'
import type { Withheld } from './redaction/report.ts'
import type { Release } from './release.ts'

export interface ReleasedBrief {
  readonly data: BriefContent
  readonly profile: Profile
  readonly seed: string
  readonly records: readonly string[]
  readonly withheld: Withheld
  readonly files: Release['files']
  /** Name of the series of briefs it belongs to, with the labels its people have in it; absent for one on its own. */
  readonly series?: { readonly name: string; readonly pseudonyms: ReadonlyMap<string, Pseudonym> } | undefined
  readonly disclosure: Pick<DisclosureOutcome, 'coarsen' | 'shown'>
  readonly verdict: Pick<DisclosureVerdict, 'refusals'>
  /** Why it left although disclosure control refused it. */
  readonly overrideReason?: string | undefined
  /** The key that signed it, and the age recipient it was sealed for. */
  readonly signedWith?: string | undefined
  readonly sealedFor?: string | undefined
  /** Id of the organisation it is for. */
  readonly recipient?: string | undefined
  /** The log it was made from. */
  readonly log: Pick<Log, 'incidents' | 'claims' | 'actions' | 'persons' | 'sources' | 'sourceItems'>
}

/** @param now ISO instant of the release. */
export function releaseEntry(brief: ReleasedBrief, id: string, now: string): Release {
  const { data, profile, series } = brief
  const isLooser = looserRules(profile).length > 0
  return {
    id,
    createdAt: now,
    updatedAt: now,
    confidentiality: 'RED',
    tags: [],
    at: now,
    profile: profile.name,
    asked: { labels: [...profile.labels], purposes: askedPurposes(profile) },
    ...(isLooser && profile.reason !== undefined ? { profileReason: profile.reason } : {}),
    ...(series === undefined
      ? {}
      : {
          series: {
            name: series.name,
            people: [...series.pseudonyms].map(([person, label]) => ({ person, ...label })),
          },
        }),
    layout: data.layout,
    language: data.language,
    title: data.title,
    seed: brief.seed,
    asOf: data.asOf,
    records: [...brief.records],
    ...(brief.signedWith === undefined ? {} : { signedWith: brief.signedWith }),
    ...(brief.sealedFor === undefined ? {} : { sealedFor: brief.sealedFor }),
    ...(brief.recipient === undefined ? {} : { recipient: brief.recipient }),
    files: brief.files,
    consentsReliedOn: consentsReliedOn(brief),
    claimsAsOf: claimsAsOf(brief),
    claimStatuses: claimStatuses(brief),
    withheld: { ...brief.withheld },
    coarsen: brief.disclosure.coarsen,
    shown: shownClasses(brief.disclosure.shown),
    overrides: overridesOf(brief),
  }
}

function overridesOf({ verdict, overrideReason }: ReleasedBrief): Release['overrides'] {
  if (overrideReason === undefined) return []
  return verdict.refusals.map(({ rule }) => ({ rule, reason: overrideReason }))
}

/** Whose "yes" to the profile's purpose stands behind the incidents and claims that left, in order of their ids. */
function consentsReliedOn({ data, profile, log, records }: ReleasedBrief): Release['consentsReliedOn'] {
  const purposes = askedPurposes(profile)
  return peopleBehind(records, log).flatMap((holder) => {
    const consents = log.persons[holder]?.consents ?? log.sources[holder]?.consents ?? []
    return purposes.flatMap((purpose) => {
      const state = consentState(consents, purpose, data.asOf)
      return isGiven(state) ? [{ holder, purpose, state }] : []
    })
  })
}

/** What a profile asks of people: a "no" to it keeps them out, or a "yes" lets them in. */
export function askedPurposes({ purposes, personPurposes }: Profile): ConsentPurpose[] {
  return [...new Set([...purposes, ...personPurposes])]
}

function claimsAsOf({ data, log, records }: ReleasedBrief): Release['claimsAsOf'] {
  return records.flatMap((id) => {
    const claim = log.claims[id]
    const asOf = claim === undefined ? null : stateAsOf(claim, data.asOf).assessedOn
    return asOf === null ? [] : [{ claim: id, asOf }]
  })
}

function claimStatuses({ data, log, records }: ReleasedBrief): NonNullable<Release['claimStatuses']> {
  return records.flatMap((id) => {
    const claim = log.claims[id]
    return claim === undefined ? [] : [{ claim: id, status: stateAsOf(claim, data.asOf).status }]
  })
}

/** The labels that earlier briefs of a series gave to people, by the log's ids; empty for a series that begins. */
export function seriesLabels(log: Pick<Log, 'releases'>, name: string): ReadonlyMap<string, Pseudonym> {
  const labels = new Map<string, Pseudonym>()
  for (const { series } of Object.values(log.releases)) {
    if (series?.name !== name) continue
    for (const { person, role, number } of series.people) labels.set(person, { role, number })
  }
  return labels
}
