/**
 * Every policy is idempotent, and monotone: what a tighter step shows is a function of what a looser one shows. Checked
 * by making the tighter value out of the looser one alone.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageBand } from '../../../src/core/redaction/policies/age.ts'
import {
  CATEGORY_GROUPS,
  coarsenCategory,
  mergeRareCategories,
  OTHER_CATEGORY,
} from '../../../src/core/redaction/policies/category.ts'
import { gridCell } from '../../../src/core/redaction/policies/coordinates.ts'
import { COUNT_TEXT, coarsenCount } from '../../../src/core/redaction/policies/count.ts'
import { coarsenPlace } from '../../../src/core/redaction/policies/place.ts'
import {
  AGE_PRECISIONS,
  CATEGORY_PRECISIONS,
  COORDINATE_PRECISIONS,
  COUNT_PRECISIONS,
  PLACE_PRECISIONS,
} from '../../../src/core/redaction/precision.ts'

/** A step and one at most as loose. */
function steps<P extends string>(ladder: readonly P[]): fc.Arbitrary<readonly [tight: P, loose: P]> {
  const at = fc.nat(ladder.length - 1)
  return fc.tuple(at, at).map(([a, b]) => {
    const [tight, loose] = [ladder[Math.min(a, b)], ladder[Math.max(a, b)]]
    if (tight === undefined || loose === undefined) throw new Error('empty ladder')
    return [tight, loose] as const
  })
}

const lat = fc.double({ min: -90, max: 90, noNaN: true })
const lon = fc.double({ min: -180, max: 180, noNaN: true })
const DAY = '2019-06-30'

describe('coordinates', () => {
  it('are cells that hold the point, and follow from finer cells', () => {
    fc.assert(
      fc.property(lat, lon, steps(COORDINATE_PRECISIONS), (y, x, [tight, loose]) => {
        const fine = gridCell(y, x, loose)
        const coarse = gridCell(y, x, tight)
        if (fine !== null) {
          expect(fine.south <= y && y <= fine.south + fine.size).toBe(true)
          expect(fine.west <= x && x <= fine.west + fine.size).toBe(true)
          expect(gridCell(fine.south, fine.west, tight)).toEqual(coarse)
          expect(gridCell(fine.south, fine.west, loose)).toEqual(fine)
          expect(Object.values(fine).some((edge) => Object.is(edge, -0))).toBe(false)
        } else expect(coarse).toBeNull()
      }),
      { numRuns: 1000 },
    )
  })

  it('are nothing without a point', () => {
    expect(gridCell(undefined, 1, '1')).toBeNull()
    expect(gridCell(43.3, 45.7, '0.5')).toEqual({ south: 43, west: 45.5, size: 0.5 })
  })
})

