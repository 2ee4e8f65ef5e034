/** The outline of the countries, unpacked for drawing; read when a map is first shown. No network: it comes with Daybook. */
import { inSlices } from '../../nextTask.ts'
import { type Extent, project } from './mapProjection.ts'

export interface CountryShape {
  /** ISO 3166-1 alpha-2; empty for land that no code stands for. */
  readonly code: string
  readonly path: Path2D
  readonly extent: Extent
  /** Where a number is written: the middle of its largest part. */
  readonly middle: { readonly x: number; readonly y: number }
}

let reading: Promise<readonly CountryShape[]> | null = null
let read: readonly CountryShape[] | null = null

/** Reads it once, in slices between which the window takes keys; rejects when it cannot be read, and tries again next time. */
export function readOutline(): Promise<readonly CountryShape[]> {
  reading ??= unpack().catch((failure: unknown) => {
    reading = null
    throw failure
  })
  return reading
}

/** What has been read already; null before. */
export const outlineNow = (): readonly CountryShape[] | null => read

async function unpack(): Promise<readonly CountryShape[]> {
  const { countries } = (await import('../../../../resources/map/worldFine.json')).default
  const shapes: CountryShape[] = []
  await inSlices(shapesOf(countries, shapes))
  read = shapes
  return shapes
}

type Rings = readonly (readonly number[])[]

function* shapesOf(countries: Readonly<Record<string, Rings>>, shapes: CountryShape[]): Generator<void> {
  for (const [code, rings] of Object.entries(countries)) {
    shapes.push(shapeOf(code, rings))
    yield
  }
}

function shapeOf(code: string, rings: Rings): CountryShape {
  const path = new Path2D()
  let [extent, largest, size]: [Extent | null, Extent | null, number] = [null, null, -1]
  for (const ring of rings) {
    const own = drawRing(path, ring)
    extent = extent === null ? own : joined(extent, own)
    const ownSize = (own.east - own.west) * (own.south - own.north)
    if (ownSize > size) [largest, size] = [own, ownSize]
  }
  const of = largest ?? { west: 0, east: 0, north: 0, south: 0 }
  const middle = { x: (of.west + of.east) / 2, y: (of.north + of.south) / 2 }
  return { code, path, extent: extent ?? of, middle }
}

/** Adds a ring of hundredths of degrees to a path. */
function drawRing(path: Path2D, ring: readonly number[]): Extent {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < ring.length; at += 2) {
    const { x, y } = project((ring[at] ?? 0) / 100, (ring[at + 1] ?? 0) / 100)
    if (at === 0) path.moveTo(x, y)
    else path.lineTo(x, y)
    west = Math.min(west, x)
    east = Math.max(east, x)
    north = Math.min(north, y)
    south = Math.max(south, y)
  }
  path.closePath()
  return { west, north, east, south }
}

export const joined = (a: Extent, b: Extent): Extent => ({
  west: Math.min(a.west, b.west),
  north: Math.min(a.north, b.north),
  east: Math.max(a.east, b.east),
  south: Math.max(a.south, b.south),
})
