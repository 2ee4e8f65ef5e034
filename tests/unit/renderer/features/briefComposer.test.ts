import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fittingZoom,
  nextZoom,
  PIXELS_PER_POINT,
  pageInSight,
  ZOOMS,
} from '../../../../src/renderer/features/briefPages/pageZoom.ts'
import {
  chosenOf,
  moveBy,
  NOTHING_CHOSEN,
  newMatches,
} from '../../../../src/renderer/features/briefs/briefChoice.ts'
import {
  briefDraftId,
  briefOfName,
  briefRecordsId,
  briefTextsId,
  emptyBriefDraft,
  readBriefDraft,
  recordsOf,
  settingsOf,
  withChosen,
} from '../../../../src/renderer/features/briefs/briefDraft.ts'
import { strongSentences, type WordedClaim } from '../../../../src/renderer/features/briefs/briefWording.ts'
import { inNeutralOrder } from '../../../../src/renderer/features/briefs/chosenOrder.ts'

const id = fc.stringMatching(/^[a-z0-9]{20}$/)
const ids = fc.uniqueArray(id, { maxLength: 12 })

describe('a draft of a brief', () => {
  it('comes back from the log as it went there', () => {
    fc.assert(
      fc.property(ids, ids, fc.string(), (incidents, out, title) => {
        const draft = {
          ...emptyBriefDraft('b1', 'ru', '2026-02-03'),
          title,
          filters: [{ kind: 'incidents' as const, query: 'tag:x' }],
          chosen: chosenOf({ incidents }),
          passedOver: chosenOf({ incidents: out }),
        }
        const kept = JSON.parse(JSON.stringify([settingsOf(draft), recordsOf(draft)]))
        const back = readBriefDraft('b1', kept[0], kept[1])
        expect(back).toEqual(draft)
        expect([...(back?.chosen.incidents ?? [])]).toEqual(incidents)
      }),
    )
  })
  it('of another version is not read as something else', () => {
    expect(readBriefDraft('b1', { title: 'x' }, {})).toBeNull()
    const settings = settingsOf(emptyBriefDraft('b1', 'en', '2026-02-03'))
    expect(readBriefDraft('b1', settings, undefined)?.chosen).toEqual(NOTHING_CHOSEN)
  })
  it('has parts of its own names', () => {
    expect(briefOfName(briefDraftId('a-b'))).toBe('a-b')
    expect(briefOfName(briefRecordsId('a-b'))).toBeNull()
    expect(briefOfName(briefTextsId('a-b'))).toBeNull()
    expect(briefOfName('record/claims/new')).toBeNull()
  })
})

describe('the choice', () => {
  it('moves a record by one place and no further than the ends', () => {
    fc.assert(
      fc.property(ids, fc.nat(), fc.constantFrom(1 as const, -1 as const), (incidents, pick, by) => {
        const at = incidents.length === 0 ? 0 : pick % incidents.length
        const moved = [...moveBy(chosenOf({ incidents }), 'incidents', incidents[at] ?? 'none', by).incidents]
        expect([...moved].sort()).toEqual([...incidents].sort())
        const to = Math.max(0, Math.min(incidents.length - 1, at + by))
        if (incidents.length > 0) expect(moved[to]).toBe(incidents[at])
      }),
    )
  })
  it('takes new records in an order that tells nothing, in whichever they are given', () => {
    fc.assert(
      fc.property(ids, (given) => {
        const ordered = inNeutralOrder(given)
        expect([...ordered].sort()).toEqual([...given].sort())
        expect(inNeutralOrder(given.toReversed())).toEqual(ordered)
      }),
    )
  })
  it('passes over what was taken out of a kind that a filter chose from, until it is put in again', () => {
    const filtered = {
      ...emptyBriefDraft('b1', 'en', '2026-02-03'),
      filters: [{ kind: 'incidents' as const, query: 'x' }],
    }
    const both = withChosen(filtered, chosenOf({ incidents: ['a', 'b'], claims: ['c'] }))
    const less = withChosen(both, chosenOf({ incidents: ['b'] }))
    expect(less.passedOver).toEqual(chosenOf({ incidents: ['a'] }))
    expect(withChosen(less, both.chosen).passedOver).toEqual(NOTHING_CHOSEN)
  })
  it('knows what a filter finds only now', () => {
    const found = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    expect(newMatches(found, new Set(['a']), new Set(['b']))).toEqual([{ id: 'c' }])
  })
})

describe('the wording of title and introduction', () => {
  const claim = (over: Partial<WordedClaim>): WordedClaim => ({
    id: 'c',
    statement: 'Security forces hold men in secret prisons',
    wording: undefined,
    status: 'rumour',
    ...over,
  })
  it('holds a sentence that repeats a claim to the status of that claim', () => {
    const claims = [claim({}), claim({ id: 'd', statement: 'This never happened before', status: 'false' })]
    const found = strongSentences('Security forces hold men in secret prisons.', 'en', claims)
    expect(found).toMatchObject([{ code: 'no-hedge', claim: { id: 'c' } }])
    const careful = 'It is alleged that security forces hold men in secret prisons.'
    expect(strongSentences(careful, 'en', claims)).toEqual([])
  })
  it('finds words of proof where not every claim is established, and names the weakest', () => {
    const claims = [
      claim({ status: 'appears-established' }),
      claim({ id: 'd', statement: 'Other', status: 'rumour' }),
    ]
    expect(strongSentences('Confirmed abuses in 2017', 'en', claims)).toMatchObject([
      { code: 'asserted', claim: { id: 'd' } },
    ])
    expect(strongSentences('Confirmed abuses in 2017', 'en', [claim({ status: 'established' })])).toEqual([])
    expect(strongSentences('Abuses in 2017', 'en', claims)).toEqual([])
  })
  it.each([
    ['ru', 'Доказано: пытки применялись.'],
    ['ar', 'ثبت أن التعذيب وقع.'],
    ['es', 'Se ha confirmado la tortura.'],
    ['fr', 'La torture est confirmée.'],
  ] as const)('works in %s', (language, sentence) => {
    expect(strongSentences(sentence, language, [claim({})]).length).toBeGreaterThan(0)
  })
})

describe('the size of pages', () => {
  it('goes by steps and stays at the ends', () => {
    expect(nextZoom(1, 1)).toBe(1.25)
    expect(nextZoom(0.86, 1)).toBe(1)
    expect(nextZoom(0.86, -1)).toBe(0.75)
    expect(nextZoom(ZOOMS[0], -1)).toBe(ZOOMS[0])
    expect(nextZoom(3, 1)).toBe(3)
  })
  it('fits the width, never larger than paper', () => {
    expect(fittingZoom(600, 400 * PIXELS_PER_POINT)).toBeCloseTo(400 / 600)
    expect(fittingZoom(600, 10_000)).toBe(1)
    expect(fittingZoom(600, 0)).toBe(1)
  })
  it('tells which page fills most of what is in sight', () => {
    expect(pageInSight([0, 100, 200], 0, 50)).toBe(0)
    expect(pageInSight([0, 100, 200], 80, 50)).toBe(1)
    expect(pageInSight([0, 100, 200], 180, 100)).toBe(2)
    expect(pageInSight([], 0, 0)).toBe(0)
  })
})
