import { expect, test } from 'vitest'
import { checkSeen } from '../../../src/core/seenFields.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

const log = logOfIncidents(1)
const [incident] = Object.values(log.incidents)
const id = incident?.id ?? ''
const seen = (fields: Readonly<Record<string, unknown>>, of = id) =>
  checkSeen(log, 'incidents', of, fields)?.code ?? null

test('a field may be written over while it holds what was seen in it', () => {
  expect(seen({ status: incident?.status, tags: [] })).toBe(null)
  // Nothing was there, and still is not.
  expect(seen({ workStatus: null })).toBe(null)
  expect(seen({ status: 'confirmed', violationTypes: [] })).toBe('records/changed-meanwhile')
  expect(seen({ tags: ['x'] })).toBe('records/changed-meanwhile')
  expect(seen({ workStatus: 'done' })).toBe('records/changed-meanwhile')
  expect(seen({ status: 'unknown' }, 'gone')).toBe('records/not-found')
})

test('the error names the field', () => {
  expect(checkSeen(log, 'incidents', id, { title: 'Other' })).toEqual({
    code: 'records/changed-meanwhile',
    fields: { field: 'title' },
  })
})
