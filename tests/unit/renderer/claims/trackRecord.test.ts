import { describe, expect, it } from 'vitest'
import { evidenceSide } from '../../../../src/core/sourcing/claimSourcing.ts'
import { RootFinder } from '../../../../src/core/sourcing/RootFinder.ts'
import { recordsOfLog } from '../../../../src/core/sourcing/sourcingRecords.ts'
import { bestReliability, sourcesByGrade } from '../../../../src/renderer/claims/sourceGrades.ts'
import { outcomeOf, trackRecord } from '../../../../src/renderer/claims/trackRecord.ts'
import { byId, sampleClaim, sampleItem, sampleSource } from '../../../support/claimSamples.ts'

describe('trackRecord', () => {
  const items = new Map([
    ['own', sampleItem('own', 's')],
    ['copy', sampleItem('copy', 's', ['elsewhere'])],
  ])

  it('counts a source as right when it spoke for what holds or against what is false', () => {
    const record = trackRecord(
      [
        sampleClaim('a', { status: 'established', evidenceFor: ['own'] }),
        sampleClaim('b', { status: 'false', evidenceAgainst: ['own'] }),
        sampleClaim('c', { status: 'false', evidenceFor: ['own'] }),
        sampleClaim('d', { status: 'contested', evidenceFor: ['own'] }),
        sampleClaim('e', { status: 'established', evidenceFor: ['another'] }),
      ],
      items,
    )
    expect(record.counts).toEqual({ 'borne-out': 2, contradicted: 1, open: 1 })
    expect(record.claims.map(({ claim }) => claim.id)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('does not count what it only repeated', () => {
    const record = trackRecord([sampleClaim('a', { status: 'established', evidenceFor: ['copy'] })], items)
    expect(record.counts['borne-out']).toBe(0)
    expect(record.repeated).toBe(1)
  })

  it('leaves open what nobody has settled', () => {
    for (const status of ['not-indicated', 'cannot-be-verified', 'superseded', 'rumour'] as const)
      expect(outcomeOf(status, 'for')).toBe('open')
  })
})

describe('grades of the sources behind a claim', () => {
  const sources = byId([
    sampleSource('b', { reliability: 'B' }),
    sampleSource('e', { reliability: 'E' }),
    sampleSource('new', { reliability: 'F' }),
  ])
  const sourceItems = byId([
    sampleItem('of-b', 'b'),
    sampleItem('of-e', 'e'),
    sampleItem('of-new', 'new'),
    sampleItem('copy-by-e', 'e', ['of-b']),
  ])
  const side = (ids: readonly string[]) =>
    evidenceSide(ids, new RootFinder(recordsOfLog({ sourceItems, sources, bin: {} })))

  it('takes the source something first came from, not the one that repeats it', () => {
    expect(bestReliability(side(['copy-by-e']), sources)).toBe('B')
  })
  it('takes F only when nobody has judged any of them', () => {
    expect(bestReliability(side(['of-e', 'of-new']), sources)).toBe('E')
    expect(bestReliability(side(['of-new']), sources)).toBe('F')
    expect(bestReliability(side([]), sources)).toBeNull()
  })
  it('lists the sources by grade, each once', () => {
    expect(sourcesByGrade(side(['of-new', 'of-b', 'copy-by-e', 'of-e']), sources)).toEqual([
      { grade: 'B', ids: ['b'] },
      { grade: 'E', ids: ['e'] },
      { grade: 'F', ids: ['new'] },
    ])
  })
})
