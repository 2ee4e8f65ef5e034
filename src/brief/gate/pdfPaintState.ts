/** The graphics state with what text adds to it (ISO 32000-1, 8.4 and 9.3). */
import type { Box, Matrix } from './pdfGeometry.ts'

export interface PaintState {
  readonly matrix: Matrix
  readonly clip: Box | null
  readonly fill: string | null
  readonly stroke: string | null
  readonly fillOpacity: number
  readonly strokeOpacity: number
  readonly blends: boolean
  readonly masked: boolean
  readonly lineWidth: number
  readonly font: string
  readonly size: number
  readonly fontUnit: number
  readonly mode: number
  readonly charSpacing: number
  readonly wordSpacing: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
/** What a page begins with. */
export const START: PaintState = {
  matrix: IDENTITY,
  clip: null,
  fill: '#000000',
  stroke: '#000000',
  fillOpacity: 1,
  strokeOpacity: 1,
  blends: false,
  masked: false,
  lineWidth: 1,
  font: '',
  size: 0,
  fontUnit: 0.001,
  mode: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
}
