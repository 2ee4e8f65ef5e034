import { describe, expect, it } from 'vitest'
import { earlierIncidents } from '../../../../src/core/similar/earlierIncidents.ts'
import type { ComparedIncident } from '../../../../src/core/similar/incidentTraits.ts'
import { SimilarityIndex } from '../../../../src/core/similar/SimilarityIndex.ts'

const ABDUCTION = '030104000000'
const DETENTION = '030102000000'
const TORTURE = '020111110000'
const GROZNY = { country: 'RU', admin1: 'Chechen Republic', admin2: 'Grozny', precision: 3 }

const incident = (id: string, fields: Partial<ComparedIncident> = {}): ComparedIncident => ({
  id,
  when: '2017-04',
  where: GROZNY,
  violationTypes: [ABDUCTION, TORTURE],
  victimGroups: [],
  acts: [],
  involvements: [],
  tags: [],
  ...fields,
})
const byId = <R extends { readonly id: string }>(...records: R[]) =>
  Object.fromEntries(records.map((each) => [each.id, each]))
const indexOf = (...incidents: ComparedIncident[]) =>
  new SimilarityIndex({
    incidents: byId(...incidents),
    persons: byId({ id: 'p', tags: ['gay men'] }, { id: 'q', tags: ['Gay Men'] }),
  })
const found = (index: SimilarityIndex, ...args: Parameters<SimilarityIndex['similarTo']>) =>
  index.similarTo(...args).map((each) => each.incident)

describe('incidents alike', () => {
  const victim = (who: string) => ({ involvements: [{ who, role: 'victim' }] })
  const index = indexOf(
    incident('now', { ...victim('p'), acts: [{ victim: 'p', act: TORTURE, method: 'electric-shock' }] }),
    incident('same', {
      when: '2009',
      ...victim('q'),
      acts: [{ victim: 'q', act: TORTURE, method: 'electric-shock' }],
    }),
    incident('region', { when: '2016', where: { ...GROZNY, admin2: 'Argun' } }),
    incident('heading', {
      when: '2016',
      where: { country: 'RU', admin1: 'CHECHEN Republic', precision: 4 },
      violationTypes: [DETENTION],
    }),
    incident('elsewhere', { when: '2018', where: { country: 'FR', precision: 6 } }),
    incident('unlike', { violationTypes: ['130104000000'], where: { country: 'FR', precision: 6 } }),
    incident('merged', { mergedInto: 'same' }),
  )

  it('come most alike first, and say why', () => {
    const alike = index.similarTo('now', 10)
    expect(alike.map((each) => [each.incident, each.when])).toEqual([
      ['same', 'earlier'],
      ['region', 'earlier'],
      ['elsewhere', 'later'],
      ['heading', 'earlier'],
    ])
    expect(alike[0]?.why).toEqual([
      { code: 'same-kind', values: [TORTURE, ABDUCTION] },
      { code: 'same-district', values: ['Grozny'] },
      { code: 'same-method', values: ['electric-shock'] },
      { code: 'same-tags', values: ['gay men'] },
    ])
    expect(alike[1]?.why).toContainEqual({ code: 'same-region', values: ['Chechen Republic'] })
    expect(alike[3]?.why).toEqual([
      { code: 'related-kind', values: [ABDUCTION] },
      { code: 'same-region', values: ['Chechen Republic'] },
    ])
    expect(alike.every((each) => each.score > 0 && each.score <= 1)).toBe(true)
  })

  it('are alike in the group that suffered, whether or not its people are known', () => {
    const group = { victimGroups: ['lgbti'] }
    const alike = indexOf(
      incident('now', group),
      incident('named', { ...group, when: '2009', involvements: [{ who: 'p', role: 'victim' }] }),
      incident('other', { when: '2009', victimGroups: ['journalists'] }),
    ).similarTo('now', 10)
    expect(alike.map((each) => each.incident)).toEqual(['named', 'other'])
    expect(alike[0]?.score).toBeGreaterThan(alike[1]?.score ?? 1)
    expect(alike[0]?.why).toContainEqual({ code: 'same-victims', values: ['lgbti'] })
  })

  it('are as many as asked for, and earlier ones only when that is asked', () => {
    expect(found(index, 'now', 1)).toEqual(['same'])
    expect(found(index, 'now', 10, 'earlier')).toEqual(['same', 'region', 'heading'])
    expect(found(index, 'gone', 10)).toEqual([])
  })

  it('answer a claim that something is new, each once, but not with what it is about', () => {
    const about = [{ id: 'now' }, { id: 'region' }]
    const earlier = earlierIncidents({ about }, index, 10)
    expect(earlier.map((each) => [each.incident, each.like])).toContainEqual(['same', 'region'])
    expect(earlier.map((each) => each.incident)).not.toContain('region')
    expect(new Set(earlier.map((each) => each.incident)).size).toBe(earlier.length)
  })

  it('follow changes of incidents and of persons', () => {
    const changing = indexOf(incident('a', { ...victim('p') }), incident('b', { ...victim('q') }))
    const why = () => changing.similarTo('a', 5)[0]?.why.map((each) => each.code)
    expect(why()).toContain('same-tags')
    changing.apply([{ kind: 'persons', id: 'q', record: { id: 'q', tags: [] } }])
    expect(why()).not.toContain('same-tags')
    changing.apply([
      {
        kind: 'incidents',
        id: 'b',
        record: incident('b', { violationTypes: ['forced-outing'], where: { precision: 6 } }),
      },
    ])
    expect(found(changing, 'a', 5)).toEqual([])
    changing.apply([
      { kind: 'incidents', id: 'b', record: null },
      { kind: 'incidents', id: 'c', record: incident('c') },
    ])
    expect(found(changing, 'a', 5)).toEqual(['c'])
  })

  it('are found after so many changes that the lists were made anew', () => {
    const changing = indexOf(incident('a'), incident('b'))
    for (let round = 0; round < 10_050; round++)
      changing.apply([{ kind: 'incidents', id: 'b', record: incident('b', { tags: [`t${round}`] }) }])
    expect(found(changing, 'a', 5)).toEqual(['b'])
  })
})
