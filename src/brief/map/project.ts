/**
 * From degrees to points of the page: a plain cylinder (equirectangular), true to scale in the middle of what is shown.
 * Rings are cut at the frame, so that nothing of the page lies behind its edge.
 */

export type Point = readonly [x: number, y: number]

/** Degrees. */
export interface Extent {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export interface Frame {
  /** Points of the page. */
  readonly width: number
  readonly height: number
  readonly extent: Extent
}

/** The whole world but for the ice of the south. */
export const WORLD: Extent = { west: -180, south: -58, east: 180, north: 84 }

const flattening = ({ south, north }: Extent): number => Math.cos((((south + north) / 2) * Math.PI) / 180)

/**
 * The frame around an extent with room at its edges. It is as wide as `width` and grows to the least or the greatest
 * height by showing more, never by distorting.
 */
export function frameAround(
  extent: Extent,
  margin: number,
  width: number,
  heights: readonly [number, number],
): Frame {
  const wide = inWorld({
    west: extent.west - margin,
    south: extent.south - margin,
    east: extent.east + margin,
    north: extent.north + margin,
  })
  const squeeze = flattening(wide)
  const across = Math.max((wide.east - wide.west) * squeeze, 1)
  const up = Math.max(wide.north - wide.south, 1)
  const height = Math.min(heights[1], Math.max(heights[0], (width * up) / across))
  const perPoint = Math.max(across / width, up / height)
  const [x, y] = [(wide.west + wide.east) / 2, (wide.south + wide.north) / 2]
  const [halfWidth, halfHeight] = [(perPoint * width) / squeeze / 2, (perPoint * height) / 2]
  return {
    width,
    height: round(height),
    extent: { west: x - halfWidth, east: x + halfWidth, south: y - halfHeight, north: y + halfHeight },
  }
}

function inWorld({ west, south, east, north }: Extent): Extent {
  return {
    west: Math.max(west, WORLD.west - BEYOND),
    south: Math.max(south, WORLD.south),
    east: Math.min(east, WORLD.east + BEYOND),
    north: Math.min(north, WORLD.north),
  }
}

/** Degrees that a country may reach over the date line. */
const BEYOND = 15

const round = (value: number): number => Math.round(value * 10) / 10

/** A ring of degrees as the page shows it; empty where nothing of it lies in the frame or it is a speck. */
export function projectRing(ring: readonly Point[], frame: Frame): Point[] {
  const { extent, width, height } = frame
  const [acrossWidth, acrossHeight] = [extent.east - extent.west, extent.north - extent.south]
  const placed = ring.map(
    ([longitude, latitude]): Point => [
      ((longitude - extent.west) / acrossWidth) * width,
      ((extent.north - latitude) / acrossHeight) * height,
    ],
  )
  if (isBeyond(placed, frame)) return []
  const cut = clip(placed, frame).map(([x, y]): Point => [round(x), round(y)])
  const points = cut.filter((point, at) => !isSame(point, cut[(at + cut.length - 1) % cut.length]))
  return points.length < 3 || Math.abs(areaOf(points)) < LEAST_AREA ? [] : points
}

/** Does all of a ring lie on the far side of one edge, as most of the world does? */
function isBeyond(points: readonly Point[], { width, height }: Frame): boolean {
  return (
    points.every(([x]) => x < 0) ||
    points.every(([x]) => x > width) ||
    points.every(([, y]) => y < 0) ||
    points.every(([, y]) => y > height)
  )
}

/** Square points of the page. */
const LEAST_AREA = 0.4
const isSame = (a: Point, b: Point | undefined): boolean => b !== undefined && a[0] === b[0] && a[1] === b[1]

/** Sutherland and Hodgman: edge by edge, what lies outside is cut off. */
function clip(points: readonly Point[], { width, height }: Frame): readonly Point[] {
  return [
    { axis: 0, edge: 0, sign: 1 },
    { axis: 0, edge: width, sign: -1 },
    { axis: 1, edge: 0, sign: 1 },
    { axis: 1, edge: height, sign: -1 },
  ].reduce<readonly Point[]>((kept, { axis, edge, sign }) => {
    const depth = (point: Point) => sign * ((axis === 0 ? point[0] : point[1]) - edge)
    return kept.flatMap((point, at) => {
      const before = kept[(at + kept.length - 1) % kept.length] ?? point
      const [here, there] = [depth(point), depth(before)]
      const crossing: Point[] =
        here >= 0 !== there >= 0 ? [between(before, point, there / (there - here))] : []
      return here >= 0 ? [...crossing, point] : crossing
    })
  }, points)
}

const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]

/** Twice the signed area would do for comparing; this is the area. */
export function areaOf(points: readonly Point[]): number {
  return (
    points.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y]
      return sum + x * nextY - nextX * y
    }, 0) / 2
  )
}

/** Where a mark for a shape stands: the middle of its area. */
export function middleOf(points: readonly Point[]): Point {
  const area = areaOf(points)
  const sums = points.reduce(
    (sum, [x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y]
      const cross = x * nextY - nextX * y
      return [sum[0] + (x + nextX) * cross, sum[1] + (y + nextY) * cross] as const
    },
    [0, 0] as const,
  )
  return [round(sums[0] / (6 * area)), round(sums[1] / (6 * area))]
}
