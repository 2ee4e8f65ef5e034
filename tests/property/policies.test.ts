/** Each policy: idempotent, and a tighter one never shows more (redaction.md, "Policies"). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEdtf } from '../../src/core/edtf.ts'
import { compareDays } from '../../src/core/edtfDays.ts'
import { edtfSpan } from '../../src/core/edtfSpan.ts'
import { coarsenCount } from '../../src/core/redaction/policies/count.ts'
import { coarsenDate } from '../../src/core/redaction/policies/date.ts'
import { coarsenPlace } from '../../src/core/redaction/policies/place.ts'
import type { DatePrecision } from '../../src/core/redaction/precision.ts'
import { seededDraw, shuffle } from '../../src/core/redaction/seededRandom.ts'
import { coveringDate } from '../../src/core/redaction/statistics.ts'
import { edtfText } from '../support/edtfTexts.ts'

const two = (n: number) => String(n).padStart(2, '0')
const day = fc
  .tuple(
    fc.integer({ min: 1900, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => [`${y}`, `${y}-${two(m)}`, `${y}-${two(m)}-${two(d)}`, `${y}-23`] as const)
const end = day.chain((forms) => fc.constantFrom(...forms)).chain((d) => fc.constantFrom(d, `${d}~`, `${d}?`))
const date = fc.oneof(
  end,
  fc
    .tuple(end, end)
    .map(([a, b]) => `${a}/${b}`)
    .filter(isEdtf),
  end.map((d) => `../${d}`),
)
const ORDER: readonly DatePrecision[] = ['day', 'month', 'quarter', 'year']

describe('dates', () => {
  it('are idempotent and cover what they replace', () => {
    fc.assert(
      fc.property(date, fc.constantFrom(...ORDER), (text, precision) => {
        const once = coarsenDate(text, precision)
        if (once === null) throw new Error('a readable date was lost')
        expect(coarsenDate(once, precision)).toBe(once)
        const before = edtfSpan(text)
        const after = edtfSpan(once)
        expect(after === null || after.earliest === null || (before?.earliest ?? '') >= after.earliest).toBe(
          true,
        )
        expect(after === null || after.latest === null || (before?.latest ?? '9') <= after.latest).toBe(true)
      }),
    )
  })

  it('give the same whether coarsened at once or step by step', () => {
    fc.assert(
      fc.property(date, fc.nat(3), fc.nat(3), (text, a, b) => {
        const fine = ORDER[Math.min(a, b)] ?? 'day'
        const coarse = ORDER[Math.max(a, b)] ?? 'year'
        expect(coarsenDate(coarsenDate(text, fine) ?? '', coarse)).toBe(coarsenDate(text, coarse))
      }),
    )
  })

  it('of every form keep the days they had, and no time of day', () => {
    fc.assert(
      fc.property(edtfText, fc.constantFrom(...ORDER), (text, precision) => {
        const coarse = coarsenDate(text, precision)
        const [before, after] = [edtfSpan(text), edtfSpan(coarse ?? '')]
        if (coarse === null || before === null || after === null) throw new Error(`lost: ${text}`)
        expect(coarsenDate(coarse, precision)).toBe(coarse)
        expect(coarse).not.toContain('T')
        if (before.earliest === null || before.latest === null) {
          expect([after.earliest === null, after.latest === null]).toEqual([
            before.earliest === null,
            before.latest === null,
          ])
        }
        for (const end of ['earliest', 'latest'] as const) {
          const [was, is] = [before[end], after[end]]
          if (was === null || is === null) continue
          expect(compareDays(is, was) * (end === 'earliest' ? 1 : -1)).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('cover every date they were given', () => {
    fc.assert(
      fc.property(fc.array(edtfText, { minLength: 1, maxLength: 6 }), (texts) => {
        const whole = edtfSpan(coveringDate(texts) ?? '')
        for (const text of texts) {
          const span = edtfSpan(text)
          if (whole === null || span === null) continue
          if (whole.earliest !== null)
            expect(compareDays(whole.earliest, span.earliest ?? '')).toBeLessThanOrEqual(0)
          if (whole.latest !== null)
            expect(compareDays(whole.latest, span.latest ?? '')).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it.each([
    ['2004-XX', 'month', '2004-XX'],
    ['2004-XX', 'quarter', '2004'],
    ['1985-04-XX', 'month', '1985-04'],
    ['1985-04-XX?', 'quarter', '1985-34?'],
    ['1985-XX-XX', 'month', '1985'],
    ['201X~', 'year', '201X~'],
    ['20XX', 'quarter', '20XX'],
    ['Y170000002', 'year', 'Y170000002'],
    ['2017-21', 'quarter', '2017'],
    ['1985-04-12T23:20:30Z', 'day', '1985-04-12'],
  ] as const)('turn %s by the %s into %s', (text, precision, coarse) => {
    expect(coarsenDate(text, precision)).toBe(coarse)
  })

  it.each([
    ['2017-03-28', '2017-33'],
    ['2017-02/2017-04', '2017-33/2017-34'],
    ['2017-02-03/2017-03-30', '2017-33'],
    ['2017-04~', '2017-34~'],
    ['2017', '2017'],
    ['2017-04/..', '2017-34/..'],
  ])('turn %s into the quarter %s', (text, quarter) => {
    expect(coarsenDate(text, 'quarter')).toBe(quarter)
  })

  it('show nothing when nothing may be shown', () => {
    expect(coarsenDate('2017', 'none')).toBeNull()
  })
})

describe('places and counts', () => {
  const place = {
    region: 'Eastern Europe',
    country: 'RU',
    admin1: 'Region',
    admin2: 'District',
    town: 'Village',
    site: 'a house',
  }
  const nothing = { region: null, country: null, admin1: null, admin2: null, town: null, site: null }
  it('show no level that is finer than the precision', () => {
    expect(coarsenPlace(place, 'point')).toEqual(place)
    expect(coarsenPlace(place, 'town')).toEqual({ ...place, site: null })
    expect(coarsenPlace(place, 'admin1')).toEqual({ ...place, admin2: null, town: null, site: null })
    expect(coarsenPlace(place, 'country')).toEqual({ ...nothing, region: 'Eastern Europe', country: 'RU' })
    expect(coarsenPlace(place, 'region')).toEqual({ ...nothing, region: 'Eastern Europe' })
    expect(coarsenPlace(place, 'none')).toEqual(nothing)
  })

  it.each([
    [undefined, null],
    [{ best: 0 }, null],
    [{ best: 1 }, '1-4'],
    [{ low: 5, high: 90 }, '5-9'],
    [{ best: 49 }, '10-49'],
    [{ high: 50 }, '50+'],
  ])('band %j as %s', (count, band) => {
    expect(coarsenCount(count, 'banded')).toBe(band)
  })
})

describe('the seed', () => {
  it('gives the same permutation again, and another for another purpose', () => {
    const items = Array.from({ length: 40 }, (_, n) => n)
    const one = shuffle(items, seededDraw('00', 'incidents'))
    expect(shuffle(items, seededDraw('00', 'incidents'))).toEqual(one)
    expect(shuffle(items, seededDraw('00', 'claims'))).not.toEqual(one)
    expect([...one].sort((a, b) => a - b)).toEqual(items)
  })
})
