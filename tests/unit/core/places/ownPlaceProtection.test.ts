import { expect, it } from 'vitest'
import { emptyLog, type Log } from '../../../../src/core/log.ts'
import { type OwnPlaceKind, ownPlaceSchema } from '../../../../src/core/places/ownPlace.ts'
import { protectedValues } from '../../../../src/core/redaction/protectedValues.ts'

const NOW = '2026-01-01T00:00:00Z'
const place = (id: string, kind: OwnPlaceKind, name: string) =>
  ownPlaceSchema.parse({
    id,
    createdAt: NOW,
    updatedAt: NOW,
    confidentiality: 'RED',
    name,
    otherNames: [{ value: `${name} again` }],
    kind,
    country: 'RU',
    remarks: `${name} remarks`,
  })

it('protects towns and districts of the log, and lets a brief name its divisions', () => {
  const log: Log = {
    ...emptyLog(NOW),
    places: {
      t1: place('t1', 'town', 'Kleindorf'),
      d2: place('d2', 'admin2', 'Mittelkreis'),
      d1: place('d1', 'admin1', 'Grossland'),
    },
  }
  const values = protectedValues(log).map(({ value }) => value)
  expect(values).toEqual(
    expect.arrayContaining(['Kleindorf', 'Kleindorf again', 'Mittelkreis', 'Grossland remarks']),
  )
  expect(values).not.toContain('Grossland')
  expect(values).not.toContain('Grossland again')
})
