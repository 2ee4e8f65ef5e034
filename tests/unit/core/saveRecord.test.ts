import { describe, expect, it } from 'vitest'
import { knowsCode } from '../../../src/core/codeCheck.ts'
import { consentState } from '../../../src/core/consent.ts'
import { applyChange, emptyLog, type Log } from '../../../src/core/log.ts'
import type { Kind } from '../../../src/core/records.ts'
import { saveRecord } from '../../../src/core/saveRecord.ts'
import { SHIPPED_VOCABULARIES } from '../../../src/shared/shippedVocabularies.ts'

const NOW = '2026-01-01T00:00:00Z'
let counter = 0

const attempt = (log: Log, kind: Kind, id: string | null, fields: Readonly<Record<string, unknown>>) => {
  counter += 1
  const stamp = { id: id ?? `r${counter}`, now: NOW }
  return saveRecord(log, kind, id, fields, stamp, knowsCode(SHIPPED_VOCABULARIES, log.terms))
}
const saved = (log: Log, kind: Kind, id: string | null, fields: Readonly<Record<string, unknown>>): Log => {
  const change = attempt(log, kind, id, fields)
  if (!change.ok) throw new Error(JSON.stringify(change.error))
  return applyChange(log, change.value).log
}
const only = <T>(collection: Readonly<Record<string, T>>): T => {
  const [first] = Object.values(collection)
  if (first === undefined) throw new Error('empty')
  return first
}
const INCIDENT = {
  title: 'Raid',
  summary: '',
  when: '2017-04',
  where: {},
  violationTypes: ['030101000000'],
  status: 'possible',
}
const CLAIM = { statement: 'It is so', kind: 'label', status: 'rumour', credibility: 6 }

describe('careful answers', () => {
  it.each([
    [['victim'], undefined, true],
    [['witness'], undefined, true],
    [['source'], undefined, true],
    [['perpetrator'], undefined, undefined],
    [['intervening-party'], undefined, undefined],
    [['victim'], false, false],
  ])('a person who is %j and at risk %j is stored as %j', (roles, given, stored) => {
    const fields = { codeName: 'Heron', roles, ...(given === undefined ? {} : { atRisk: given }) }
    expect(only(saved(emptyLog(NOW), 'persons', null, fields).persons).atRisk).toBe(stored)
  })

  it.each([
    ['person', undefined, true],
    ['media', undefined, undefined],
    ['person', false, false],
  ])('a source of kind %s told %j is stored as do-not-contact %j', (kind, doNotContact, stored) => {
    const protection = doNotContact === undefined ? {} : { protection: { doNotContact } }
    const log = saved(emptyLog(NOW), 'sources', null, { name: 'N', kind, reliability: 'F', ...protection })
    expect(only(log.sources).protection.doNotContact).toBe(stored)
  })

  it('nobody was asked unless it is written down, and a yes runs out', () => {
    const given = { purpose: 'analyse', state: 'given-orally', expiresOn: '2020' } as const
    expect(consentState([], 'analyse', '2020-01-01')).toBe('not-asked')
    expect(consentState([given], 'contact-again', '2020-01-01')).toBe('not-asked')
    expect(consentState([given], 'analyse', '2020-12-31')).toBe('given-orally')
    expect(consentState([given], 'analyse', '2021-01-01')).toBe('expired')
    expect(consentState([given, { ...given, state: 'refused' }], 'analyse', '2021-01-01')).toBe('refused')
  })
})

describe('roles', () => {
  it('follow the links, once, and bring the mark of risk with them', () => {
    let log = saved(emptyLog(NOW), 'persons', null, { codeName: 'Heron', roles: ['perpetrator'] })
    const { id } = only(log.persons)
    log = saved(log, 'incidents', null, {
      ...INCIDENT,
      acts: [{ victim: id, act: '030101000000' }],
      involvements: [{ who: id, role: 'witness' }],
    })
    log = saved(log, 'sources', null, { name: 'H', kind: 'person', reliability: 'F', person: id })
    expect(log.persons[id]).toMatchObject({
      roles: ['perpetrator', 'victim', 'witness', 'source'],
      atRisk: true,
    })
    const again = attempt(log, 'incidents', only(log.incidents).id, { title: 'Another raid' })
    expect(again.ok && again.value).toHaveLength(1)
  })
})

