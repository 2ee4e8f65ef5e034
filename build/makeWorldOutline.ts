// Writes the outlines of the world's countries into resources/map: `node build/makeWorldOutline.ts`. Maps of briefs are
// drawn from Natural Earth at 1:110 million, the map of the window from 1:50 million, which has small countries too
// (both public domain), as the package world-atlas has them (TopoJSON). The results are kept in the repository, so this
// runs only when that package changes.

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
const codeOfNumber = new Map(
  places
    .parse(json(path.join(RESOURCES, 'gazetteer/places.json')))
    .places.flatMap(({ code, iso = [] }) =>
      iso.filter((each) => /^\d+$/.test(each)).map((each) => [each, code]),
    ),
)

const HALF_TURN = 18_000

/** Arcs are differences on a grid; hundredths of a degree are fine enough for what is drawn of them. */
function linesOf({ transform, arcs }: z.infer<typeof topology>): number[][][] {
  return arcs.map((arc) => {
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
}

/**
 * A negative number is an arc read backwards, counted from −1; the first point of each repeats the last before. A ring
 * that crosses the date line goes on beyond 180° instead of coming back on the other side of the world.
 */
function flatRing(numbers: readonly number[], lines: readonly number[][][]): number[] {
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

/**
 * Natural Earth draws who controls a territory. A record that is known to a country alone shades it, and the shade must
 * not say that Crimea is Russia: it is drawn with Ukraine (General Assembly resolution 68/262).
 */
function countryOf(code: string, ring: readonly number[]): string {
  const isCrimea = ring.every((degrees, at) =>
    at % 2 === 0 ? degrees >= 3220 && degrees <= 3680 : degrees >= 4420 && degrees <= 4640,
  )
  return code === 'RU' && isCrimea ? 'UA' : code
}

function writeOutline(scale: '110m' | '50m', file: string): void {
  const world = topology.parse(
    json(createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`)),
  )
  const lines = linesOf(world)
  const byCountry = new Map<string, number[][]>()
  for (const { id, ...shape } of world.objects.countries.geometries) {
    const rings = shape.type === 'Polygon' ? shape.arcs : shape.arcs.flat()
    // What no country code stands for is land without a name.
    const code = codeOfNumber.get(id ?? '') ?? ''
    for (const ring of rings.map((each) => flatRing(each, lines))) {
      const of = countryOf(code, ring)
      byCountry.set(of, [...(byCountry.get(of) ?? []), ring])
    }
  }
  const rows = [...byCountry]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, rings]) => `  ${JSON.stringify(code)}: ${JSON.stringify(rings)}`)
  const source = `Natural Earth 1:${scale} admin 0 countries (public domain), by world-atlas 2.0.2. Rings of longitude, latitude, in hundredths of a degree.`
  writeFileSync(
    path.join(RESOURCES, 'map', file),
    `{\n"source": ${JSON.stringify(source)},\n"countries": {\n${rows.join(',\n')}\n}\n}\n`,
  )
}

writeOutline('110m', 'world.json')
writeOutline('50m', 'worldFine.json')
