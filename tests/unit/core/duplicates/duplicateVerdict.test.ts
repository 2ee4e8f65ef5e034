import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DUPLICATE_VERDICTS, judgeDuplicate } from '../../../../src/core/duplicates/duplicateVerdict.ts'
import { type Incident, incidentSchema } from '../../../../src/core/incident.ts'
import { applyChange, emptyLog, type Log } from '../../../../src/core/log.ts'

const NOW = '2026-01-01T00:00:00Z'
const incident = (id: string, fields: Partial<Incident> = {}): Incident =>
  incidentSchema.parse({
    ...{ id, createdAt: NOW, updatedAt: NOW, confidentiality: 'CLEAR', title: id, summary: '' },
    ...{ when: '2017', where: {}, violationTypes: [], status: 'possible', ...fields },
  })
const logOf = (...incidents: readonly Incident[]): Log => ({
  ...emptyLog(NOW),
  incidents: Object.fromEntries(incidents.map((each) => [each.id, each])),
})
const judged = (log: Log, id: string, other: string, verdict: (typeof DUPLICATE_VERDICTS)[number]): Log => {
  const change = judgeDuplicate(log, id, other, verdict, NOW)
  if (!change.ok) throw new Error(change.error.code)
  return applyChange(log, change.value).log
}

describe('what somebody found of two records', () => {
  it('is noted once, and takes earlier answers out of both', () => {
    const before = logOf(incident('a'), incident('b', { possibleDuplicateOf: ['a', 'c'] }))
    const { a, b } = judged(before, 'a', 'b', 'different').incidents
    expect(a?.notDuplicateOf).toEqual(['b'])
    expect(b?.possibleDuplicateOf).toEqual(['c'])
    const later = judged(logOf(a ?? incident('a'), incident('b')), 'a', 'b', 'later').incidents
    expect(later.a).toMatchObject({ possibleDuplicateOf: ['b'] })
    expect(later.a).not.toHaveProperty('notDuplicateOf')
  })

  it('is taken back from what was said of a record that was merged into the other one', () => {
    const before = logOf(
      incident('old', { mergedInto: 'a' }),
      incident('a'),
      incident('c', { possibleDuplicateOf: ['old'] }),
    )
    const { c } = judged(before, 'c', 'a', 'different').incidents
    expect(c).toMatchObject({ possibleDuplicateOf: [], notDuplicateOf: ['a'] })
  })

  it('of what is not there, or of one record twice, is refused', () => {
    const log = logOf(incident('a'))
    expect(judgeDuplicate(log, 'a', 'x', 'later', NOW)).toMatchObject({
      error: { code: 'records/not-found' },
    })
    expect(judgeDuplicate(log, 'a', 'constructor', 'later', NOW)).toMatchObject({ ok: false })
    expect(judgeDuplicate(log, 'a', 'a', 'later', NOW)).toMatchObject({
      error: { code: 'merges/into-itself' },
    })
  })

  it('ends in the last answer whatever was said before, by either of them, and says no more the second time', () => {
    const answer = fc.record({
      verdict: fc.constantFrom(...DUPLICATE_VERDICTS),
      isOfSecond: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1 }), (answers) => {
        let log = logOf(incident('a'), incident('b'))
        for (const { verdict, isOfSecond } of answers)
          log = judged(log, isOfSecond ? 'b' : 'a', isOfSecond ? 'a' : 'b', verdict)
        const { a, b } = log.incidents
        const last = answers.at(-1)?.verdict
        const says = (field: 'possibleDuplicateOf' | 'notDuplicateOf') =>
          (a?.[field]?.length ?? 0) + (b?.[field]?.length ?? 0)
        expect(says('possibleDuplicateOf')).toBe(last === 'later' ? 1 : 0)
        expect(says('notDuplicateOf')).toBe(last === 'different' ? 1 : 0)
        const [id, other] = answers.at(-1)?.isOfSecond ? (['b', 'a'] as const) : (['a', 'b'] as const)
        expect(judgeDuplicate(log, id, other, last ?? 'open', NOW)).toEqual({ ok: true, value: [] })
      }),
    )
  })
})
