/** The lines of the map between first-order divisions, as they are kept in resources/map. */
import { expect, it } from 'vitest'
import { countries } from '../../../resources/map/divisionLines.json'

type Point = readonly [longitude: number, latitude: number]

function pointsOf(line: readonly number[]): Point[] {
  let [longitude, latitude] = [0, 0]
  return Array.from({ length: line.length / 2 }, (_, at) => {
    longitude += line[2 * at] ?? 0
    latitude += line[2 * at + 1] ?? 0
    return [longitude / 100, latitude / 100] as const
  })
}

const lines = countries.flatMap((each) => each.map(pointsOf))

it('are lines on the earth, of two points or more', () => {
  expect(lines.length).toBeGreaterThan(2_000)
  for (const line of lines) {
    expect(line.length).toBeGreaterThan(1)
    for (const [longitude, latitude] of line) {
      expect(Math.abs(longitude)).toBeLessThanOrEqual(180)
      expect(Math.abs(latitude)).toBeLessThanOrEqual(90)
    }
  }
})

it('draw Crimea as a division of the country it is drawn with', () => {
  // Perekop, where it meets Kherson: a line within one country is there only if both are of one.
  const isAtPerekop = ([longitude, latitude]: Point) =>
    longitude > 33.5 && longitude < 33.9 && latitude > 45.9 && latitude < 46.3
  expect(lines.some((line) => line.some(isAtPerekop))).toBe(true)
})
