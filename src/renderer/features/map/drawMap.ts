/** One picture of the map on a canvas: land, countries that are known as a whole, circles of what is known finer. */
import type { DivisionLines } from './divisionLines.ts'
import type { MapColours } from './mapColours.ts'
import { type Cluster, markRadius } from './mapMarks.ts'
import type { Extent, PlanePoint } from './mapProjection.ts'
import { type MapView, onPlane, onScreen, type Size, shownExtent } from './mapView.ts'
import type { CountryShape } from './worldOutline.ts'

export interface MapPicture {
  readonly shapes: readonly CountryShape[]
  readonly divisions: readonly DivisionLines[]
  readonly byCountry: ReadonlyMap<string, number>
  readonly clusters: readonly Cluster[]
  /** The one that keys have led to. */
  readonly chosen: Cluster | null
  readonly colours: MapColours
  readonly number: Intl.NumberFormat
  /** A rectangle that is being dragged, in pixels. */
  readonly brush: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  } | null
}

/** From so near a country is looked at, and not the world: provinces are some thirty pixels wide. */
export const DIVISIONS_FROM_K = 1_000
const POINT_PX = 4
const RING_PX = 15
/** An area smaller than this on screen is drawn as large, so that it is seen as an area. */
const LEAST_AREA_PX = 7
const LABEL_PX = 12
/** More dashed edges over each other than these show nothing. */
const MOST_EDGES = 60
/** More records make a darker country, in steps that are told apart; the number stands in it. */
const SHADES = [
  [1, 0.14],
  [10, 0.24],
  [100, 0.36],
  [1000, 0.5],
] as const

/** @param scale pixels of the device to one of CSS. */
export function drawMap(
  context: CanvasRenderingContext2D,
  picture: MapPicture,
  view: MapView,
  size: Size,
  scale: number,
): void {
  const { colours, shapes } = picture
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.globalAlpha = 1
  context.fillStyle = colours.water
  context.fillRect(0, 0, size.width, size.height)
  const shown = shownExtent(view, size)
  const visible = shapes.filter(({ extent }) => doMeet(extent, shown))
  drawLand(context, visible, picture, view, scale)
  if (view.k >= DIVISIONS_FROM_K) drawDivisions(context, picture, view, shown)
  context.setTransform(scale, 0, 0, scale, 0, 0)
  // Larger areas below smaller ones, and points on top.
  const near = shownExtent(view, size, LABEL_PX * 4)
  const clusters = picture.clusters.filter((each) => isIn(each, near, markRadius(each.precision)))
  for (const ofOne of Map.groupBy(clusters, ({ precision }) => precision).values())
    drawAreas(context, ofOne, picture.colours, view)
  drawCountryNumbers(context, visible, picture, view, size)
  for (const cluster of clusters) drawCount(context, cluster, picture, view)
  if (picture.chosen !== null) drawRing(context, picture.chosen, colours, view)
  if (picture.brush !== null) drawBrush(context, picture.brush, colours)
}

function drawLand(
  context: CanvasRenderingContext2D,
  visible: readonly CountryShape[],
  { byCountry, colours }: MapPicture,
  view: MapView,
  scale: number,
): void {
  context.setTransform(scale * view.k, 0, 0, scale * view.k, scale * view.x, scale * view.y)
  context.lineWidth = 0.75 / view.k
  context.lineJoin = 'round'
  for (const { code, path } of visible) {
    context.globalAlpha = 1
    context.fillStyle = colours.land
    context.fill(path)
    const count = byCountry.get(code) ?? 0
    if (count > 0) {
      context.globalAlpha = shadeOf(count)
      context.fillStyle = colours.mark
      context.fill(path)
    }
    context.globalAlpha = 1
    context.strokeStyle = count > 0 ? colours.mark : colours.border
    context.stroke(path)
  }
}

/** In the plane of the land, thinner than where a country ends. */
function drawDivisions(
  context: CanvasRenderingContext2D,
  { divisions, colours }: MapPicture,
  view: MapView,
  shown: Extent,
): void {
  context.lineWidth = 0.5 / view.k
  // Seen on land and on the shade of a country alike.
  context.globalAlpha = 0.3
  context.strokeStyle = colours.ink
  for (const { path, extent } of divisions) if (doMeet(extent, shown)) context.stroke(path)
  context.globalAlpha = 1
}

const shadeOf = (count: number): number => SHADES.findLast(([from]) => count >= from)?.[1] ?? 0

const isPoint = (precision: number): boolean => precision <= 1

