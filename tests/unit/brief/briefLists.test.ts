/** What stands in a brief in an order or a length of its own: regions, claims, contacts, what is asked. */
import { describe, expect, it } from 'vitest'
import { createBriefPage } from '../../../src/brief/briefPage.ts'
import { briefText } from '../../../src/brief/briefText.ts'
import { urgentAsks } from '../../../src/brief/outreach.ts'
import type { BriefAction, BriefClaim, BriefData, BriefPlace } from '../../../src/core/redaction/briefData.ts'
import { claimsInOrder } from '../../../src/shared/briefWords/claimOrder.ts'
import { contactsInOrder } from '../../../src/shared/briefWords/contactWarnings.ts'
import { regionList } from '../../../src/shared/briefWords/regionList.ts'
import { sampleBrief, sampleLabel } from './sampleBrief.ts'

const say = briefText('en')
const words = { language: 'en', say, label: (code: string) => code } as const

describe('the regions of a brief', () => {
  const place = (country: string, admin1: string): BriefPlace => ({
    region: null,
    country,
    admin1,
    admin2: null,
    town: null,
    site: null,
  })
  const inWords = ({ country, admin1 }: BriefPlace) => [admin1, country].filter(Boolean).join(', ')
  const listed = (places: readonly BriefPlace[]) => regionList(places, inWords, say)

  it('are named while they are few, then by their countries, and then counted', () => {
    const few = [place('RU', 'One'), place('RU', 'Two'), place('RU', 'One')]
    expect(listed(few)).toBe('One, RU; Two, RU')
    const many = Array.from({ length: 20 }, (_, at) => place(at < 15 ? 'RU' : 'GE', `Region ${at}`))
    expect(listed(many)).toBe('RU; GE')
    const everywhere = Array.from({ length: 11 }, (_, at) => place(`C${at}`, 'Region'))
    expect(listed(everywhere)).toMatch(/^C0; .*C7; and 3 more$/)
    expect(listed([])).toBeNull()
  })
})

describe('claims in order', () => {
  const claim = (id: string, credibility: 1 | 2 | 6, asOf: string | null) =>
    ({ id, credibility, asOf }) as unknown as BriefClaim
  const claims = [claim('c1', 6, '2018-01-01'), claim('c2', 2, '2017-01-01'), claim('c3', 1, null)]
  it.each([
    ['grade', 'c3 c2 c1'],
    ['date', 'c2 c1 c3'],
    ['date-reversed', 'c1 c2 c3'],
    ['as-chosen', 'c1 c2 c3'],
  ] as const)('by %s', (order, expected) => {
    expect(
      claimsInOrder(claims, order)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(expected)
  })
})

it('contacts that were checked lately come before those that were not', () => {
  const [first] = sampleBrief('en', 2).contacts
  if (first === undefined) throw new Error('the sample has contacts')
  const contacts = [
    { ...first, id: 'p1', stale: true },
    { ...first, id: 'p10', stale: false },
    { ...first, id: 'p2', stale: false },
  ]
  expect(contactsInOrder(contacts).map(({ id }) => id)).toEqual(['p2', 'p10', 'p1'])
})

it('an urgent action asks first for what is open, by the nearest day', () => {
  const action = (id: string, status: string | null, when: string | null): BriefAction => ({
    id,
    what: id,
    addressedTo: 'A ministry',
    askedFor: null,
    when,
    status,
    about: [],
  })
  const actions = [
    action('a1', 'completed', '2019-01-01'),
    action('a2', 'planned', null),
    action('a3', 'planned', '2019-09'),
    action('a4', 'awaiting-response', '2018-02'),
    action('a5', null, '2019-07-15'),
  ]
  const data = { ...sampleBrief('en', 2), asOf: '2019-06-30', actions } as BriefData
  const asked = urgentAsks(data, words)
  expect(asked.map(({ what }) => what)).toEqual(['a5', 'a3', 'a2', 'a4', 'a1'])
  expect(asked.map(({ facts }) => facts[0])).toEqual([
    'By: 15 July 2019',
    'By: September 2019',
    'No day is set',
    'Date: February 2018',
    'Date: 1 January 2019',
  ])
})

describe('a form whose cases a brief cannot tell', () => {
  const data = sampleBrief('en', 6, { layout: 'un-executions' })
  const untold = {
    ...data,
    incidents: data.incidents.map((each) => ({ ...each, violationTypes: [], killed: null })),
  }
  const shows = data.profile.shows.filter((field) => field !== 'incidents.violationTypes')
  const formOf = (change: object) => createBriefPage({ ...untold, ...change } as BriefData, sampleLabel).form

  it('says why, and says every claim', () => {
    const form = formOf({ profile: { ...data.profile, shows } })
    expect(form?.none).toBe(say('form.noneKinds'))
    expect(form?.others.title).toBe(say('form.incidents'))
    const told = form?.claims.flatMap(({ claims }) => claims) ?? []
    expect(told).toHaveLength(data.claims.filter(({ status }) => status !== 'superseded').length)
  })

  it('says that there is none where kinds are shown', () => {
    expect(formOf({})?.none).toBe(say('form.none'))
  })
})
