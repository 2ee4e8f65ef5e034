import { describe, expect, it } from 'vitest'
import { emptyLog } from '../../../src/core/log.ts'
import { PUBLIC_PROFILE } from '../../../src/core/redaction/profile.ts'
import { redact } from '../../../src/core/redaction/redact.ts'
import { parseLog } from '../../support/parseLog.ts'

const NOW = '2026-01-01T00:00:00Z'
const base = (id: string, confidentiality = 'CLEAR') => ({
  id,
  createdAt: NOW,
  updatedAt: NOW,
  confidentiality,
})
const byId = <R extends { readonly id: string }>(...records: R[]) =>
  Object.fromEntries(records.map((each) => [each.id, each]))

interface Given {
  readonly derivesFrom: readonly string[]
  readonly guarded?: readonly string[]
}

/** What a brief says of a claim that rests on three public articles, one source each. */
function countOf({ derivesFrom, guarded = ['secret'] }: Given): number | undefined {
  const item = (id: string, source: string, label: string, parents: readonly string[]) => ({
    ...base(id, label),
    title: id,
    itemType: 'news-article',
    source,
    accessedAt: '2017-05',
    derivesFrom: parents,
  })
  const source = (id: string, label = 'CLEAR') => ({
    ...base(id, label),
    name: id,
    kind: 'media',
    reliability: 'B',
  })
  const log = parseLog({
    ...emptyLog(NOW),
    claims: byId({
      ...base('claim'),
      statement: 'statement',
      kind: 'event',
      status: 'rumour',
      credibility: 3,
      evidenceFor: ['one', 'two', 'three'],
    }),
    sourceItems: byId(
      item('one', 's1', 'CLEAR', derivesFrom),
      item('two', 's2', 'CLEAR', derivesFrom),
      item('three', 's3', 'CLEAR', derivesFrom),
      ...guarded.map((id) => item(id, `of-${id}`, 'RED', [])),
    ),
    sources: byId(
      source('s1'),
      source('s2'),
      source('s3'),
      ...guarded.map((id) => source(`of-${id}`, 'RED')),
    ),
  })
  return redact({
    log,
    selection: { incidents: [], claims: ['claim'], contacts: [], actions: [] },
    profile: PUBLIC_PROFILE,
    seed: '0'.repeat(64),
    asOf: '2018-01-01',
    language: 'en',
    title: 'Title',
  }).data.claims[0]?.independentSourcesFor
}

describe('the number of independent sources in a brief', () => {
  it('counts copies of one guarded report once', () => {
    expect(countOf({ derivesFrom: ['secret'] })).toBe(1)
  })

  it('is not raised by guarded reports', () => {
    const guarded = ['g1', 'g2', 'g3', 'g4', 'g5']
    expect(countOf({ derivesFrom: guarded, guarded })).toBe(3)
  })

  it('is what the items show where nothing is guarded', () => {
    expect(countOf({ derivesFrom: [] })).toBe(3)
  })
})
