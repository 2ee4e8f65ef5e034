/** The letters of a map, where countries are small and close and squares lie under them, hide nothing. */
import { describe, expect, it } from 'vitest'
import { briefPdf } from '../../../src/brief/briefPdf.ts'
import { excusesFor } from '../../../src/brief/gate/allowedStrings.ts'
import { createGate } from '../../../src/brief/gate/checkBytes.ts'
import { RESOURCES, sampleBrief, sampleLabel } from './sampleBrief.ts'

const TIMEOUT_MS = 240_000
/** Far apart, so that the map is a coarse one, and four that touch each other. */
const COUNTRIES = ['RU', 'CD', 'ML', 'LB', 'SY', 'IL', 'JO']

/** Every square of one degree over the four. */
const SQUARES = Array.from({ length: 70 }, (_, n) => ({
  west: 33 + (n % 7),
  south: 29 + Math.floor(n / 7),
  size: 1,
}))

function crowded() {
  const { statistics } = sampleBrief('en', 3)
  const place = (country: string) => ({
    region: null,
    country,
    admin1: null,
    admin2: null,
    town: null,
    site: null,
  })
  return sampleBrief('en', 3, {
    statistics: {
      ...statistics,
      byPlace: COUNTRIES.map((country) => ({ place: place(country), count: 12 })),
      byCell: [{ west: -10, south: 0, size: 1 }, { west: 130, south: 60, size: 1 }, ...SQUARES].map(
        (cell) => ({
          cell,
          count: 12,
        }),
      ),
    },
  })
}

describe('the marks of a crowded map', () => {
  it(
    'do not stop a brief',
    async () => {
      const data = crowded()
      const pdf = await briefPdf(data, { label: sampleLabel, resourcesDir: RESOURCES })
      if (!pdf.ok) throw new Error(pdf.error.code)
      expect(
        await createGate([], () => excusesFor(data, sampleLabel)).check(pdf.value.bytes, 'made'),
      ).toEqual([])
    },
    TIMEOUT_MS,
  )
})
