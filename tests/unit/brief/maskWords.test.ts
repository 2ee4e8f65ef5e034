/** Masked places of a text are said in words of its language on every page; the JSON keeps the token. */
import { describe, expect, it } from 'vitest'
import { briefJson } from '../../../src/brief/briefJson.ts'
import { createBriefPage } from '../../../src/brief/briefPage.ts'
import { briefText } from '../../../src/brief/briefText.ts'
import { BRIEF_LANGUAGES, type BriefData } from '../../../src/core/redaction/briefData.ts'
import { MENTION_TOKENS } from '../../../src/core/redaction/mentions/mentionSpan.ts'
import { maskWords } from '../../../src/shared/briefWords/maskWords.ts'
import { sampleBrief, sampleLabel } from './sampleBrief.ts'

describe('maskWords', () => {
  it.each([
    ['К родителям [person] приходят', 'ru', 'К родителям [человек] приходят'],
    ['The parents of [person] are visited', 'en', 'The parents of [person] are visited'],
    ['The parents of [person] are visited', 'ru', 'The parents of [person] are visited'],
    ['The parents of [person] are visited', 'ar', 'The parents of [person] are visited'],
    ['Visitan a los padres de [person]', 'es', 'Visitan a los padres de [persona]'],
    ['К родителям [person] приходят', 'ar', 'К родителям [человек] приходят'],
    ['زيارة والدي [person]', 'ar', 'زيارة والدي [شخص]'],
    ['[place]', 'fr', '[lieu]'],
    ['Seen [sic] at [place], [place]', 'fr', 'Seen [sic] at [lieu], [lieu]'],
  ] as const)('%s in %s', (text, language, said) => {
    expect(maskWords(text, language, briefText)).toBe(said)
  })

  it.each(BRIEF_LANGUAGES)('has a word in square brackets for each token in %s', (language) => {
    const said = MENTION_TOKENS.map((token) => maskWords(token, language, briefText))
    for (const word of said) expect(word).toMatch(/^\[[^[\]]+\]$/u)
    expect(new Set(said).size).toBe(MENTION_TOKENS.length)
  })
})

describe('a brief with masked texts', () => {
  const masked = (): BriefData => {
    const data = sampleBrief('ru', 4)
    const [first, ...rest] = data.claims
    const claim = { ...(first ?? expect.fail()), wording: 'Его держали в [place], сообщил [person].' }
    return { ...data, claims: [claim, ...rest] } as BriefData
  }

  it('says them in its own language on the page', () => {
    const text = JSON.stringify(createBriefPage(masked(), sampleLabel))
    expect(text).toContain('Его держали в [место], сообщил [человек].')
    expect(text).not.toContain('[person]')
  })

  it('keeps the tokens in the JSON', () => {
    expect(new TextDecoder().decode(briefJson(masked()))).toContain(
      'Его держали в [place], сообщил [person].',
    )
  })
})

describe('what is said of numbers and kinds', () => {
  const withCell = (language: (typeof BRIEF_LANGUAGES)[number]) => {
    const data = sampleBrief(language, 2)
    const cell = { south: 43.2, west: 45.1, size: 0.1 }
    return { ...data, incidents: data.incidents.map((each) => ({ ...each, cell })) } as BriefData
  }

  it.each([
    ['en', '43.3°'],
    ['ru', '43,3°'],
    ['es', '43,3°'],
    ['fr', '43,3°'],
    ['ar', '43.3°'],
  ] as const)('writes degrees as %s does', (language, north) => {
    const [first] = createBriefPage(withCell(language), sampleLabel).narratives.items
    expect(first?.facts.join(' ')).toContain(north)
  })

  it('says nothing of kinds where none are counted', () => {
    const data = sampleBrief('en')
    const without = { ...data.statistics, byViolationType: [], byKindAndPeriod: null }
    expect(createBriefPage(data, sampleLabel).patterns.note).not.toBeNull()
    expect(
      createBriefPage({ ...data, statistics: without } as BriefData, sampleLabel).patterns.note,
    ).toBeNull()
  })
})
