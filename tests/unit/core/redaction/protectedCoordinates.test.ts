/** Coordinates are halves of pairs: each record has its own, whatever another one shares with it. */
import { describe, expect, it } from 'vitest'
import { codedPlaceLeaks } from '../../../../src/brief/gate/codedPlaces.ts'
import { applyChange, emptyLog, type Log, type Put } from '../../../../src/core/log.ts'
import { SCHEMAS } from '../../../../src/core/records.ts'
import { protectedValues } from '../../../../src/core/redaction/protectedValues.ts'

const NOW = '2026-11-22T10:00:00Z'
const base = { createdAt: NOW, updatedAt: NOW, confidentiality: 'RED' }

function logWith(places: readonly { lat: number; lon: number }[]): Log {
  const puts = places.map((where, i): Put => {
    const incident = {
      id: `i${i}`,
      title: 't',
      summary: '',
      when: '2021',
      where,
      violationTypes: [],
      status: 'unknown',
    }
    const record = SCHEMAS.incidents.parse({ ...base, ...incident })
    return { kind: 'incidents', id: record.id, record }
  })
  return applyChange(emptyLog(NOW), puts).log
}

describe('a geohash', () => {
  const finds = (code: string, places: Parameters<typeof logWith>[0]) =>
    codedPlaceLeaks(protectedValues(logWith(places)))(code, 'here').length > 0
  const first = { lat: 43.21877, lon: 45.60391 }

  it('is found of an incident that shares its latitude with an earlier one', () => {
    expect(finds('tp8mvexz', [first])).toBe(true)
    expect(finds('tp8mvexz', [{ lat: first.lat, lon: 44.10002 }, first])).toBe(true)
    expect(finds('tp8mvexz', [{ lat: 42.10002, lon: first.lon }, first])).toBe(true)
  })

  it('is not one of the latitude of one and the longitude of another', () => {
    expect(
      finds('tp8mvexz', [
        { ...first, lat: 42.10002 },
        { ...first, lon: 44.10002 },
      ]),
    ).toBe(false)
  })
})
