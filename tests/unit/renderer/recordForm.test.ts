import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { viewOfLog } from '../../../src/main/logPatch.ts'
import { CLAIM_FORM } from '../../../src/renderer/features/claims/claimDraft.ts'
import { INCIDENT_FORM } from '../../../src/renderer/features/incidents/incidentDraft.ts'
import { SOURCE_ITEM_FORM } from '../../../src/renderer/features/sourceItems/sourceItemDraft.ts'
import { SOURCE_FORM } from '../../../src/renderer/features/sources/sourceDraft.ts'
import {
  changedFields,
  checkFields,
  type RecordForm,
  typedToTags,
} from '../../../src/renderer/records/recordForm.ts'
import { logFromRecordsForm } from '../../support/sampleLog.ts'

const TODAY = '2026-02-03'
const demo = viewOfLog(
  logFromRecordsForm(readFileSync(new URL('../../../resources/demo/records.jsonl', import.meta.url), 'utf8')),
)

/** What opening a record and saving it untouched would change. */
function losses<R extends { readonly id: string }, D>(form: RecordForm<R, D>, records: readonly R[]) {
  return records.flatMap((record) => {
    const fields = form.toFields(form.toDraft(record, TODAY))
    return Object.entries(fields).filter(([field, value]) => {
      const stored = (record as Readonly<Record<string, unknown>>)[field] ?? null
      return JSON.stringify(sorted(value)) !== JSON.stringify(sorted(stored))
    })
  })
}

/** Key order is of no matter, nor are keys without a value. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)])
}

describe('opening a record of the worked example loses nothing', () => {
  test('incidents', () => expect(losses(INCIDENT_FORM, Object.values(demo.incidents))).toEqual([]))
  test('sources', () => expect(losses(SOURCE_FORM, Object.values(demo.sources))).toEqual([]))
  test('source items', () => expect(losses(SOURCE_ITEM_FORM, Object.values(demo.sourceItems))).toEqual([]))
  test('claims', () => expect(losses(CLAIM_FORM, Object.values(demo.claims))).toEqual([]))
})

describe('an empty form says what is missing', () => {
  test('incident', () => {
    const errors = checkFields('incidents', null, INCIDENT_FORM.toFields(INCIDENT_FORM.toDraft(null, TODAY)))
    expect([...errors.keys()].sort()).toEqual(['title', 'when'])
    expect(errors.get('title')).toBe('records.error.required')
  })
  test('source item', () => {
    const errors = checkFields(
      'sourceItems',
      null,
      SOURCE_ITEM_FORM.toFields(SOURCE_ITEM_FORM.toDraft(null, TODAY)),
    )
    expect([...errors.keys()].sort()).toEqual(['itemType', 'source', 'title'])
  })
  test('claim', () => {
    const errors = checkFields('claims', null, CLAIM_FORM.toFields(CLAIM_FORM.toDraft(null, TODAY)))
    expect([...errors.keys()]).toEqual(['statement'])
  })
})

describe('incident as typed', () => {
  const typed = (part: object) =>
    INCIDENT_FORM.toFields({ ...INCIDENT_FORM.toDraft(null, TODAY), title: 'A title', when: '2017', ...part })
  const place = INCIDENT_FORM.toDraft(null, TODAY).where

  test('a date in words is stored as EDTF', () => {
    expect(typed({ when: ' Feb–Apr 2017 ' }).when).toBe('2017-02/2017-04')
  })
  test('a date that cannot be read is said beside its field', () => {
    expect(checkFields('incidents', null, typed({ when: '01/02/2017' })).get('when')).toBe(
      'records.error.date',
    )
  })
  test('half of the coordinates is refused, a decimal comma is not', () => {
    const half = typed({ where: { ...place, lat: '43,32' } })
    expect(checkFields('incidents', null, half).get('where')).toBe('records.error.halfCoordinates')
    const both = typed({ where: { ...place, lat: '43,32', lon: '45.69' } })
    expect(checkFields('incidents', null, both).size).toBe(0)
    expect(both.where).toMatchObject({ lat: 43.32, lon: 45.69 })
  })
  test('a coordinate that is no number is said beside its field', () => {
    const fields = typed({ where: { ...place, lat: 'north', lon: '45' } })
    expect(checkFields('incidents', null, fields).get('where.lat')).toBe('records.error.coordinate')
  })
})

test('only what was touched is sent', () => {
  const before = SOURCE_FORM.toFields(SOURCE_FORM.toDraft(null, TODAY))
  expect(changedFields(before, { ...before, name: 'X' })).toEqual({ name: 'X' })
  expect(changedFields(before, before)).toEqual({})
})

test('tags are separated by the commas of any language, and kept once', () => {
  expect(typedToTags('a, b،c ; a,, ')).toEqual(['a', 'b', 'c'])
})

describe('a day left empty is missing, not unreadable', () => {
  test('when of an incident', () => {
    const draft = { ...INCIDENT_FORM.toDraft(null, TODAY), title: 'A title', when: ' ' }
    expect(checkFields('incidents', null, INCIDENT_FORM.toFields(draft)).get('when')).toBe(
      'records.error.required',
    )
  })

  test('the day a source item was obtained', () => {
    const typed = (accessedAt: string) =>
      checkFields(
        'sourceItems',
        null,
        SOURCE_ITEM_FORM.toFields({ ...SOURCE_ITEM_FORM.toDraft(null, TODAY), accessedAt }),
      ).get('accessedAt')
    expect(typed('')).toBe('records.error.required')
    expect(typed('some day')).toBe('records.error.date')
    expect(typed(TODAY)).toBeUndefined()
  })
})
