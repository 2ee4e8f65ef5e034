import { expect, test } from 'vitest'
import { BULK_FIELDS } from '../../../src/core/bulkFields.ts'
import { TABLE_KINDS } from '../../../src/core/tableView.ts'
import { fieldsOf } from '../../../src/renderer/forms/kindForms.ts'
import { bulkFields } from '../../../src/renderer/table/bulkFields.ts'
import { cellField, typedTags } from '../../../src/renderer/table/cellFields.ts'
import { hasCommaInside, isEditedInPlace } from '../../../src/renderer/table/editableColumns.ts'
import { chosenValue, firstChosen, NOTHING, valueOptions } from '../../../src/renderer/table/valueOptions.ts'

const t = ((key: string) => key) as never

test('cells are edited of the fields that many records may be changed in, and of the name of a record', () => {
  for (const kind of TABLE_KINDS)
    for (const field of BULK_FIELDS[kind])
      expect([kind, field, cellField(kind, field, t)?.by]).toEqual([kind, field, 'values'])
  expect(cellField('incidents', 'title', t)).toEqual({
    by: 'line',
    field: 'title',
    label: 'records.incident.title',
  })
  for (const kind of TABLE_KINDS)
    for (const field of Object.keys(fieldsOf(kind)))
      expect([kind, field, isEditedInPlace(kind, field)]).toEqual([
        kind,
        field,
        cellField(kind, field, t) !== null,
      ])
  // What grades speak of, what an assessment alone changes, what is computed, what is locked.
  for (const [kind, column] of [
    ['claims', 'statement'],
    ['claims', 'status'],
    ['sources', 'reliability'],
    ['incidents', 'claims'],
    ['incidents', 'when'],
    ['persons', 'realName'],
  ] as const)
    expect([kind, column, cellField(kind, column, t)]).toEqual([kind, column, null])
})

test('tags are parted by commas of either script, each once', () => {
  expect(typedTags(' a, b ،ج,, a')).toEqual(['a', 'b', 'ج'])
  expect(typedTags(' ')).toEqual([])
})

test('tags with a comma inside are not edited where commas part tags', () => {
  expect(hasCommaInside({ tags: ['a', 'b, c'] }, 'tags')).toBe(true)
  expect(hasCommaInside({ tags: ['ب، ج'] }, 'tags')).toBe(true)
  expect(hasCommaInside({ tags: ['a', 'b'] }, 'tags')).toBe(false)
  expect(hasCommaInside({ tags: ['b, c'], title: 'One, two' }, 'title')).toBe(false)
})

test('a list that holds nothing begins with nothing ticked', () => {
  expect([...firstChosen(null, true)]).toEqual([])
  expect([...firstChosen(null, false)]).toEqual([NOTHING])
  expect([...firstChosen(['a', 'b'], true)]).toEqual(['a', 'b'])
  expect([...firstChosen(3, false)]).toEqual(['3'])
})

test('a chosen option is the value that the record holds', () => {
  const [work] = bulkFields('incidents', t).filter(({ field }) => field === 'workStatus')
  if (work === undefined) throw new Error('no field')
  expect(
    valueOptions(work, t, {}, 'en')
      .map(({ value }) => value)
      .slice(0, 2),
  ).toEqual([NOTHING, 'to-do'])
  expect([NOTHING, 'done'].map((each) => chosenValue(work, each))).toEqual([null, 'done'])
})
