/**
 * Which briefs that have left rest on something that holds no more, and on what: a consent that was withdrawn, refused,
 * has run out or was narrowed; a claim that stands lower than it was printed, was turned round, replaced or deleted; a
 * record that was deleted, merged into another or raised to a label that the profile does not take.
 *
 * A brief that was recalled is not listed: whoever holds it has been told not to use it. One that a later brief replaced is
 * listed for what came after that.
 */
import type { Claim } from '../claim.ts'
import { stateAsOf } from '../grading.ts'
import type { BinEntry, Log } from '../log.ts'
import type { AnyRecord, Kind } from '../records.ts'
import { peopleBehind } from '../redaction/consentGate.ts'
import { findProfile } from '../redaction/ownProfile.ts'
import type { Profile } from '../redaction/profile.ts'
import type { Release } from '../release.ts'
import { askedPurposes } from '../releaseEntry.ts'
import type { ClaimStatus, Confidentiality } from '../vocabularyCodes.ts'
import { claimMove } from './claimStrength.ts'
import { consentChanges } from './consentChanges.ts'
import { sinceWhen } from './sinceWhen.ts'

export const RELEASE_CHANGE_CODES = [
  'consent-withdrawn',
  'consent-refused',
  'consent-expired',
  'consent-narrowed',
  'claim-fell',
  'claim-reversed',
  'claim-superseded',
  'claim-dropped',
  'incident-merged',
  'record-deleted',
  'label-raised',
] as const
export type ReleaseChangeCode = (typeof RELEASE_CHANGE_CODES)[number]

export interface ReleaseChange {
  readonly code: ReleaseChangeCode
  /** The record it is about; of one that is gone for good nobody knows the kind. */
  readonly kind: Kind | null
  readonly id: string
  /** YYYY-MM-DD; null when the log cannot tell. */
  readonly since: string | null
  /** Of a claim the status printed and the present one; of a consent its purpose; of a label or merge what holds now. */
  readonly from: string | null
  readonly to: string | null
}

export interface AffectedRelease {
  readonly id: string
  readonly changes: readonly ReleaseChange[]
}

/** Kinds of which a brief can hold rows. */
const SHOWN_KINDS = [
  'incidents',
  'claims',
  'persons',
  'sources',
  'organisations',
  'contacts',
  'actions',
] as const
type ShownKind = (typeof SHOWN_KINDS)[number]

/** Every brief with a change, the newest first. @param today YYYY-MM-DD. */
export function affectedReleases(log: Log, today: string): AffectedRelease[] {
  return Object.values(log.releases)
    .sort((a, b) => Number(a.at < b.at) - Number(a.at > b.at) || Number(a.id > b.id) - Number(a.id < b.id))
    .flatMap((release) => {
      const changes = releaseChanges(log, release, today)
      return changes.length === 0 ? [] : [{ id: release.id, changes }]
    })
}

/** What has changed under one brief; nothing when it was recalled. Consents first, then claims, then other records. */
export function releaseChanges(log: Log, release: Release, today: string): ReleaseChange[] {
  if (release.recalled !== undefined) return []
  const { labels, purposes } = askedBy(log, release)
  const printed = new Map(release.claimStatuses?.map(({ claim, status }) => [claim, status]))
  const claims = new Set([...printed.keys(), ...release.claimsAsOf.map(({ claim }) => claim)])
  const found = [
    ...consentsOf(log, release, purposes, today),
    ...release.records.flatMap((id): ReleaseChange[] => {
      const kind = SHOWN_KINDS.find((each) => Object.hasOwn(log[each], id))
      if (kind === undefined) return [goneRecord(claims.has(id), id, own(log.bin, id))]
      if (kind === 'incidents') return [...raisedLabel(log, kind, id, labels), ...mergedIncident(log, id)]
      if (kind !== 'claims') return raisedLabel(log, kind, id, labels)
      return [...raisedLabel(log, kind, id, labels), ...movedClaim(log, release, printed, id, today)]
    }),
  ].sort((a, b) => RELEASE_CHANGE_CODES.indexOf(a.code) - RELEASE_CHANGE_CODES.indexOf(b.code))
  const later = release.supersededBy === undefined ? undefined : log.releases[release.supersededBy]
  // The later brief was made when this had happened already, and said what held then.
  return later === undefined
    ? found
    : found.filter(({ since }) => since === null || since > later.at.slice(0, 10))
}

