import { describe, expect, test } from 'vitest'
import { BULK_FIELDS } from '../../../src/core/bulkFields.ts'
import { labelOf } from '../../../src/core/vocabulary.ts'
import { type BulkField, bulkFields, bulkValueWords } from '../../../src/renderer/table/bulkFields.ts'
import { createLanguage } from '../../../src/renderer/text.ts'
import { labelLanguage } from '../../../src/renderer/vocabularies.ts'
import { TRANSLATED_LANGUAGES, type TranslatedLanguage } from '../../../src/shared/i18n/locale.ts'
import { EDITABLE_KINDS } from '../../../src/shared/ipc/views.ts'
import { SHIPPED_VOCABULARIES } from '../../../src/shared/shippedVocabularies.ts'
import { loadCatalogues } from '../../support/catalogues.ts'

const CATALOGUES = await loadCatalogues()

describe.each(EDITABLE_KINDS)('changing many %s', (kind) => {
  test('offers every field that may be changed so, in that order', () => {
    const { t } = createLanguage('en')
    expect(bulkFields(kind, t).map(({ field }) => field)).toEqual(BULK_FIELDS[kind])
  })

  test.each(TRANSLATED_LANGUAGES)('words every code of every field: %s', (name) => {
    const language = createLanguage(name)
    const termLabel = (vocabulary: keyof typeof SHIPPED_VOCABULARIES, code: string) =>
      labelOf(SHIPPED_VOCABULARIES[vocabulary], code, labelLanguage(name))
    for (const field of bulkFields(kind, language.t)) {
      const own = ownWords(field, name)
      expect(own.size === 0, field.field).toBe(field.values.from === 'typed')
      for (const [code, words] of own) {
        expect(words, `${field.field}: ${code}`).toBeTruthy()
        expect(bulkValueWords(field, code, language, termLabel), field.field).toBe(words)
      }
    }
  })
})

/** What each code of a field is called in that language, without any that stands in. */
function ownWords({ values }: BulkField, name: TranslatedLanguage): Map<string | number, string | undefined> {
  if (values.from === 'typed') return new Map()
  if (values.from === 'codes')
    return new Map(values.codes.map((code) => [code, CATALOGUES.get(name)?.[`${values.prefix}.${code}`]]))
  return new Map(
    SHIPPED_VOCABULARIES[values.vocabulary].terms.map(({ code, labels }) => [code, labels[name]]),
  )
}

test('nothing is told as nothing, and tags as they are', () => {
  const language = createLanguage('en')
  const tags = bulkFields('incidents', language.t).find(({ field }) => field === 'tags')
  if (tags === undefined) throw new Error('no tags')
  const words = (held: string[] | null) => bulkValueWords(tags, held, language, (_, code) => code)
  expect(words(null)).toBe('nothing')
  expect(words([])).toBe('nothing')
  expect(words(['to do', 'seen'])).toBe('to do, seen')
})
