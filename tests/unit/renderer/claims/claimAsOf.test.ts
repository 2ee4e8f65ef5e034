import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateAsOf } from '../../../../src/core/grading.ts'
import { CLAIM_STATUSES, CREDIBILITIES } from '../../../../src/core/vocabularyCodes.ts'
import { typedToDay } from '../../../../src/renderer/claims/AsOfField.tsx'
import { claimAsOf, nextAssessedDay } from '../../../../src/renderer/claims/claimAsOf.ts'
import { BoardOrder } from '../../../../src/renderer/features/board/BoardOrder.ts'
import { byId, sampleClaim } from '../../../support/claimSamples.ts'

const assessed = (when: string, to: string) => ({
  when,
  from: 'not-assessed',
  to,
  credibility: 3,
  reason: 'Why.',
})
const day = fc.constantFrom('2016-12-31', '2017-04-10', '2017-05-29', '2018-12-28', '2019-02-18')
const assessment = fc.record({
  when: day,
  from: fc.constantFrom(...CLAIM_STATUSES),
  to: fc.constantFrom(...CLAIM_STATUSES),
  credibility: fc.constantFrom(...CREDIBILITIES),
  reason: fc.constant('Why.'),
})
const claims = fc
  .array(fc.array(assessment, { maxLength: 4 }), { maxLength: 8 })
  .map((histories) => histories.map((assessments, index) => sampleClaim(`c${index}`, { assessments })))

describe('a claim as of a day', () => {
  it('stands as the assessments up to that day say', () => {
    const claim = sampleClaim('a', {
      status: 'established',
      asOf: '2018-12-28',
      assessments: [assessed('2017-05-29', 'appears-established'), assessed('2018-12-28', 'established')],
    })
    expect(claimAsOf(claim, null)).toBe(claim)
    expect(claimAsOf(claim, '2017-12-31')).toMatchObject({
      status: 'appears-established',
      asOf: '2017-05-29',
    })
    expect(claimAsOf(claim, '2019-01-01').status).toBe('established')
    const before = claimAsOf(claim, '2017-01-01')
    expect(before.status).toBe('not-assessed')
    expect(before).not.toHaveProperty('asOf')
  })

  it('goes from one assessed day to the next', () => {
    const all = [
      sampleClaim('a', { assessments: [assessed('2017-05-29', 'rumour')] }),
      sampleClaim('b', { assessments: [assessed('2018-12-28', 'false'), assessed('2017-04-10', 'rumour')] }),
    ]
    expect(nextAssessedDay(all, '9999', 'earlier')).toBe('2018-12-28')
    expect(nextAssessedDay(all, '2018-12-28', 'earlier')).toBe('2017-05-29')
    expect(nextAssessedDay(all, '2017-04-10', 'earlier')).toBeNull()
    expect(nextAssessedDay(all, '2017-04-10', 'later')).toBe('2017-05-29')
  })

  it('takes a typed month for its last day, and nothing for what has no end', () => {
    expect(typedToDay('2017-05-01')).toBe('2017-05-01')
    expect(typedToDay('April 2017')).toBe('2017-04-30')
    expect(typedToDay('2017')).toBe('2017-12-31')
    expect(typedToDay('2017-04/..')).toBeNull()
    expect(typedToDay('soon')).toBeNull()
  })
})

describe('BoardOrder', () => {
  it('keeps its order over changes as a new sorting would have it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(claims, fc.option(day)), { minLength: 1, maxLength: 4 }), (steps) => {
        const kept = new BoardOrder()
        for (const [records, asOf] of steps) {
          const rows = kept.update(byId(records), asOf)
          expect(rows).toEqual(new BoardOrder().update(byId(records), asOf))
          for (const row of rows)
            if (asOf !== null) {
              const claim = records.find(({ id }) => id === row.id)
              if (claim) expect(row.status).toBe(stateAsOf(claim, asOf).status)
            }
        }
      }),
    )
  })

  it('shows a claim that did not change by the same object', () => {
    const order = new BoardOrder()
    const [a, b] = [sampleClaim('a'), sampleClaim('b')]
    const before = order.update(byId([a, b]), '2018-01-01')
    const after = order.update(byId([a, sampleClaim('b', { statement: 'Another' })]), '2018-01-01')
    const rowOf = (rows: typeof before, id: string) => rows.find((row) => row.id === id)
    expect(rowOf(after, 'a')).toBe(rowOf(before, 'a'))
    expect(rowOf(after, 'b')).not.toBe(rowOf(before, 'b'))
  })
})
