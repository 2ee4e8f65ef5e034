/** What leaves by each shipped profile: texts when accepted, people when they agreed, and nothing of what was refused. */
import { describe, expect, it } from 'vitest'
import { emptyLog, type Log } from '../../../../src/core/log.ts'
import { consentsExpiredSince } from '../../../../src/core/redaction/consentGate.ts'
import { textKey } from '../../../../src/core/redaction/policies/text.ts'
import { SHIPPED_PROFILES, type ShippedName } from '../../../../src/core/redaction/profile.ts'
import { type RedactOptions, redact } from '../../../../src/core/redaction/redact.ts'
import { parseLog } from '../../../support/parseLog.ts'

const NOW = '2026-11-22T10:00:00Z'
const base = (id: string, confidentiality = 'AMBER') => ({
  id,
  createdAt: NOW,
  updatedAt: NOW,
  confidentiality,
})

const yes = (purpose: string, more = {}) => ({ purpose, state: 'given-in-writing', ...more })

function logWith(consents: readonly object[], change: Record<string, unknown> = {}): Log {
  return parseLog({
    ...emptyLog(NOW),
    incidents: {
      i: {
        ...base('i'),
        title: 'Ruslan Petrov was taken',
        summary: 'As Ruslan Petrov says, men came at night.',
        when: '2017-03-12',
        where: {
          admin1: 'Chechnya',
          admin2: 'Gudermes district',
          name: 'Gudermes',
          country: 'RU',
          lat: 43.35,
          lon: 46.1,
          precision: 1,
        },
        violationTypes: ['030104000000'],
        status: 'possible',
        acts: [{ act: '030104000000', victim: 'p' }],
        counts: { detained: { best: 17 } },
      },
    },
    persons: {
      p: {
        ...base('p'),
        codeName: 'Kestrel',
        realName: 'Ruslan Petrov',
        roles: ['victim'],
        age: '34',
        sex: 'male',
        consents,
      },
    },
    claims: {
      c: {
        ...base('c'),
        statement: 'Men are held there.',
        kind: 'event',
        status: 'rumour',
        credibility: 3,
        about: [{ id: 'i' }],
      },
    },
    ...change,
  })
}

function brief(log: Log, name: ShippedName, more: Partial<RedactOptions> = {}) {
  return redact({
    log,
    selection: {
      incidents: Object.keys(log.incidents),
      claims: Object.keys(log.claims),
      contacts: [],
      actions: [],
    },
    profile: SHIPPED_PROFILES[name],
    seed: '5'.repeat(64),
    asOf: '2019-06-30',
    language: 'en',
    title: 'Title',
    // One incident stands alone; what happens to such is tested with the rules of disclosure.
    coarsen: {},
    keepSmallClasses: true,
    ...more,
  })
}

describe('texts', () => {
  const log = logWith([yes('share-with-un')])

  it('are left out until somebody has accepted what is left of them, and bound to it', () => {
    const unread = brief(log, 'un')
    expect(unread.data.incidents[0]).toMatchObject({ title: null, summary: null })
    expect(unread.withheld['field/not-accepted']).toBe(3)
    const summary = unread.texts.find(({ where }) => where.field === 'summary')
    expect(summary?.masked).toMatch(/^As \[person\].* says, men came at night\.$/)
    expect(summary?.masked).not.toMatch(/Ruslan|Petrov/)
    expect(summary?.key).toBe(textKey(summary?.masked ?? ''))
    const read = brief(log, 'un', { accepted: new Set([summary?.key ?? '']) })
    expect(read.data.incidents[0]).toMatchObject({ title: null, summary: summary?.masked })
    const other = brief(log, 'un', { accepted: new Set([textKey(`${summary?.masked} `)]) })
    expect(other.data.incidents[0]?.summary).toBeNull()
  })

  it('never reach the public, whatever was accepted', () => {
    const open = logWith([], {})
    const clear = { ...open, incidents: { i: { ...open.incidents.i, confidentiality: 'CLEAR' } } } as Log
    const { data, texts } = brief(clear, 'public', { accepted: 'all' })
    expect(data.incidents).toHaveLength(1)
    expect(data.incidents[0]).toMatchObject({ title: null, summary: null, people: [], cell: null })
    expect(texts).toEqual([])
  })
})

