/**
 * What a log lets out by a profile anyway, as strings: public contacts, safe wordings, days of assessments, places.
 * Checking a file against the log must not take these for leaks.
 */

import type { Log } from '../log.ts'
import type { Gazetteer } from '../places/Gazetteer.ts'
import { divisionNames } from '../places/resolvePlace.ts'
import type { Canary } from './briefData.ts'
import { mentionCheck } from './mentions.ts'
import { coarsenDate } from './policies/date.ts'
import type { Profile } from './profile.ts'
import { isReleasable } from './select.ts'

export function publishedStrings(log: Log, profile: Profile): string[] {
  const released = <R extends Parameters<typeof isReleasable>[0]>(
    records: Readonly<Record<string, R>>,
  ): R[] => Object.values(records).filter((record) => isReleasable(record, profile))
  const strings = [
    ...released(log.incidents).flatMap(({ when, violationTypes }) => [
      coarsenDate(when, profile.precision.date),
      ...violationTypes,
    ]),
    ...released(log.claims).flatMap((claim) => [
      claim.safeWording,
      claim.asOf,
      ...claim.assessments.map((assessment) => assessment.when),
    ]),
    ...released(log.organisations).flatMap(({ name, kind }) => [name, kind]),
    ...released(log.contacts).flatMap((c) => [c.offers, c.phone, c.site, c.email, c.warning, c.checkedOn]),
    ...released(log.actions).flatMap(({ addressedTo, what }) => [addressedTo, what]),
  ]
  return [...new Set(strings.filter((text) => typeof text === 'string'))]
}

/**
 * Countries (ISO codes) and divisions that a brief may name: those that are nobody's name, as they were typed and as the
 * gazetteer calls them in the languages of briefs.
 */
export function publishedPlaces(
  log: Log,
  profile: Profile,
  canaries: readonly Canary[],
  gazetteer: Gazetteer,
): { readonly countries: readonly string[]; readonly divisions: readonly string[] } {
  const places = Object.values(log.incidents).filter((incident) => isReleasable(incident, profile))
  const countries = places.flatMap(({ where }) => where.country ?? [])
  const divisions = [...new Set(places.flatMap(({ where }) => divisionNames(where, gazetteer)))]
  const mentions = mentionCheck(canaries, divisions)
  return {
    countries: [...new Set(countries)],
    divisions: divisions.filter((division) => !mentions(division, 'words')),
  }
}
