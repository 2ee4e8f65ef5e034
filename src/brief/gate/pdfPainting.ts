/** What a page paints: letters, boxes that cover, pictures, each with its place in points of the page. */
import type { Box } from './pdfGeometry.ts'

export interface Letter {
  readonly text: string
  /** Code in the font, as the content writes it. */
  readonly code: number
  /** Start of the letter on its base line. */
  readonly x: number
  readonly y: number
  /** End of the letter along the base line, where the next one starts. */
  readonly endX: number
  readonly endY: number
  /** A point inside the letter. */
  readonly middle: readonly [number, number]
  /** Name of the font within PDF.js. */
  readonly font: string
  /** Height of an em in points. */
  readonly height: number
}

export interface PaintedText {
  readonly kind: 'text'
  readonly letters: readonly Letter[]
  /** Those of them that leave ink. */
  readonly inked: readonly Letter[]
  /** Name of the font within PDF.js. */
  readonly font: string
  /** Height and width of an em in points. */
  readonly height: number
  readonly width: number
  /** `#rrggbb`, or null for a pattern. */
  readonly colour: string | null
  readonly opacity: number
  readonly mode: number
  readonly masked: boolean
  readonly clip: Box | null
}

export interface PaintedShape {
  readonly kind: 'box' | 'picture'
  readonly box: Box
  readonly colour: string | null
  readonly opacity: number
}

export interface Painting {
  /** In the order of painting. */
  readonly items: readonly (PaintedText | PaintedShape)[]
  readonly hasLayers: boolean
}
