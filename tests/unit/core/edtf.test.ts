import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatEdtf, parseEdtf } from '../../../src/core/edtf.ts'
import { compareDays } from '../../../src/core/edtfDays.ts'
import { edtfSortKey, edtfSpan, spansOverlap } from '../../../src/core/edtfSpan.ts'
import { edtfText } from '../../support/edtfTexts.ts'

describe('EDTF', () => {
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        const parsed = parseEdtf(text)
        expect(parsed && formatEdtf(parsed)).toBe(text)
      }),
    )
  })

  it.each([
    ['2017-04-01', '2017-04-01', '2017-04-01'],
    ['2017-04', '2017-04-01', '2017-04-30'],
    ['2016-02~', '2016-02-01', '2016-02-29'],
    ['2017?', '2017-01-01', '2017-12-31'],
    ['2017-02/2017-04', '2017-02-01', '2017-04-30'],
    ['2017-34', '2017-04-01', '2017-06-30'],
    ['2017-04/..', '2017-04-01', null],
    ['/2017-04', null, '2017-04-30'],
  ])('knows the days of %s', (text, earliest, latest) => {
    expect(edtfSpan(text)).toEqual({ earliest, latest })
  })

  it.each([
    '',
    '17',
    '2017-13',
    '2017-02-30',
    '2017-2',
    '04/2017',
    '2017-04/2017-02',
    '../..',
    '2017-04-01T10',
    '2017 ',
    '/',
  ])('refuses %j', (text) => {
    expect(parseEdtf(text)).toBeNull()
  })

  it('overlaps when a day is shared, and always with an open end', () => {
    const span = (text: string) => edtfSpan(text) ?? { earliest: null, latest: null }
    expect(spansOverlap(span('2017-02/2017-04'), span('2017-04-30'))).toBe(true)
    expect(spansOverlap(span('2017-02/2017-04'), span('2017-05'))).toBe(false)
    expect(spansOverlap(span('2017/..'), span('2030'))).toBe(true)
  })
})

/**
 * Every example of the specification (Library of Congress, 4 February 2019), levels 0 and 1, with the days it means.
 * The days are written by hand: `[text, earliest, latest]`.
 */
