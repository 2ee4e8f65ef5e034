/**
 * Which records may enter a brief at all: the label gate, the consent gate, duplicates. Runs before any field
 * policy, and says why each record stayed behind.
 */
import type { Action } from '../action.ts'
import type { Claim } from '../claim.ts'
import type { Contact } from '../contact.ts'
import { isStoodFor } from '../countedOnce.ts'
import { stateAsOf } from '../grading.ts'
import type { Incident } from '../incident.ts'
import type { Log } from '../log.ts'
import type { Person } from '../person.ts'
import type { AnyRecord } from '../records.ts'
import { resolveIncident } from '../resolveIncident.ts'
import type { Source } from '../source.ts'
import type { SourceItem } from '../sourceItem.ts'
import { isAgreed, isAnyRefused } from './consentGate.ts'
import type { Profile } from './profile.ts'
import type { WithheldReason } from './report.ts'

/** Ids the user chose. A record that is not named here is not in the brief. */
export interface Selection {
  readonly incidents: readonly string[]
  readonly claims: readonly string[]
  readonly contacts: readonly string[]
  readonly actions: readonly string[]
}

/** What the gate judges by; `asOf` is YYYY-MM-DD. */
export interface Gate {
  readonly log: Log
  readonly profile: Profile
  readonly asOf: string
  /** Organisation the brief is for; null for none in particular. */
  readonly recipient: string | null
}

export const isReleasable = (record: AnyRecord, profile: Pick<Profile, 'labels'>): boolean =>
  profile.labels.includes(record.confidentiality)

/** Why an incident stays behind; null when it may enter. */
export function whyIncidentStays(incident: Incident, gate: Gate): WithheldReason | null {
  if (!isReleasable(incident, gate.profile)) return 'record/label'
  if (isStoodFor(incident)) return 'record/duplicate'
  return isIncidentRefused(incident, gate) ? 'record/consent' : null
}

function isIncidentRefused({ acts, involvements }: Incident, { log, profile, asOf }: Gate): boolean {
  const people = [...acts.map((act) => act.victim), ...involvements.map((each) => each.who)]
  return isAnyRefused(people, log, profile, asOf)
}

/**
 * Why a claim stays behind; null when it may enter. It goes with the people it is about, with the sources that speak for
 * it when all of them said no, and with its incidents when every one of them stays behind for somebody's sake.
 */
export function whyClaimStays(
  claim: Claim,
  namedIn: ReadonlyMap<string, readonly Incident[]>,
  gate: Gate,
): WithheldReason | null {
  const { log, profile, asOf } = gate
  if (!isReleasable(claim, profile)) return 'record/label'
  const about = claim.about.map((each) => each.id)
  if (isAnyRefused(about, log, profile, asOf)) return 'record/consent'
  if (restsOnRefusals(claim, gate)) return 'record/consent'
  const incidents = [
    ...about.flatMap((id) => log.incidents[resolveIncident(log.incidents, id)] ?? []),
    ...(namedIn.get(claim.id) ?? []),
  ]
  if (incidents.length > 0 && incidents.every((incident) => isIncidentRefused(incident, gate)))
    return 'record/consent'
  return stateAsOf(claim, asOf).status === 'superseded' ? 'record/superseded' : null
}

/** Is all that speaks for a claim from sources that said no? Without their words nobody would make it. */
function restsOnRefusals({ evidenceFor }: Claim, { log, profile, asOf }: Gate): boolean {
  const sources = evidenceFor.flatMap(({ item }) => log.sourceItems[item]?.source ?? [])
  return sources.length > 0 && sources.every((id) => isAnyRefused([id], log, profile, asOf))
}

/** Incidents by the claims that they name themselves. */
export function incidentsNaming(log: Pick<Log, 'incidents'>): ReadonlyMap<string, readonly Incident[]> {
  const byClaim = new Map<string, Incident[]>()
  for (const incident of Object.values(log.incidents)) {
    for (const claim of incident.claims) {
      const known = byClaim.get(claim)
      if (known) known.push(incident)
      else byClaim.set(claim, [incident])
    }
  }
  return byClaim
}

/** Why an action stays behind; null when it may enter. */
export function whyActionStays(action: Action, { log, profile, asOf }: Gate): WithheldReason | null {
  if (!isReleasable(action, profile)) return 'record/label'
  return isAnyRefused(action.about, log, profile, asOf) ? 'record/consent' : null
}

/** A public contact and the organisation that publishes it must both be labelled for the readers. */
export function whyContactStays(contact: Contact, { log, profile }: Gate): WithheldReason | null {
  const organisation = log.organisations[contact.organisation]
  const isOpen =
    isReleasable(contact, profile) && organisation !== undefined && isReleasable(organisation, profile)
  return isOpen ? null : 'record/label'
}

/** Why a person gets no row of their own, pseudonym or not; null when they may. */
export function whyPersonStays(person: Person, { profile, asOf, recipient }: Gate): WithheldReason | null {
  if (!isReleasable(person, profile)) return 'record/label'
  return isAgreed(person, profile, asOf, recipient) ? null : 'record/consent'
}

/** May an item be counted in the open? It and its source are labelled for the readers, and nobody behind them said no. */
export function isOpenItem(item: SourceItem | undefined, { log, profile, asOf }: Gate): item is SourceItem {
  const source: Source | undefined = item && log.sources[item.source]
  return (
    item !== undefined &&
    source !== undefined &&
    isReleasable(item, profile) &&
    isReleasable(source, profile) &&
    !isAnyRefused([source.id], log, profile, asOf)
  )
}
