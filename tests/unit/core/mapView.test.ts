/** What is drawn of a place, the numbers beside it (held against a naive count), and boxes of a map as filters. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incidentSchema, placeSchema } from '../../../src/core/incident.ts'
import { leftOutOfBox } from '../../../src/core/mapView/leftOutOfBox.ts'
import { mapCounts } from '../../../src/core/mapView/mapCounts.ts'
import { mapPlace } from '../../../src/core/mapView/mapPlace.ts'
import { parseQuery } from '../../../src/core/query.ts'
import { boxText, isInBox, readBox } from '../../../src/core/queryTerms/boxTerm.ts'

const hasOutline = (country: string) => country !== 'TV'
const place = (fields: object) => placeSchema.parse(fields)
const drawn = (fields: object) => mapPlace(place(fields), hasOutline)

describe('a place on the map', () => {
  it('is drawn no finer than it is known', () => {
    const point = { lat: 43.3, lon: 45.7 }
    expect(drawn({ ...point, precision: 1 })).toMatchObject({ as: 'point', precision: 1 })
    expect(drawn({ ...point, precision: 4, country: 'RU' })).toMatchObject({ as: 'area', precision: 4 })
    expect(drawn({ ...point, precision: 7 })).toMatchObject({ as: 'area' })
    // Coordinates that stand for a country shade the country.
    expect(drawn({ ...point, precision: 6, country: 'RU' })).toEqual({ as: 'country', country: 'RU' })
    expect(drawn({ ...point, precision: 6 })).toEqual({ as: 'none', why: 'no-place' })
    // Without coordinates a town is known to its country, as far as a map is concerned.
    expect(drawn({ name: 'Argun', country: 'RU', precision: 1 })).toMatchObject({ as: 'country' })
  })

  it('that cannot be drawn says why', () => {
    expect(drawn({ text: 'near the mill' })).toEqual({ as: 'none', why: 'no-place' })
    expect(drawn({ country: 'TV' })).toEqual({ as: 'none', why: 'no-outline' })
    expect(drawn({ country: 'RU', precision: 7 })).toEqual({ as: 'none', why: 'water' })
  })
})

const anyPlace = fc.record(
  {
    precision: fc.integer({ min: 1, max: 7 }),
    country: fc.constantFrom('RU', 'TV', 'ML'),
    at: fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    }),
  },
  { requiredKeys: ['precision'] },
)

describe('the numbers of a map', () => {
  it('say apart what a part of the map leaves out: known to a country, and not at all', () => {
    fc.assert(
      fc.property(fc.array(anyPlace, { maxLength: 200 }), (made) => {
        const places = made.map(({ at, ...rest }) => ({ ...rest, ...at }))
        const ways = places.map((each) => mapPlace(each, hasOutline))
        const out = leftOutOfBox(places)
        const inCountry = (each: (typeof ways)[number]) =>
          each.as === 'country' || (each.as === 'none' && each.why === 'no-outline')
        expect(out.country).toBe(ways.filter(inCountry).length)
        const drawnAt = ways.filter(({ as }) => as === 'point' || as === 'area').length
        expect(drawnAt + out.country + out.unknown).toBe(places.length)
      }),
    )
  })

  it('are those of a naive count, and every record counts once', () => {
    fc.assert(
      fc.property(fc.array(anyPlace, { maxLength: 200 }), (made) => {
        const places = made.map(({ at, ...rest }) => ({ ...rest, ...at }))
        const counts = mapCounts(places, hasOutline)
        const naive = (country: string | null, ways: readonly string[]) =>
          places.filter(
            (each) => (each.country ?? null) === country && ways.includes(mapPlace(each, hasOutline).as),
          ).length
        expect(counts.total).toBe(places.length)
        const unplaced = Object.values(counts.unplaced).reduce((sum, each) => sum + each, 0)
        expect(unplaced).toBe(places.filter((each) => mapPlace(each, hasOutline).as === 'none').length)
        expect(counts.placed + unplaced).toBe(places.length)
        expect(counts.byCountry.reduce((sum, each) => sum + each.total, 0)).toBe(counts.placed)
        for (const { country, points, areas, whole, total } of counts.byCountry) {
          expect(points).toBe(naive(country, ['point']))
          expect(areas).toBe(naive(country, ['area']))
          expect(whole).toBe(naive(country, ['country']))
          expect(total).toBe(points + areas + whole)
        }
      }),
    )
  })
})

describe('a box of the map as a filter', () => {
  const incident = (where: object) =>
    incidentSchema.parse({
      ...{ id: 'i', createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
      ...{
        confidentiality: 'RED',
        title: 't',
        summary: '',
        when: '2017',
        violationTypes: [],
        status: 'likely',
      },
      where,
    })
  const matches = (text: string, where: object) => {
    const query = parseQuery(text)
    if (!query.ok) throw new Error(query.error.code)
    return query.value(incident(where))
  }

  it('finds what is drawn at coordinates in it, and no country that only has some', () => {
    const point = { lat: 43.3, lon: 45.7 }
    expect(matches('box:45,43,46,44', { ...point, precision: 1 })).toBe(true)
    expect(matches('-box:45,43,46,44', { ...point, precision: 1 })).toBe(false)
    expect(matches('box:45,43,45.5,44', { ...point, precision: 1 })).toBe(false)
    expect(matches('box:45,43,46,44', { ...point, precision: 6, country: 'RU' })).toBe(false)
    expect(matches('box:170,-10,-170,10', { lat: 0, lon: -179, precision: 1 })).toBe(true)
    expect(matches('box:170,-10,-170,10', { lat: 0, lon: 0, precision: 1 })).toBe(false)
  })

  it.each(['box:1,2,3', 'box:1,2,3,x', 'box:1,2,3,91', 'box:1,3,2,2', 'box:1,2,200,3'])(
    'refuses %s',
    (text) => {
      expect(parseQuery(text)).toMatchObject({ error: { code: 'query/box-unreadable' } })
    },
  )

  it('is written so that nothing in it is lost', () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
    fc.assert(
      fc.property(degrees(180), degrees(90), degrees(180), degrees(90), (x, y, otherX, otherY) => {
        const box = {
          ...{ west: Math.min(x, otherX), east: Math.max(x, otherX) },
          ...{ south: Math.min(y, otherY), north: Math.max(y, otherY) },
        }
        const read = readBox(boxText(box).slice('box:'.length).split(','))
        expect(read).not.toBeNull()
        for (const [lon, lat] of [
          [x, y],
          [otherX, otherY],
        ] as const)
          expect(read !== null && isInBox({ lon, lat }, read)).toBe(true)
      }),
    )
  })
})
