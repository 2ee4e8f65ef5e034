import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { SCHEMAS } from '../../../src/core/records.ts'
import { createForm, presetDraft } from '../../../src/renderer/forms/createForm.ts'
import { fieldsOf } from '../../../src/renderer/forms/kindForms.ts'
import { changedFields, checkFields, typedToTags } from '../../../src/renderer/records/recordForm.ts'
import { EDITABLE_KINDS, type EditableKind } from '../../../src/shared/ipc/views.ts'
import { logFromRecordsForm } from '../../support/sampleLog.ts'

const TODAY = '2026-02-03'
const demo = logFromRecordsForm(
  readFileSync(new URL('../../../resources/demo/records.jsonl', import.meta.url), 'utf8'),
)
const formOf = (kind: EditableKind) => createForm(kind, fieldsOf(kind))

/** The fields of a new record with these typed over its blank form. */
function typed(kind: EditableKind, part: Parameters<ReturnType<typeof formOf>['toFields']>[0]) {
  const form = formOf(kind)
  return form.toFields({ ...form.toDraft(null, TODAY), ...part })
}

describe.each(EDITABLE_KINDS)('opening a record of the worked example loses nothing: %s', (kind) => {
  const form = formOf(kind)
  test.each(Object.values(demo[kind]))('$id', (record) => {
    const fields = form.toFields(form.toDraft({ ...record }, TODAY))
    const merged = Object.entries({ ...record, ...fields }).filter(([, value]) => value !== null)
    expect(SCHEMAS[kind].parse(Object.fromEntries(merged))).toEqual(SCHEMAS[kind].parse(record))
  })
})

describe('an empty form says what is missing', () => {
  const missing: Readonly<Record<EditableKind, readonly string[]>> = {
    incidents: ['title', 'when'],
    sources: ['name'],
    sourceItems: ['itemType', 'source', 'title'],
    claims: ['statement'],
    persons: ['codeName'],
    organisations: ['kind', 'name'],
    contacts: ['checkedAgainst', 'offers', 'organisation'],
    actions: ['addressedTo', 'what'],
  }
  test.each(EDITABLE_KINDS)('%s', (kind) => {
    const errors = checkFields(kind, null, typed(kind, {}))
    expect([...errors.keys()].sort()).toEqual(missing[kind])
    expect([...new Set(errors.values())]).toEqual(['records.error.required'])
  })
})

describe('incident as typed', () => {
  const incident = (part: Parameters<typeof typed>[1]) =>
    typed('incidents', { title: 'A title', when: '2017', ...part })
  const place = { text: '', name: '', admin1: '', admin2: '', country: '', precision: '4' }

  test('a date in words is stored as EDTF', () => {
    expect(incident({ when: ' Feb–Apr 2017 ' }).when).toBe('2017-02/2017-04')
  })
  test('a date that cannot be read is said beside its field', () => {
    expect(checkFields('incidents', null, incident({ when: '01/02/2017' })).get('when')).toBe(
      'records.error.date',
    )
  })
  test('half of the coordinates is refused, a decimal comma is not', () => {
    const half = incident({ where: { ...place, lat: '43,32', lon: '' } })
    expect(checkFields('incidents', null, half).get('where')).toBe('records.error.halfCoordinates')
    const both = incident({ where: { ...place, lat: '43,32', lon: '45.69' } })
    expect(checkFields('incidents', null, both).size).toBe(0)
    expect(both.where).toEqual({ lat: 43.32, lon: 45.69, precision: 4 })
  })
  test('a coordinate that is no number is said beside its field', () => {
    const fields = incident({ where: { ...place, lat: 'north', lon: '45' } })
    expect(checkFields('incidents', null, fields).get('where.lat')).toBe('records.error.coordinate')
  })
  test('what is wrong inside a row is said beside that field of that row', () => {
    const blank = { victim: '', act: '', method: '', attribution: '', statusAtEnd: '', key: '' }
    const fields = incident({
      acts: [
        { key: 'a', fields: { ...blank, act: '020111110000' } },
        { key: 'b', fields: blank },
      ],
    })
    expect([...checkFields('incidents', null, fields)]).toEqual([['acts.1.act', 'records.error.required']])
  })
  test('numbers of people must be in order, and are numbers', () => {
    const counts = (low: string, best: string, high: string) => ({
      counts: { killed: { low, best, high, reportedBy: '' }, injured: {}, detained: {}, missing: {} },
    })
    const check = (part: ReturnType<typeof counts>) => checkFields('incidents', null, incident(part))
    expect(check(counts('3', '', '2')).get('counts.killed')).toBe('errors.count/low-above-high')
    expect(check(counts('3', '9', '5')).get('counts.killed')).toBe('errors.count/best-out-of-range')
    expect(check(counts('many', '', '')).get('counts.killed.low')).toBe('records.error.number')
    expect(incident(counts('3', '', '5')).counts).toEqual({ killed: { low: 3, high: 5 } })
  })
})

test('of a value with more than one shape, what is wrong is said beside the field', () => {
  const fields = typed('claims', {
    statement: 'S',
    evidenceFor: [{ key: 'a', fields: { item: '', quote: 'said so', note: '', connection: '' } }],
  })
  expect([...checkFields('claims', null, fields).keys()]).toEqual(['evidenceFor.0.item'])
})

test('a contact that cannot be reached is told so where that can be mended', () => {
  const fields = typed('contacts', { organisation: 'org', offers: 'Help', checkedAgainst: 'its site' })
  expect([...checkFields('contacts', null, fields)]).toEqual([['phone', 'errors.contact/nothing-to-reach']])
})

test('only what was touched is sent', () => {
  const before = typed('sources', {})
  expect(changedFields(before, { ...before, name: 'X' })).toEqual({ name: 'X' })
  expect(changedFields(before, before)).toEqual({})
})

test('a preset is given as stored, and only its own fields are preset', () => {
  expect(presetDraft(fieldsOf('claims'), { about: [{ id: 'i1' }] })).toEqual({
    about: [{ key: 'stored-0', fields: { id: 'i1', act: '', field: '', value: '' } }],
  })
})

test('tags are separated by the commas of any language, and kept once', () => {
  expect(typedToTags('a, b،c ; a,, ')).toEqual(['a', 'b', 'c'])
})

describe('a day left empty is missing, not unreadable', () => {
  test('when of an incident', () => {
    const fields = typed('incidents', { title: 'A title', when: ' ' })
    expect(checkFields('incidents', null, fields).get('when')).toBe('records.error.required')
  })

  test('the day a source item was obtained', () => {
    const check = (accessedAt: string) =>
      checkFields('sourceItems', null, typed('sourceItems', { accessedAt })).get('accessedAt')
    expect(check('')).toBe('records.error.required')
    expect(check('some day')).toBe('records.error.date')
    expect(check(TODAY)).toBeUndefined()
  })
})
