/** What part of the plane is on screen: `k` pixels to the unit, moved by `x` and `y` pixels. Pure. */
import type { Box } from '../../../core/queryTerms/boxTerm.ts'
import { type Extent, type PlanePoint, unproject, WORLD } from './mapProjection.ts'

export interface MapView {
  readonly k: number
  readonly x: number
  readonly y: number
}
export interface Size {
  readonly width: number
  readonly height: number
}

/** A village fills the screen then; nothing is known finer. */
const MOST_ZOOM = 60_000
/** Of the screen, left free at its edges. */
const MARGIN = 0.08
/** So small an extent is shown with what is around it: about 60 km. */
const LEAST_EXTENT = 0.01

/** The whole of an extent in the middle of the screen, no larger than it can be made by hand. */
export function fitView({ west, north, east, south }: Extent, { width, height }: Size): MapView {
  const k = Math.min(
    MOST_ZOOM,
    (width * (1 - 2 * MARGIN)) / Math.max(east - west, LEAST_EXTENT),
    (height * (1 - 2 * MARGIN)) / Math.max(south - north, LEAST_EXTENT),
  )
  return { k, x: width / 2 - (k * (west + east)) / 2, y: height / 2 - (k * (north + south)) / 2 }
}

export const onScreen = ({ k, x, y }: MapView, point: PlanePoint): PlanePoint => ({
  x: point.x * k + x,
  y: point.y * k + y,
})
export const onPlane = ({ k, x, y }: MapView, point: PlanePoint): PlanePoint => ({
  x: (point.x - x) / k,
  y: (point.y - y) / k,
})

/** Larger or smaller by a factor around a point of the screen, within bounds; the same view at the bounds. */
export function zoomed(view: MapView, factor: number, around: PlanePoint, size: Size): MapView {
  const least = fitView(WORLD, size).k
  const k = Math.min(MOST_ZOOM, Math.max(least, view.k * factor))
  if (k === view.k) return view
  const fixed = onPlane(view, around)
  return kept({ k, x: around.x - fixed.x * k, y: around.y - fixed.y * k }, size)
}

export const panned = (view: MapView, x: number, y: number, size: Size): MapView =>
  kept({ ...view, x: view.x + x, y: view.y + y }, size)

/** Some of the world stays in the middle of the screen, however far it is dragged. */
function kept(view: MapView, { width, height }: Size): MapView {
  const [k, cx, cy] = [view.k, width / 2, height / 2]
  return {
    k,
    x: Math.min(cx - WORLD.west * k, Math.max(cx - WORLD.east * k, view.x)),
    y: Math.min(cy - WORLD.north * k, Math.max(cy - WORLD.south * k, view.y)),
  }
}

/** What of the plane is on screen, and a little around it. */
export function shownExtent(view: MapView, { width, height }: Size, around = 0): Extent {
  const from = onPlane(view, { x: -around, y: -around })
  const to = onPlane(view, { x: width + around, y: height + around })
  return { west: from.x, north: from.y, east: to.x, south: to.y }
}

/** Steps along each edge: the sides of a rectangle are no lines of longitude. */
const STEPS = 8

/** Degrees that hold all of a rectangle of the screen. */
export function boxOf(view: MapView, from: PlanePoint, to: PlanePoint): Box {
  const corners = [onPlane(view, from), onPlane(view, to)] as const
  const [west, east] = [Math.min(corners[0].x, corners[1].x), Math.max(corners[0].x, corners[1].x)]
  const [north, south] = [Math.min(corners[0].y, corners[1].y), Math.max(corners[0].y, corners[1].y)]
  const edge = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS).flatMap((share) => {
    const y = north + share * (south - north)
    return [unproject({ x: west, y }), unproject({ x: east, y })]
  })
  return {
    west: Math.min(...edge.map(({ lon }) => lon)),
    east: Math.max(...edge.map(({ lon }) => lon)),
    south: Math.min(...edge.map(({ lat }) => lat)),
    north: Math.max(...edge.map(({ lat }) => lat)),
  }
}
