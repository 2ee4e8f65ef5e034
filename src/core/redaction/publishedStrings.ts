/**
 * What a log lets out by a profile anyway, as strings: names of divisions, public contacts, safe wordings, days of
 * assessments. Checking a file against the log must not take these for leaks.
 */

import type { Log } from '../log.ts'
import { coarsenDate } from './policies.ts'
import type { Profile } from './profile.ts'
import { isReleasable } from './select.ts'

export function publishedStrings(log: Log, profile: Profile): string[] {
  const released = <R extends Parameters<typeof isReleasable>[0]>(
    records: Readonly<Record<string, R>>,
  ): R[] => Object.values(records).filter((record) => isReleasable(record, profile))
  const strings = [
    ...released(log.incidents).flatMap(({ where, when, violationTypes }) => [
      where.admin1,
      where.country,
      coarsenDate(when, profile.datePrecision),
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
