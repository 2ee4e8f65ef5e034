import { describe, expect, it } from 'vitest'
import { incidentSchema } from '../../../../src/core/incident.ts'
import { labelOf } from '../../../../src/core/vocabulary.ts'
import { accessPointWords } from '../../../../src/renderer/claims/accessPoint.ts'
import { capSentence } from '../../../../src/renderer/claims/capSentence.ts'
import { fieldWords } from '../../../../src/renderer/claims/fieldWords.ts'
import { linkedRecord } from '../../../../src/renderer/claims/linkedRecord.ts'
import { codeWords, neutralWords } from '../../../../src/renderer/claims/neutralWords.ts'
import { assessmentProblems, startAssessment } from '../../../../src/renderer/features/board/assessment.ts'
import { NO_RECORDS } from '../../../../src/renderer/storeState.ts'
import { createLanguage } from '../../../../src/renderer/text.ts'
import { type TermLabel, vocabularyOf } from '../../../../src/renderer/vocabularies.ts'
import { byId, sampleClaim } from '../../../support/claimSamples.ts'

const en = createLanguage('en')
const label: TermLabel = (name, code) => labelOf(vocabularyOf(name, {}), code, 'en')
const incident = incidentSchema.parse({
  id: 'i',
  createdAt: '2024-01-01T00:00:00Z',
  updatedAt: '2024-01-01T00:00:00Z',
  confidentiality: 'RED',
  title: 'Held',
  summary: '',
  when: '2017-04',
  where: { precision: 4 },
  violationTypes: ['030102000000'],
  status: 'likely',
  placeType: 'home',
  counts: { killed: { low: 3, high: 20 } },
})

describe('words of claims', () => {
  it('names the exact place in an item, part by part', () => {
    expect(accessPointWords({ page: '2', clip: '0:12' }, en.t, en.comma)).toBe('page 2, clip 0:12')
    expect(accessPointWords(undefined, en.t, en.comma)).toBe('')
  })

  it('says what an incident itself says in a field', () => {
    expect(neutralWords(incident, 'placeType', en, label)).toBe('Home')
    expect(neutralWords(incident, 'status', en, label)).toBe('Likely')
    expect(neutralWords(incident, 'when', en, label)).toBe('April 2017')
    expect(neutralWords(incident, 'counts.killed', en, label)).toBe('at least 3 · at most 20')
    expect(neutralWords(incident, 'counts.killed.low', en, label)).toBe('3')
    expect(neutralWords(incident, 'summary', en, label)).toBeNull()
    expect(neutralWords(incident, 'no.such.field', en, label)).toBeNull()
    expect(codeWords('placeType', 'unknown-code', label)).toBe('unknown-code')
  })

  it('has a word for a field, or its path', () => {
    expect(fieldWords('counts.killed.best', en.t)).toBe('number killed')
    expect(fieldWords('acts.0.method', en.t)).toBe('acts.0.method')
  })

  it('says why the sources allow no 1 with the right number of things', () => {
    const oneRoot = (items: number) => capSentence(en.t, { code: 'one-root', fields: { items } })
    expect(oneRoot(1)).toContain('There is one item')
    expect(oneRoot(2)).toContain('Both items')
    expect(oneRoot(3)).toContain('All 3 items')
  })

  it('finds a record of any kind by its id, and no inherited property', () => {
    const records = { ...NO_RECORDS, claims: byId([sampleClaim('c')]) }
    expect(linkedRecord(records, 'c')).toEqual({ kind: 'claims', id: 'c', title: 'Statement c' })
    expect(linkedRecord(records, 'toString')).toBeNull()
  })
})

describe('an assessment', () => {
  const form = { ...startAssessment(sampleClaim('c'), '2017-05-01'), reason: 'Why.' }

  it('may not stand above what the sources allow', () => {
    expect(assessmentProblems({ ...form, credibility: 1 }, 2)).toEqual(['above-sources'])
    expect(assessmentProblems({ ...form, credibility: 1 }, 1)).toEqual([])
    expect(assessmentProblems({ ...form, credibility: 2 }, 2)).toEqual([])
  })

  it('names the claim that replaces a superseded one', () => {
    expect(assessmentProblems({ ...form, status: 'superseded' }, 2)).toEqual(['superseding-needed'])
    expect(assessmentProblems({ ...form, status: 'superseded', supersededBy: 'd' }, 2)).toEqual([])
  })
})
