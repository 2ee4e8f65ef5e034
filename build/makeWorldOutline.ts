// Writes the outline of the world's countries that maps of briefs are drawn from, into resources/map: `node
// build/makeWorldOutline.ts`. The source is Natural Earth at 1:110 million (public domain) as the package world-atlas
// has it (TopoJSON); the result is kept in the repository, so this runs only when that package changes.

import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'

const ring = z.array(z.int())
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), id: z.string().optional(), arcs: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), id: z.string().optional(), arcs: z.array(z.array(ring)) }),
])
const topology = z.object({
  transform: z.object({
    scale: z.tuple([z.number(), z.number()]),
    translate: z.tuple([z.number(), z.number()]),
  }),
  arcs: z.array(z.array(z.tuple([z.number(), z.number()]))),
  objects: z.object({ countries: z.object({ geometries: z.array(geometry) }) }),
})
const places = z.object({
  places: z.array(z.object({ code: z.string(), iso: z.array(z.string()).optional() })),
})

const RESOURCES = path.join(import.meta.dirname, '../resources')
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const { transform, arcs, objects } = topology.parse(
  json(createRequire(import.meta.url).resolve('world-atlas/countries-110m.json')),
)
const codeOfNumber = new Map(
  places
    .parse(json(path.join(RESOURCES, 'gazetteer/places.json')))
    .places.flatMap(({ code, iso = [] }) =>
      iso.filter((each) => /^\d+$/.test(each)).map((each) => [each, code]),
    ),
)

/** Arcs are differences on a grid; hundredths of a degree are fine enough for a map as wide as a page. */
const lines = arcs.map((arc) => {
  let [x, y] = [0, 0]
  return arc.map(([dx, dy]) => {
    x += dx
    y += dy
    return [
      Math.round(100 * (x * transform.scale[0] + transform.translate[0])),
      Math.round(100 * (y * transform.scale[1] + transform.translate[1])),
    ]
  })
})

/**
 * A negative number is an arc read backwards, counted from −1; the first point of each repeats the last before. A ring
 * that crosses the date line goes on beyond 180° instead of coming back on the other side of the world.
 */
function flatRing(numbers: readonly number[]): number[] {
  const points = numbers.flatMap((number) => {
    const line = number < 0 ? (lines[-number - 1]?.toReversed() ?? []) : (lines[number] ?? [])
    return line.slice(0, -1)
  })
  let turns = 0
  return points.flatMap(([x = 0, y = 0], at) => {
    const before = points[at - 1]?.[0] ?? x
    if (x - before > HALF_TURN) turns -= 1
    if (before - x > HALF_TURN) turns += 1
    return [x + 2 * turns * HALF_TURN, y]
  })
}
const HALF_TURN = 18_000

const byCountry = new Map<string, number[][]>()
for (const { id, ...shape } of objects.countries.geometries) {
  const rings = shape.type === 'Polygon' ? shape.arcs : shape.arcs.flat()
  // What no country code stands for is land without a name.
  const code = codeOfNumber.get(id ?? '') ?? ''
  byCountry.set(code, [...(byCountry.get(code) ?? []), ...rings.map(flatRing)])
}

const rows = [...byCountry]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, rings]) => `  ${JSON.stringify(code)}: ${JSON.stringify(rings)}`)
const source =
  'Natural Earth 1:110m admin 0 countries (public domain), by world-atlas 2.0.2. Rings of longitude, latitude, in hundredths of a degree.'
writeFileSync(
  path.join(RESOURCES, 'map/world.json'),
  `{\n"source": ${JSON.stringify(source)},\n"countries": {\n${rows.join(',\n')}\n}\n}\n`,
)
