import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/core/claim.ts'
import { claimSchema } from '../../../src/core/claim.ts'
import { assessClaim, boardColumn, type NewAssessment, stateAsOf } from '../../../src/core/grading.ts'
import type { CredibilityCap } from '../../../src/core/sourcing/sourcing.ts'
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

const NO_CAP: CredibilityCap = { highest: 1, whyNotHigher: [] }
const ONE_ROOT: CredibilityCap = { highest: 2, whyNotHigher: [{ code: 'one-root', fields: { items: 3 } }] }
const MET = 'balance-of-probabilities'

const assess = (given: Partial<NewAssessment>, cap = NO_CAP, from = claim) =>
  assessClaim(from, { status: 'contested', when: '2018-01-01', reason: 'because', ...given }, NOW, cap)

function assessed(from: Claim, status: Claim['status'], when: string): Claim {
  const result = assess({ status, when, credibility: 2, standardMet: MET }, NO_CAP, from)
  if (!result.ok) throw new Error(result.error.code)
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

  it('never lend an older day the grades of a newer one', () => {
    const imported: Claim = {
      ...claim,
      status: 'established',
      credibility: 1,
      standardMet: MET,
      assessments: [
        { when: '2017-05-01', from: 'rumour', to: 'partly-supported', reason: 'x', credibility: 4 },
        { when: '2017-06-01', from: 'partly-supported', to: 'appears-established', reason: 'x' },
        { when: '2019-01-01', from: 'appears-established', to: 'established', reason: 'x' },
      ],
    }
    expect(stateAsOf(imported, '2018-01-01')).toMatchObject({ credibility: 4, standardMet: 'none' })
    expect(stateAsOf(imported, '2019-01-01')).toMatchObject({ credibility: 1, standardMet: MET })
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
    expect(assess({ reason: ' \n' })).toEqual({ ok: false, error: { code: 'claim/reason-missing' } })
  })

  it('reach credibility 1 only where the sources allow it, and say why not', () => {
    const refused = { ok: false, error: { code: 'claim/capped-one-root', fields: { items: 3 } } }
    expect(assess({ credibility: 1 }, ONE_ROOT)).toEqual(refused)
    expect(assess({ credibility: 1 })).toMatchObject({ ok: true, value: { credibility: 1 } })
    expect(assess({ credibility: 2 }, ONE_ROOT)).toMatchObject({ ok: true, value: { credibility: 2 } })
  })

  it('refuse to leave a claim at a credibility of 1 that its sources no longer allow', () => {
    const high: Claim = { ...claim, credibility: 1 }
    expect(assess({ status: 'false' }, ONE_ROOT, high)).toMatchObject({ ok: false })
    expect(assess({ status: 'false', credibility: 3 }, ONE_ROOT, high)).toMatchObject({ ok: true })
  })

  it('call nothing established without the standard that is met', () => {
    expect(assess({ status: 'established' })).toEqual({
      ok: false,
      error: { code: 'claim/standard-missing' },
    })
    expect(assess({ status: 'established', standardMet: MET })).toMatchObject({ ok: true })
  })

  it('call nothing superseded without another claim in its place', () => {
    const problem = (given: Partial<NewAssessment>) => {
      const result = assess({ status: 'superseded', ...given })
      return result.ok ? result.value.supersededBy : result.error.code
    }
    expect(problem({})).toBe('claim/superseding-missing')
    expect(problem({ supersededBy: claim.id })).toBe('claim/supersedes-itself')
    expect(problem({ supersededBy: 'better' })).toBe('better')
  })

  it('put every status but superseded on the board', () => {
    expect(CLAIM_STATUSES.filter((status) => boardColumn(status) === null)).toEqual(['superseded'])
  })
})
