import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codeSchema } from '../../src/core/recordBase.ts'
import {
  labelOf,
  parseVocabulary,
  VOCABULARY_LANGUAGES,
  vocabularySchema,
} from '../../src/core/vocabulary.ts'
import { VOCABULARY_NAMES } from '../../src/core/vocabularyNames.ts'

const FOLDER = new URL('../../resources/vocabularies/', import.meta.url)
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
const read = (name: string) => parseVocabulary(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')))

/** records.md, "Vocabularies": what a log about abduction, torture and killing cannot do without. */
const MINIMUM_ACTS = [
  '010101020000',
  '010106010000',
  '010102000000',
  '010109000000',
  '020111110000',
  '020111010000',
  '020102000000',
  '020103020000',
  '020103010200',
  '020103030000',
  '030101000000',
  '030102000000',
  '030103000000',
  '030104000000',
  '030105000000',
  '030107000000',
  '040101000000',
  '130104000000',
  '360103010000',
  'local:forced-outing',
  'local:app-entrapment',
  'local:ordered-family-violence',
  'local:armed-clash',
  'local:one-sided-violence',
  'local:death-on-migration-route',
]
const SCRIPTS = {
  en: /\p{sc=Latn}/u,
  ru: /\p{sc=Cyrl}/u,
  ar: /\p{sc=Arab}/u,
  es: /\p{sc=Latn}/u,
  fr: /\p{sc=Latn}/u,
}

describe('shipped vocabularies', () => {
  it('are the ones that coded fields name, one file for each', () => {
    expect(FILES.map((name) => name.replace('.json', '')).sort()).toEqual([...VOCABULARY_NAMES].sort())
  })

  it.each(FILES)(
    '%s parses, says where it comes from, and has a label for each language in its script',
    (name) => {
      const vocabulary = read(name)
      expect(vocabulary.source.length).toBeGreaterThan(20)
      for (const { code, labels } of vocabulary.terms) {
        expect(codeSchema.safeParse(code).success, code).toBe(true)
        for (const language of VOCABULARY_LANGUAGES)
          expect(labels[language], `${code} ${language}`).toMatch(SCRIPTS[language])
      }
    },
  )

  it.each(FILES)('%s gives no two codes the same label in one language', (name) => {
    for (const language of VOCABULARY_LANGUAGES) {
      const labels = read(name).terms.map((term) => term.labels[language])
      expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([])
    }
  })

  it('name the acts a log cannot do without', () => {
    const codes = read('violation-types.json').terms.map((term) => term.code)
    expect(MINIMUM_ACTS.filter((code) => !codes.includes(code))).toEqual([])
  })

  it('have all thirty kinds of source item', () => {
    expect(read('item-types.json').terms).toHaveLength(30)
  })
})

describe('labelOf', () => {
  const vocabulary = parseVocabulary({
    source: 'made for this test',
    terms: [{ code: 'local:term', labels: { en: 'Term', ru: 'Термин' } }],
  })

  it('takes the language asked for, by its primary subtag', () => {
    expect(labelOf(vocabulary, 'local:term', 'ru')).toBe('Термин')
    expect(labelOf(vocabulary, 'local:term', 'ru-RU')).toBe('Термин')
  })

  it('falls back to English for a language without a label', () => {
    expect(labelOf(vocabulary, 'local:term', 'ar')).toBe('Term')
    expect(labelOf(vocabulary, 'local:term', 'uk')).toBe('Term')
  })

  it('shows the code itself when the vocabulary does not have it', () => {
    expect(labelOf(vocabulary, 'unheard-of', 'en')).toBe('unheard-of')
  })
})

describe('vocabularySchema', () => {
  const term = { code: 'a', labels: { en: 'A' } }

  it('refuses a code that stands twice, an unknown language and a code out of form', () => {
    const refused = [
      { source: 's', terms: [term, term] },
      { source: 's', terms: [{ code: 'a', labels: { en: 'A', xx: 'A' } }] },
      { source: 's', terms: [{ code: 'Not A Code', labels: { en: 'A' } }] },
      { source: 's', terms: [{ code: 'a', labels: { ru: 'А' } }] },
      { source: 's', terms: [] },
    ]
    for (const untrusted of refused) expect(vocabularySchema.safeParse(untrusted).success).toBe(false)
    expect(vocabularySchema.safeParse({ source: 's', terms: [term] }).success).toBe(true)
  })
})
