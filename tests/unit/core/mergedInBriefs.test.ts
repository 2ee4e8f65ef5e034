import { describe, expect, it } from 'vitest'
import { applyChange, emptyLog, type Log, type Put } from '../../../src/core/log.ts'
import { mergeIncidents } from '../../../src/core/mergeIncidents.ts'
import { parseQuery } from '../../../src/core/query.ts'
import { type Kind, SCHEMAS } from '../../../src/core/records.ts'
import { PUBLIC_PROFILE } from '../../../src/core/redaction/profile.ts'
import { redact } from '../../../src/core/redaction/redact.ts'
import { selectByQuery } from '../../../src/core/redaction/selectByQuery.ts'
import { releaseEntry } from '../../../src/core/releaseEntry.ts'

const NOW = '2026-01-01T00:00:00Z'
const SEED = '0'.repeat(64)
const BASE = { createdAt: NOW, updatedAt: NOW, confidentiality: 'CLEAR' }

function logOf(records: readonly (readonly [Kind, Readonly<Record<string, unknown>>])[]): Log {
  const change = records.map(([kind, fields]) => {
    const record = SCHEMAS[kind].parse({ ...BASE, ...fields })
    return { kind, id: record.id, record } as Put
  })
  return applyChange(emptyLog(NOW), change).log
}
const incident = (id: string, fields: object = {}) =>
  [
    'incidents',
    {
      id,
      title: id,
      summary: '',
      when: '2017-04',
      where: { country: 'RU' },
      violationTypes: ['030101000000'],
      status: 'possible',
      ...fields,
    },
  ] as const
const LOG = logOf([
  incident('kept', { acts: [{ victim: 'p', act: '030101000000' }] }),
  incident('gone'),
  [
    'claims',
    {
      id: 'c',
      statement: 'x',
      kind: 'event',
      status: 'rumour',
      credibility: 6,
      about: ['gone'],
      assessments: [{ when: '2018-01-01', from: 'not-assessed', to: 'rumour', reason: 'because' }],
    },
  ],
  [
    'persons',
    {
      id: 'p',
      codeName: 'Heron',
      roles: ['victim'],
      consents: [{ purpose: PUBLIC_PROFILE.purposes[0], state: 'given-in-writing' }],
    },
  ],
])

function briefOf(log: Log) {
  const query = parseQuery('')
  if (!query.ok) throw new Error(query.error.code)
  return redact({
    log,
    selection: selectByQuery(log, query.value, '2019-01-01'),
    profile: PUBLIC_PROFILE,
    seed: SEED,
    asOf: '2019-01-01',
    language: 'en',
    title: 'T',
    keepSmallClasses: true,
  })
}

describe('a brief after a merge', () => {
  const merge = mergeIncidents(LOG, 'gone', 'kept', NOW)
  const merged = applyChange(LOG, merge.ok ? merge.value : []).log
  const { data, records, withheld, disclosure } = briefOf(merged)

  it('shows one incident, and the claim about the other leads to it', () => {
    expect(briefOf(LOG).data.incidents).toHaveLength(2)
    expect(data.incidents.map((row) => row.id)).toEqual(['i1'])
    expect(data.claims.map((row) => row.about)).toEqual([['i1']])
    expect(withheld['record/duplicate']).toBe(1)
  })

  it('enters the ledger with the consents it rests on and the days of its claims', () => {
    const refusals = [{ rule: 'k' as const, rows: 1 }]
    const entry = releaseEntry(
      {
        data,
        profile: PUBLIC_PROFILE,
        seed: SEED,
        records,
        withheld,
        files: [],
        log: merged,
        disclosure,
        verdict: { refusals },
        overrideReason: 'The family asks for it',
      },
      'r',
      NOW,
    )
    expect(entry.shown?.map((shown) => shown.records)).toEqual([['kept']])
    expect(entry.overrides).toEqual([{ rule: 'k', reason: 'The family asks for it' }])
    expect(entry.consentsReliedOn).toEqual([
      { holder: 'p', purpose: PUBLIC_PROFILE.purposes[0], state: 'given-in-writing' },
    ])
    expect(entry.claimsAsOf).toEqual([{ claim: 'c', asOf: '2018-01-01' }])
    expect(SCHEMAS.releases.parse(entry)).toEqual(entry)
  })
})
