/** The state of a claim as of any day is the one it had on that day, in whatever order its assessments were typed in. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Claim, claimSchema } from '../../src/core/claim.ts'
import { assessClaim, type NewAssessment, stateAsOf } from '../../src/core/grading.ts'
import { CLAIM_STATUSES, CREDIBILITIES, STANDARDS } from '../../src/core/vocabularyCodes.ts'

const NOW = '2026-01-01T00:00:00Z'
const OPEN = { highest: 1, whyNotHigher: [] } as const
const claim = claimSchema.parse({
  id: 'c',
  createdAt: NOW,
  updatedAt: NOW,
  confidentiality: 'RED',
  statement: 'x',
  kind: 'event',
  status: 'not-assessed',
  credibility: 6,
})
const dayAt = (at: number) => `2017-01-${String(at + 1).padStart(2, '0')}`
const given = fc
  .record({
    day: fc.integer({ min: 0, max: 27 }),
    status: fc.constantFrom(...CLAIM_STATUSES),
    credibility: fc.constantFrom(...CREDIBILITIES),
    standardMet: fc.constantFrom(...STANDARDS.filter((each) => each !== 'none')),
  })
  .map(
    ({ day, ...grades }): NewAssessment => ({
      ...grades,
      when: dayAt(day),
      reason: 'r',
      supersededBy: 'later',
    }),
  )
const onDifferentDays = fc.uniqueArray(given, { selector: (each) => each.when, minLength: 1, maxLength: 8 })

function assess(from: Claim, each: NewAssessment): Claim {
  const result = assessClaim(from, each, NOW, OPEN)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

it('replays what was assessed by the day, and nothing later', () => {
  fc.assert(
    fc.property(onDifferentDays, fc.array(fc.nat()), (all, shuffle) => {
      const typed = all.map((each, at) => ({ each, key: shuffle[at] ?? 0 })).sort((a, b) => a.key - b.key)
      const final = typed.reduce((at, { each }) => assess(at, each), claim)
      for (let day = 0; day < 28; day++) {
        const past = all.filter((each) => each.when <= dayAt(day))
        const last = past.sort((a, b) => (a.when < b.when ? 1 : -1))[0]
        const { status, credibility, standardMet, assessedOn } = stateAsOf(final, dayAt(day))
        if (last === undefined) expect(assessedOn).toBeNull()
        else
          expect([status, credibility, standardMet, assessedOn]).toEqual([
            last.status,
            last.credibility,
            last.standardMet,
            last.when,
          ])
      }
    }),
  )
})

it('keeps every earlier assessment as it was', () => {
  fc.assert(
    fc.property(onDifferentDays, (all) => {
      let at = claim
      for (const each of all) {
        const next = assess(at, each)
        expect(next.assessments.slice(0, at.assessments.length)).toEqual(at.assessments)
        expect(next.assessments).toHaveLength(at.assessments.length + 1)
        at = next
      }
    }),
  )
})