describe('counts', () => {
  /** The lowest number that a shown count may stand for. */
  const lowest = (shown: string) => Number.parseInt(shown, 10)
  it('follow from finer ones and stay as they are when coarsened again', () => {
    fc.assert(
      fc.property(fc.nat(400), steps(COUNT_PRECISIONS), (people, [tight, loose]) => {
        const fine = coarsenCount({ best: people }, loose)
        const coarse = coarsenCount({ best: people }, tight)
        if (fine === null) expect(coarse).toBeNull()
        else {
          expect(fine).toMatch(COUNT_TEXT)
          expect(coarsenCount({ best: lowest(fine) }, tight)).toBe(coarse)
          expect(coarsenCount({ best: lowest(fine) }, loose)).toBe(fine)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    [47, 'rounded', '45-49'],
    [3, 'rounded', '1-4'],
    [47, 'banded', '10-49'],
    [0, 'banded', null],
    [0, 'exact', '0'],
    [17, 'exact', '17'],
    [17, 'none', null],
  ] as const)('show %i %s as %s', (best, precision, shown) => {
    expect(coarsenCount({ best }, precision)).toBe(shown)
  })
})

describe('ages', () => {
  const age = fc.oneof(
    fc.integer({ min: 0, max: 120 }).map(String),
    fc.tuple(fc.nat(60), fc.nat(20)).map(([from, more]) => `${from}-${from + more}`),
    fc.constantFrom('65+', 'about 34', '34 лет', 'old', '', '8 months', '200'),
  )
  const born = fc.option(
    fc.oneof(
      fc.integer({ min: 1920, max: 2019 }).map(String),
      fc
        .date({ min: new Date('1920-01-01'), max: new Date('2019-06-29'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
    ),
    { nil: undefined },
  )
  it('in wide bands follow from narrow ones, and a band stays a band', () => {
    fc.assert(
      fc.property(age, born, steps(AGE_PRECISIONS), (text, birth, [tight, loose]) => {
        const fine = ageBand(text, birth, DAY, loose)
        const coarse = ageBand(text, birth, DAY, tight)
        if (fine === null) expect(coarse).toBeNull()
        else if (loose === '10') {
          expect(ageBand(fine, undefined, DAY, tight)).toBe(coarse)
          expect(ageBand(fine, undefined, DAY, loose)).toBe(fine)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['34', undefined, '10', '30-39'],
    ['34', undefined, '20', '20-39'],
    ['about 34', undefined, '10', '30-39'],
    ['34 лет', undefined, '10', '30-39'],
    ['64', undefined, '20', '60-64'],
    ['70', undefined, '20', '65+'],
    ['38-41', undefined, '20', null],
    ['8 months', undefined, '10', null],
    [undefined, '1985-07-01', '10', '30-39'],
    [undefined, '1989-07-01', '10', '20-29'],
    [undefined, '1989', '10', null],
    [undefined, '1984', '10', '30-39'],
    [undefined, '2030', '10', null],
    [undefined, undefined, '10', null],
  ] as const)('%s born %s in bands of %s are %s', (text, birth, precision, band) => {
    expect(ageBand(text, birth, DAY, precision)).toBe(band)
  })
})

describe('places', () => {
  const name = fc.option(fc.constantFrom('A', 'B'), { nil: null })
  const place = fc.record({
    region: name,
    country: name,
    admin1: name,
    admin2: name,
    town: name,
    site: name,
  })
  it('follow from finer ones, level by level', () => {
    fc.assert(
      fc.property(place, steps(PLACE_PRECISIONS), (whole, [tight, loose]) => {
        const fine = coarsenPlace(whole, loose)
        expect(coarsenPlace(fine, tight)).toEqual(coarsenPlace(whole, tight))
        expect(coarsenPlace(fine, loose)).toEqual(fine)
      }),
    )
  })
})

describe('categories', () => {
  const code = fc.constantFrom(
    '020111110000',
    '020103020000',
    '030104000000',
    '010101020000',
    '130104000000',
    'local:x',
    'other',
  )
  it('follow from finer ones', () => {
    fc.assert(
      fc.property(code, steps(CATEGORY_PRECISIONS), (given, [tight, loose]) => {
        const fine = coarsenCategory(given, loose)
        expect(fine === null ? null : coarsenCategory(fine, tight)).toBe(coarsenCategory(given, tight))
      }),
    )
    expect(coarsenCategory('020111110000', 'group')).toBe('020000000000')
    expect(coarsenCategory('local:ivan', 'group')).toBe(OTHER_CATEGORY)
  })

  it('that stand in few rows are merged, until only "other" is rare', () => {
    const rows = fc.array(fc.uniqueArray(code, { maxLength: 3 }), { maxLength: 40 })
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 6 }), (given, fewest) => {
        const merged = mergeRareCategories(given, fewest)
        expect(mergeRareCategories(merged, fewest)).toEqual(merged)
        const counts = new Map<string, number>()
        for (const each of merged.flat()) counts.set(each, (counts.get(each) ?? 0) + 1)
        for (const [each, count] of counts) {
          if (each !== OTHER_CATEGORY) expect(count, each).toBeGreaterThanOrEqual(fewest)
        }
        merged.forEach((codes, at) => {
          const known = [...(given[at] ?? []), ...CATEGORY_GROUPS, OTHER_CATEGORY]
          expect(codes.every((each) => known.includes(each))).toBe(true)
          expect(codes.length === 0).toBe((given[at] ?? []).length === 0)
        })
      }),
    )
  })
})
