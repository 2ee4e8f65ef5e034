import { expect, test } from 'vitest'
import { incidentSchema } from '../../../src/core/incident.ts'
import { personSchema } from '../../../src/core/person.ts'
import type { AnyRecord } from '../../../src/core/records.ts'
import { viewOf } from '../../../src/main/logPatch.ts'
import type { HistoryWords } from '../../../src/renderer/features/history/historyWords.ts'
import { previewFields } from '../../../src/renderer/table/previewFields.ts'

const stamp = {
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  confidentiality: 'AMBER',
}
const words: HistoryWords = {
  field: (path) => path,
  value: (path, value, links) => `${path} ${JSON.stringify(value)}${links.length === 0 ? '' : ` → ${links}`}`,
}
const t = ((key: string) => key) as never
const shown = (...[kind, record]: [Parameters<typeof previewFields>[0], AnyRecord]) =>
  Object.fromEntries(previewFields(kind, record, { t }, words).map(({ field, words }) => [field, words]))

test('the main fields that say something are shown, with label, tags and remarks', () => {
  const incident = incidentSchema.parse({
    ...stamp,
    id: 'i',
    title: 'A road block',
    summary: ' ',
    when: '2017-04',
    where: { country: 'RU' },
    violationTypes: [],
    status: 'likely',
    claims: ['c'],
    remarks: 'Seen twice.',
  })
  const fields = shown('incidents', incident)
  expect(Object.keys(fields)).toEqual(['when', 'status', 'where', 'claims', 'confidentiality', 'remarks'])
  expect(fields.claims).toBe('claims ["c"] → c')
})

test('nothing of a person that is locked', () => {
  const person = personSchema.parse({
    ...stamp,
    id: 'p',
    codeName: 'Kestrel',
    realName: 'Anna Petrova',
    roles: ['witness'],
    remarks: 'Her brother knows.',
  })
  const text = JSON.stringify(shown('persons', viewOf('persons', person) as AnyRecord))
  expect(text).toContain('witness')
  expect(text).not.toMatch(/Petrova|brother/)
})
