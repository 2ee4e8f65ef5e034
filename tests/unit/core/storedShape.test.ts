import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SCHEMAS } from '../../../src/core/records.ts'
import { shapeCheck } from '../../../src/core/storedShape.ts'
import { recordArbitrary } from '../../support/recordArbitrary.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

const KINDS = ['incidents', 'claims', 'sources', 'sourceItems'] as const

/** Every object in a JSON value, itself included. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(objectsIn)]
}

describe.each(KINDS)('%s', (kind) => {
  const hasShape = shapeCheck(SCHEMAS[kind])

  test('what was saved has its shape', () => {
    fc.assert(
      fc.property(recordArbitrary(kind), (record) => {
        expect(hasShape(JSON.parse(JSON.stringify(record)))).toBe(true)
      }),
    )
  })

  test('what has its shape is as parsing would give it, whatever is missing in it', () => {
    fc.assert(
      fc.property(recordArbitrary(kind, 'all'), fc.nat(), fc.nat(), (record, where, which) => {
        const stored: unknown = JSON.parse(JSON.stringify(record))
        const objects = objectsIn(stored)
        const cut = objects[where % objects.length] ?? {}
        const keys = Object.keys(cut)
        if (!Array.isArray(cut)) Reflect.deleteProperty(cut, keys[which % keys.length] ?? '')
        if (!hasShape(stored)) return
        const parsed = SCHEMAS[kind].safeParse(stored)
        // What one field asks of another is not looked at again.
        if (parsed.success) expect(JSON.parse(JSON.stringify(parsed.data))).toEqual(stored)
      }),
    )
  })
})

test('what lacks a field that has a default by now, or has one that is unknown, has not', () => {
  const hasShape = shapeCheck(SCHEMAS.incidents)
  const [incident] = Object.values(logOfIncidents(1).incidents)
  if (incident === undefined) throw new Error('the sample log is empty')
  const { victimGroups: _later, ...earlier } = incident
  expect(SCHEMAS.incidents.safeParse(earlier).success).toBe(true)
  expect(hasShape(incident)).toBe(true)
  expect(hasShape(earlier)).toBe(false)
  expect(hasShape({ ...incident, where: { text: 'No precision yet' } })).toBe(false)
  expect(hasShape({ ...incident, unknown: 1 })).toBe(false)
  expect(hasShape({ ...incident, tags: [1] })).toBe(false)
  expect(hasShape({ ...incident, status: 'made-up' })).toBe(false)
  expect(hasShape(null)).toBe(false)
  expect(hasShape(undefined)).toBe(false)
})

test('what it does not know how to check has never its shape', () => {
  expect(shapeCheck(null)('anything')).toBe(false)
})
