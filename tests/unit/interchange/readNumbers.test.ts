import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCoordinatePair, readCoordinates, readWhole } from '../../../src/interchange/readNumbers.ts'

const lat = fc.double({ min: -90, max: 90, noNaN: true })
const lon = fc.double({ min: -180, max: 180, noNaN: true })
const zero = (n: number): number => (Object.is(n, -0) ? 0 : n)

describe('coordinates', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(lat, lon, fc.constantFrom(', ', ',', ';', ' | ', ' '), (a, b, mark) => {
        const value = { lat: zero(a), lon: zero(b) }
        expect(readCoordinates(String(a), String(b))).toEqual({ kind: 'read', value })
        expect(readCoordinatePair(`${a}${mark}${b}`)).toEqual({ kind: 'read', value })
      }),
    )
  })

  it('outside the globe are unreadable, and the wrong half is named', () => {
    const beyond = (limit: number) =>
      fc.double({ min: limit, max: 1e6, minExcluded: true, noNaN: true }).chain((n) => fc.constantFrom(n, -n))
    fc.assert(
      fc.property(lat, beyond(180), (a, b) => {
        expect(readCoordinates(String(a), String(b))).toEqual({ kind: 'unreadable', halves: ['lon'] })
      }),
    )
    fc.assert(
      fc.property(beyond(90), lon, (a, b) => {
        expect(readCoordinates(String(a), String(b))).toEqual({ kind: 'unreadable', halves: ['lat'] })
      }),
    )
  })

  it.each([
    ['', '', []],
    ['35.7', '', ['lon']],
    ['', '36.5', ['lat']],
    ['35,7', '36.5', ['lat']],
    ['NaN', 'NA', ['lat', 'lon']],
    ['Infinity', '1', ['lat']],
    ['0x10', '1', ['lat']],
    ['35.7N', '1', ['lat']],
  ])('%j and %j: unreadable halves %j', (a, b, halves) => {
    expect(readCoordinates(a, b)).toEqual(
      halves.length === 0 ? { kind: 'none' } : { kind: 'unreadable', halves },
    )
  })

  it('in one cell need exactly two numbers', () => {
    for (const text of ['12.5', '1, 2, 3', '1,5, 2,5', 'somewhere', ', 3']) {
      expect(readCoordinatePair(text).kind).toBe('unreadable')
    }
    expect(readCoordinatePair(' ')).toEqual({ kind: 'none' })
  })
})

describe('whole numbers', () => {
  it('come back, with or without a zero fraction', () => {
    fc.assert(
      fc.property(fc.nat(), (n) => {
        expect(readWhole(String(n))).toBe(n)
        expect(readWhole(` ${n}.0 `)).toBe(n)
        expect(readWhole(String(-n - 1))).toBeNull()
        expect(readWhole(`${n}.5`)).toBeNull()
        expect(readWhole(`${n},5`)).toBeNull()
      }),
    )
  })
})
