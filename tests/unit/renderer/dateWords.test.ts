import { describe, expect, test } from 'vitest'
import { dateWords, momentWords } from '../../../src/renderer/dateWords.ts'
import { createLanguage } from '../../../src/renderer/text.ts'
import { loadCatalogues } from '../../support/catalogues.ts'

await loadCatalogues()

const en = createLanguage('en')
const ru = createLanguage('ru')
const ar = createLanguage('ar')
/** `Intl` puts thin and no-break spaces where it likes, differently from version to version. */
const plain = (text: string) =>
  text
    .replace(/[\s\u200e\u200f]+/gu, ' ')
    .replaceAll(' – ', '–')
    .trim()

describe('dateWords in English', () => {
  test.each([
    ['2017-04-01', '1 April 2017'],
    ['2017-04', 'April 2017'],
    ['2017', '2017'],
    ['2017-04~', 'about April 2017'],
    ['2017?', '2017 (uncertain)'],
    ['2017-04-01%', 'about 1 April 2017 (uncertain)'],
    ['2017-04-XX', 'a day in April 2017'],
    ['2017-XX', 'a month in 2017'],
    ['2017-XX-XX?', 'a day in 2017 (uncertain)'],
    ['201X', 'a year in the 2010s'],
    ['20XX~', 'about a year between 2000 and 2099'],
    ['Y170000002', 'the year 170,000,002'],
    ['-0043-03', 'March 44 BC'],
    ['2017-04-01T23:20:30Z', '1 April 2017, 23:20:30 UTC'],
    ['2001-21', 'spring 2001'],
    ['2001-24', 'winter 2001'],
    ['2017-33', '1st quarter of 2017'],
    ['2017-36~', 'about 4th quarter of 2017'],
    ['2017-02/2017-04', 'Feb–Apr 2017'],
    ['2017-04-01/2017-04-05', '1–5 Apr 2017'],
    ['2017-12/2018-01', 'Dec 2017–Jan 2018'],
    ['2016/2018', '2016–2018'],
    ['2017-02~/2017-04', 'about February 2017 to April 2017'],
    ['2017-02/2018', 'February 2017 to 2018'],
    ['2017-04/..', 'since April 2017'],
    ['2017-04/', 'April 2017 to an unknown date'],
    ['../2017-04', 'until April 2017'],
    ['/2017-04', 'an unknown date to April 2017'],
  ])('%s is %s', (edtf, words) => {
    expect(plain(dateWords(edtf, en))).toBe(words)
  })

  test('shows what it cannot read as it stands', () => {
    expect(dateWords('early April', en)).toBe('early April')
  })

  test('keeps a year of few digits', () => {
    expect(dateWords('0054-07', en)).toMatch(/^July 0*54$/)
  })
})

describe('dateWords in other languages', () => {
  test('Russian', () => {
    expect(plain(dateWords('2017-04', ru))).toBe('апрель 2017 г.')
    expect(plain(dateWords('2017-04-01', ru))).toBe('1 апреля 2017 г.')
    expect(plain(dateWords('2017-02/2017-04', ru))).toContain('2017')
  })
  test('Arabic, with Western digits and the Gregorian calendar', () => {
    expect(plain(dateWords('2017-04', ar))).toBe('أبريل 2017')
    expect(plain(dateWords('2017-04~', ar))).toBe('نحو أبريل 2017')
  })
})

test('no month-only date ever shows a day', () => {
  for (const language of [en, ru, ar])
    for (let month = 1; month <= 12; month += 1) {
      const words = dateWords(`2017-${String(month).padStart(2, '0')}`, language)
      expect(words.replace('2017', '')).not.toMatch(/\d/)
    }
})

test('a moment has a clock time, a day has none', () => {
  expect(momentWords('2017-04-01', en)).toBe('1 April 2017')
  expect(momentWords('2017-04-01T12:00:00Z', en)).toMatch(/2017.*\d{2}:\d{2}/)
  expect(momentWords('2017-99-99Tx', en)).toBe('2017-99-99Tx')
})

test('where the room is narrow, months are short and nothing else is lost', () => {
  expect(plain(dateWords('2017-04-01', en, 'short'))).toBe('1 Apr 2017')
  expect(plain(dateWords('2017-04~', en, 'short'))).toBe('about Apr 2017')
  expect(plain(dateWords('2017-11-22', ru, 'short'))).toBe('22 нояб. 2017')
  expect(dateWords('2017', en, 'short')).toBe('2017')
})
