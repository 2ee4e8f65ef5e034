/**
 * How a place is shown on a map: never finer than it is known. A point that stands for a whole country is not drawn as a
 * point, and what cannot be drawn is counted.
 */
import type { Place } from '../incident.ts'

/** `no-place`: nothing that could be drawn is known · `water`: at sea or in the air, without coordinates · `no-outline`: a country that the outline has not */
export const UNPLACED = ['no-place', 'water', 'no-outline'] as const
export type Unplaced = (typeof UNPLACED)[number]

/** `precision` as in `Place`. */
export type MapPlace =
  | { readonly as: 'point' | 'area'; readonly lat: number; readonly lon: number; readonly precision: number }
  | { readonly as: 'country'; readonly country: string }
  | { readonly as: 'none'; readonly why: Unplaced }

const NEAR = 2
const COUNTRY = 6
const WATER = 7

/**
 * How far the true place may lie from the coordinates, in kilometres, by precision: within 25 of them at 2 (UCDP
 * where_prec); for districts, provinces and parts of countries a size that most of them have.
 */
export const PRECISION_KM = [1, 1, 25, 50, 150, 300, 0, 200] as const

export type DrawnPlace = Pick<Place, 'lat' | 'lon' | 'precision' | 'country'>

/** Is it drawn at coordinates, and so in or out of a part of the map? What stands for a whole country is not. */
export function isAtCoordinates(
  place: DrawnPlace,
): place is DrawnPlace & { readonly lat: number; readonly lon: number } {
  return place.lat !== undefined && place.lon !== undefined && place.precision !== COUNTRY
}

/** @param hasOutline is there an outline of that country (ISO 3166-1 alpha-2)? */
export function mapPlace(place: DrawnPlace, hasOutline: (country: string) => boolean): MapPlace {
  const { precision, country } = place
  if (isAtCoordinates(place))
    return { as: precision <= NEAR ? 'point' : 'area', lat: place.lat, lon: place.lon, precision }
  if (precision === WATER) return { as: 'none', why: 'water' }
  if (country === undefined) return { as: 'none', why: 'no-place' }
  return hasOutline(country) ? { as: 'country', country } : { as: 'none', why: 'no-outline' }
}
