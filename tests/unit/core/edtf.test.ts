import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatEdtf, isEdtf, parseEdtf } from '../../../src/core/edtf.ts'
import { edtfSpan, spansOverlap } from '../../../src/core/edtfSpan.ts'
import { typedToEdtf } from '../../../src/core/typedDate.ts'

const two = (n: number) => String(n).padStart(2, '0')
const date = fc
  .tuple(
    fc.integer({ min: 1000, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain(([y, m, d]) =>
    fc.constantFrom(`${y}`, `${y}-${two(m)}`, `${y}-${two(m)}-${two(d)}`, `${y}-21`, `${y}-34`),
  )
const edtf = fc.oneof(
  fc.tuple(date, fc.constantFrom('', '?', '~', '%')).map(([d, q]) => d + q),
  fc
    .tuple(date, date)
    .map(([a, b]) => `${a}/${b}`)
    .filter(isEdtf),
  date.map((d) => `${d}/..`),
)

describe('EDTF', () => {
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(edtf, (text) => {
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

describe('typed dates', () => {
  it.each([
    ['April 2017', '2017-04'],
    ['about April 2017', '2017-04~'],
    ['early April 2017', '2017-04'],
    ['late 2017', '2017'],
    ['31.12.2017', '2017-12-31'],
    ['Feb–Apr 2017', '2017-02/2017-04'],
    ['1 April 2017', '2017-04-01'],
    ['April 1, 2017', '2017-04-01'],
    ['апреля 2017', '2017-04'],
    ['2017?', '2017?'],
    [' 2017-04-01 ', '2017-04-01'],
  ])('understands %j', (typed, stored) => {
    expect(typedToEdtf(typed)).toBe(stored)
  })

  it.each(['04/05/2017', '1/2/17', 'yesterday', '31 February 2017', 'Maytober 2017', ''])(
    'does not guess %j',
    (typed) => {
      expect(typedToEdtf(typed)).toBeNull()
    },
  )
})
