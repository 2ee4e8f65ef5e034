/** The countries of the world by their ISO code, as rings of degrees (resources/map, made by build/makeWorldOutline.ts). */
import world from '../../../resources/map/world.json' with { type: 'json' }
import type { Extent, Point } from './project.ts'

export interface CountryOutline {
  /** Empty for land that no code stands for. */
  readonly code: string
  readonly rings: readonly (readonly Point[])[]
}

let outlines: readonly CountryOutline[] | null = null

/** All of them, unpacked when first asked for. */
export function countryOutlines(): readonly CountryOutline[] {
  outlines ??= Object.entries(world.countries).map(([code, rings]) => ({ code, rings: rings.map(ringOf) }))
  return outlines
}

function ringOf(flat: readonly number[]): Point[] {
  return Array.from({ length: flat.length / 2 }, (_, at) => [
    (flat[2 * at] ?? 0) / 100,
    (flat[2 * at + 1] ?? 0) / 100,
  ])
}

/** What the largest part of a country covers: far islands and what lies behind the date line would make it the world. */
export function mainExtent({ rings }: CountryOutline): Extent {
  const extents = rings.map(extentOf)
  const size = ({ west, east, south, north }: Extent) => (east - west) * (north - south)
  return extents.reduce((largest, each) => (size(each) > size(largest) ? each : largest))
}

function extentOf(ring: readonly Point[]): Extent {
  const [x, y] = [ring.map(([longitude]) => longitude), ring.map(([, latitude]) => latitude)]
  return { west: Math.min(...x), east: Math.max(...x), south: Math.min(...y), north: Math.max(...y) }
}
