/** Hand-written sentences against their status: a corpus in five languages, and what must hold of any sentence. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLAIM_STATUSES } from '../../../../src/core/vocabularyCodes.ts'
import { overstatements } from '../../../../src/core/wording/overstatements.ts'
import { WORDING_LANGUAGES, wordingLanguage } from '../../../../src/core/wording/wordingLanguage.ts'
import { WORDING_CORPUS } from './wordingCorpus.ts'

const ALL = WORDING_LANGUAGES.flatMap((language) =>
  WORDING_CORPUS[language].map((each) => [language, ...each] as const),
)
const codesOf = (sentence: string, language: string | undefined, status: (typeof CLAIM_STATUSES)[number]) => [
  ...new Set(overstatements(sentence, language, status).map((found) => found.code)),
]

describe('overstatements', () => {
  it('has at least forty sentences in each language, of both sorts', () => {
    for (const language of WORDING_LANGUAGES) {
      const cases = WORDING_CORPUS[language]
      expect(cases.length).toBeGreaterThanOrEqual(40)
      expect(cases.filter(([, code]) => code === null).length).toBeGreaterThanOrEqual(15)
      expect(cases.filter(([, code]) => code !== null).length).toBeGreaterThanOrEqual(15)
    }
  })

  it.each(ALL)('%s, %s: %s: %s', (language, status, code, sentence) => {
    const expected = code === null ? [] : [code]
    expect(codesOf(sentence, language, status)).toEqual(expected)
    expect(codesOf(sentence, undefined, status)).toEqual(expected)
  })

  it('says nothing of an established claim, whatever the sentence', () => {
    for (const [language, , , sentence] of ALL)
      expect(overstatements(sentence, language, 'established')).toEqual([])
  })

  it('points at the words it means', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL),
        fc.constantFrom(...CLAIM_STATUSES),
        fc.string(),
        (each, status, noise) => {
          const sentence = `${noise}${each[3]}`
          for (const { start, end, word } of overstatements(sentence, each[0], status)) {
            expect(sentence.slice(start, end)).toBe(word)
            expect(word).not.toBe('')
          }
        },
      ),
    )
  })

  it('leaves quotations out: what stands in them changes nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL),
        fc.constantFrom('confirmed', 'доказано', 'ثبت', 'x y'),
        (each, quoted) => {
          const [language, status, , sentence] = each
          const around = (text: string) => codesOf(`${sentence.slice(0, -1)} “${text}”.`, language, status)
          expect(around(quoted)).toEqual(around('z'))
        },
      ),
    )
  })

  it('lets stronger statuses say whatever weaker ones may', () => {
    for (const [language, status, code, sentence] of ALL) {
      if (code !== null || status === 'false' || status === 'not-indicated') continue
      if (status === 'appears-established' || status === 'established') continue
      expect(codesOf(sentence, language, 'appears-established'), sentence).toEqual([])
    }
  })

  it('owns that it cannot read a language it has no words for', () => {
    for (const sentence of [
      '据称有人被杀。',
      'گفته می‌شود سه مرد کشته شدند.',
      'Кажуть, що трьох чоловіків вбито і їх шукають.',
    ]) {
      expect(codesOf(sentence, 'en', 'rumour')).toEqual(['language-unknown'])
      expect(overstatements(sentence, 'en', 'established')).toEqual([])
    }
    expect(wordingLanguage('Троих убили', 'en')).toBe('ru')
  })

  it('reads long text without growing slow, and any text without failing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.constantFrom(...CLAIM_STATUSES),
        (text, status) => {
          overstatements(text, undefined, status)
        },
      ),
    )
    expect(overstatements('no '.repeat(600), 'en', 'rumour').length).toBeGreaterThan(0)
  })
})
