import { describe, expect, it } from 'vitest'
import { applyChange, emptyLog, type Log, type Put } from '../../../src/core/log.ts'
import { SCHEMAS } from '../../../src/core/records.ts'
import { mentionCheck } from '../../../src/core/redaction/mentions.ts'
import { PUBLIC_PROFILE } from '../../../src/core/redaction/profile.ts'
import { protectedValues } from '../../../src/core/redaction/protectedValues.ts'
import { redact } from '../../../src/core/redaction/redact.ts'

const NOW = '2026-11-22T10:00:00Z'
const base = { createdAt: NOW, updatedAt: NOW, confidentiality: 'CLEAR' }
const incident = { ...base, summary: '', violationTypes: ['030104000000'], status: 'possible' }
const given = {
  persons: [
    {
      ...base,
      id: 'who',
      codeName: 'Nightingale',
      realName: 'Ivan Petrovsky',
      roles: ['victim'],
      confidentiality: 'RED',
    },
  ],
  incidents: [
    {
      ...incident,
      id: 'here',
      title: 't',
      when: '2017-04-03',
      where: { text: 'Lenina street 5', name: 'Homs', admin1: 'Homs Governorate' },
    },
    {
      ...incident,
      id: 'home',
      title: 't',
      when: '2017-04',
      where: { text: 'at home', admin1: 'House of Petrovsky' },
      violationTypes: ['local:petrovsky-family'],
    },
  ],
}
const change = Object.entries(given).flatMap(([kind, list]) =>
  list.map(
    (record): Put => ({ kind, id: record.id, record: SCHEMAS[kind as 'persons'].parse(record) }) as Put,
  ),
)
const log: Log = applyChange(emptyLog(NOW), change).log
const mentions = mentionCheck(protectedValues(log), ['Homs Governorate'])

describe('a kept text', () => {
  it.each([
    'Petrovsky was held',
    'She saw PETROVSKYs house',
    'Nightingale was held',
    'held in Lenina street 5',
  ])('is withheld when it says %j', (text) => {
    expect(mentions(text, 'inside')).toBe(true)
  })

  it.each(['A man was held at home', 'men in the governorate', 'held in the Homs Governorate'])(
    'is kept when it says %j',
    (text) => {
      expect(mentions(text, 'inside')).toBe(false)
    },
  )

  it('is withheld in divisions and terms of the user’s own, too', () => {
    const { data } = redact({
      log,
      selection: { incidents: ['here', 'home'], claims: [], contacts: [], actions: [] },
      profile: PUBLIC_PROFILE,
      seed: '00',
      asOf: '2020-01-01',
      language: 'en',
      title: 'Title',
      keepSmallClasses: true,
    })
    expect(data.places.map((place) => place.admin1).sort()).toEqual(['Homs Governorate', null])
    expect(JSON.stringify(data)).not.toMatch(/petrovsky/i)
  })
})