describe('what each reader sees of a place, a day and a number', () => {
  const log = logWith([yes('share-with-un'), yes('share-with-organisation'), yes('analyse')])
  it.each([
    ['partner', '2017-03', null, null, '15-19', { size: 1 }, '20-39'],
    ['un', '2017-03-12', 'Gudermes district', null, '17', { size: 0.5 }, '30-39'],
    ['internal', '2017-03-12', 'Gudermes district', 'Gudermes', '17', { size: 0.5 }, '30-39'],
  ] as const)('%s', (name, when, admin2, town, detained, cell, ageBand) => {
    const { data } = brief(log, name)
    expect(data.incidents).toMatchObject([
      { when, place: { country: 'RU', admin1: 'Chechnya', admin2, town }, detained, cell, people: ['w1'] },
    ])
    expect(data.people).toEqual([
      { id: 'w1', role: 'victim', number: 1, roles: ['victim'], ageBand, sex: 'male' },
    ])
    expect(data.label).toBe({ partner: 'AMBER', un: 'AMBER+STRICT', internal: 'RED' }[name])
  })
})

describe('consents', () => {
  it('give a person a row only when they said yes', () => {
    expect(brief(logWith([]), 'un').data).toMatchObject({ incidents: [{ people: [] }], people: [] })
    expect(brief(logWith([yes('share-with-court')]), 'un').data.people).toHaveLength(1)
    expect(brief(logWith([yes('publish-with-name')]), 'un').data.people).toHaveLength(0)
  })

  it('keep the incident out, and what is about it alone, when they said no', () => {
    const refused = brief(logWith([{ purpose: 'share-with-un', state: 'refused' }]), 'un')
    expect(refused.data).toMatchObject({ incidents: [], claims: [], people: [] })
    expect(refused.withheld['record/consent']).toBe(2)
  })

  it('go by the last answer, one organisation apart from another', () => {
    const later = [{ purpose: 'share-with-un', state: 'refused' }, yes('share-with-un')]
    expect(brief(logWith(later), 'un').data.people).toHaveLength(1)
    const one = [
      { purpose: 'share-with-organisation', state: 'refused', organisation: 'o1' },
      yes('share-with-organisation', { organisation: 'o2' }),
    ]
    expect(brief(logWith(one), 'partner').data.incidents).toEqual([])
  })

  it('that name an organisation count for a brief to that one alone', () => {
    const log = logWith([yes('share-with-organisation', { organisation: 'o1' })])
    expect(brief(log, 'partner', { recipient: 'o1' }).data.people).toHaveLength(1)
    expect(brief(log, 'partner', { recipient: 'o2' }).data.people).toHaveLength(0)
    expect(brief(log, 'partner').data.people).toHaveLength(0)
    const any = logWith([yes('share-with-organisation')])
    expect(brief(any, 'partner', { recipient: 'o2' }).data.people).toHaveLength(1)
  })

  it('keep a claim in that somebody still speaks for, and out when all who do said no', () => {
    const source = (id: string, state: string) => ({
      ...base(id),
      name: id,
      kind: 'person',
      reliability: 'B',
      consents: [{ purpose: 'share-with-un', state }],
    })
    const item = (id: string, of: string) => ({
      ...base(id),
      title: id,
      itemType: 'testimony',
      accessedAt: '2019-01-02',
      source: of,
    })
    const told = (items: readonly string[]) => {
      const plain = logWith([])
      const claim = { ...plain.claims.c, about: [], evidenceFor: items.map((each) => ({ item: each })) }
      return logWith([], {
        sources: { no: source('no', 'refused'), ok: source('ok', 'given-orally') },
        sourceItems: { from_no: item('from_no', 'no'), from_ok: item('from_ok', 'ok') },
        claims: { c: claim },
      })
    }
    expect(brief(told(['from_no']), 'un').data.claims).toEqual([])
    expect(brief(told(['from_no', 'from_ok']), 'un').data.claims).toHaveLength(1)
    expect(brief(told([]), 'un').data.claims).toHaveLength(1)
    const withdrawn = consentsExpiredSince(
      told(['from_no']),
      ['c'],
      SHIPPED_PROFILES.un,
      '2019-06-30',
      '2019-07-01',
    )
    expect(withdrawn).toEqual({ ok: true, value: undefined })
  })

  it('are judged as of the brief’s day, and what has run out since can only refuse', () => {
    const log = logWith([yes('share-with-un', { expiresOn: '2019-12-31' })])
    const made = brief(log, 'un')
    expect(made.data.people).toHaveLength(1)
    const since = (today: string) =>
      consentsExpiredSince(log, made.records, SHIPPED_PROFILES.un, '2019-06-30', today)
    expect(since('2019-12-31')).toEqual({ ok: true, value: undefined })
    expect(since('2020-01-01')).toMatchObject({
      ok: false,
      error: { code: 'brief/consent-expired-since', fields: { people: 1 } },
    })
    expect(brief(log, 'un', { asOf: '2020-01-01' }).data.incidents).toEqual([])
  })
})