describe('a form is refused', () => {
  const log = saved(emptyLog(NOW), 'incidents', null, {
    ...INCIDENT,
    acts: [{ key: 'a1', act: '030101000000' }],
  })
  const { id } = only(log.incidents)

  it.each([
    [
      'incidents',
      { ...INCIDENT, violationTypes: ['unheard-of'] },
      'records/code-unknown',
      'violationTypes.0',
    ],
    [
      'persons',
      { codeName: 'x', roles: [], genderIdentity: 'woman' },
      'records/field-switched-off',
      'genderIdentity',
    ],
    ['claims', { ...CLAIM, about: [{ id, field: 'nothing' }] }, 'records/about-unknown', 'about.0.field'],
    ['claims', { ...CLAIM, about: [{ id, act: 'a2' }] }, 'records/about-unknown', 'about.0.act'],
    [
      'claims',
      { ...CLAIM, about: [{ id, act: 'a1', field: 'nothing' }] },
      'records/about-unknown',
      'about.0.field',
    ],
    ['incidents', { ...INCIDENT, mergedInto: id }, 'records/field-fixed', 'mergedInto'],
  ] as const)('%s %j: %s', (kind, fields, code, field) => {
    const result = attempt(log, kind, null, fields)
    expect(result).toMatchObject({
      ok: false,
      error: { code, ...(field === undefined ? {} : { fields: { field } }) },
    })
  })

  it.each(['placeType', 'where.admin1', 'counts.killed', 'acts.method'])(
    'but not for a claim about %s',
    (field) => {
      expect(attempt(log, 'claims', null, { ...CLAIM, about: [{ id, field, value: 'home' }] }).ok).toBe(true)
    },
  )

  it('but not for the method of an act', () => {
    expect(attempt(log, 'claims', null, { ...CLAIM, about: [{ id, act: 'a1', field: 'method' }] }).ok).toBe(
      true,
    )
  })

  it('nor for a code that an import brought, as long as it was there before', () => {
    const before = log.incidents[id]
    if (before === undefined) throw new Error('no incident')
    const imported = { ...log, incidents: { [id]: { ...before, violationTypes: ['torture'] } } }
    expect(attempt(imported, 'incidents', id, { title: 'New' }).ok).toBe(true)
    const added = attempt(imported, 'incidents', id, { violationTypes: ['torture', 'unheard-of'] })
    expect(added).toMatchObject({ error: { fields: { field: 'violationTypes.1' } } })
  })
})

describe('links and acts', () => {
  const withTwo = saved(saved(emptyLog(NOW), 'incidents', null, INCIDENT), 'incidents', null, INCIDENT)
  const [one = '', two = ''] = Object.keys(withTwo.incidents)
  const refused = (log: Log, kind: Kind, id: string | null, fields: Readonly<Record<string, unknown>>) => {
    const change = attempt(log, kind, id, fields)
    return change.ok ? null : [change.error.code, change.error.fields?.field]
  }

  it('a link leads to a record of its kind, not to just any', () => {
    expect(refused(withTwo, 'claims', null, { ...CLAIM, evidenceFor: [one] })).toEqual([
      'records/link-unknown',
      'evidenceFor.0.item',
    ])
    expect(refused(withTwo, 'claims', null, { ...CLAIM, about: [one] })).toBeNull()
  })

  it('an incident is no duplicate of itself, and an imported circle does not stop other edits', () => {
    expect(refused(withTwo, 'incidents', one, { possibleDuplicateOf: [one] })?.[0]).toBe('merges/into-itself')
    const marked = saved(withTwo, 'incidents', one, { duplicateOf: two })
    expect(refused(marked, 'incidents', two, { duplicateOf: one })?.[0]).toBe('merges/into-itself')
    const imported = { ...only({ two: marked.incidents[two] }), duplicateOf: one }
    const circle = { ...marked, incidents: { ...marked.incidents, [two]: imported } } as Log
    expect(saved(circle, 'incidents', two, { title: 'New' }).incidents[two]?.title).toBe('New')
  })

  it('every act gets a key of its own', () => {
    const act = '030101000000'
    const acts = [{ act }, { act, key: 'a1' }, { act, key: 'a1' }, { act, key: 'last' }]
    const log = saved(emptyLog(NOW), 'incidents', null, { ...INCIDENT, acts })
    expect(only(log.incidents).acts.map(({ key }) => key)).toEqual(['a2', 'a1', 'a3', 'last'])
  })
})
