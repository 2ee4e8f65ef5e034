import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/core/claim.ts'
import { claimSchema } from '../../../src/core/claim.ts'
import { assessClaim, boardColumn, stateAsOf } from '../../../src/core/grading.ts'
import { independentSources } from '../../../src/core/independence.ts'
import { sourceSchema } from '../../../src/core/source.ts'
import { sourceItemSchema } from '../../../src/core/sourceItem.ts'
import { CLAIM_STATUSES } from '../../../src/core/vocabularyCodes.ts'

const NOW = '2026-11-22T10:00:00Z'
const base = (id: string) => ({ id, createdAt: NOW, updatedAt: NOW, confidentiality: 'CLEAR' })
const claim: Claim = claimSchema.parse({
  ...base('c'),
  statement: 'x',
  kind: 'event',
  status: 'rumour',
  credibility: 6,
})

function assessed(from: Claim, status: Claim['status'], when: string): Claim {
  const result = assessClaim(from, { status, when, reason: 'because', credibility: 2 }, NOW)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

describe('assessments', () => {
  it('replay the day they speak for, not the day they were typed in', () => {
    const later = assessed(claim, 'established', '2018-12-20')
    const both = assessed(later, 'appears-established', '2017-05-01')
    expect(stateAsOf(both, '2017-01-01')).toMatchObject({ status: 'rumour', assessedOn: null })
    expect(stateAsOf(both, '2017-06-01')).toMatchObject({
      status: 'appears-established',
      assessedOn: '2017-05-01',
    })
    expect(stateAsOf(both, '2019-01-01')).toMatchObject({ status: 'established', assessedOn: '2018-12-20' })
    expect(both).toMatchObject({ status: 'established', asOf: '2018-12-20' })
  })

  it('keep every earlier one, with what it replaced', () => {
    const twice = assessed(assessed(claim, 'contested', '2017-05-01'), 'false', '2018-01-01')
    expect(twice.assessments.map((a) => [a.from, a.to])).toEqual([
      ['rumour', 'contested'],
      ['contested', 'false'],
    ])
    expect(claim.assessments).toEqual([])
  })

  it('do not undo a later state that came without a history', () => {
    const imported: Claim = { ...claim, status: 'established', asOf: '2018-12-20' }
    const earlier = assessed(imported, 'rumour', '2017-04-10')
    expect(earlier).toMatchObject({ status: 'established', asOf: '2018-12-20' })
    expect(stateAsOf(earlier, '2017-06-01').status).toBe('rumour')
    expect(stateAsOf(earlier, '2019-01-01').status).toBe('established')
  })

  it('need a reason', () => {
    expect(assessClaim(claim, { status: 'false', when: '2018-01-01', reason: ' ' }, NOW)).toEqual({
      ok: false,
      error: 'claim/reason-missing',
    })
  })

  it('put every status but superseded on the board', () => {
    expect(CLAIM_STATUSES.filter((status) => boardColumn(status) === null)).toEqual(['superseded'])
  })
})

describe('independent sources', () => {
  const source = (id: string, gotItFrom?: string) =>
    sourceSchema.parse({
      ...base(id),
      name: id,
      kind: 'media',
      reliability: 'F',
      ...(gotItFrom ? { gotItFrom } : {}),
    })
  const item = (id: string, from: string, derivesFrom: string[] = []) =>
    sourceItemSchema.parse({
      ...base(id),
      title: id,
      itemType: 'news-article',
      source: from,
      accessedAt: '2017',
      derivesFrom,
    })
  const sources = Object.fromEntries([source('p'), source('q'), source('r', 'p')].map((s) => [s.id, s]))
  const items = Object.fromEntries(
    [
      item('a', 'p'),
      item('b', 'q', ['a']),
      item('c', 'r', ['a']),
      item('d', 'q'),
      item('e', 'r'),
      item('x', 'p', ['y']),
      item('y', 'q', ['x']),
    ].map((i) => [i.id, i]),
  )
  const count = (...ids: string[]) => independentSources(ids, { items, sources }).size

  it('counts three articles quoting one as one', () => {
    expect(count('a', 'b', 'c')).toBe(1)
  })
  it('counts what derives from nothing by its own source', () => {
    expect(count('a', 'd')).toBe(2)
  })
  it('follows where a source has it from', () => {
    expect(count('a', 'e')).toBe(1)
  })
  it('counts a circle once, from wherever it is entered', () => {
    expect(count('x')).toBe(1)
    expect(count('x', 'y')).toBe(1)
  })
  it('counts nothing for items that are not there', () => {
    expect(count('gone')).toBe(0)
  })
})
