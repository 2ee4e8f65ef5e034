// The mark of the app, drawn as distance fields: a closed book with a sun on its cover.
//
// It owns the drawing and nothing else: no files, no PNG. Drawing by formula keeps the picture sharp at every
// size, needs no drawing program, and gives the same pixels on every machine. Coordinates are those of a
// 1024 by 1024 grid with y pointing down.

type Colour = readonly [red: number, green: number, blue: number]

/** Signed distance to the edge of a shape in grid units, negative inside. */
type Shape = (x: number, y: number) => number

interface Layer {
  readonly shape: Shape
  readonly colour: (y: number) => Colour
  readonly opacity: number
  /** Width of the edge in grid units over which the layer fades out; 0 for a hard edge. */
  readonly softness: number
}

const GRID = 1024
/** Below this many pixels the tile fills the margin a large icon needs, so that the book can still be read. */
const SMALL_ICON = 64

const roundedBox =
  (left: number, top: number, right: number, bottom: number, radius: number): Shape =>
  (x, y) => {
    const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius
    const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius
  }

const circle =
  (centreX: number, centreY: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - centreX, y - centreY) - radius

const intersection =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.max(...shapes.map((shape) => shape(x, y)))

const above =
  (limit: number): Shape =>
  (_x, y) =>
    y - limit

const leftOf =
  (limit: number): Shape =>
  (x) =>
    x - limit

/** A ribbon whose lower end is cut to a swallow-tail. */
const ribbon =
  (left: number, right: number, top: number, bottom: number): Shape =>
  (x, y) => {
    const notch = y - bottom + (right - left) / 2 - Math.abs(x - (left + right) / 2)
    return Math.max(roundedBox(left, top, right, bottom, 0)(x, y), notch)
  }

const flat = (colour: Colour) => () => colour

const fade =
  (topColour: Colour, bottomColour: Colour, top: number, bottom: number) =>
  (y: number): Colour => {
    const t = Math.min(1, Math.max(0, (y - top) / (bottom - top)))
    const mix = (from: number, to: number) => from * (1 - t) + to * t
    return [
      mix(topColour[0], bottomColour[0]),
      mix(topColour[1], bottomColour[1]),
      mix(topColour[2], bottomColour[2]),
    ]
  }

const hard = (shape: Shape, colour: (y: number) => Colour, opacity = 1): Layer => ({
  shape,
  colour,
  opacity,
  softness: 0,
})

const frontCover = roundedBox(310, 216, 714, 700, 44)
const wholeBook = roundedBox(310, 216, 714, 790, 44)

const LAYERS: readonly Layer[] = [
  hard(roundedBox(100, 100, 924, 924, 188), fade([70, 116, 124], [32, 66, 80], 100, 924)),
  { shape: roundedBox(318, 250, 722, 812, 44), colour: flat([10, 28, 36]), opacity: 0.42, softness: 44 },
  hard(wholeBook, flat([201, 184, 148])),
  hard(roundedBox(336, 600, 702, 764, 26), flat([255, 252, 244])),
  hard(roundedBox(336, 716, 702, 722, 3), flat([222, 210, 184])),
  hard(roundedBox(336, 738, 702, 744, 3), flat([222, 210, 184])),
  hard(ribbon(590, 644, 690, 856), fade([206, 104, 74], [184, 84, 58], 690, 856)),
  hard(frontCover, fade([250, 243, 229], [238, 227, 205], 216, 700)),
  hard(intersection(frontCover, leftOf(384)), flat([219, 204, 172])),
  hard(intersection(frontCover, roundedBox(380, 200, 388, 720, 0)), flat([196, 179, 143])),
  hard(intersection(circle(550, 492, 88), above(492)), fade([232, 168, 78], [221, 140, 62], 404, 492)),
  hard(roundedBox(438, 508, 662, 526, 9), flat([58, 98, 108])),
  hard(roundedBox(482, 552, 618, 570, 9), flat([58, 98, 108]), 0.55),
]

/**
 * How much of a pixel a layer covers, 0 to 1. Distances are exact near an edge, so fading a hard edge over one
 * pixel smooths it as well as many samples would.
 */
function coverage(layer: Layer, x: number, y: number, pixel: number): number {
  const distance = layer.shape(x, y)
  if (layer.softness === 0) return layer.opacity * Math.min(1, Math.max(0, 0.5 - distance / pixel))
  const t = Math.min(1, Math.max(0, 0.5 - distance / (2 * layer.softness)))
  return layer.opacity * t * t
}

/** Lays the layers over each other at one point of the grid and writes the colour, alpha not multiplied in. */
function writeColour(pixels: Uint8Array, offset: number, x: number, y: number, pixel: number): void {
  let [red, green, blue, alpha] = [0, 0, 0, 0]
  for (const layer of LAYERS) {
    const source = coverage(layer, x, y, pixel)
    if (source === 0) continue
    const [r, g, b] = layer.colour(y)
    const kept = alpha * (1 - source)
    const total = source + kept
    red = (r * source + red * kept) / total
    green = (g * source + green * kept) / total
    blue = (b * source + blue * kept) / total
    alpha = total
  }
  pixels[offset] = Math.round(red)
  pixels[offset + 1] = Math.round(green)
  pixels[offset + 2] = Math.round(blue)
  pixels[offset + 3] = Math.round(alpha * 255)
}

/**
 * Draws the mark.
 * @param size width and height in pixels
 * @returns rows from top to bottom, four bytes a pixel: red, green, blue, alpha (not premultiplied)
 */
export function drawMark(size: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 4)
  const zoom = size < SMALL_ICON ? 1.18 : 1
  const pixel = GRID / size / zoom
  const toGrid = (index: number) => (index + 0.5 - size / 2) * pixel + GRID / 2
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      writeColour(pixels, (row * size + column) * 4, toGrid(column), toGrid(row), pixel)
    }
  }
  return pixels
}
