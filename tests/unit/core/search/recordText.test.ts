import { expect, test } from 'vitest'
import { incidentSchema } from '../../../../src/core/incident.ts'
import { personSchema } from '../../../../src/core/person.ts'
import { recordText } from '../../../../src/core/search/recordText.ts'

const BASE = { createdAt: '2026-02-03T09:00:00Z', updatedAt: '2026-02-03T09:00:00Z', confidentiality: 'RED' }

test('a record is found by its title and by what somebody wrote in it, not by codes and ids', () => {
  const incident = incidentSchema.parse({
    ...BASE,
    id: 'incident-of-ours',
    title: 'Held at the market',
    summary: 'Two men were taken away.',
    remarks: 'Ask again',
    tags: ['bazaar'],
    when: '2017-04',
    where: { name: 'Grozny', country: 'RU' },
    violationTypes: ['arbitrary-detention'],
    claims: ['claim-of-ours'],
    status: 'likely',
  })
  const { title, body } = recordText('incidents', incident)
  expect(title).toBe('Held at the market')
  for (const text of ['taken away', 'Ask again', 'bazaar', 'Grozny']) expect(body).toContain(text)
  for (const text of [
    'arbitrary-detention',
    'claim-of-ours',
    'incident-of-ours',
    'RED',
    'likely',
    '2026-02-03',
    'market',
  ])
    expect(body).not.toContain(text)
})

test('no locked field is looked into', () => {
  const person = personSchema.parse({
    ...BASE,
    id: 'p',
    kind: 'individual',
    roles: [],
    codeName: 'Heron',
    realName: 'Anna Secret',
    remarks: 'Likes tea',
  })
  const { title, body } = recordText('persons', person)
  expect(title).toBe('Heron')
  expect(`${title} ${body}`).not.toContain('Secret')
})
