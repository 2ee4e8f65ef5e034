/** What a page paints: letters, boxes that cover, pictures, each with its place in points of the page. */
import type { Area } from './pdfAreas.ts'
import type { Box } from './pdfGeometry.ts'
import type { Ink } from './pdfInks.ts'

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
  readonly ink: Ink
  readonly opacity: number
  readonly mode: number
  readonly masked: boolean
  /** What may show of it is within all of these. */
  readonly clips: readonly Area[]
}

export interface PaintedShape {
  readonly kind: 'box' | 'picture'
  /** What is painted is within all of `within`, and each of them reaches over it. */
  readonly box: Box
  readonly within: readonly Area[]
  readonly ink: Ink
  readonly opacity: number
}

export interface Painting {
  /** In the order of painting. */
  readonly items: readonly (PaintedText | PaintedShape)[]
  readonly hasLayers: boolean
}
