/** Policy `coordinates`: the grid cell that a point lies in, of half a degree or one, or nothing; never a point. */
import type { CoordinatePrecision } from '../precision.ts'

/** A cell by its south-western corner, in degrees. */
export interface GridCell {
  readonly south: number
  readonly west: number
  /** Length of its sides in degrees. */
  readonly size: number
}

/**
 * The cell that holds the point; null when one of the two is missing or none may be shown. Cells of one degree are made
 * of cells of half a degree, so the larger one follows from the smaller.
 */
export function gridCell(
  lat: number | undefined,
  lon: number | undefined,
  precision: CoordinatePrecision,
): GridCell | null {
  if (precision === 'none' || lat === undefined || lon === undefined) return null
  const size = Number(precision)
  // The pole and the date line belong to the last cell before them.
  return {
    south: Math.min(corner(lat, size), 90 - size),
    west: Math.min(corner(lon, size), 180 - size),
    size,
  }
}

/** Adding nought makes a negative nought a plain one: its sign would tell on which side of the line the point was. */
const corner = (degrees: number, size: number): number => Math.floor(degrees / size) * size + 0
