/** When what a brief rests on holds no more, the brief is listed with what changed and since when; else it is not. */
import { describe, expect, it } from 'vitest'
import { assessClaim } from '../../../../src/core/grading.ts'
import { deleteRecord, type Log, putRecord } from '../../../../src/core/log.ts'
import { mergeIncidents } from '../../../../src/core/mergeIncidents.ts'
import { affectedReleases } from '../../../../src/core/releases/affectedReleases.ts'
import { recallRelease, supersedeRelease } from '../../../../src/core/releases/changeRelease.ts'
import type { ClaimStatus } from '../../../../src/core/vocabularyCodes.ts'
import {
  CHANGED,
  GIVEN,
  incidentOf,
  madeOf,
  releasedLog,
  releaseOf,
  saved,
  TODAY,
  withConsents,
} from '../../../support/releaseSamples.ts'

const OPEN = { highest: 1, whyNotHigher: [] } as const
const changesOf = (log: Log, today = TODAY) => affectedReleases(log, today).flatMap(({ changes }) => changes)
const codesOf = (log: Log, today = TODAY) => changesOf(log, today).map(({ code }) => code)

function assessed(log: Log, status: ClaimStatus, when: string): Log {
  const claim = log.claims.c1 ?? expect.fail()
  const given = {
    status,
    when,
    reason: 'r',
    standardMet: 'reasonable-grounds',
    supersededBy: 'later',
  } as const
  const result = assessClaim(claim, given, CHANGED, OPEN)
  if (!result.ok) throw new Error(result.error.code)
  return saved(log, putRecord('claims', result.value))
}

describe('consents', () => {
  it('that hold leave the brief alone', () => {
    expect(affectedReleases(releasedLog(), TODAY)).toEqual([])
  })

  it('withdrawn: since the day that was noted', () => {
    const log = withConsents(releasedLog(), [GIVEN, { ...GIVEN, state: 'withdrawn', on: '2021-05-03' }])
    expect(affectedReleases(log, TODAY)).toEqual([
      {
        id: 'r1',
        changes: [
          {
            code: 'consent-withdrawn',
            kind: 'persons',
            id: 'p1',
            since: '2021-05-03',
            from: 'publish-anonymised',
            to: null,
          },
        ],
      },
    ])
  })

  it('refused without a day: since the save that said so', () => {
    const log = withConsents(releasedLog(), [{ purpose: 'publish-anonymised', state: 'refused' }])
    expect(changesOf(log)).toMatchObject([{ code: 'consent-refused', since: '2021-06-05' }])
  })

  it('expired: on the day after the last, and not before', () => {
    const log = withConsents(releasedLog(), [{ ...GIVEN, expiresOn: '2021-08-31' }])
    expect(codesOf(log, '2021-08-31')).toEqual([])
    expect(changesOf(log, '2021-09-01')).toMatchObject([{ code: 'consent-expired', since: '2021-09-01' }])
  })

  it('narrowed: taken out, or for another organisation only', () => {
    expect(codesOf(withConsents(releasedLog(), []))).toEqual(['consent-narrowed'])
    const narrowed = [GIVEN, { ...GIVEN, organisation: 'o1' }]
    expect(codesOf(withConsents(releasedLog(), narrowed))).toEqual(['consent-narrowed'])
    const forThem: Log = { ...releasedLog(), releases: { r1: releaseOf('r1', { recipient: 'o1' }) } }
    expect(codesOf(withConsents(forThem, narrowed))).toEqual([])
  })

  it('that were as narrow when the brief left are no news', () => {
    const narrow = { ...GIVEN, organisation: 'o1' }
    expect(codesOf(withConsents(releasedLog(), [narrow], '2020-05-01T00:00:00Z'))).toEqual([])
  })

  it('of a purpose that the profile did not ask are nothing to it, and keeping in the log always is', () => {
    const other = { purpose: 'share-with-court', state: 'withdrawn' }
    expect(codesOf(withConsents(releasedLog(), [GIVEN, other]))).toEqual([])
    const gone = { purpose: 'keep-in-log', state: 'withdrawn' }
    expect(codesOf(withConsents(releasedLog(), [GIVEN, gone]))).toEqual(['consent-withdrawn'])
  })

  it('of somebody who was never asked, and now says no', () => {
    const log: Log = { ...releasedLog(), releases: { r1: releaseOf('r1', { consentsReliedOn: [] }) } }
    expect(codesOf(withConsents(log, []))).toEqual([])
    const no = { purpose: 'publish-anonymised', state: 'refused', on: '2021-02-01' }
    expect(changesOf(withConsents(log, [no]))).toMatchObject([
      { code: 'consent-refused', since: '2021-02-01' },
    ])
  })
})

