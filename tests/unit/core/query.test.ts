import { describe, expect, it, test } from 'vitest'
import { incidentSchema } from '../../../src/core/incident.ts'
import { personSchema } from '../../../src/core/person.ts'
import { ownPlaceSchema } from '../../../src/core/places/ownPlace.ts'
import { parseQuery } from '../../../src/core/query.ts'
import { queryNeeds } from '../../../src/core/queryTerms/queryNeeds.ts'
import { NO_WORLD } from '../../../src/core/queryTerms/queryWorld.ts'
import { isOfStem, violationStem } from '../../../src/core/queryTerms/violationTerm.ts'
import { loadGazetteer } from '../../../src/shared/shippedPlaces.ts'
import { SHIPPED_VOCABULARIES } from '../../../src/shared/shippedVocabularies.ts'

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
    ['colour:RU', 'query/unknown-key'],
    ['has:colour', 'query/has-unknown'],
    ['violation:030', 'query/violation-unknown'],
    ['-violation:00', 'query/violation-unknown'],
    ['place:,', 'query/empty-value'],
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
    const world = { ...NO_WORLD, violations: SHIPPED_VOCABULARIES['violation-types'].terms }
    expect(parseQuery(text, undefined, world)).toMatchObject({ ok: false, error: { code } })
  })

  it('read a comma inside quotes as part of the value', () => {
    const tagged = { ...incident, tags: ['Seen, twice', 'x'] }
    expect(matches('tag:"seen, twice"', tagged)).toBe(true)
    expect(matches('tag:other,"seen, twice"', tagged)).toBe(true)
    expect(matches('tag:"other",x', tagged)).toBe(true)
    expect(matches('tag:seen,twice', tagged)).toBe(false)
  })
})

const shipped = await loadGazetteer()

describe('places', () => {
  const own = ownPlaceSchema.parse({
    ...base,
    id: 'own1',
    name: 'Argun',
    kind: 'town',
    country: 'RU',
    division: 'RU-CE',
  })
  const places = shipped.withOwn({ own1: own })
  const at = (where: object) => incidentSchema.parse({ ...incident, where })
  const answers = (text: string, where: object) => {
    const query = parseQuery(text, undefined, { ...NO_WORLD, places })
    return query.ok ? query.value(at(where)) : query.error.code
  }

  it.each([
    ['place:RU-CE', { country: 'RU', admin1: 'Чечня' }, true],
    ['place:ru-ce', { country: 'RU', name: 'Argun' }, true],
    ['place:Argun', { country: 'RU', admin1: 'Chechnya', name: 'argun' }, true],
    ['place:Argun', { country: 'RU', admin1: 'Chechnya' }, false],
    ['place:RU', { admin1: 'Chechnya' }, true],
    ['place:RU-CE', { country: 'RU' }, false],
    ['-place:RU-CE', { country: 'RU' }, true],
    ['place:RU-DA,RU-CE', { country: 'RU', admin1: 'Chechnya' }, true],
    // Both a country and a state are called so: either will do.
    ['place:Georgia', { country: 'GE' }, true],
    ['place:Georgia', { country: 'US', admin1: 'Georgia' }, true],
    ['place:Nowhereland', { country: 'RU' }, 'query/place-unknown'],
    ['-place:Nowhereland', { country: 'RU' }, 'query/place-unknown'],
  ])('%j of %j: %j', (text, where, answer) => {
    expect(answers(text, where)).toBe(answer)
  })
})

test('a code answers for all that it begins, pair by pair', () => {
  expect(['030100000000', '0301', '010101020000', '100000', 'local:x'].map(violationStem)).toEqual([
    '0301',
    '0301',
    '01010102',
    '10',
    'local:x',
  ])
  expect(isOfStem('030101000000', '0301')).toBe(true)
  expect(isOfStem('local:xy', 'local:x')).toBe(false)
})

test('what a query needs is read from its text', () => {
  expect(queryNeeds('mill "the bridge" tag:x')).toEqual({
    words: ['mill', 'the bridge'],
    log: false,
    places: false,
  })
  expect(queryNeeds('-place:RU has:tags')).toMatchObject({ places: true })
  expect(queryNeeds('source:Gazette')).toEqual({ words: [], log: true, places: false })
  expect(queryNeeds('has:tags,remarks')).toMatchObject({ log: false })
})
