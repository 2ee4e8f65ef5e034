/**
 * Which records may enter a brief at all: the label gate, the consent gate, duplicates. Runs before any field
 * policy, and says why each record stayed behind.
 */
import { compareDays } from '../edtfDays.ts'
import { edtfSpan } from '../edtfSpan.ts'
import type { Incident } from '../incident.ts'
import type { Log } from '../log.ts'
import type { Person } from '../person.ts'
import type { AnyRecord } from '../records.ts'
import type { Source } from '../source.ts'
import type { Profile } from './profile.ts'
import type { WithheldReason } from './report.ts'

/** Ids the user chose. A record that is not named here is not in the brief. */
export interface Selection {
  readonly incidents: readonly string[]
  readonly claims: readonly string[]
  readonly contacts: readonly string[]
  readonly actions: readonly string[]
}

export const isReleasable = (record: AnyRecord, profile: Profile): boolean =>
  profile.labels.includes(record.confidentiality)

/** Why an incident stays behind; null when it may enter. `asOf` is YYYY-MM-DD. */
export function whyIncidentStays(
  incident: Incident,
  log: Log,
  profile: Profile,
  asOf: string,
): WithheldReason | null {
  if (!isReleasable(incident, profile)) return 'record/label'
  if (incident.mergedInto !== undefined || incident.duplicateOf !== undefined) return 'record/duplicate'
  const people = [...incident.acts.map((act) => act.victim), ...incident.involvements.map((each) => each.who)]
  return isAnyRefused(people, log, profile, asOf) ? 'record/consent' : null
}

/** Is one of these ids a person, or a source, that said no? */
export function isAnyRefused(
  ids: readonly (string | undefined)[],
  log: Log,
  profile: Profile,
  asOf: string,
): boolean {
  return ids.some((id) => {
    if (id === undefined) return false
    const holder = Object.hasOwn(log.persons, id) ? log.persons[id] : undefined
    return holder !== undefined && isRefused(holder, profile, asOf)
  })
}

/**
 * Did somebody say no to this purpose? "Not asked" is no refusal here: the person's own fields never leave by
 * this profile, and the incident was labelled for release by hand. Expiry is judged at the as-of day.
 */
export function isRefused(
  holder: Pick<Person | Source, 'consents'>,
  profile: Profile,
  asOf: string,
): boolean {
  return holder.consents.some((consent) => {
    if (consent.purpose !== profile.purpose && consent.purpose !== 'keep-in-log') return false
    if (consent.state === 'refused' || consent.state === 'withdrawn' || consent.state === 'expired')
      return true
    const expiry = consent.expiresOn === undefined ? null : (edtfSpan(consent.expiresOn)?.latest ?? null)
    return expiry !== null && compareDays(expiry, asOf) < 0
  })
}