/** Areas of one precision as one shape: where many lie over each other, the land below is still seen. */
function drawAreas(
  context: CanvasRenderingContext2D,
  clusters: readonly Cluster[],
  colours: MapColours,
  view: MapView,
): void {
  const [first] = clusters
  if (first === undefined || isPoint(first.precision)) return
  const radius = Math.max(markRadius(first.precision) * view.k, LEAST_AREA_PX)
  context.beginPath()
  for (const cluster of clusters) {
    const { x, y } = onScreen(view, cluster)
    context.moveTo(x + radius, y)
    context.arc(x, y, radius, 0, 2 * Math.PI)
  }
  context.globalAlpha = 0.16
  context.fillStyle = colours.mark
  context.fill()
  context.globalAlpha = 1
  if (clusters.length > MOST_EDGES) return
  // An edge that is not one: nobody knows where the area ends.
  context.setLineDash([4, 3])
  context.lineWidth = 1
  context.strokeStyle = colours.mark
  context.stroke()
  context.setLineDash([])
}

/** A dot for one record that is known exactly, a number for several. */
function drawCount(
  context: CanvasRenderingContext2D,
  cluster: Cluster,
  { colours, number }: MapPicture,
  view: MapView,
): void {
  const { x, y } = onScreen(view, cluster)
  const isExact = isPoint(cluster.precision)
  if (cluster.count > 1) drawNumber(context, number.format(cluster.count), x, y, isExact, colours)
  if (cluster.count > 1 || !isExact) return
  context.beginPath()
  context.arc(x, y, POINT_PX, 0, 2 * Math.PI)
  context.fillStyle = colours.mark
  context.fill()
  context.lineWidth = 1.5
  context.strokeStyle = colours.sheet
  context.stroke()
}

/** Around the mark that keys have led to: two rings, so that it is seen on any ground. */
function drawRing(
  context: CanvasRenderingContext2D,
  cluster: Cluster,
  { focus, sheet }: MapColours,
  view: MapView,
): void {
  const { x, y } = onScreen(view, cluster)
  for (const [radius, colour] of [
    [RING_PX, sheet],
    [RING_PX + 2.5, focus],
  ] as const) {
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    context.lineWidth = 2.5
    context.strokeStyle = colour
    context.stroke()
  }
}

/** A number in a filled pill, or for areas in one with only its edge. */
function drawNumber(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  isFilled: boolean,
  colours: MapColours,
): void {
  context.font = `700 ${LABEL_PX}px ${colours.font}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const half = Math.max(context.measureText(text).width / 2 + 6, 10)
  context.beginPath()
  context.roundRect(x - half, y - 10, 2 * half, 20, 10)
  context.fillStyle = isFilled ? colours.mark : colours.sheet
  context.fill()
  context.lineWidth = 1.5
  context.strokeStyle = isFilled ? colours.sheet : colours.mark
  context.stroke()
  context.fillStyle = isFilled ? colours.onMark : colours.ink
  context.fillText(text, x, y + 0.5)
}

function drawCountryNumbers(
  context: CanvasRenderingContext2D,
  visible: readonly CountryShape[],
  { byCountry, colours, number }: MapPicture,
  view: MapView,
  size: Size,
): void {
  context.font = `400 ${LABEL_PX}px ${colours.font}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const shape of visible) {
    const count = byCountry.get(shape.code)
    const at = count === undefined ? null : placeInSight(context, shape, view, size)
    if (count === undefined || at === null) continue
    const text = number.format(count)
    const half = context.measureText(text).width / 2 + 4
    context.fillStyle = colours.sheet
    context.fillRect(at.x - half, at.y - 9, 2 * half, 18)
    context.lineWidth = 1
    context.strokeStyle = colours.mark
    context.strokeRect(at.x - half, at.y - 9, 2 * half, 18)
    context.fillStyle = colours.ink
    context.fillText(text, at.x, at.y + 0.5)
  }
}

const SHARES = [0.5, 0.25, 0.75] as const

/** Where on screen the number of a country may stand: its middle, else some place that lies in it. */
function placeInSight(
  context: CanvasRenderingContext2D,
  { path, middle }: CountryShape,
  view: MapView,
  size: Size,
): PlanePoint | null {
  const at = onScreen(view, middle)
  if (at.x > 0 && at.x < size.width && at.y > 0 && at.y < size.height) return at
  context.save()
  context.resetTransform()
  const found = SHARES.flatMap((down) =>
    SHARES.map((right) => ({ x: right * size.width, y: down * size.height })),
  ).find((point) => {
    const { x, y } = onPlane(view, point)
    return context.isPointInPath(path, x, y)
  })
  context.restore()
  return found ?? null
}

function drawBrush(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: NonNullable<MapPicture['brush']>,
  colours: MapColours,
): void {
  context.globalAlpha = 0.12
  context.fillStyle = colours.focus
  context.fillRect(x, y, width, height)
  context.globalAlpha = 1
  context.lineWidth = 2
  context.strokeStyle = colours.focus
  context.strokeRect(x, y, width, height)
}

const doMeet = (a: Extent, b: Extent): boolean =>
  a.west <= b.east && a.east >= b.west && a.north <= b.south && a.south >= b.north

const isIn = ({ x, y }: Cluster, extent: Extent, radius: number): boolean =>
  x + radius >= extent.west &&
  x - radius <= extent.east &&
  y + radius >= extent.north &&
  y - radius <= extent.south
