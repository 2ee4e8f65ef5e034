/** What stands beside the operators of PDF.js: numbers, boxes and glyphs, each checked before it is used. */
import type { Box } from './pdfGeometry.ts'

/** A glyph of a shown string; what is missing is nothing or 0. */
export function asGlyph(untrusted: unknown): {
  readonly unicode: string
  readonly width: number
  readonly code: number
  readonly isSpace: boolean
} {
  const glyph = (typeof untrusted === 'object' && untrusted !== null ? untrusted : {}) as Record<
    string,
    unknown
  >
  return {
    unicode: typeof glyph.unicode === 'string' ? glyph.unicode : '',
    width: Number(glyph.width ?? 0),
    code: Number(glyph.originalCharCode ?? 0),
    isSpace: glyph.isSpace === true,
  }
}

/** Arguments come as arrays, or as one array-like of numbers inside an array. */
export function argumentsOf(untrustedArgs: unknown): readonly unknown[] {
  if (!Array.isArray(untrustedArgs)) return ArrayBuffer.isView(untrustedArgs) ? numbersOf(untrustedArgs) : []
  const [first]: unknown[] = untrustedArgs
  return untrustedArgs.length === 1 && ArrayBuffer.isView(first) ? numbersOf(first) : untrustedArgs
}

/** Counted: a spread asks each number of its own. */
function numbersOf(view: ArrayBufferView): number[] {
  const numbers = view as Float32Array
  const list = new Array<number>(numbers.length)
  for (let at = 0; at < numbers.length; at += 1) list[at] = numbers[at] ?? 0
  return list
}

/** A box with its corners in order; null for anything else. */
export function boxOf(untrusted: unknown): Box | null {
  const numbers = ArrayBuffer.isView(untrusted) ? numbersOf(untrusted) : untrusted
  if (!Array.isArray(numbers) || numbers.length < 4) return null
  const [a = 0, b = 0, c = 0, d = 0] = numbers.map(Number)
  return [a, b, c, d].every(Number.isFinite)
    ? [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
    : null
}
