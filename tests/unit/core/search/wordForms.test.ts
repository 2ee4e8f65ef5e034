import { describe, expect, test } from 'vitest'
import { BEGINNING, EXACT, FORM, wordMatcher } from '../../../../src/core/search/WordMatch.ts'
import { stemOf } from '../../../../src/core/search/wordForms.ts'

const FAMILIES: readonly (readonly string[])[] = [
  ['тюрьма', 'тюрьмы', 'тюрьме', 'тюрьму', 'тюрьмой', 'тюрьмами'],
  ['задержанный', 'задержанного', 'задержанных', 'задержанными'],
  ['полиция', 'полиции', 'полицией'],
  ['избили', 'избила', 'избил'],
  ['свидетель', 'свидетеля', 'свидетелями'],
  ['سجن', 'السجن', 'والسجن', 'بالسجن', 'سجنه'],
  ['معتقل', 'المعتقلين', 'معتقلون', 'معتقلات'],
  ['prison', 'prisons'],
  ['desaparecido', 'desaparecidos'],
]

describe('forms of a word', () => {
  test.each(FAMILIES.map((family) => [family[0] ?? '', family]))('%s', (_, family) => {
    expect(new Set(family.map(stemOf)).size).toBe(1)
  })

  test('a Russian stem is a beginning of its word', () => {
    for (const word of FAMILIES.flat())
      if (/[а-я]/.test(word)) expect(word.startsWith(stemOf(word))).toBe(true)
  })

  test('other words have other stems', () => {
    expect(stemOf('тюрьма')).not.toBe(stemOf('тюльпан'))
    expect(stemOf('سجن')).not.toBe(stemOf('حجز'))
    expect(stemOf('bus')).toBe('bus')
  })

  test('the word itself is better than a form of it, and that better than a longer word', () => {
    const match = wordMatcher('тюрьма')
    expect(['тюрьма', 'тюрьмы', 'тюрьмаподобный', 'тюремный'].map(match)).toEqual([
      EXACT,
      FORM,
      BEGINNING,
      null,
    ])
  })
})
