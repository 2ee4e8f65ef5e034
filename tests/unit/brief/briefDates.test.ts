import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateInWords } from '../../../src/brief/briefDates.ts'
import { BRIEF_LANGUAGES } from '../../../src/core/redaction/briefData.ts'

describe('dateInWords', () => {
  it.each([
    ['2017-34', 'April–June 2017'],
    ['2017-04', 'April 2017'],
    ['2017-04-01', '1 April 2017'],
    ['2017', '2017'],
    ['2017~', 'about 2017'],
    ['2017-34?', 'April–June 2017 (uncertain)'],
    ['2017-33/2017-34', 'January–June 2017'],
    ['2017-02/2017-04', 'February–April 2017'],
    ['2016-36/2017-34', 'October 2016 – June 2017'],
    ['2016-36?/2017-34', 'October–December 2016 (uncertain) – April–June 2017'],
    ['2017-34/..', 'since April–June 2017'],
    ['../2017', 'until 2017'],
    ['2017/', 'from 2017, end not known'],
    ['2001-21', 'spring 2001'],
    ['not a date', 'not a date'],
    [null, 'date not given'],
  ])('%s is "%s"', (edtf, words) => {
    expect(dateInWords(edtf, 'en')).toBe(words)
  })

  it.each([
    ['ru', 'апрель – июнь 2017 г.'],
    ['ar', 'أبريل – يونيو 2017'],
    ['es', 'abril–junio de 2017'],
    ['fr', 'avril–juin 2017'],
  ] as const)('a quarter in %s', (language, words) => {
    expect(dateInWords('2017-34', language)).toBe(words)
  })

  it('never says a day or month that the text does not', () => {
    const coarse = fc
      .tuple(fc.integer({ min: 1900, max: 2100 }), fc.constantFrom('', '-33', '-34', '-35', '-36'))
      .map(([year, part]) => `${year}${part}`)
    fc.assert(
      fc.property(coarse, fc.constantFrom(...BRIEF_LANGUAGES), (text, language) => {
        const digits = dateInWords(text, language).match(/\d+/g)
        expect(digits).toEqual([text.slice(0, 4)])
      }),
    )
  })
})
