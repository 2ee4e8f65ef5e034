import { describe, expect, it } from 'vitest'
import { BRIEF_LANGUAGES } from '../../../../src/core/redaction/briefData.ts'
import { CLAIM_STATUSES } from '../../../../src/core/vocabularyCodes.ts'
import {
  keepExisting,
  leftOutByLabel,
  NOTHING_CHOSEN,
  tick,
} from '../../../../src/renderer/features/briefs/briefChoice.ts'
import { dateInWords, placeInWords } from '../../../../src/renderer/features/briefs/briefDates.ts'
import { groupClaims } from '../../../../src/renderer/features/briefs/briefGroups.ts'
import { briefWords } from '../../../../src/renderer/features/briefs/briefWords.ts'

describe('dates and places of a brief in words', () => {
  const en = briefWords('en')
  it.each([
    ['2017-34', 'April–June 2017'],
    ['2017-04~', 'about April 2017'],
    ['2017?', '2017 (uncertain)'],
    ['2017-33/2017-34', 'January–June 2017'],
    ['2017-04/..', 'since April 2017'],
    ['../2017', 'until 2017'],
    [null, 'date not given'],
  ])('%s is "%s"', (edtf, expected) => {
    expect(dateInWords(edtf, en)).toBe(expected)
  })

  it('says every form in every language of a brief', () => {
    for (const language of BRIEF_LANGUAGES) {
      const words = briefWords(language)
      for (const edtf of ['2017', '2017-04', '2017-04-02', '2017-21', '2017-36', '/2017', '2017/', '2017%'])
        expect(dateInWords(edtf, words)).toMatch(/2017/)
    }
  })

  const place = (country: string | null, admin1: string | null) => ({
    region: null,
    country,
    admin1,
    admin2: null,
    town: null,
    site: null,
  })

  it('names the country, and the division where it is shown', () => {
    expect(placeInWords(place('RU', 'Chechen Republic'), en)).toBe('Chechen Republic, Russia')
    expect(placeInWords(place('RU', null), briefWords('fr'))).toBe('Russie')
    expect(placeInWords(place(null, null), en)).toBe('place not given')
  })
})

describe('claim groups', () => {
  it('prints a claim of every status but superseded', () => {
    const claims = CLAIM_STATUSES.map((status, index) => ({ id: `c${index + 1}`, status, credibility: 3 }))
    const printed = groupClaims(claims as never, 'grade').flatMap((group) =>
      group.claims.map(({ status }) => status),
    )
    expect([...printed].sort()).toEqual(CLAIM_STATUSES.filter((status) => status !== 'superseded').sort())
  })
})

describe('the choice for a brief', () => {
  const record = (id: string, confidentiality: string) => ({ id, confidentiality })
  it('ticks, unticks and forgets what is gone', () => {
    const two = tick(NOTHING_CHOSEN, 'claims', ['a', 'b'], true)
    expect([...tick(two, 'claims', ['a'], false).claims]).toEqual(['b'])
    expect([...keepExisting(two, (_kind, id) => id === 'a').claims]).toEqual(['a'])
    expect(NOTHING_CHOSEN.claims.size).toBe(0)
  })
  it('names the chosen records that a profile leaves out', () => {
    const records = { a: record('a', 'RED'), b: record('b', 'CLEAR'), c: record('c', 'GREEN') }
    const out = (labels: Parameters<typeof leftOutByLabel>[2]) =>
      leftOutByLabel(new Set(['a', 'b', 'c', 'gone']), records as never, labels)
    expect(out(['CLEAR'])).toEqual(['a', 'c'])
    expect(out(['CLEAR', 'GREEN'])).toEqual(['a'])
  })
})
