/**
 * What consents say about a profile's purposes. Default "not asked". A "no" to a purpose keeps out whatever speaks of
 * the person; a row of their own, even under a pseudonym, needs a "yes". Everything is judged as of the brief's day, so
 * that the clock never alters bytes; what has run out since then is found by {@link consentsExpiredSince}, which can only
 * refuse.
 */
import { type AppError, appError } from '../appError.ts'
import { type Consent, type ConsentPurpose, type ConsentState, consentState, isGiven } from '../consent.ts'
import type { Log } from '../log.ts'
import type { Person } from '../person.ts'
import { err, ok, type Result } from '../result.ts'
import type { Source } from '../source.ts'
import type { Profile } from './profile.ts'

type Holder = Pick<Person | Source, 'consents'>
type People = Pick<Log, 'persons' | 'sources'>

/** Did somebody say no to one of the purposes, take their yes back, or is it over? `asOf` is YYYY-MM-DD. */
export function isRefused(holder: Holder, { purposes }: Pick<Profile, 'purposes'>, asOf: string): boolean {
  const asked: ReadonlySet<ConsentPurpose> = new Set([...purposes, 'keep-in-log'])
  return [...asked].some((purpose) => states(holder, purpose, asOf).some(isNo))
}

/**
 * Did they say yes to one of the purposes that a row of their own needs, and no to nothing? A yes that names an
 * organisation counts for a brief to that one alone.
 */
export function isAgreed(holder: Holder, profile: Profile, asOf: string, recipient: string | null): boolean {
  const isForAny = ({ organisation }: Consent) => organisation === undefined || organisation === recipient
  const counting = { consents: holder.consents.filter(isForAny) }
  const hasYes = profile.personPurposes.some((purpose) => states(counting, purpose, asOf).some(isGiven))
  return hasYes && !isRefused(holder, profile, asOf)
}

/** Is one of these ids a person, or a source, that said no, or whose person did? Other ids count for nothing. */
export function isAnyRefused(
  ids: readonly (string | undefined)[],
  people: People,
  profile: Profile,
  asOf: string,
): boolean {
  return ids.some((id) => holdersOf(id, people).some((holder) => isRefused(holder, profile, asOf)))
}

/** A person; a source and the person behind it. */
function holdersOf(id: string | undefined, { persons, sources }: People): readonly Holder[] {
  if (id === undefined) return []
  const person = Object.hasOwn(persons, id) ? persons[id] : undefined
  if (person !== undefined) return [person]
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined
  if (source === undefined) return []
  const behind = source.person === undefined ? undefined : persons[source.person]
  return behind === undefined ? [source] : [source, behind]
}

const isNo = (state: ConsentState): boolean =>
  state === 'refused' || state === 'withdrawn' || state === 'expired'

/** The answer that holds for each organisation asked for: a yes to one is none to another, and a no to one counts. */
function states({ consents }: Holder, purpose: ConsentPurpose, asOf: string): readonly ConsentState[] {
  const asked = consents.filter((consent) => consent.purpose === purpose)
  const byOrganisation = Map.groupBy(asked, (consent: Consent) => consent.organisation ?? '')
  return [...byOrganisation.values()].map((own) => consentState(own, purpose, asOf))
}

type Linked = Pick<Log, 'incidents' | 'claims' | 'actions' | 'sourceItems'>

/** Ids of the people and sources that records of a brief speak of, through links of any length. */
export function peopleBehind(records: readonly string[], log: Linked): string[] {
  return [...new Set(records.flatMap((id) => [id, ...namedBy(id, log)]))].sort()
}

function namedBy(id: string, { incidents, claims, actions, sourceItems }: Linked): readonly string[] {
  const incident = Object.hasOwn(incidents, id) ? incidents[id] : undefined
  if (incident !== undefined)
    return [
      ...incident.acts.flatMap((act) => act.victim ?? []),
      ...incident.involvements.map((involvement) => involvement.who),
    ]
  const claim = Object.hasOwn(claims, id) ? claims[id] : undefined
  if (claim !== undefined)
    return [
      ...claim.about.map((about) => about.id),
      // Whoever speaks for a claim is behind it also where a brief does not show them.
      ...claim.evidenceFor.flatMap(({ item }) => sourceItems[item]?.source ?? []),
    ]
  return Object.hasOwn(actions, id) ? (actions[id]?.about ?? []) : []
}

/**
 * Refuses a release whose brief rests on a consent that has run out since its as-of day: the brief's bytes follow the
 * as-of day, but it leaves today. `brief/consent-expired-since` {people: how many}. Days are YYYY-MM-DD.
 * @param records ids of the records that entered the brief.
 */
export function consentsExpiredSince(
  log: Log,
  records: readonly string[],
  profile: Profile,
  asOf: string,
  today: string,
): Result<void, AppError> {
  if (today <= asOf) return ok(undefined)
  const expired = peopleBehind(records, log).filter(
    (id) => isAnyRefused([id], log, profile, today) && !isAnyRefused([id], log, profile, asOf),
  )
  return expired.length === 0
    ? ok(undefined)
    : err(appError('brief/consent-expired-since', { people: expired.length }))
}
