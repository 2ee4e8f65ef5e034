/**
 * Pictures made coarse: regions turned into squares of one colour can be matched against every possible word. Found
 * in pictures of plain samples; packed ones (JPEG and the like) are refused as pictures anyway.
 */
import type { Finding } from './finding.ts'
import type { PdfFile, PdfObject } from './pdfFile.ts'
import { isDictionary, isNamed } from './pdfTypes.ts'

const LEAST_SIDE = 16
const LEAST_COLOURS = 6
/** In samples: shorter runs are a photograph's or a letter's. */
const LEAST_RUN = 3
const MOSAIC = 0.95

/** Findings of every picture of a file. */
export function pixelatedFindings({ objects }: PdfFile): Finding[] {
  return objects.flatMap((object) =>
    isMosaic(object)
      ? [
          {
            class: 'pdf/pixelated' as const,
            where: `object ${object.number}`,
            detail: 'squares of one colour',
          },
        ]
      : [],
  )
}

function isMosaic({ value, stream }: PdfObject): boolean {
  if (stream === null || !isDictionary(value) || !isNamed(value.entries.get('Subtype'), 'Image')) return false
  const [width, height] = [value.entries.get('Width'), value.entries.get('Height')]
  if (typeof width !== 'number' || typeof height !== 'number') return false
  if (width < LEAST_SIDE || height < LEAST_SIDE || value.entries.get('BitsPerComponent') !== 8) return false
  const samples = stream.length / (width * height)
  if (samples !== 1 && samples !== 3 && samples !== 4) return false
  const colour = (x: number, y: number): number => {
    const at = (y * width + x) * samples
    return (
      ((stream[at] ?? 0) << 16) | ((stream[at + samples - 1] ?? 0) << 8) | (stream[at + (samples >> 1)] ?? 0)
    )
  }
  return (
    hasColours(stream) &&
    longRuns(width, height, colour) >= MOSAIC &&
    longRuns(height, width, (x, y) => colour(y, x)) >= MOSAIC
  )
}

const hasColours = (samples: Uint8Array): boolean => new Set(samples).size >= LEAST_COLOURS

/** How many runs of equal samples along lines are long; a run over the whole line says nothing. */
function longRuns(length: number, lines: number, colour: (x: number, y: number) => number): number {
  let all = 0
  let long = 0
  for (let y = 0; y < lines; y += 1) {
    let from = 0
    for (let x = 1; x <= length; x += 1) {
      if (x < length && colour(x, y) === colour(from, y)) continue
      if (x - from < length) {
        all += 1
        if (x - from >= LEAST_RUN) long += 1
      }
      from = x
    }
  }
  return all === 0 ? 0 : long / all
}
