/** The list of affected briefs is what a naive reading of the rules, brief by brief and record by record, finds. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Log } from '../../src/core/log.ts'
import { affectedReleases } from '../../src/core/releases/affectedReleases.ts'
import {
  CLAIM_STATUSES,
  type ClaimStatus,
  CONFIDENTIALITIES,
  CONSENT_STATES,
} from '../../src/core/vocabularyCodes.ts'
import { claimOf, incidentOf, personOf, releasedLog, releaseOf, TODAY } from '../support/releaseSamples.ts'

const IDS = [0, 1, 2, 3] as const
const PURPOSES = ['publish-anonymised', 'share-with-un', 'keep-in-log'] as const

const day = fc
  .integer({ min: 0, max: 23 })
  .map((at) => `202${1 + (at > 11 ? 1 : 0)}-${String((at % 12) + 1).padStart(2, '0')}-10`)
const consent = fc.record(
  {
    purpose: fc.constantFrom(...PURPOSES),
    state: fc.constantFrom(...CONSENT_STATES),
    expiresOn: day,
  },
  { requiredKeys: ['purpose', 'state'] },
)
const label = fc.constantFrom(...CONFIDENTIALITIES)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const world = fc.record({
  incidents: fc.tuple(
    ...IDS.map(() => maybe(fc.record({ label, victim: maybe(fc.nat(3)), isMerged: fc.boolean() }))),
  ),
  claims: fc.tuple(...IDS.map(() => maybe(fc.record({ label, status: fc.constantFrom(...CLAIM_STATUSES) })))),
  persons: fc.tuple(...IDS.map(() => maybe(fc.array(consent, { maxLength: 4 })))),
  releases: fc.array(
    fc.record({
      incidents: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
      claims: fc.uniqueArray(fc.record({ claim: fc.nat(3), status: fc.constantFrom(...CLAIM_STATUSES) }), {
        maxLength: 3,
        selector: ({ claim }) => claim,
      }),
      labels: fc.uniqueArray(label, { minLength: 1 }),
      purposes: fc.uniqueArray(fc.constantFrom(...PURPOSES)),
      reliedOn: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
      isRecalled: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
})
type World = typeof world extends fc.Arbitrary<infer T> ? T : never

function logOf({ incidents, claims, persons, releases }: World): Log {
  const byId = <T extends { readonly id: string }>(records: readonly (T | null)[]) =>
    Object.fromEntries(records.flatMap((record) => (record === null ? [] : [[record.id, record]])))
  return {
    ...releasedLog(),
    incidents: byId(
      incidents.map((each, at) =>
        each === null
          ? null
          : incidentOf(`i${at}`, {
              confidentiality: each.label,
              acts: each.victim === null ? [] : [{ victim: `p${each.victim}`, act: '030101000000' }],
              ...(each.isMerged ? { mergedInto: 'elsewhere' } : {}),
            }),
      ),
    ),
    claims: byId(
      claims.map((each, at) =>
        each === null ? null : claimOf(`c${at}`, { confidentiality: each.label, status: each.status }),
      ),
    ),
    persons: byId(persons.map((each, at) => (each === null ? null : personOf(`p${at}`, each)))),
    releases: byId(
      releases.map((each, at) =>
        releaseOf(`r${at}`, {
          asked: { labels: each.labels, purposes: each.purposes },
          records: [...each.incidents.map((id) => `i${id}`), ...each.claims.map(({ claim }) => `c${claim}`)],
          claimsAsOf: [],
          claimStatuses: each.claims.map(({ claim, status }) => ({ claim: `c${claim}`, status })),
          consentsReliedOn: each.reliedOn.map((id) => ({
            holder: `p${id}`,
            purpose: 'publish-anonymised',
            state: 'given-orally',
          })),
          ...(each.isRecalled ? { recalled: '2021-02-02T00:00:00Z' } : {}),
        }),
      ),
    ),
  }
}

/** By hand: weakest first. */
const ORDER: readonly (readonly ClaimStatus[])[] = [
  ['false'],
  ['not-indicated'],
  ['rumour', 'not-assessed', 'cannot-be-verified'],
  ['partly-supported', 'contested'],
  ['appears-established'],
  ['established'],
]
const rank = (status: ClaimStatus) => ORDER.findIndex((statuses) => statuses.includes(status))

/** `<code> <record>` of each change, in any order. */
function naive({ incidents, claims, persons, releases }: World): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  releases.forEach((release, at) => {
    if (release.isRecalled) return
    const changes = new Set<string>()
    const holders = new Set(release.reliedOn)
    for (const id of release.incidents) {
      const incident = incidents[id]
      if (!incident) changes.add(`record-deleted i${id}`)
      else {
        if (!release.labels.includes(incident.label)) changes.add(`label-raised i${id}`)
        if (incident.isMerged) changes.add(`incident-merged i${id}`)
        if (incident.victim !== null) holders.add(incident.victim)
      }
    }
    for (const { claim: id, status: printed } of release.claims) {
      const claim = claims[id]
      if (!claim) changes.add(`claim-dropped c${id}`)
      else {
        if (!release.labels.includes(claim.label)) changes.add(`label-raised c${id}`)
        if (printed === 'superseded') continue
        if (claim.status === 'superseded') changes.add(`claim-superseded c${id}`)
        else if (rank(claim.status) < rank(printed)) changes.add(`claim-fell c${id}`)
        else if (rank(printed) < 2 && rank(claim.status) > 2) changes.add(`claim-reversed c${id}`)
      }
    }
    for (const id of holders) {
      const person = persons[id]
      if (!person) continue
      for (const purpose of new Set([
        ...release.purposes,
        'keep-in-log',
        ...(release.reliedOn.includes(id) ? ['publish-anonymised'] : []),
      ])) {
        const last = person.filter((each) => each.purpose === purpose).at(-1)
        const isGiven = last?.state.startsWith('given-') ?? false
        const isOver = last?.expiresOn !== undefined && last.expiresOn < TODAY
        const relies = release.reliedOn.includes(id) && purpose === 'publish-anonymised'
        if (last?.state === 'withdrawn') changes.add(`consent-withdrawn p${id}`)
        else if (last?.state === 'refused') changes.add(`consent-refused p${id}`)
        else if (last?.state === 'expired' || (isGiven && isOver)) changes.add(`consent-expired p${id}`)
        else if (relies && !isGiven) changes.add(`consent-narrowed p${id}`)
      }
    }
    if (changes.size > 0) found.set(`r${at}`, changes)
  })
  return found
}

it('agrees with the naive reading', () => {
  fc.assert(
    fc.property(world, (made) => {
      const found = affectedReleases(logOf(made), TODAY)
      const sets = found.map(
        ({ id, changes }) =>
          [id, new Set(changes.map(({ code, id: record }) => `${code} ${record}`))] as const,
      )
      expect(new Map(sets)).toEqual(naive(made))
    }),
    { numRuns: 300 },
  )
})
