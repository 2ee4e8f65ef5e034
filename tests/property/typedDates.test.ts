/** Dates shown in words and typed back, and dates of every order: the same date or a refusal, never another. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEdtf } from '../../src/core/edtf.ts'
import { edtfSpan } from '../../src/core/edtfSpan.ts'
import { typedToEdtf } from '../../src/core/typedDate.ts'
import { dateWords } from '../../src/renderer/dateWords.ts'
import { createLanguage } from '../../src/renderer/text.ts'
import { TRANSLATED_LANGUAGES } from '../../src/shared/i18n/locale.ts'
import { loadCatalogues } from '../support/catalogues.ts'
import { edtfText } from '../support/edtfTexts.ts'

await loadCatalogues()

const two = (n: number) => String(n).padStart(2, '0')
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const COMMON =
  '2017 2017-04 2017-04-01 2017-21 2017-24 2017-34 2017-04~ 2017? 2017-04% 2017-02/2017-04 2017-04-01/2017-04-05 2016/2018 2016-12/2017-02 2017-04/.. ../2017-04 2017-04/ /2017-04 2017-02~/2017-04'.split(
    ' ',
  )

describe('words typed back', () => {
  it.each(TRANSLATED_LANGUAGES)('give the same date or none in %s', (name) => {
    const language = createLanguage(name)
    fc.assert(
      fc.property(edtfText, fc.constantFrom('long' as const, 'short' as const), (text, length) => {
        const back = typedToEdtf(dateWords(text, language, length))
        // "2190/2190" is shown, and typed back, as 2190: the same days.
        const [from, to] = text.split('/')
        if (back !== null) expect(back).toBe(from === to ? from : text)
      }),
      { numRuns: 500 },
    )
  })

  it.each(TRANSLATED_LANGUAGES)('give back the common forms in %s', (name) => {
    const language = createLanguage(name)
    for (const text of COMMON) expect(typedToEdtf(dateWords(text, language)), text).toBe(text)
  })
})

it('years below 1000 are not taken for days', () => {
  for (const text of ['0001-01/1500-01', '0012-03', '0031-12/2001-12', '0001/1500', '0017']) {
    for (const name of TRANSLATED_LANGUAGES) {
      const back = typedToEdtf(dateWords(text, createLanguage(name)))
      expect([text, null]).toContain(back)
    }
  }
})

describe('numbers', () => {
  it('are read in the one order they can have', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.'), fc.boolean(), (iso, sign, isMonthFirst) => {
        const [y = '', m = '', d = ''] = iso.split('-')
        const back = typedToEdtf((isMonthFirst ? [m, d, y] : [d, m, y]).join(sign))
        if (sign === '.' && !isMonthFirst) expect(back).toBe(iso)
        else if (sign === '.') expect(back).toBe(Number(d) > 12 ? null : `${y}-${d}-${m}`)
        else expect(back).toBe(Number(d) > 12 || d === m ? iso : null)
      }),
    )
  })

  it('give EDTF or nothing, whatever is typed', () => {
    const piece = fc.constantFrom(
      ...'2017 17 1 31 April Apr May spring Q2 early about since before to - / ? , апреля с по до г. نيسان من إلى منذ ربيع 1990s . abril de del al desde hasta a entre y años avril à du d’ l’ jusqu’ vers avant années 1er 1º'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), fc.constantFrom(' ', ''), (pieces, blank) => {
        const back = typedToEdtf(pieces.join(blank))
        expect(back === null || isEdtf(back)).toBe(true)
        // Nothing comes from nowhere: a day is only there when its number was typed.
        if (back !== null && /^\d{4}-\d{2}-\d{2}$/.test(back)) expect(pieces.join(blank)).toMatch(/1|31/)
      }),
      { numRuns: 500 },
    )
  })
})

it('the span of a typed month is that month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      expect(edtfSpan(typedToEdtf(`${two(month)}.${year}`) ?? '')?.earliest).toBe(`${year}-${two(month)}-01`)
    }),
  )
})
