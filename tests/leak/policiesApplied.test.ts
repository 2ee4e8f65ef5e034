/** A brief is held to the profile it names: by the gate where it is made, and by whoever checks it. */
import { describe, expect, it } from 'vitest'
import { briefJson } from '../../src/brief/briefJson.ts'
import { checkFile } from '../../src/brief/gate/checkBytes.ts'
import { policyFindings } from '../../src/brief/gate/policiesApplied.ts'
import type { BriefContent, BriefData, BriefIncident } from '../../src/core/redaction/briefData.ts'
import { sampleBrief } from '../unit/brief/sampleBrief.ts'

const clean: BriefContent = {
  ...sampleBrief('en', 2),
  profile: {
    name: 'public',
    version: 1,
    adapted: false,
    date: 'quarter',
    place: 'admin1',
    coordinates: '1',
    age: 'none',
    count: 'banded',
    category: 'group',
    text: 'clean-text',
    shows: ['incidents.when', 'incidents.place', 'incidents.counts', 'incidents.violationTypes'],
  },
}

/** The sample as its profile would let it out, but for one thing of its first incident. */
function withFirst(change: Partial<BriefIncident>, more: Partial<BriefContent> = {}): BriefContent {
  const incidents = clean.incidents.map((row, at) => ({
    ...row,
    title: null,
    summary: null,
    when: '2017-33',
    place: { region: null, country: 'RU', admin1: 'Chechnya', admin2: null, town: null, site: null },
    cell: null,
    violationTypes: ['020000000000'],
    placeType: null,
    victimGroups: [],
    killed: null,
    injured: null,
    detained: '5-9',
    missing: null,
    people: [],
    claims: [],
    ...(at === 0 ? change : {}),
  }))
  const claims = clean.claims.map((row) => ({ ...row, statement: null, people: [], about: [] }))
  const actions = clean.actions.map((row) => ({ ...row, when: null, status: null, askedFor: null }))
  return { ...clean, period: '2017-33', places: [], people: [], incidents, claims, actions, ...more }
}

const place = { region: null, country: 'RU', admin1: 'Chechnya', admin2: null, town: null, site: null }
const person: BriefContent['people'][number] = {
  id: 'w1',
  role: 'victim',
  number: 1,
  roles: [],
  ageBand: null,
  sex: null,
}

describe('a brief that says more than the profile it names', () => {
  it.each([
    ['a day', withFirst({ when: '2017-03-12' })],
    ['a month', withFirst({ when: '2017-03' })],
    ['a month in its period', withFirst({}, { period: '2017-03' })],
    ['a district', withFirst({ place: { ...place, admin2: 'Gudermes district' } })],
    ['a town', withFirst({ place: { ...place, town: 'Gudermes' } })],
    ['a site', withFirst({ place: { ...place, site: 'behind the old mill' } })],
    ['a town among its places', withFirst({}, { places: [{ ...place, town: 'Gudermes' }] })],
    ['a count', withFirst({ detained: '17' })],
    ['a summary', withFirst({ summary: 'Men came at night.' })],
    ['a cell that it does not show', withFirst({ cell: { south: 43, west: 45, size: 1 } })],
    ['a kind below its chapter', withFirst({ violationTypes: ['020102000000'] })],
    ['a group', withFirst({ victimGroups: ['journalists'] })],
    ['a person', withFirst({}, { people: [person] })],
  ])('is refused: %s', async (_, brief) => {
    expect(policyFindings(brief).map((each) => each.class)).toContain('json/beyond-profile')
    const bytes = briefJson(brief as BriefData)
    const file = { bytes, canaries: [], published: [], shipped: [], name: 'x.json', fileForTools: null }
    expect((await checkFile(file)).findings.map((each) => each.class)).toContain('json/beyond-profile')
  })

  it('and passes where it says no more', () => {
    expect(policyFindings(withFirst({}))).toEqual([])
  })
})
