/** Counts that an annex has besides kinds, places and status, and what they must not give back. */
import { describe, expect, it } from 'vitest'
import { byQuarterOfYear } from '../../../../src/brief/patternCharts.ts'
import { briefStatistics } from '../../../../src/core/redaction/briefStatistics.ts'
import { sampleBrief } from '../../brief/sampleBrief.ts'

const base = sampleBrief('en', 1)
const first = <R>(rows: readonly R[]): R => {
  const [row] = rows
  if (row === undefined) throw new Error('a sample without rows')
  return row
}
const incident = first(base.incidents)
const claim = first(base.claims)

interface Made {
  readonly when: string
  readonly count: number
  readonly sources: readonly string[]
  readonly groups?: readonly string[]
}

function statisticsOf(made: readonly Made[], hides: boolean) {
  const rows = made.flatMap(({ when, count, sources, groups = [] }, at) =>
    Array.from({ length: count }, (_, n) => ({ id: `i${at * 100 + n + 1}`, when, sources, groups })),
  )
  const incidents = rows.map(({ id, when, groups }) => ({
    ...incident,
    id,
    when,
    violationTypes: ['010101020000'],
    victimGroups: [...groups],
    claims: [],
  }))
  const claims = made.map(({ sources, count }, at) => ({
    ...claim,
    id: `c${at + 1}`,
    sources: [...sources],
    about: Array.from({ length: count }, (_, n) => `i${at * 100 + n + 1}`),
  }))
  return briefStatistics({ incidents, claims, sources: base.sources }, 'quarter', hides).statistics
}

describe('sources of the incidents of a brief', () => {
  it('counts an incident once for each kind of source of the claims about it', () => {
    const { bySourceKind } = statisticsOf([{ when: '2017-33', count: 7, sources: ['s1', 's2', 's1'] }], false)
    expect(bySourceKind).toEqual([
      { code: 'media', count: 7 },
      { code: 'ngo', count: 7 },
    ])
  })

  it('hides a small count of a kind, and another so that it cannot be worked out', () => {
    const { bySourceKind } = statisticsOf(
      [
        { when: '2017-33', count: 3, sources: ['s1'] },
        { when: '2017-33', count: 9, sources: ['s2'] },
      ],
      true,
    )
    expect(bySourceKind).toEqual([
      { code: 'media', count: null },
      { code: 'ngo', count: '<5' },
    ])
  })

  it('hides small groups of victims alike', () => {
    const { byVictimGroup } = statisticsOf(
      [
        { when: '2017-33', count: 2, sources: [], groups: ['children'] },
        { when: '2017-33', count: 9, sources: [], groups: ['lgbt-people'] },
      ],
      true,
    )
    expect(byVictimGroup.map(({ count }) => count)).toEqual(['<5', null])
  })

  const grows = (first: number): Made[] => [
    { when: '2017-33', count: first, sources: ['s1'] },
    { when: '2017-34', count: 12, sources: ['s1', 's2', 's3'] },
  ]

  it('marks a period in which the sources changed with the incidents', () => {
    expect(statisticsOf(grows(6), true).sourceShifts).toEqual(['2017-34'])
  })

  it('marks none whose incidents are hidden', () => {
    expect(statisticsOf(grows(3), true).sourceShifts).toEqual([])
    expect(statisticsOf(grows(3), false).sourceShifts).toEqual(['2017-34'])
  })
})

describe('the quarters of all years together', () => {
  it('add up what is shown, and hide what has a hidden part', () => {
    const byPeriod = [
      { code: '2016-33', count: 6 },
      { code: '2017-33', count: 8 },
      { code: '2017-34', count: '<5' as const },
      { code: '2016-34', count: 9 },
    ]
    expect(byQuarterOfYear(byPeriod)).toEqual([
      { quarter: 1, count: 14 },
      { quarter: 2, count: null },
      { quarter: 3, count: 0 },
      { quarter: 4, count: 0 },
    ])
  })

  it('are not told where a date may lie in any of them', () => {
    const certain = [
      { code: '2016-33', count: 6 },
      { code: '2017-34', count: 8 },
    ]
    expect(byQuarterOfYear(certain)).toHaveLength(4)
    for (const code of ['2016-36~', '2016', '2016-02/2016-11'])
      expect(byQuarterOfYear([...certain, { code, count: 5 }])).toEqual([])
  })

  it('are not told of one year, whose periods say the same', () => {
    expect(byQuarterOfYear([{ code: '2017-33', count: 9 }])).toEqual([])
  })
})
