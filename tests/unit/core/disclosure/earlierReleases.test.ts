import { describe, expect, it } from 'vitest'
import { compareWithLedger, readLedger } from '../../../../src/core/disclosure/earlierReleases.ts'
import { mendings, rowsToLeaveOut } from '../../../../src/core/disclosure/mendLinks.ts'
import type { QuasiRow } from '../../../../src/core/disclosure/quasiRow.ts'
import { shownClasses } from '../../../../src/core/disclosure/shownClasses.ts'
import { suggestCoarsening } from '../../../../src/core/disclosure/suggestCoarsening.ts'
import { alike, RULE } from '../../../support/quasiRows.ts'

const ledgerOf = (...briefs: QuasiRow[][]) =>
  readLedger(briefs.map((rows, at) => ({ id: `release${at}`, classes: shownClasses(rows) })))
const kinds = (rows: QuasiRow[], ...briefs: QuasiRow[][]) =>
  compareWithLedger(rows, ledgerOf(...briefs), RULE.k).map(({ kind, records }) => [kind, records.length])

const quarter = alike('a', 6)
const year = quarter.map((row) => ({ ...row, date: '2017' }))

describe('a brief beside earlier releases', () => {
  it('passes alone, over again, and when it says less of the same rows', () => {
    expect(kinds(quarter)).toEqual([])
    expect(kinds(quarter, quarter)).toEqual([])
    expect(kinds(year, quarter)).toEqual([])
  })

  it('is refused when one row is new among known ones', () => {
    expect(kinds(alike('a', 7), quarter)).toEqual([['added', 1]])
    expect(kinds(alike('a', 9), quarter)).toEqual([])
  })

  it('is refused when one row is missing among known ones', () => {
    expect(kinds(alike('a', 5), quarter)).toEqual([['removed', 1]])
    expect(kinds(alike('a', 3), quarter)).toEqual([])
  })

  it('is refused when one brief tells the quarter and the other the place', () => {
    const byPlace = quarter.map((row, at) => ({
      ...row,
      date: '2017',
      place: { country: 'RU', admin1: at < 3 ? 'North' : 'South' },
    }))
    const byQuarter = quarter.map((row, at) => ({
      ...row,
      date: at % 2 ? '2017-33' : '2017-34',
      place: { country: 'RU', admin1: null },
    }))
    expect(kinds(byPlace, byQuarter)).toEqual([['union', 6]])
  })

  it('counts records of an earlier brief that lose those they were alike to', () => {
    const some = alike('a', 4).map((row) => ({ ...row, counts: { ...row.counts, killed: '1-4' } }))
    const [union] = compareWithLedger(some, ledgerOf(quarter), RULE.k)
    expect(union).toMatchObject({ kind: 'union', records: ['a4', 'a5'] })
    expect(union?.cause).toEqual(['a0', 'a1', 'a2', 'a3'])
  })

  it('does not refuse again what a reader knows already', () => {
    const before = [quarter, alike('a', 7)]
    expect(kinds(alike('a', 7), ...before)).toEqual([])
    expect(kinds([...alike('a', 7), ...alike('b', 3)], ...before)).toEqual([])
    expect(kinds([...alike('a', 7), ...alike('b', 1)], ...before).length).toBeGreaterThan(0)
  })

  it('is refused for a new word about a row that stood alone', () => {
    const alone = alike('a', 1, { category: [] })
    expect(kinds(alike('a', 1), alone)).toEqual([['union', 1]])
    expect(kinds(alone, alike('a', 1))).toEqual([])
  })
})

describe('ways out', () => {
  it('leave out what an earlier release gives away, and nothing more', () => {
    const rows = [...alike('a', 7), ...alike('b', 4, { date: '2018-33' })]
    const { kept, leaveOut } = rowsToLeaveOut(rows, ledgerOf(quarter), RULE)
    expect(leaveOut).toEqual(['a6'])
    expect(kept).toHaveLength(10)
  })

  it('are the coarser steps that need no row left out, where there are any', () => {
    const some = quarter.map((row, at) => ({
      ...row,
      counts: { ...row.counts, killed: at < 2 ? '1-4' : null },
    }))
    const rows = [...some, ...alike('b', 5, { category: ['020111110000'] })]
    const found = mendings(rows, suggestCoarsening(rows, RULE), ledgerOf(quarter), RULE)
    expect(found.some(({ leaveOut, rowsKept }) => leaveOut.length === 0 && rowsKept > 0)).toBe(true)
  })
})