describe('a profile that shows no links', () => {
  it('lets no more out for it: a claim goes with the incidents that were left out', () => {
    const log = logWith([])
    const { partner } = SHIPPED_PROFILES
    const unlinked = {
      ...partner,
      fields: { ...partner.fields, claims: { ...partner.fields.claims, 'about.id': 'drop' as const } },
    }
    const out = { keepSmallClasses: false }
    const shown = brief(log, 'partner', { ...out, profile: partner }).data
    const tighter = brief(log, 'partner', { ...out, profile: unlinked }).data
    expect(shown).toMatchObject({ incidents: [], claims: [] })
    expect(tighter).toMatchObject({ incidents: [], claims: [] })
    const kept = brief(log, 'partner', { profile: unlinked }).data
    expect(kept).toMatchObject({ incidents: [{ claims: [] }], claims: [{ about: [] }] })
  })
})

describe('pseudonyms', () => {
  const people = (ids: readonly string[]) => ({
    incidents: Object.fromEntries(
      ids.map((id, at) => [
        `i${id}`,
        {
          ...base(`i${id}`),
          title: 't',
          summary: '',
          when: `2017-0${at + 1}`,
          where: { country: 'RU' },
          violationTypes: ['030104000000'],
          status: 'possible',
          acts: [{ act: '030104000000', victim: id }],
        },
      ]),
    ),
    persons: Object.fromEntries(
      ids.map((id) => [
        id,
        { ...base(id), codeName: id, roles: ['victim'], consents: [yes('share-with-un')] },
      ]),
    ),
    claims: {},
  })
  const log = logWith([], people(['a', 'b', 'c', 'd']))
  const labels = (seed: string, more: Partial<RedactOptions> = {}) => {
    const { pseudonyms } = brief(log, 'un', { seed: seed.repeat(64), ...more })
    return Object.fromEntries([...pseudonyms].map(([id, { number }]) => [id, number]))
  }

  it('count from one, in another order for another seed', () => {
    expect(Object.values(labels('1')).sort()).toEqual([1, 2, 3, 4])
    expect(labels('1')).toEqual(labels('1'))
    expect(
      new Set(['1', '2', '3', '4', '5'].map((seed) => JSON.stringify(labels(seed)))).size,
    ).toBeGreaterThan(1)
  })

  it('stay with their person in a series, and tell nothing by their gaps', () => {
    const first = brief(logWith([], people(['a', 'b'])), 'un', { series: new Map() })
    const known = new Map(first.pseudonyms)
    const second = brief(log, 'un', { seed: '9'.repeat(64), series: known })
    for (const id of ['a', 'b']) expect(second.pseudonyms.get(id)).toEqual(known.get(id))
    const numbers = [...second.pseudonyms.values()].map(({ number }) => number)
    expect(new Set(numbers).size).toBe(4)
    for (const number of numbers) expect(number).toBeGreaterThanOrEqual(1000)
  })
})
