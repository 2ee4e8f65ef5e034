/**
 * Nobody is singled out in briefs of the UCDP events of Syria, and most of the events are still there; alone, and beside
 * an earlier release of a part of them. Needs the folder named by DAYBOOK_TEST_DATA.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { incidentSchema } from '../../../src/core/incident.ts'
import { emptyLog, type Log } from '../../../src/core/log.ts'
import type { BriefIncident } from '../../../src/core/redaction/briefData.ts'
import { PUBLIC_PROFILE } from '../../../src/core/redaction/profile.ts'
import { type RedactedForRelease, redactForRelease } from '../../../src/core/redaction/redactForRelease.ts'
import { releaseEntry } from '../../../src/core/releaseEntry.ts'
import { importInto, NOW } from './planFixture.ts'

const folder = process.env.DAYBOOK_TEST_DATA ?? ''
if (folder === '') console.log('skipped: DAYBOOK_TEST_DATA not set')
const LIMIT_MS = 300_000
const SEED = '5'.repeat(64)
const { k, l } = PUBLIC_PROFILE.disclosure

function briefOf(log: Log, incidents: readonly string[], leaveOutLinked = false): RedactedForRelease {
  return redactForRelease({
    log,
    selection: { incidents, claims: [], contacts: [], actions: [] },
    profile: PUBLIC_PROFILE,
    seed: SEED,
    asOf: '2020-01-01',
    language: 'en',
    title: 'Title',
    leaveOutLinked,
  })
}

/** Texts and exact places leave no trace in these rows, and looking for each of them takes minutes. */
function withoutTexts(log: Log): Log {
  const incidents = Object.values(log.incidents).map(
    ({ id, createdAt, updatedAt, confidentiality, when, where, violationTypes, status, counts }) =>
      incidentSchema.parse({
        ...{ id, createdAt, updatedAt, confidentiality, when, violationTypes, status, counts },
        title: 'Event',
        summary: '',
        where: { country: where.country, admin1: where.admin1 },
      }),
  )
  return { ...emptyLog(NOW), incidents: Object.fromEntries(incidents.map((each) => [each.id, each])) }
}

function withRelease(log: Log, { redacted, verdict }: RedactedForRelease, id: string): Log {
  const { data, profile, records, withheld, disclosure } = redacted
  const entry = releaseEntry(
    { data, profile, seed: SEED, records, withheld, files: [], disclosure, verdict, log },
    id,
    NOW,
  )
  return { ...log, releases: { ...log.releases, [id]: entry } }
}

/** Counted from the printed rows alone. */
function expectSafe(rows: readonly BriefIncident[]): void {
  const kinds = ({ violationTypes }: BriefIncident) => violationTypes.join()
  const others = ({ when, place, killed, injured, detained, missing }: BriefIncident) =>
    JSON.stringify([when, place, killed, injured, detained, missing])
  for (const alike of Map.groupBy(rows, (row) => `${others(row)} ${kinds(row)}`).values())
    expect(alike.length).toBeGreaterThanOrEqual(k)
  if (new Set(rows.map(kinds)).size < 2) return
  for (const alike of Map.groupBy(rows, others).values())
    expect(new Set(alike.map(kinds)).size).toBeGreaterThanOrEqual(l)
}

describe.skipIf(folder === '')('the events of Syria in a brief for the public', () => {
  it('keep 60 % and single nobody out, unions with earlier releases included', {
    timeout: LIMIT_MS,
  }, async () => {
    const bytes = await readFile(join(folder, 'ucdp-ged', 'ucdp_syria_19.1.csv'))
    const imported = await importInto(emptyLog(NOW), { bytes, confidentiality: 'CLEAR' })
    const log = withoutTexts(imported.log)
    const all = Object.values(log.incidents)
    const alone = briefOf(log, Object.keys(log.incidents))
    expect(alone.verdict.refusals).toEqual([])
    expectSafe(alone.redacted.data.incidents)
    expect(alone.redacted.data.incidents.length).toBeGreaterThan(0.6 * all.length)

    const parts = {
      year: all.filter(({ when }) => when.startsWith('2016')),
      place: all.filter(({ where }) => where.admin1 === 'Aleppo Governorate'),
      kind: all.filter(({ violationTypes }) => violationTypes.includes('local:one-sided-violence')),
      half: all.filter((_, at) => at % 2 === 0),
    }
    for (const [id, part] of Object.entries(parts)) {
      const first = briefOf(
        log,
        part.map((incident) => incident.id),
      )
      expectSafe(first.redacted.data.incidents)
      const after = withRelease(log, first, id)
      const { redacted, verdict } = briefOf(after, Object.keys(log.incidents), true)
      expect(verdict.refusals).toEqual([])
      expectSafe(redacted.data.incidents)
      expect(redacted.data.incidents.length).toBeGreaterThan(0.6 * all.length)
      const again = briefOf(withRelease(after, { redacted, verdict }, 'second'), redacted.records)
      expect(again.verdict.links).toEqual([])
    }
  })
})
