/** The graphics state with what text adds to it (ISO 32000-1, 8.4 and 9.3). */
import type { Area } from './pdfAreas.ts'
import type { Matrix } from './pdfGeometry.ts'
import type { Ink } from './pdfInks.ts'

export interface PaintState {
  readonly matrix: Matrix
  /** What is painted shows within all of these. */
  readonly clips: readonly Area[]
  readonly fill: Ink
  readonly stroke: Ink
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
  clips: [],
  fill: ['#000000'],
  stroke: ['#000000'],
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
