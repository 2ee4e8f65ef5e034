import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Place, placeSchema } from '../../../../src/core/incident.ts'
import {
  divisionName,
  divisionNames,
  regionOf,
  resolvePlace,
} from '../../../../src/core/places/resolvePlace.ts'
import { loadGazetteer } from '../../../../src/shared/shippedPlaces.ts'

const gazetteer = await loadGazetteer()
const resolved = (where: Partial<Place>) => resolvePlace(placeSchema.parse(where), gazetteer)

describe('the place of an incident, resolved', () => {
  it.each(['Chechnya', 'Чечня', 'Chechen Republic', 'Чеченская Республика', 'Чеченская Респ.', 'Chechenia'])(
    '%s falls into the one division',
    (admin1) => {
      const place = resolved({ country: 'RU', admin1 })
      expect(place).toEqual({ country: 'RU', admin1Code: 'RU-CE', admin1Name: admin1 })
      expect(divisionName(place, gazetteer, 'fr')).toBe('Tchétchénie')
      expect(regionOf(place, gazetteer)).toBe('151')
    },
  )

  it('takes the country from the division where only one can be meant', () => {
    expect(resolved({ admin1: 'Чечня' }).country).toBe('RU')
    expect(resolved({ admin1: 'Georgia' })).toEqual({
      country: null,
      admin1Code: null,
      admin1Name: 'Georgia',
    })
    expect(resolved({ country: 'US', admin1: 'Georgia' }).admin1Code).toBe('US-GA')
  })

  it('goes up from a division of the second order', () => {
    expect(resolved({ country: 'ES', admin1: 'Barcelona' }).admin1Code).toBe('ES-CT')
  })

  it('keeps what it does not know as it was typed', () => {
    const place = resolved({ country: 'RU', admin1: ' Middle Earth ' })
    expect(place).toEqual({ country: 'RU', admin1Code: null, admin1Name: 'Middle Earth' })
    expect(divisionName(place, gazetteer, 'ru')).toBe('Middle Earth')
    expect(resolved({ country: 'SY', admin1: 'Chechnya' }).admin1Code).toBeNull()
    expect(resolved({})).toEqual({ country: null, admin1Code: null, admin1Name: null })
    expect(divisionName(resolved({}), gazetteer, 'en')).toBeNull()
    expect(regionOf(resolved({}), gazetteer)).toBeNull()
  })

  it('tells every name of a division, without the district that was typed in its stead', () => {
    const names = (admin1?: string) => divisionNames(placeSchema.parse({ country: 'ES', admin1 }), gazetteer)
    expect(names('Catalonia')).toEqual(expect.arrayContaining(['Catalonia', 'Каталония']))
    expect(names('Barcelona')).not.toContain('Barcelona')
    expect(names('Barcelona')).toContain('Catalonia')
    expect(names('cataluña')).toEqual(names('Catalonia'))
    expect(names('Middle Earth')).toEqual(['Middle Earth'])
    expect(names()).toEqual([])
  })

  it('never depends on what is finer than the division', () => {
    const line = fc.option(
      fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
      { nil: undefined },
    )
    const admin1 = fc.constantFrom('Чечня', 'Moscow', 'Nowhere', undefined)
    fc.assert(
      fc.property(admin1, line, line, line, (division, name, admin2, text) => {
        const coarse = { precision: 4, country: 'RU', admin1: division } as const
        expect(resolvePlace({ ...coarse, name, admin2, text }, gazetteer)).toEqual(
          resolvePlace(coarse, gazetteer),
        )
      }),
    )
  })

  it('finds every division of the gazetteer by its names, unless another is called so too', () => {
    for (const country of ['RU', 'SY', 'UA', 'IQ', 'IR', 'BY', 'GE', 'MM']) {
      for (const code of gazetteer.childrenOf(country)) {
        for (const admin1 of gazetteer.allNames(code)) {
          const found = resolved({ country, admin1 }).admin1Code
          expect([code, null], admin1).toContain(found)
          if (found === null) expect(gazetteer.findPlace(admin1, { country }).length).toBeGreaterThan(1)
        }
      }
    }
  })
})
