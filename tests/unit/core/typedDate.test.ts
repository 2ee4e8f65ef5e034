import { describe, expect, it } from 'vitest'
import { readTypedDate, typedToEdtf } from '../../../src/core/typedDate.ts'
import { ARABIC_DATES } from './typedDates/arabic.ts'
import { ENGLISH_DATES } from './typedDates/english.ts'
import { FRENCH_DATES } from './typedDates/french.ts'
import { RUSSIAN_DATES } from './typedDates/russian.ts'
import { SPANISH_DATES } from './typedDates/spanish.ts'

const read = (typed: string): string => {
  const date = readTypedDate(typed)
  return date.ok ? date.value.edtf : `! ${date.error}`
}

describe('typed dates are understood or refused, never misread', () => {
  it.each(ENGLISH_DATES)('in English: %s', (typed, expected) => expect(read(typed)).toBe(expected))
  it.each(RUSSIAN_DATES)('in Russian: %s', (typed, expected) => expect(read(typed)).toBe(expected))
  it.each(ARABIC_DATES)('in Arabic: %s', (typed, expected) => expect(read(typed)).toBe(expected))

  it.each(SPANISH_DATES)('in Spanish: %s', (typed, expected) => expect(read(typed)).toBe(expected))
  it.each(FRENCH_DATES)('in French: %s', (typed, expected) => expect(read(typed)).toBe(expected))

  it('whatever the case, the blanks and the marks of direction', () => {
    for (const typed of ['EARLY APRIL 2017', '  early\u00a0April  2017 ', '\u200fearly April 2017\u200e'])
      expect(typedToEdtf(typed)).toBe('2017-04')
  })

  it('says when a word was not kept', () => {
    expect(readTypedDate('early April 2017')).toEqual({ ok: true, value: { edtf: '2017-04', isVague: true } })
    expect(readTypedDate('April 2017')).toEqual({ ok: true, value: { edtf: '2017-04', isVague: false } })
  })

  it('takes no raised figure for a number, and no page for a date', () => {
    expect(typedToEdtf('April\u00b9 2017')).toBeNull()
    expect(typedToEdtf(`${' '.repeat(200)}2017`)).toBeNull()
  })
})
