/**
 * Logs of hundreds of incidents, where nothing leaks and thousands of protected values could be met by chance: their
 * briefs pass. Made-up names, tags and titles in three scripts.
 */
import { describe, expect, it } from 'vitest'
import { makeIncident } from '../../bench/incidents.ts'
import { makeBrief } from '../../src/brief/makeBrief.ts'
import { labelWithOwn } from '../../src/brief/vocabularyLabel.ts'
import type { BriefForm } from '../../src/core/briefForms.ts'
import { emptyLog } from '../../src/core/log.ts'
import { PROFILES } from '../../src/core/redaction/profile.ts'
import { redact } from '../../src/core/redaction/redact.ts'
import { RESOURCES } from '../unit/brief/sampleBrief.ts'

const TIMEOUT_MS = 240_000
const SUMMARY = 'Three men were taken from their homes at night and held for nine days without charge.'

async function release(seed: number, incidents: number, forms: readonly BriefForm[]) {
  const made = Array.from({ length: incidents }, (_, index) => ({
    ...makeIncident(seed, index),
    confidentiality: 'CLEAR' as const,
    summary: SUMMARY,
  }))
  const log = {
    ...emptyLog('2026-02-03T09:00:00Z'),
    incidents: Object.fromEntries(made.map((each) => [each.id, each])),
  }
  const profile = PROFILES.un
  if (profile === undefined) throw new Error('there is no such profile')
  const { data, canaries, labels } = redact({
    log,
    selection: { incidents: Object.keys(log.incidents), claims: [], contacts: [], actions: [] },
    profile,
    accepted: 'all',
    seed: '0'.repeat(64),
    asOf: '2026-02-03',
    language: 'en',
    title: 'Title',
  })
  expect(data.incidents).toHaveLength(incidents)
  const brief = await makeBrief({
    data,
    canaries,
    label: labelWithOwn(labels),
    resourcesDir: RESOURCES,
    forms,
  })
  return brief.ok ? 'clean' : brief.error
}

describe('a large log without a leak', () => {
  it.each([11, 103, 108])(
    'passes as JSON and tables, seed %i',
    async (seed) => {
      expect(await release(seed, 300, ['json', 'csv', 'geojson'])).toBe('clean')
    },
    TIMEOUT_MS,
  )

  it.each([201, 209])(
    'passes as PDF, seed %i',
    async (seed) => {
      expect(await release(seed, 250, ['pdf'])).toBe('clean')
    },
    TIMEOUT_MS,
  )
})