describe('claims', () => {
  it('that fell: since the first assessment below what was printed', () => {
    const log = assessed(assessed(releasedLog(), 'contested', '2021-03-01'), 'rumour', '2021-04-01')
    expect(changesOf(log)).toMatchObject([
      { code: 'claim-fell', id: 'c1', since: '2021-03-01', from: 'established', to: 'rumour' },
    ])
  })

  it('that fell and stand again as printed, or stand higher, are nothing', () => {
    const log = assessed(assessed(releasedLog(), 'contested', '2021-03-01'), 'established', '2021-04-01')
    expect(codesOf(log)).toEqual([])
    const rumour = [{ claim: 'c1', status: 'rumour' }]
    const printed: Log = { ...releasedLog(), releases: { r1: releaseOf('r1', { claimStatuses: rumour }) } }
    expect(codesOf(printed)).toEqual([])
  })

  it('do not fall before the day an assessment speaks for', () => {
    const log = assessed(releasedLog(), 'rumour', '2021-12-31')
    expect(codesOf(log, '2021-12-30')).toEqual([])
    expect(codesOf(log, '2021-12-31')).toEqual(['claim-fell'])
  })

  it('that a brief denied and that hold now, that were replaced, that were deleted', () => {
    const denied = [{ claim: 'c1', status: 'false' }]
    const log: Log = { ...releasedLog(), releases: { r1: releaseOf('r1', { claimStatuses: denied }) } }
    expect(codesOf(log)).toEqual(['claim-reversed'])
    expect(codesOf(assessed(releasedLog(), 'superseded', '2021-04-01'))).toEqual(['claim-superseded'])
    const gone = deleteRecord(releasedLog(), 'claims', 'c1', CHANGED) ?? []
    expect(changesOf(saved(releasedLog(), gone))).toMatchObject([
      { code: 'claim-dropped', kind: 'claims', since: '2021-06-05' },
    ])
    expect(changesOf({ ...releasedLog(), claims: {} })).toMatchObject([
      { code: 'claim-dropped', kind: 'claims', since: null },
    ])
  })

  it('of entries of earlier versions are read from the as-of day', () => {
    const { claimStatuses: _, asked: __, ...old } = releaseOf('r1')
    const log: Log = { ...releasedLog(), releases: { r1: old } }
    expect(codesOf(log)).toEqual([])
    expect(codesOf(assessed(log, 'rumour', '2021-04-01'))).toEqual(['claim-fell'])
    const no = { purpose: 'publish-anonymised', state: 'refused' }
    expect(codesOf(withConsents(log, [no]))).toEqual(['consent-refused'])
  })
})

describe('records', () => {
  it('deleted, merged, raised to a label that the profile does not take', () => {
    const log = releasedLog()
    expect(changesOf(saved(log, deleteRecord(log, 'incidents', 'i1', CHANGED) ?? []))).toMatchObject([
      { code: 'record-deleted', kind: 'incidents', id: 'i1', since: '2021-06-05' },
    ])
    const merged = madeOf(mergeIncidents(log, 'i1', 'i2', CHANGED))
    expect(changesOf(saved(log, merged))).toMatchObject([
      { code: 'incident-merged', id: 'i1', to: 'i2', since: '2021-06-05' },
    ])
    const acts = [{ victim: 'p1', act: '030101000000' }]
    const raised = incidentOf('i1', { confidentiality: 'AMBER', acts })
    const once = saved(log, putRecord('incidents', raised))
    const twice = saved(once, putRecord('incidents', { ...raised, remarks: 'x' }), '2021-09-09T00:00:00Z')
    expect(changesOf(twice)).toMatchObject([
      { code: 'label-raised', id: 'i1', to: 'AMBER', since: '2021-06-05' },
    ])
  })

  it('of no brief change none', () => {
    const log = releasedLog()
    expect(codesOf(saved(log, deleteRecord(log, 'incidents', 'i2', CHANGED) ?? []))).toEqual([])
  })
})

describe('briefs that were dealt with', () => {
  const recall = { on: '2021-06-06', reason: 'It fell.', tell: ['o1'] }
  const fallen = assessed(releasedLog(), 'rumour', '2021-04-01')

  it('recalled ones are not listed, and are again when the recall is taken back', () => {
    const recalled = saved(fallen, madeOf(recallRelease(fallen, 'r1', recall, CHANGED)))
    expect(recalled.releases.r1).toMatchObject({ recalled: CHANGED, recall })
    expect(codesOf(recalled)).toEqual([])
    expect(codesOf(saved(recalled, madeOf(recallRelease(recalled, 'r1', null, CHANGED))))).toEqual([
      'claim-fell',
    ])
  })

  it('replaced ones are listed for what came after the later brief', () => {
    const replacedBy = (at: string): Log => {
      const later = releaseOf('r2', {
        at,
        records: [],
        claimsAsOf: [],
        claimStatuses: [],
        consentsReliedOn: [],
      })
      const log: Log = { ...fallen, releases: { ...fallen.releases, r2: later } }
      return saved(log, madeOf(supersedeRelease(log, 'r1', 'r2', CHANGED)))
    }
    expect(codesOf(replacedBy('2021-05-01T00:00:00Z'))).toEqual([])
    expect(codesOf(replacedBy('2021-02-01T00:00:00Z'))).toEqual(['claim-fell'])
  })

  it('need a reason, an organisation that is one, and a later brief', () => {
    const refused = (result: { readonly ok: boolean }) =>
      result.ok ? null : Reflect.get(result, 'error').code
    expect(refused(recallRelease(fallen, 'r1', { ...recall, reason: ' ' }, CHANGED))).toBe(
      'releases/reason-missing',
    )
    expect(refused(recallRelease(fallen, 'r1', { ...recall, tell: ['p1'] }, CHANGED))).toBe(
      'records/link-unknown',
    )
    expect(refused(recallRelease(fallen, 'none', recall, CHANGED))).toBe('records/not-found')
    expect(refused(supersedeRelease(fallen, 'r1', 'r1', CHANGED))).toBe('releases/not-later')
    expect(refused(supersedeRelease(fallen, 'r1', 'none', CHANGED))).toBe('records/not-found')
  })

  it('keep all else that their entry says', () => {
    const change = madeOf(recallRelease(fallen, 'r1', { ...recall, tellOthers: '  ' }, CHANGED))
    const {
      recall: said,
      recalled: _,
      updatedAt: __,
      ...rest
    } = saved(fallen, change).releases.r1 ?? expect.fail()
    const { updatedAt: ___, ...before } = fallen.releases.r1 ?? expect.fail()
    expect(rest).toEqual(before)
    expect(said).toEqual(recall)
  })
})
