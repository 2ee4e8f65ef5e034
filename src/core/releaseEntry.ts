/** The ledger entry for a brief that left. It holds the seed and the record ids, so it never leaves the vault. */
import { consentState, isGiven } from './consent.ts'
import { stateAsOf } from './grading.ts'
import type { Log } from './log.ts'
import type { BriefContent } from './redaction/briefData.ts'
import { PROFILES } from './redaction/profile.ts'
import type { Withheld } from './redaction/report.ts'
import type { Release } from './release.ts'

export interface ReleasedBrief {
  readonly data: BriefContent
  readonly seed: string
  readonly records: readonly string[]
  readonly withheld: Withheld
  readonly files: Release['files']
  /** The log it was made from. */
  readonly log: Pick<Log, 'incidents' | 'claims' | 'persons' | 'sources'>
}

/** @param now ISO instant of the release. */
export function releaseEntry(brief: ReleasedBrief, id: string, now: string): Release {
  const { data } = brief
  return {
    id,
    createdAt: now,
    updatedAt: now,
    confidentiality: 'RED',
    tags: [],
    at: now,
    profile: data.profile.name,
    layout: data.layout,
    language: data.language,
    title: data.title,
    seed: brief.seed,
    asOf: data.asOf,
    records: [...brief.records],
    files: brief.files,
    consentsReliedOn: consentsReliedOn(brief),
    claimsAsOf: claimsAsOf(brief),
    withheld: { ...brief.withheld },
  }
}

/** Whose "yes" to the profile's purpose stands behind the incidents and claims that left, in order of their ids. */
function consentsReliedOn({ data, log, records }: ReleasedBrief): Release['consentsReliedOn'] {
  const purpose = PROFILES[data.profile.name]?.purpose
  if (purpose === undefined) return []
  const people = new Set(records.flatMap((id) => [id, ...peopleOf(log, id)]))
  return [...people].sort().flatMap((holder) => {
    const consents = log.persons[holder]?.consents ?? log.sources[holder]?.consents ?? []
    const state = consentState(consents, purpose, data.asOf)
    return isGiven(state) ? [{ holder, purpose, state }] : []
  })
}

function peopleOf(log: ReleasedBrief['log'], id: string): readonly string[] {
  const incident = log.incidents[id]
  const victims = incident?.acts.flatMap((act) => act.victim ?? []) ?? []
  const involved = incident?.involvements.map((involvement) => involvement.who) ?? []
  return [...victims, ...involved, ...(log.claims[id]?.about.map((about) => about.id) ?? [])]
}

function claimsAsOf({ data, log, records }: ReleasedBrief): Release['claimsAsOf'] {
  return records.flatMap((id) => {
    const claim = log.claims[id]
    const asOf = claim === undefined ? null : stateAsOf(claim, data.asOf).assessedOn
    return asOf === null ? [] : [{ claim: id, asOf }]
  })
}
