import fc from 'fast-check'
import { expect, test } from 'vitest'
import { incidentSchema } from '../../../src/core/incident.ts'
import { ArrivingRecords } from '../../../src/renderer/arrivingRecords.ts'
import { IncidentLinks } from '../../../src/renderer/IncidentLinks.ts'
import {
  beginIndexes,
  carryIndexes,
  feedIndexes,
  handFedIndexesOn,
  logIndex,
} from '../../../src/renderer/logIndexes.ts'
import { NO_RECORDS, patchRecords } from '../../../src/renderer/storeState.ts'
import type { LogPatch, LogView } from '../../../src/shared/ipc/views.ts'

const incident = (id: string) =>
  incidentSchema.parse({
    id,
    createdAt: '2026-02-03T09:00:00.000Z',
    updatedAt: '2026-02-03T09:00:00.000Z',
    confidentiality: 'AMBER',
    title: id,
    summary: '',
    when: '2026-02-03',
    where: { precision: 4 },
    violationTypes: ['030102000000'],
    status: 'likely',
  })
const IDS = Array.from({ length: 130 }, (_, index) => `i${index}`)
const some = fc.array(fc.constantFrom('x', 'y', ...IDS.slice(0, 4)), { maxLength: 3 })
const made = (id: string) =>
  fc.record({ actors: some, related: some, claims: some }).map(({ actors, related, claims }) => ({
    ...incident(id),
    involvements: actors.map((who) => ({
      who,
      role: 'perpetrator' as const,
      confidence: 'possible' as const,
    })),
    related: related.map((each) => ({ incident: each, how: 'same-operation' as const })),
    claims,
  }))
const puts = fc
  .array(
    fc.constantFrom(...IDS).chain((id) => fc.tuple(fc.constant(id), fc.option(made(id)))),
    { maxLength: 60 },
  )
  .map((entries): LogPatch => ({ incidents: Object.fromEntries(entries) }) as LogPatch)
const asked = (links: IncidentLinks) =>
  ['x', 'y', ...IDS].map((id) =>
    [links.ofActor(id), links.ofIncident(id), links.ofClaim(id)].map((ids) => ids.toSorted()),
  )

/** A log of these incidents arrives in portions; what is given with a portion is changed while that is being fed. */
async function afterArrival(portions: readonly (readonly [LogPatch, LogPatch])[]) {
  let records: LogView = { ...NO_RECORDS }
  beginIndexes(records)
  const begun = logIndex(records, 'incidentLinks')
  const arrived = new ArrivingRecords()
  for (const [portion, change] of portions) {
    const rows = { incidents: present(portion) }
    arrived.add(rows)
    const fed = feedIndexes(
      rows,
      () => records,
      (kind, id) => arrived.hasChanged(kind, id),
    )
    arrived.change(change)
    const after = patchRecords(records, change)
    carryIndexes(records, after, change)
    records = after
    await fed
    const merged = arrived.mergeInto(records)
    handFedIndexesOn(records, merged)
    records = merged
  }
  return { records, begun }
}

const present = ({ incidents }: LogPatch) =>
  Object.fromEntries(
    Object.entries(incidents ?? {}).flatMap(([id, each]) => (each === null ? [] : [[id, each]])),
  )

test('fed with what arrives and with changes meanwhile, it says what one built of all records says', async () => {
  const portion = fc.tuple(puts, puts)
  await fc.assert(
    fc.asyncProperty(fc.array(portion, { minLength: 1, maxLength: 4 }), async (portions) => {
      const { records, begun } = await afterArrival(portions)
      const fed = logIndex(records, 'incidentLinks')
      expect(asked(fed)).toEqual(asked(new IncidentLinks(records)))
      // Not built anew.
      expect(fed).toBe(begun)
    }),
    { numRuns: 40 },
  )
})

test('what was asked for while records still wait to be shown is built of all of them in the end', async () => {
  const before: LogView = { ...NO_RECORDS }
  beginIndexes(before)
  const early = logIndex(before, 'sourcing')
  const rows = { incidents: { a: incident('a') } }
  const arrived = new ArrivingRecords()
  arrived.add(rows)
  await feedIndexes(
    rows,
    () => before,
    () => false,
  )
  const after = arrived.mergeInto(before)
  const links = logIndex(before, 'incidentLinks')
  handFedIndexesOn(before, after)
  expect(logIndex(after, 'incidentLinks')).toBe(links)
  expect(logIndex(after, 'sourcing')).not.toBe(early)
})
