import { describe, expect, it } from 'vitest'
import { FieldClaims, type SubjectClaim } from '../../../../src/core/sourcing/FieldClaims.ts'
import { isStale } from '../../../../src/core/sourcing/isStale.ts'

const claim = (id: string, fields: Partial<SubjectClaim>): SubjectClaim => ({
  id,
  kind: 'label',
  status: 'established',
  about: [{ id: 'inc', field: 'placeType' }],
  ...fields,
})
const byId = <R extends { readonly id: string }>(...records: R[]) =>
  Object.fromEntries(records.map((each) => [each.id, each]))
const indexOf = (...claims: SubjectClaim[]) =>
  new FieldClaims({
    claims: byId(...claims),
    incidents: byId(
      { id: 'inc' },
      { id: 'old', mergedInto: 'inc' },
      { id: 'x', mergedInto: 'y' },
      { id: 'y', mergedInto: 'x' },
    ),
  })
const INCIDENT = { id: 'inc', placeType: 'secret-place', counts: { killed: { best: 3 } } }

describe('labels of an incident', () => {
  it('stand beside the neutral value while they are unresolved', () => {
    const index = indexOf(
      claim('camp', { status: 'not-indicated' }),
      claim('prison', { status: 'established', about: [{ id: 'old', field: 'placeType' }] }),
      claim('gone', { status: 'superseded' }),
      claim('event', { kind: 'event' }),
      claim('refuted', { status: 'false', about: [{ id: 'inc', field: 'counts.killed.best' }] }),
    )
    expect(index.labelsOf(INCIDENT)).toEqual([
      {
        field: 'counts.killed.best',
        neutral: 3,
        labels: [{ claim: 'refuted', status: 'false', isUnresolved: false }],
        isUnresolved: false,
      },
      {
        field: 'placeType',
        neutral: 'secret-place',
        labels: [
          { claim: 'camp', status: 'not-indicated', isUnresolved: true },
          { claim: 'prison', status: 'established', isUnresolved: false },
        ],
        isUnresolved: true,
      },
    ])
    expect(index.claimsAbout('old')).toEqual(index.claimsAbout('inc'))
  })

  it('of an act stand beside what that act says', () => {
    const index = indexOf(
      claim('one', { about: [{ id: 'inc', act: 'a1', field: 'method' }] }),
      claim('two', { about: [{ id: 'inc', act: 'a2', field: 'method' }] }),
    )
    const acts = [
      { key: 'a1', method: 'beating' },
      { key: 'a2', method: 'electric-shock' },
    ]
    const withActs = { id: 'inc', acts }
    expect(index.labelsOf(withActs)).toMatchObject([
      { field: 'method', act: 'a1', neutral: 'beating', labels: [{ claim: 'one' }] },
      { field: 'method', act: 'a2', neutral: 'electric-shock', labels: [{ claim: 'two' }] },
    ])
  })

  it('say nothing neutral where the incident says nothing, whatever the field is called', () => {
    const at = (field: string) =>
      indexOf(claim('c', { about: [{ id: 'inc', field }] })).labelsOf(INCIDENT)[0]?.neutral
    expect([at('constructor'), at('counts'), at('counts.injured.best'), at('toString.name')]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})

describe('claims that contradict each other', () => {
  it('are two about one field that both stand as fact, merged incidents being one', () => {
    const index = indexOf(
      claim('a', {}),
      claim('b', { status: 'appears-established', about: [{ id: 'old', field: 'placeType' }] }),
      claim('c', { status: 'rumour' }),
      claim('d', { about: [{ id: 'inc', field: 'where' }] }),
      claim('e', { about: [{ id: 'inc' }] }),
    )
    const against = { record: 'inc', field: 'placeType', code: 'both-appear' }
    expect(index.contradictionsOf('a')).toEqual([{ claim: 'b', ...against }])
    expect(index.contradictionsOf('b')).toEqual([{ claim: 'a', ...against }])
    expect(['c', 'd', 'e', 'gone'].flatMap((id) => index.contradictionsOf(id))).toEqual([])
    index.apply([{ kind: 'claims', id: 'b', record: claim('b', { status: 'established' }) }])
    expect(index.contradictionsOf('a')).toMatchObject([{ code: 'both-established' }])
    index.apply([{ kind: 'claims', id: 'b', record: null }])
    expect(index.contradictionsOf('a')).toEqual([])
  })
  it('are not two that give the field one code, nor two about other acts', () => {
    const says = (id: string, value: string) =>
      claim(id, { about: [{ id: 'inc', field: 'placeType', value }] })
    const clash = (...claims: readonly [SubjectClaim, SubjectClaim]) =>
      indexOf(...claims).contradictionsOf(claims[0].id).length
    expect(clash(says('a', 'camp'), says('b', 'camp'))).toBe(0)
    expect(clash(says('a', 'camp'), says('b', 'home'))).toBe(1)
    const ofAct = (id: string, act: string) => claim(id, { about: [{ id: 'inc', act, field: 'method' }] })
    expect(clash(ofAct('a', 'a1'), ofAct('b', 'a2'))).toBe(0)
    expect(clash(ofAct('a', 'a1'), ofAct('b', 'a1'))).toBe(1)
    expect(clash(ofAct('a', 'a1'), claim('b', { about: [{ id: 'inc', field: 'method' }] }))).toBe(0)
  })
  it('are not two numbers whose ranges meet', () => {
    const killed = { about: [{ id: 'inc', field: 'counts.killed' }], kind: 'number' as const }
    const clash = (low: number, high: number) =>
      indexOf(
        claim('a', { ...killed, value: { low: 3, high: 6 } }),
        claim('b', { ...killed, value: { low, high } }),
      ).contradictionsOf('a').length
    expect([clash(6, 9), clash(7, 9), clash(0, 2)]).toEqual([0, 1, 1])
  })
})

describe('a review', () => {
  it('is due when all of the day, month or year has passed', () => {
    const due = (reviewBy: string, day: string) => isStale({ reviewBy }, day)
    expect([
      due('2019-03', '2019-03-31'),
      due('2019-03', '2019-04-01'),
      due('2019-03/..', '2030-01-01'),
    ]).toEqual([false, true, false])
    expect(isStale({}, '2030-01-01')).toBe(false)
  })
})
