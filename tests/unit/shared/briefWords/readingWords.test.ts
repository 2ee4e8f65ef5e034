import { describe, expect, it } from 'vitest'
import { briefText } from '../../../../src/brief/briefText.ts'
import { BRIEF_LANGUAGES, type BriefContent } from '../../../../src/core/redaction/briefData.ts'
import { countsOnly } from '../../../../src/core/redaction/countsOnly.ts'
import { periodShown, readingParagraphs } from '../../../../src/shared/briefWords/readingWords.ts'
import { sampleBrief } from '../../brief/sampleBrief.ts'

const said = (data: BriefContent) => readingParagraphs(data, briefText(data.language)).join('\n')
const worded = (data: BriefContent): BriefContent => ({
  ...data,
  claims: data.claims.map((claim) => ({ ...claim, wording: 'Men were held.' })),
})

describe('how to read a brief', () => {
  it.each(BRIEF_LANGUAGES)('explains a bar and a mask only where they stand, in %s', (language) => {
    const say = briefText(language)
    const bare = worded(sampleBrief(language))
    expect(said(bare)).not.toContain(say('read.bar'))
    expect(said(bare)).not.toContain(say('read.mask'))
    const barred = { ...bare, claims: bare.claims.map((claim) => ({ ...claim, wording: null })) }
    expect(said(barred)).toContain(say('read.bar'))
    const masked = bare.incidents.map((incident) => ({ ...incident, summary: 'A man met [person] there.' }))
    expect(said({ ...bare, incidents: masked })).toContain(say('read.mask'))
  })

  it('takes no account of a claim that was replaced, since it is not printed', () => {
    const bare = worded(sampleBrief())
    const claims = bare.claims.map((claim) =>
      claim.status === 'superseded' ? { ...claim, wording: null } : claim,
    )
    expect(said({ ...bare, claims })).not.toContain('black bar')
  })

  it('explains of an annex its sources and its counts, and nothing of claims, texts or people', () => {
    const annex = countsOnly(sampleBrief('en', 24, { layout: 'annex' }))
    const words = said(annex)
    expect(words).toContain('Sources are graded by how reliable they are')
    expect(words).toContain('Counts are counts of records')
    expect(words).not.toMatch(/black bar|square brackets|standard of proof|a claim graded|given in bands/i)
    const unsourced = { ...annex, statistics: { ...annex.statistics, bySource: [] } }
    expect(said(unsourced)).not.toContain('graded')
  })

  it('leaves out what a newer catalogue knows', () => {
    expect(said({ ...sampleBrief(), notes: ['from-the-future'] })).not.toContain('future')
  })
})

describe('the time a brief covers', () => {
  const sample = sampleBrief('en', 24, { period: '2009-01-03/2019-03-12' })
  const daily = { ...sample, profile: { ...sample.profile, date: 'day' } as const }

  it('is no finer in an annex than its tables are', () => {
    expect(periodShown(daily)).toBe('2009-01-03/2019-03-12')
    expect(periodShown({ ...daily, layout: 'annex' })).toBe('2009-33/2019-33')
    expect(periodShown({ ...daily, layout: 'annex', period: null })).toBeNull()
  })
})
