/**
 * From degrees to the plane and back: Equal Earth (Šavrič, Patterson and Jenny, 2018), on which equal areas are equal, so
 * that a circle of a size covers what it says. Units of the earth's radius; `y` grows downwards, as on a screen.
 */
import { geoEqualEarth } from 'd3-geo'

const equalEarth = geoEqualEarth().scale(1).translate([0, 0])
/** Along a parallel `x` grows evenly: it is asked for here, and multiplied. */
const MERIDIAN = 90
export const EARTH_KM = 6371

export interface PlanePoint {
  readonly x: number
  readonly y: number
}
export interface Extent {
  readonly west: number
  readonly north: number
  readonly east: number
  readonly south: number
}

/** Longitudes beyond 180° go on to the right, so that a country that crosses the date line stays whole. */
export function project(lon: number, lat: number): PlanePoint {
  const [x, y] = equalEarth([MERIDIAN, lat]) ?? [0, 0]
  return { x: (x * lon) / MERIDIAN, y }
}

const TOP = project(0, 90).y
const RIGHT = project(180, 0).x

/** The whole world on the plane. */
export const WORLD: Extent = { west: -RIGHT, north: TOP, east: RIGHT, south: -TOP }

/** Degrees of a point of the plane; what lies off the world is drawn back to its edge. */
export function unproject({ x, y }: PlanePoint): { readonly lon: number; readonly lat: number } {
  const held = Math.min(-TOP, Math.max(TOP, y))
  const [lat] = equalEarth.invert?.([0, held])?.toReversed() ?? [0]
  // How far to the east a point is, by its parallel alone: beyond the edge of the world there is no longitude.
  const edge = project(180, lat ?? 0).x
  return { lon: edge === 0 ? 0 : clamp((180 * x) / edge, 180), lat: clamp(lat ?? 0, 90) }
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(-most, value))

/** A length on the plane. */
export const planeLength = (km: number): number => km / EARTH_KM
