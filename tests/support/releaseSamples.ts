/** A small log with one brief that has left, for tests of what becomes of it. */
import { claimSchema } from '../../src/core/claim.ts'
import { historyPuts } from '../../src/core/history/recordChange.ts'
import { incidentSchema } from '../../src/core/incident.ts'
import { applyChange, type Change, emptyLog, type Log, putRecord } from '../../src/core/log.ts'
import { organisationSchema } from '../../src/core/organisation.ts'
import { personSchema } from '../../src/core/person.ts'
import { type Release, releaseSchema } from '../../src/core/release.ts'
import type { Result } from '../../src/core/result.ts'

export const ENTERED = '2020-01-01T00:00:00Z'
export const RELEASED = '2021-01-01T00:00:00Z'
export const CHANGED = '2021-06-05T10:00:00Z'
export const TODAY = '2022-01-01'
const BASE = { createdAt: ENTERED, updatedAt: ENTERED, confidentiality: 'CLEAR' }

type Fields = Readonly<Record<string, unknown>>

export const incidentOf = (id: string, fields: Fields = {}) =>
  incidentSchema.parse({
    ...BASE,
    id,
    title: `Title of ${id}`,
    summary: '',
    when: '2017-04',
    where: {},
    violationTypes: [],
    status: 'possible',
    ...fields,
  })
export const claimOf = (id: string, fields: Fields = {}) =>
  claimSchema.parse({
    ...BASE,
    id,
    statement: `Statement of ${id}`,
    kind: 'event',
    status: 'established',
    credibility: 2,
    standardMet: 'reasonable-grounds',
    asOf: '2020-06-01',
    ...fields,
  })
export const personOf = (id: string, consents: readonly Fields[]) =>
  personSchema.parse({ ...BASE, id, codeName: id, roles: ['victim'], consents })
export const releaseOf = (id: string, fields: Fields = {}): Release =>
  releaseSchema.parse({
    ...BASE,
    id,
    at: RELEASED,
    profile: 'public',
    asked: { labels: ['CLEAR'], purposes: ['publish-anonymised'] },
    layout: 'general',
    language: 'en',
    title: 'A brief',
    seed: '0'.repeat(64),
    asOf: '2020-12-31',
    records: ['i1', 'c1'],
    files: [{ form: 'pdf', sha256: 'a'.repeat(64) }],
    consentsReliedOn: [{ holder: 'p1', purpose: 'publish-anonymised', state: 'given-orally' }],
    claimsAsOf: [{ claim: 'c1', asOf: '2020-06-01' }],
    claimStatuses: [{ claim: 'c1', status: 'established' }],
    withheld: {},
    ...fields,
  })

export const GIVEN = { purpose: 'publish-anonymised', state: 'given-orally', on: '2020-03' }

/** The brief `r1` of 2021 shows incident `i1`, whose victim `p1` agreed, and claim `c1`; incident `i2` is in none. */
export function releasedLog(): Log {
  const organisation = organisationSchema.parse({ ...BASE, id: 'o1', name: 'Readers', kind: 'ngo' })
  return {
    ...emptyLog(ENTERED),
    incidents: {
      i1: incidentOf('i1', { acts: [{ victim: 'p1', act: '030101000000' }], claims: ['c1'] }),
      i2: incidentOf('i2'),
    },
    claims: { c1: claimOf('c1', { about: ['i1'] }) },
    persons: { p1: personOf('p1', [GIVEN]) },
    organisations: { o1: organisation },
    releases: { r1: releaseOf('r1') },
  }
}

/** The log after a change that was saved, with its history, at that instant. */
export function saved(log: Log, change: Change, at: string = CHANGED): Log {
  return applyChange(log, [...change, ...historyPuts(log, change, { what: 'edited', at })]).log
}

export const withConsents = (log: Log, consents: readonly Fields[], at?: string): Log =>
  saved(log, putRecord('persons', personOf('p1', consents)), at)

export function madeOf(result: Result<Change, { readonly code: string }>): Change {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
