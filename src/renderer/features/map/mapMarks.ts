/** The records that have coordinates, as numbers on the plane, and clusters of them. One pass over all rows; pure. */
import { type DrawnPlace, mapPlace, PRECISION_KM } from '../../../core/mapView/mapPlace.ts'
import { type Extent, planeLength, project } from './mapProjection.ts'

export interface MapMarks {
  readonly count: number
  readonly x: Float64Array
  readonly y: Float64Array
  /** As in `Place`. */
  readonly precision: Uint8Array
  /** Its place in the rows. */
  readonly row: Int32Array
  /** By country (ISO 3166-1 alpha-2): records that are known no finer. */
  readonly byCountry: ReadonlyMap<string, number>
}

export function mapMarks(
  rows: readonly { readonly where: DrawnPlace }[],
  hasOutline: (country: string) => boolean,
): MapMarks {
  const x = new Float64Array(rows.length)
  const y = new Float64Array(rows.length)
  const precision = new Uint8Array(rows.length)
  const row = new Int32Array(rows.length)
  const byCountry = new Map<string, number>()
  let count = 0
  for (let at = 0; at < rows.length; at += 1) {
    const where = rows[at]?.where
    if (where === undefined) continue
    const drawn = mapPlace(where, hasOutline)
    if (drawn.as === 'country') byCountry.set(drawn.country, (byCountry.get(drawn.country) ?? 0) + 1)
    if (drawn.as !== 'point' && drawn.as !== 'area') continue
    const point = project(drawn.lon, drawn.lat)
    x[count] = point.x
    y[count] = point.y
    precision[count] = drawn.precision
    row[count] = at
    count += 1
  }
  return { count, x, y, precision, row, byCountry }
}

/** The part of the plane that has marks in it; null without any. */
export function marksExtent({ count, x, y, precision }: MapMarks): Extent | null {
  if (count === 0) return null
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < count; at += 1) {
    const [px, py, r] = [x[at] ?? 0, y[at] ?? 0, markRadius(precision[at] ?? 1)]
    west = Math.min(west, px - r)
    east = Math.max(east, px + r)
    north = Math.min(north, py - r)
    south = Math.max(south, py + r)
  }
  return { west, north, east, south }
}

/** How far the true place may lie from the mark, on the plane. */
export const markRadius = (precision: number): number => planeLength(PRECISION_KM[precision] ?? 0)

export interface Cluster {
  /** The middle of what is in it. */
  readonly x: number
  readonly y: number
  readonly count: number
  readonly precision: number
  /** The row of its first record. */
  readonly row: number
}

/** Cells of a map at the greatest zoom that still fit beside each other in one number. */
const CELLS = 2 ** 22

/** Marks of one precision that lie in one cell of that side are one. Areas and points are never taken together. */
export function clusterMarks({ count, x, y, precision, row }: MapMarks, side: number): readonly Cluster[] {
  const places = new Map<number, number>()
  const found: { x: number; y: number; count: number; precision: number; row: number }[] = []
  for (let at = 0; at < count; at += 1) {
    const [px, py, p] = [x[at] ?? 0, y[at] ?? 0, precision[at] ?? 1]
    const column = Math.floor(px / side) + CELLS / 2
    const line = Math.floor(py / side) + CELLS / 2
    const key = (column * CELLS + line) * 8 + p
    const place = places.get(key)
    const cluster = place === undefined ? undefined : found[place]
    if (cluster === undefined) {
      places.set(key, found.length)
      found.push({ x: px, y: py, count: 1, precision: p, row: row[at] ?? 0 })
      continue
    }
    cluster.count += 1
    cluster.x += (px - cluster.x) / cluster.count
    cluster.y += (py - cluster.y) / cluster.count
  }
  return found
}

/** What is inside an extent, from west to east: the order in which keys lead from one to the next. */
export function marksInOrder(clusters: readonly Cluster[], { west, north, east, south }: Extent): Cluster[] {
  return clusters
    .filter(({ x, y }) => x >= west && x <= east && y >= north && y <= south)
    .sort((a, b) => a.x - b.x || a.y - b.y || a.precision - b.precision)
}
