import { describe, expect, it } from 'vitest'
import { smallClasses } from '../../../../src/core/disclosure/applyDisclosure.ts'
import type { AgeBand } from '../../../../src/core/redaction/policies/age.ts'
import { alike, quasiRow, RULE } from '../../../support/quasiRows.ts'

const small = (rows: Parameters<typeof smallClasses>[0], rule = RULE) =>
  [...smallClasses(rows, rule, true).small].sort()

describe('k', () => {
  it('leaves out rows that fewer than k − 1 others resemble', () => {
    const rows = [...alike('a', 3), ...alike('b', 2, { date: '2017-34' })]
    expect(small(rows)).toEqual(['b0', 'b1'])
  })

  it('looks at declared quasi-identifiers alone', () => {
    const rows = alike('a', 3).map((row, at) => ({ ...row, date: `201${at}-33` }))
    expect(small(rows)).toHaveLength(3)
    expect(small(rows, { ...RULE, quasiIdentifiers: ['place', 'counts', 'category'] })).toEqual([])
  })

  it('takes the people of a row together, person by person', () => {
    const person = (age: AgeBand, sex: string) => ({ age, sex, roles: ['victim'] })
    const rows = [
      ...alike('a', 2, { people: [person('20-29', 'male'), person('30-39', 'female')] }),
      ...alike('b', 1, { people: [person('30-39', 'female'), person('20-29', 'male')] }),
      ...alike('c', 2, { people: [person('20-29', 'female'), person('30-39', 'male')] }),
    ]
    expect(small(rows)).toEqual(['c0', 'c1'])
  })

  it('counts without leaving out where it only reports', () => {
    const counted = smallClasses(alike('a', 2), RULE, false)
    expect(counted.small.size).toBe(0)
    expect(counted.after).toMatchObject({ rows: 2, smallest: 2, rowsUnderK: 2 })
  })
})

describe('l', () => {
  const tortured = { category: ['020111110000'] }

  it('leaves out a class of which the brief says the same of all', () => {
    const rows = [...alike('a', 3), ...alike('b', 3, tortured), ...alike('c', 3, { date: '2017-34' })]
    expect(small(rows)).toEqual(['c0', 'c1', 'c2'])
  })

  it('does not count what the whole brief is about', () => {
    expect(small([...alike('a', 3), ...alike('c', 3, { date: '2017-34' })])).toEqual([])
  })

  it('sees a code that all share in different lists', () => {
    const both = { category: ['020111110000', '030102000000'], date: '2017-34' }
    const rows = [
      ...alike('a', 3),
      ...alike('b', 3, tortured),
      ...alike('c', 3, { ...tortured, date: '2017-34' }),
      ...alike('d', 3, both),
    ]
    expect(small(rows)).toHaveLength(6)
    // In a brief about torture alone, that all were tortured is no news.
    expect(small(rows.filter(({ id }) => !id.startsWith('a')))).toEqual(['b0', 'b1', 'b2'])
  })

  it('begins anew when the rows that made a class diverse are gone', () => {
    const rows = [
      ...alike('a', 3),
      quasiRow('b', tortured),
      ...alike('c', 3, { ...tortured, date: '2018-33' }),
    ]
    expect(small(rows)).toHaveLength(rows.length)
  })
})