describe('the examples of the specification', () => {
  it.each([
    ['1985-04-12', '1985-04-12', '1985-04-12'],
    ['1985-04', '1985-04-01', '1985-04-30'],
    ['1985', '1985-01-01', '1985-12-31'],
    ['1985-04-12T23:20:30', '1985-04-12', '1985-04-12'],
    ['1985-04-12T23:20:30Z', '1985-04-12', '1985-04-12'],
    ['1985-04-12T23:20:30-04', '1985-04-12', '1985-04-12'],
    ['1985-04-12T23:20:30+04:30', '1985-04-12', '1985-04-12'],
    ['1964/2008', '1964-01-01', '2008-12-31'],
    ['2004-06/2006-08', '2004-06-01', '2006-08-31'],
    ['2004-02-01/2005-02-08', '2004-02-01', '2005-02-08'],
    ['2004-02-01/2005-02', '2004-02-01', '2005-02-28'],
    ['2004-02-01/2005', '2004-02-01', '2005-12-31'],
    ['2005/2006-02', '2005-01-01', '2006-02-28'],
  ])('level 0: %s', (text, earliest, latest) => expect(edtfSpan(text)).toEqual({ earliest, latest }))

  it.each([
    ['Y170000002', 'Y170000002-01-01', 'Y170000002-12-31'],
    ['Y-170000002', 'Y-170000002-01-01', 'Y-170000002-12-31'],
    ['2001-21', '2001-01-01', '2001-12-31'],
    ['1984?', '1984-01-01', '1984-12-31'],
    ['2004-06~', '2004-06-01', '2004-06-30'],
    ['2004-06-11%', '2004-06-11', '2004-06-11'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['20XX', '2000-01-01', '2099-12-31'],
    ['2004-XX', '2004-01-01', '2004-12-31'],
    ['1985-04-XX', '1985-04-01', '1985-04-30'],
    ['1985-XX-XX', '1985-01-01', '1985-12-31'],
    ['1985-04-12/..', '1985-04-12', null],
    ['1985-04/..', '1985-04-01', null],
    ['1985/..', '1985-01-01', null],
    ['../1985-04-12', null, '1985-04-12'],
    ['../1985-04', null, '1985-04-30'],
    ['../1985', null, '1985-12-31'],
    ['1985-04-12/', '1985-04-12', null],
    ['1985-04/', '1985-04-01', null],
    ['1985/', '1985-01-01', null],
    ['/1985-04-12', null, '1985-04-12'],
    ['/1985-04', null, '1985-04-30'],
    ['/1985', null, '1985-12-31'],
    ['1984~/2004-06', '1984-01-01', '2004-06-30'],
    ['1984/2004-06~', '1984-01-01', '2004-06-30'],
    ['1984?/2004%', '1984-01-01', '2004-12-31'],
    ['1984-06-02?/2004-08-08~', '1984-06-02', '2004-08-08'],
    ['-1985', '-1985-01-01', '-1985-12-31'],
    ['-201X', '-2019-01-01', '-2010-12-31'],
    ['0000', '0000-01-01', '0000-12-31'],
  ])('level 1: %s', (text, earliest, latest) => expect(edtfSpan(text)).toEqual({ earliest, latest }))

  it.each([
    // Level 2.
    'Y-17E7',
    'Y3388E2S3',
    '1950S2',
    '2001-34-01',
    '2001-25',
    '2001-40',
    '[1667,1668,1670..1672]',
    '{1960,1961-12}',
    '2004-06~-11',
    '?2004-06',
    '156X-12-25',
    '15XX-12-XX',
    'XXXX-12-XX',
    '1XXX',
    '1984-1X',
    // Not EDTF.
    '1985-4-12',
    '19850412',
    '1985-04-31',
    '1985-13',
    '1985-00',
    '1985-XX-12',
    '1985-04-12T23:20',
    '1985-04-12T24:00:00',
    '1985-04-12T23:60:00',
    '1985-04-12 23:20:30',
    '1985-04-12t23:20:30z',
    '1985-04-12T23:20:30?',
    '1985-04-12T23:20:30/..',
    '1985-04T10:10:10',
    'Y2017',
    'Y012345',
    'Y17000-01',
    '-0000',
    '-000X',
    '1985?~',
    '201x',
    '2012/2011',
    '1964/2008/2010',
    '1985/..?',
    'unknown/2006',
    '2006/open',
    '/..',
    '../',
  ])('refused: %s', (text) => expect(parseEdtf(text)).toBeNull())
})

describe('the order of dates', () => {
  it('is by the first day, then the last, with open ends outermost', () => {
    const inOrder = [
      '../2016',
      '/2017',
      'Y-170000002',
      '-2000',
      '-0044-03-15',
      '0000',
      '1990',
      '199X',
      '2017-01-01',
      '2017-01',
      '2017-33',
      '2017',
      '2017/2020',
      '2017/..',
      '2017-04~',
      '9999',
      'Y10000',
      'Y170000002',
    ]
    const byKey = inOrder.toSorted((a, b) => ((edtfSortKey(a) ?? '') < (edtfSortKey(b) ?? '') ? -1 : 1))
    expect(byKey).toEqual(inOrder)
  })

  it('holds for all years', () => {
    const year = fc.integer({ min: -999_999, max: 999_999 })
    const text = (n: number) =>
      Math.abs(n) > 9999 ? `Y${n}` : (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(4, '0')
    fc.assert(
      fc.property(year, year, (a, b) => {
        const [x, y] = [edtfSpan(text(a))?.earliest ?? '', edtfSpan(text(b))?.earliest ?? '']
        expect(Math.sign(compareDays(x, y))).toBe(Math.sign(a - b))
      }),
    )
  })
})
