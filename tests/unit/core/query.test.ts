import { describe, expect, it } from 'vitest'
import { incidentSchema } from '../../../src/core/incident.ts'
import { personSchema } from '../../../src/core/person.ts'
import { parseQuery } from '../../../src/core/query.ts'

const NOW = '2026-11-22T10:00:00Z'
const base = { createdAt: NOW, updatedAt: NOW, confidentiality: 'AMBER' }
const incident = incidentSchema.parse({
  ...base,
  id: 'i',
  title: 'Men held in an illegal prison',
  summary: 'Свидетель Ёлкин; café',
  when: '2017-02/2017-04',
  where: { text: 'near the mill', country: 'RU' },
  violationTypes: [],
  status: 'likely',
  tags: ['Spring-2017'],
})
const person = personSchema.parse({
  ...base,
  id: 'p',
  codeName: 'Kestrel',
  realName: 'Anna Petrova',
  roles: ['victim'],
})

function matches(text: string, record: typeof incident | typeof person = incident): boolean {
  const query = parseQuery(text)
  if (!query.ok) throw new Error(query.error.code)
  return query.value(record)
}

describe('queries', () => {
  it.each([
    '',
    'illegal',
    '"illegal prison"',
    'CAFE',
    'елкин',
    'status:likely',
    'status:rumour,likely',
    'tag:spring-2017',
    'label:amber',
    'when:2017-03',
    'when:2017-04..2017-06',
    'when:..2017-02',
    'when:201X',
    'when:2017-XX',
    'when:"early April 2017"',
    'when:"с марта по май 2017"',
    'when:"before May 2017"',
    '-status:false',
    'nowhere OR prison',
    '(nowhere OR prison) status:likely',
    '-(nowhere OR status:false)',
  ])('find the incident by %j', (text) => {
    expect(matches(text)).toBe(true)
  })

  it.each([
    'prisons',
    '"prison illegal"',
    'status:false',
    'when:2017-05..',
    'when:"after April 2017"',
    'when:200X',
    '-prison',
    'tag:other',
    'nowhere OR status:false',
  ])('do not find it by %j', (text) => {
    expect(matches(text)).toBe(false)
  })

  it('never find a person by a locked field', () => {
    expect(matches('kestrel', person)).toBe(true)
    expect(matches('petrova', person)).toBe(false)
  })

  it.each([
    ['place:RU', 'query/unknown-key'],
    ['when:soon', 'query/date-unreadable'],
    ['when:03/04/2017', 'query/date-unreadable'],
    ['when:"Ramadan 1438"', 'query/date-unreadable'],
    ['(a', 'query/bracket-missing'],
    ['a)', 'query/bracket-missing'],
    ['tag:""', 'query/empty-value'],
    ['status:rumour OR', 'query/empty-value'],
    ['OR x', 'query/empty-value'],
    ['()', 'query/empty-value'],
    ['-()', 'query/empty-value'],
  ])('refuse %j as %s', (text, code) => {
    expect(parseQuery(text)).toMatchObject({ ok: false, error: { code } })
  })
})
