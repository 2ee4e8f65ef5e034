import { describe, expect, test } from 'vitest'
import { DATE_REFUSALS } from '../../../src/core/typedDate/lexeme.ts'
import { understanding } from '../../../src/renderer/records/DateField.tsx'
import { createLanguage } from '../../../src/renderer/text.ts'
import { TRANSLATED_LANGUAGES } from '../../../src/shared/i18n/locale.ts'
import { loadCatalogues } from '../../support/catalogues.ts'

await loadCatalogues()

const en = createLanguage('en')

describe('what stands under a date field', () => {
  test.each([
    ['', en.t('dates.hint')],
    ['feb–apr 2017', 'Understood as Feb–Apr 2017'],
    ['2017?', 'Understood as 2017 (uncertain)'],
    ['in the 1990s', 'Understood as a year in the 1990s'],
    ['03/04/2017', en.t('dates.refused.ambiguous-order')],
    ['Ramadan 1438', en.t('dates.refused.hijri-calendar')],
  ])('%j: %s', (typed, words) => {
    expect(
      understanding(typed, en)
        .replace(/[\s\u2009]+/gu, ' ')
        .replaceAll(' – ', '–'),
    ).toBe(words)
  })

  test('says what a vague word became', () => {
    expect(understanding('early April 2017', en)).toContain('April 2017')
    expect(understanding('early April 2017', en)).not.toBe(understanding('April 2017', en))
  })

  test('says what EDTF text will be stored as, though people may mean something else', () => {
    expect(understanding('2017-21', en)).toContain('spring 2017')
  })

  test.each(TRANSLATED_LANGUAGES)('has a sentence for every refusal in %s', (name) => {
    const { t } = createLanguage(name)
    expect(new Set(DATE_REFUSALS.map((reason) => t(`dates.refused.${reason}`))).size).toBe(
      DATE_REFUSALS.length,
    )
  })
})
