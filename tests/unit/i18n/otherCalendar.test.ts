import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edtfSpan } from '../../../src/core/edtfSpan.ts'
import { dateWords } from '../../../src/renderer/dateWords.ts'
import { createLanguage } from '../../../src/renderer/text.ts'
import { TRANSLATED_LANGUAGES } from '../../../src/shared/i18n/locale.ts'
import {
  OTHER_CALENDARS,
  type OtherCalendar,
  otherCalendarWords,
} from '../../../src/shared/i18n/otherCalendar.ts'
import { loadCatalogues } from '../../support/catalogues.ts'
import { edtfText } from '../../support/edtfTexts.ts'

await loadCatalogues()

/** `Intl` puts thin and no-break spaces where it likes, differently from version to version. */
const plain = (text: string) =>
  text
    .replace(/[\s\u200e\u200f]+/gu, ' ')
    .replaceAll(' – ', '–')
    .trim()
const words = (
  text: string,
  calendar: OtherCalendar,
  name: (typeof TRANSLATED_LANGUAGES)[number] = 'en',
): string | null => {
  const { locale, t } = createLanguage(name)
  const said = otherCalendarWords(text, calendar, { locale, say: t, length: 'long' })
  return said && plain(said)
}

describe('a date by the Hijri calendar', () => {
  test.each([
    ['2017-04-01', '4 Rajab 1438 AH'],
    ['2017-04', 'Rajab–Shaʻban 1438 AH'],
    ['2017', '1438–1439 AH'],
    ['2017-33', 'Rabiʻ II–Rajab 1438 AH'],
    ['2017-04-XX', 'Rajab–Shaʻban 1438 AH'],
    ['2017-XX', '1438–1439 AH'],
    ['201X', '1431–1441 AH'],
    ['2017-04~', 'Rajab–Shaʻban 1438 AH'],
    ['2017-04-01/2017-04-05', '4–8 Rajab 1438 AH'],
    ['2017-02/2017-04', 'Jumada I–Shaʻban 1438 AH'],
    ['2017-04-01/2017-05', '4 Rajab 1438 to Shaʻban–Ramadan 1438 AH'],
    ['2017-04-01/..', 'since 4 Rajab 1438 AH'],
    ['../2017-04', 'until Rajab–Shaʻban 1438 AH'],
    ['2017-04-01T23:20:30Z', '4 Rajab 1438 AH'],
  ])('%s is %s', (text, expected) => {
    expect(words(text, 'islamic-umalqura')).toBe(expected)
  })

  test.each([
    ['2017-04-01', '12 Farvardin 1396 SH'],
    ['2017-04', 'Farvardin–Ordibehesht 1396 SH'],
    ['2017', '1395–1396 SH'],
  ])('%s is %s by the sun', (text, expected) => {
    expect(words(text, 'persian')).toBe(expected)
  })

  test('in the other languages', () => {
    expect(words('2017-04-01', 'islamic-umalqura', 'ar')).toBe('4 رجب 1438 هـ')
    expect(words('2017-04-01', 'persian', 'ar')).toContain('فروردین')
    expect(words('2017-04-01', 'islamic-umalqura', 'ru')).toMatch(/^4 раджаб 1438 г\. хиджры$/)
    expect(words('2017-04-01', 'islamic-umalqura', 'es')).toBe('4 de rajab de 1438 de la Hégira')
    expect(words('2017-03-29', 'islamic-umalqura', 'fr')).toBe('1er rajab 1438 de l’hégire')
  })

  test('where the calendar is not known for sure, nothing is said', () => {
    expect(words('1850-04-01', 'islamic-umalqura')).toBeNull()
    expect(words('2300', 'persian')).toBeNull()
    expect(words('-0043-03', 'persian')).toBeNull()
    expect(words('1850/2017', 'islamic-umalqura')).toBeNull()
    expect(words('soon', 'persian')).toBeNull()
  })
})

test('it stands beside the Gregorian date only where it was chosen', () => {
  const beside = dateWords('2017-04~', createLanguage('en', 'islamic-umalqura'))
  expect(plain(beside)).toBe('about April 2017 · Rajab–Shaʻban 1438 AH')
  expect(dateWords('2017-04~', createLanguage('en'))).toBe('about April 2017')
  expect(dateWords('1850', createLanguage('en', 'islamic-umalqura'))).toBe('1850')
})

describe('never sharper than what is stored', () => {
  /** Figures of a text, without the months that some languages count. */
  const figures = (text: string) => (text.match(/\d+/gu) ?? []).map(Number)

  test.each(OTHER_CALENDARS)('no day is shown for what is no day: %s', (calendar) => {
    fc.assert(
      fc.property(edtfText, fc.constantFrom(...TRANSLATED_LANGUAGES), (text, name) => {
        const isDay = text.split('/').some((end) => /^\d{4}-\d{2}-\d{2}/.test(end))
        const said = words(text, calendar, name)
        if (said === null || isDay) return
        for (const figure of figures(said)) expect(figure).toBeGreaterThan(1000)
      }),
    )
  })

  test.each(OTHER_CALENDARS)(
    'every day that is meant lies within the months and years shown: %s',
    (calendar) => {
      const whole = fc.oneof(
        fc.integer({ min: 1900, max: 2100 }).map(String),
        fc
          .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
          .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
      )
      const part = (day: string, options: Intl.DateTimeFormatOptions, type: 'month' | 'year') =>
        new Intl.DateTimeFormat('en-GB', { ...options, calendar, timeZone: 'UTC' })
          .formatToParts(new Date(`${day}T12:00:00Z`))
          .find((each) => each.type === type)?.value ?? ''
      fc.assert(
        fc.property(whole, (text) => {
          const span = edtfSpan(text)
          const said = words(text, calendar)
          for (const day of [span?.earliest ?? '', span?.latest ?? '']) {
            expect(said).toContain(part(day, { year: 'numeric' }, 'year'))
            if (text.length > 4) expect(said).toContain(part(day, { month: 'long' }, 'month'))
          }
        }),
      )
    },
  )
})
