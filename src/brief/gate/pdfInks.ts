/** What things on a page are painted with: one colour, the colours of a pattern or a picture, or what nobody can tell. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Colours as `#rrggbb`; none where they cannot be told. */
export type Ink = readonly string[]

export const PAPER = '#ffffff'
export const UNKNOWN: Ink = []
/** More colours than this are as good as any. */
const MOST_COLOURS = 32

/** The colours of a gradient as PDF.js keeps it; what lies between two of them needs no look. */
export function inkOfShading(untrusted: unknown): Ink {
  if (!Array.isArray(untrusted) || untrusted[0] !== 'RadialAxial') return UNKNOWN
  const stops: unknown = untrusted[3]
  if (!Array.isArray(stops)) return UNKNOWN
  // Beyond its ends a gradient may let through what is behind it.
  const colours = stops
    .map((stop: unknown) => (Array.isArray(stop) ? String(stop[1]) : ''))
    .filter((colour) => colour !== 'transparent')
  const step = Math.ceil(colours.length / MOST_COLOURS)
  return distinct(colours.filter((_, at) => at % step === 0 || at === colours.length - 1))
}

/** Darkest and lightest of a picture: what stands out against both, or against one, may be seen. */
export function inkOfGreys(samples: ArrayLike<number>): Ink {
  let [darkest, lightest] = [255, 0]
  for (let at = 0; at < samples.length; at += 1) {
    const grey = samples[at] ?? 0
    darkest = Math.min(darkest, grey)
    lightest = Math.max(lightest, grey)
  }
  return darkest > lightest ? UNKNOWN : distinct([greyInk(darkest), greyInk(lightest)])
}

const greyInk = (grey: number): string => `#${Math.round(grey).toString(16).padStart(2, '0').repeat(3)}`

/** Colours of the same kind, each once; unknown where one of them is none. */
export function distinct(colours: readonly string[]): Ink {
  const all = [...new Set(colours)]
  return all.length > MOST_COLOURS + 1 || all.some((colour) => !/^#[0-9a-f]{6}$/i.test(colour))
    ? UNKNOWN
    : all
}

/** The operators of a pattern's tile. */
export function tileOf(untrusted: unknown): { fnArray: number[]; argsArray: unknown[] } | null {
  if (typeof untrusted !== 'object' || untrusted === null) return null
  const { fnArray, argsArray } = untrusted as Record<string, unknown>
  return Array.isArray(fnArray) && Array.isArray(argsArray)
    ? { fnArray: fnArray.map(Number), argsArray }
    : null
}

/** Operators of a tile that paint with what this file does not follow. */
export const HAS_MORE: ReadonlySet<number> = new Set([
  OPS.setFillColorN,
  OPS.setStrokeColorN,
  OPS.shadingFill,
])
