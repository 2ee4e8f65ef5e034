/** Points, boxes and matrices of a page, in points; y goes up (ISO 32000-1, 8.3). */

export type Matrix = readonly [number, number, number, number, number, number]
/** left, bottom, right, top. */
export type Box = readonly [number, number, number, number]

export type Outline = (readonly [number, number])[]

/** From the lower left, against the clock. */
export const cornersOf = ([left, bottom, right, top]: Box): Outline => [
  [left, bottom],
  [right, bottom],
  [right, top],
  [left, top],
]

/** The matrix of an operator; what is missing is that of no change. */
export function asMatrix(args: readonly unknown[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = args.map(Number)
  return [a, b, c, d, e, f]
}

/** First `n`, then `m`. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

/** Where a matrix takes a point. */
export const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

/** The smallest box around points. */
export function bounds(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** What two boxes share; null when that is no more than an edge. */
export function intersection(a: Box, b: Box): Box | null {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
  return box[0] < box[2] && box[1] < box[3] ? box : null
}
