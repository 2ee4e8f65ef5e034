import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEdtf } from '../../../src/core/edtf.ts'
import { type DateForm, readDate } from '../../../src/interchange/readDate.ts'
import { ucdpWhen } from '../../../src/interchange/ucdpDate.ts'

const iso = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const forms: readonly (DateForm | undefined)[] = ['dmy', 'mdy', 'ymd', 'edtf', undefined]

describe('dates in cells', () => {
  it('reads a day in the order it was told, with any separator', () => {
    fc.assert(
      fc.property(iso, fc.constantFrom('/', '.', '-'), (date, mark) => {
        const [y, m, d] = date.split('-')
        expect(readDate([d, m, y].join(mark), 'dmy')).toBe(date)
        expect(readDate([m, d, y].join(mark), 'mdy')).toBe(date)
        expect(readDate([y, m, d].join(mark), 'ymd')).toBe(date)
      }),
    )
  })

  it('reads ISO days, with a clock time behind, under every order', () => {
    fc.assert(
      fc.property(iso, fc.constantFrom(...forms), (date, form) => {
        for (const text of [date, `${date} 00:00:00.000`, `${date}T23:59:59Z`]) {
          expect(readDate(text, form)).toBe(date)
        }
      }),
    )
  })

  it('takes a weekday only when it is the right one', () => {
    fc.assert(
      fc.property(iso, fc.integer({ min: 0, max: 6 }), (date, shift) => {
        const [y, m, d] = date.split('-')
        const day = new Date(`${date}T00:00:00Z`).getUTCDay()
        const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][(day + shift) % 7]
        expect(readDate(`${weekday}, ${m}/${d}/${y} - 12:00`, 'mdy')).toBe(shift === 0 ? date : null)
      }),
    )
  })

  it('never guesses the order of numbers', () => {
    fc.assert(
      fc.property(iso, (date) => {
        const [y, m, d] = date.split('-')
        expect(readDate(`${d}/${m}/${y}`, undefined)).toBeNull()
        expect(readDate(`${d}/${m}/${y}`, 'edtf')).toBeNull()
        expect(readDate(`${d}/${m}/${y}`, 'ymd')).toBeNull()
      }),
    )
  })

  it('gives EDTF or nothing for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[\d/. :-]{0,20}$/)),
        fc.constantFrom(...forms),
        (text, form) => {
          const date = readDate(text, form)
          expect(date === null || isEdtf(date)).toBe(true)
        },
      ),
    )
  })

  it.each([
    ['2017', 'dmy', '2017'],
    ['04/2017', 'dmy', '2017-04'],
    ['2017/4', 'ymd', '2017-04'],
    ['2017-04~', undefined, '2017-04~'],
    ['2017-02/2017-04', 'edtf', '2017-02/2017-04'],
    ['1 April 2017', undefined, '2017-04-01'],
    ['201X', 'dmy', '201X'],
    ['2004-XX?', undefined, '2004-XX?'],
    ['1985-04-XX/..', 'edtf', '1985-04-XX/..'],
    ['Y170000002', 'edtf', 'Y170000002'],
    ['-0500', 'edtf', '-0500'],
    ['1985-04-12T23:20:30+04:30', 'edtf', '1985-04-12'],
    ['٠٣/٠٤/٢٠١٧', 'mdy', '2017-03-04'],
    ['أوائل نيسان ٢٠١٧', undefined, '2017-04'],
    ['01/04/2017 – 03/04/2017', 'dmy', '2017-04-01/2017-04-03'],
  ] as const)('keeps the precision of %s', (text, form, edtf) => {
    expect(readDate(text, form)).toBe(edtf)
  })

  it.each([
    '',
    '0',
    '31/02/2017',
    '13/13/2017',
    '2017-13-01',
    '2017/21',
    '1/2/17',
    'n/a',
    'about 03.04.2017',
    '15 Ramadan 1438',
    '2017-02-30',
    '12:00',
  ])('does not read %j', (text) => expect(readDate(text, 'dmy')).toBeNull())
})

describe('UCDP date precision', () => {
  it.each([
    ['2013-01-03', '2013-01-03', 1, '2013-01-03'],
    ['2013-01-03', '2013-01-05', 1, '2013-01-03/2013-01-05'],
    ['2013-01-03', '2013-01-05', 2, '2013-01-03/2013-01-05'],
    ['2013-01-03', '2013-01-03', 3, '2013-01-03~'],
    ['2013-01-01', '2013-01-31', 4, '2013-01'],
    ['2013-01-15', '2013-02-13', 4, '2013-01/2013-02'],
    ['2013-01-01', '2013-12-31', 5, '2013'],
    ['2013-06-01', '2014-05-30', 5, '2013/2014'],
    ['2013-01-03', '2013-01-03', undefined, '2013-01-03~'],
  ] as const)('%s to %s at precision %s is %s', (start, end, precision, edtf) => {
    expect(ucdpWhen(start, end, precision)).toBe(edtf)
    expect(isEdtf(edtf)).toBe(true)
  })
})
