import { describe, expect, it } from 'vitest'
import { coarsenPrecision } from '../../../../src/core/disclosure/coarsening.ts'
import {
  coarserAge,
  coarserCategory,
  coarserCount,
  coarserPlace,
} from '../../../../src/core/disclosure/coarsenValues.ts'
import { PUBLIC_PROFILE } from '../../../../src/core/redaction/profile.ts'

describe('coarser values', () => {
  it.each([
    ['17', 'rounded', '15-19'],
    ['17', 'banded', '10-49'],
    ['15-19', 'wide', '10+'],
    ['1-4', 'wide', '1-9'],
    ['10-49', 'rounded', '10-49'],
    ['50+', 'rounded', '50+'],
    ['50+', 'wide', '10+'],
    ['1-9', 'banded', '1-9'],
    ['10+', 'none', null],
  ] as const)('of a number of people: %s, %s', (shown, step, coarser) => {
    expect(coarserCount(shown, step)).toBe(coarser)
  })

  it('of places lose the grid cell with the first step', () => {
    const place = { region: 'Asia', country: 'SY', admin1: 'Homs', town: 'Homs', cell: '34 36 1' }
    expect(coarserPlace(place, 'town')).toEqual({ ...place, cell: null })
    expect(coarserPlace(place, 'country')).toEqual({ ...place, cell: null, town: null, admin1: null })
    expect(Object.values(coarserPlace(place, 'none'))).toEqual([null, null, null, null, null])
  })

  it('of kinds are their chapters, terms of Daybook included', () => {
    expect(coarserCategory(['020111110000', 'local:armed-clash', 'local:own'], 'group')).toEqual([
      '010000000000',
      '020000000000',
      'other',
    ])
  })

  it('of ages are bands of twenty years', () => {
    expect([coarserAge('40-49', '20'), coarserAge('65+', '20'), coarserAge('0-19', 'none')]).toEqual([
      '40-59',
      '65+',
      null,
    ])
  })

  it('make a brief say the tighter of profile and step', () => {
    const precision = coarsenPrecision(PUBLIC_PROFILE.precision, { date: 'month', place: 'country' })
    expect(precision).toMatchObject({ date: 'quarter', place: 'country', coordinates: 'none' })
  })
})
