/**
 * Text that is in a page and that nobody sees: drawn invisibly, in white, too small to read, or beside the page.
 * White text is right in one place: inside the redaction bar.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Finding } from './finding.ts'

type Matrix = readonly [number, number, number, number, number, number]

interface State {
  readonly matrix: Matrix
  readonly fill: string
  readonly size: number
  readonly mode: number
}

interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** Smaller letters than this, in points, are not read by anybody. */
const SMALLEST_POINTS = 4
/** Modes of PDF 9.3.6 that paint nothing. */
const INVISIBLE_MODES = new Set([3, 7])
const NEARLY_WHITE = /^#f[0-9a-f]f[0-9a-f]f[0-9a-f]$/i
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** Findings of one page. `view` is its box in points; `isBar` tells the words of the redaction bar. */
export function hiddenText(
  operators: Operators,
  view: readonly number[],
  page: number,
  isBar: (text: string) => boolean,
): Finding[] {
  const classes = new Set<string>()
  const stack: State[] = []
  let state: State = { matrix: IDENTITY, fill: '#000000', size: 0, mode: 0 }
  let line: Matrix = IDENTITY
  let white = ''
  const endWhite = () => {
    if (white.trim() !== '' && !isBar(white)) classes.add('pdf/white-text')
    white = ''
  }
  operators.fnArray.forEach((operator, index) => {
    const args = numbersAndTexts(operators.argsArray[index])
    switch (operator) {
      case OPS.save:
        stack.push(state)
        break
      case OPS.restore:
        state = stack.pop() ?? state
        break
      case OPS.transform:
        state = { ...state, matrix: multiply(state.matrix, asMatrix(args)) }
        break
      case OPS.setFillRGBColor:
        state = { ...state, fill: String(args[0] ?? '') }
        break
      case OPS.setTextRenderingMode:
        state = { ...state, mode: Number(args[0]) }
        break
      case OPS.setFont:
        state = { ...state, size: Number(args[1]) }
        break
      case OPS.setTextMatrix:
        line = asMatrix(args)
        break
      case OPS.moveText:
        line = multiply(line, [1, 0, 0, 1, Number(args[0]), Number(args[1])])
        break
      case OPS.showText: {
        const text = shownText(operators.argsArray[index])
        if (text.trim() === '') break
        const placed = multiply(state.matrix, line)
        if (INVISIBLE_MODES.has(state.mode)) classes.add('pdf/invisible-text')
        if (Math.abs(state.size) * Math.hypot(placed[2], placed[3]) < SMALLEST_POINTS)
          classes.add('pdf/tiny-text')
        if (isOutside(placed, view)) classes.add('pdf/off-page-text')
        if (NEARLY_WHITE.test(state.fill)) white += text
        else endWhite()
        break
      }
    }
  })
  endWhite()
  return [...classes].map((name) => ({
    class: name,
    where: `page ${page}`,
    detail: 'text that a reader does not see',
  }))
}

/** Arguments come as arrays, or as one array-like of numbers inside an array. */
function numbersAndTexts(untrustedArgs: unknown): unknown[] {
  if (!Array.isArray(untrustedArgs)) return []
  const first: unknown = untrustedArgs[0]
  return untrustedArgs.length === 1 && ArrayBuffer.isView(first)
    ? [...(first as Float32Array)]
    : untrustedArgs
}

function asMatrix(args: readonly unknown[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = args.map(Number)
  return [a, b, c, d, e, f]
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

function isOutside(matrix: Matrix, [left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): boolean {
  const [, , , , x, y] = matrix
  return x < left || x > right || y < bottom || y > top
}

function shownText(untrustedArgs: unknown): string {
  if (!Array.isArray(untrustedArgs) || !Array.isArray(untrustedArgs[0])) return ''
  return untrustedArgs[0]
    .map((glyph: unknown) => {
      const isGlyph = typeof glyph === 'object' && glyph !== null && 'unicode' in glyph
      return isGlyph && typeof glyph.unicode === 'string' ? glyph.unicode : ''
    })
    .join('')
}