/** The briefs that hold one record, or rest on its consent, and what changed under them. For the page of that record. */
export function releasesOf(log: Log, id: string): Release[] {
  return Object.values(log.releases).filter(
    (release) => release.records.includes(id) || release.consentsReliedOn.some(({ holder }) => holder === id),
  )
}

/** As the entry says it; of earlier versions as the profile of that name says today. */
function askedBy(
  log: Log,
  { asked, profile }: Release,
): { readonly labels: readonly Confidentiality[] | null; readonly purposes: Profile['purposes'] } {
  if (asked !== undefined) return asked
  const found = findProfile(log, profile)
  return found === undefined
    ? { labels: null, purposes: [] }
    : { labels: found.labels, purposes: askedPurposes(found) }
}

function consentsOf(
  log: Log,
  release: Release,
  purposes: Profile['purposes'],
  today: string,
): ReleaseChange[] {
  const named = peopleBehind(release.records, log)
  const holders = new Set([...named, ...release.consentsReliedOn.map(({ holder }) => holder)])
  for (const id of [...holders]) {
    const behind = own(log.sources, id)?.person
    if (behind !== undefined) holders.add(behind)
  }
  return [...holders].sort().flatMap((id) => {
    const person = own(log.persons, id)
    const holder = person ?? own(log.sources, id)
    if (holder === undefined) return []
    const kind = person === undefined ? ('sources' as const) : ('persons' as const)
    return consentChanges({ kind, id, consents: holder.consents }, release, purposes, log, today).map(
      ({ code, purpose, since }) => ({ code, kind, id, since, from: purpose, to: null }),
    )
  })
}

function raisedLabel(
  log: Log,
  kind: ShownKind,
  id: string,
  labels: readonly Confidentiality[] | null,
): ReleaseChange[] {
  const record = own<AnyRecord>(log[kind], id)
  if (record === undefined || labels === null || labels.includes(record.confidentiality)) return []
  const since = sinceWhen(log, kind, id, (before) => !hasLabelOf(before, labels))
  return [{ code: 'label-raised', kind, id, since, from: null, to: record.confidentiality }]
}

function goneRecord(isClaim: boolean, id: string, entry: BinEntry | undefined): ReleaseChange {
  const wasClaim = isClaim || entry?.kind === 'claims'
  const kind: ShownKind | null = wasClaim
    ? 'claims'
    : (SHOWN_KINDS.find((each) => each === entry?.kind) ?? null)
  const since = entry?.deletedAt.slice(0, 10) ?? null
  return { code: wasClaim ? 'claim-dropped' : 'record-deleted', kind, id, since, from: null, to: null }
}

function movedClaim(
  log: Log,
  release: Release,
  statuses: ReadonlyMap<string, ClaimStatus>,
  id: string,
  today: string,
): ReleaseChange[] {
  const claim = own(log.claims, id)
  if (claim === undefined) return []
  const printed = statuses.get(id) ?? stateAsOf(claim, release.asOf).status
  const now = stateAsOf(claim, today).status
  const move = claimMove(printed, now)
  if (move === null) return []
  const since = claimSince(claim, printed, today)
  return [{ code: `claim-${move}`, kind: 'claims', id, since, from: printed, to: now }]
}

/** The day of the first assessment since which the claim has stood other than it was printed. */
function claimSince(claim: Claim, printed: ClaimStatus, today: string): string | null {
  const days = [...new Set(claim.assessments.map(({ when }) => when))]
    .filter((day) => day <= today)
    .sort()
    .reverse()
  let since: string | null = null
  for (const day of days) {
    if (claimMove(printed, stateAsOf(claim, day).status) === null) break
    since = day
  }
  return since ?? claim.asOf ?? claim.updatedAt.slice(0, 10)
}

function mergedIncident(log: Log, id: string): ReleaseChange[] {
  const incident = own(log.incidents, id)
  const into = incident?.mergedInto ?? incident?.duplicateOf
  if (into === undefined) return []
  const since = sinceWhen(log, 'incidents', id, isMerged)
  return [{ code: 'incident-merged', kind: 'incidents', id, since, from: null, to: into }]
}

const isMerged = (record: unknown): boolean =>
  typeof record === 'object' && record !== null && ('mergedInto' in record || 'duplicateOf' in record)

function hasLabelOf(record: unknown, labels: readonly Confidentiality[]): boolean {
  if (typeof record !== 'object' || record === null || !('confidentiality' in record)) return false
  return labels.some((label) => label === record.confidentiality)
}

function own<T>(collection: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(collection, id) ? collection[id] : undefined
}
