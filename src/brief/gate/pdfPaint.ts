/**
 * What a page paints, in order: letters with their places and colours, boxes that cover, pictures. From the operators
 * of PDF.js, in points of the page before any rotation. Shapes are taken by their outline box when they fill most of
 * it, which is what bars and boxes do; curves of a chart cover nothing.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import {
  apply,
  asMatrix,
  type Box,
  barAlong,
  bounds,
  cornersOf,
  coverage,
  intersection,
  type Matrix,
  multiply,
} from './pdfGeometry.ts'
import { argumentsOf, asGlyph, boxOf, outlinesOf } from './pdfOperands.ts'
import type { Letter, PaintedShape, PaintedText, Painting } from './pdfPainting.ts'
import { IDENTITY, type PaintState, START } from './pdfPaintState.ts'

export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

const PICTURES = new Set([
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintSolidColorImageMask,
])
const FILLS = new Set([OPS.fill, OPS.eoFill])
const STROKES = new Set([OPS.stroke, OPS.closeStroke])
const BOTH = new Set([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])
/** A shape that fills less of its box than this is a drawing. */
const FILLS_ITS_BOX = 0.8

/** Reads the operators of one page. `fontUnit` gives the size of a font's unit in ems. */
export function readPainting(operators: Operators, fontUnit: (font: string) => number): Painting {
  const painter = new Painter(fontUnit)
  operators.fnArray.forEach((operator, index) => {
    painter.step(operator, argumentsOf(operators.argsArray[index]))
  })
  return { items: painter.items, hasLayers: painter.hasLayers }
}

class Painter {
  readonly items: (PaintedText | PaintedShape)[] = []
  hasLayers = false
  private readonly fontUnit: (font: string) => number
  private readonly stack: PaintState[] = []
  private state: PaintState = START
  private line: Matrix = IDENTITY
  private text: Matrix = IDENTITY
  private clipsNext = false

  constructor(fontUnit: (font: string) => number) {
    this.fontUnit = fontUnit
  }

  step(operator: number, args: readonly unknown[]): void {
    const number = (index: number): number => Number(args[index] ?? 0)
    if (PICTURES.has(operator)) {
      this.shape('picture', this.placed([0, 0, 1, 1]), null, 1)
      return
    }
    switch (operator) {
      case OPS.save:
        this.stack.push(this.state)
        return
      case OPS.restore:
        this.state = this.stack.pop() ?? this.state
        return
      case OPS.transform:
        this.set({ matrix: multiply(this.state.matrix, asMatrix(args)) })
        return
      case OPS.setFillRGBColor:
        this.set({ fill: String(args[0]) })
        return
      case OPS.setStrokeRGBColor:
        this.set({ stroke: String(args[0]) })
        return
      case OPS.setFillTransparent:
        this.set({ fillOpacity: 0 })
        return
      case OPS.setStrokeTransparent:
        this.set({ strokeOpacity: 0 })
        return
      case OPS.setFillColorN:
        this.set({ fill: null })
        return
      case OPS.setStrokeColorN:
        this.set({ stroke: null })
        return
      case OPS.setGState:
        this.graphicsState(args[0])
        return
      case OPS.setLineWidth:
        this.set({ lineWidth: number(0) })
        return
      case OPS.clip:
      case OPS.eoClip:
        this.clipsNext = true
        return
      case OPS.constructPath:
        this.path(args)
        return
      case OPS.shadingFill:
        this.shape('box', this.state.clip ?? EVERYWHERE, null, this.state.fillOpacity)
        return
      case OPS.paintFormXObjectBegin:
        this.stack.push(this.state)
        if (Array.isArray(args[0])) this.set({ matrix: multiply(this.state.matrix, asMatrix(args[0])) })
        this.clipTo(boxOf(args[1]))
        return
      case OPS.beginAnnotation:
        this.stack.push(this.state)
        this.state = START
        this.annotation(args)
        return
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        this.state = this.stack.pop() ?? this.state
        return
      case OPS.beginMarkedContentProps:
        if (args[0] === 'OC') this.hasLayers = true
        return
      default:
        this.textStep(operator, args)
        return
    }
  }

  private textStep(operator: number, args: readonly unknown[]): void {
    const number = (index: number): number => Number(args[index] ?? 0)
    switch (operator) {
      case OPS.beginText:
        this.line = IDENTITY
        this.text = IDENTITY
        return
      case OPS.setFont: {
        const font = String(args[0])
        this.set({ font, size: number(1), fontUnit: this.fontUnit(font) })
        return
      }
      case OPS.setTextRenderingMode:
        this.set({ mode: number(0) })
        return
      case OPS.setCharSpacing:
        this.set({ charSpacing: number(0) })
        return
      case OPS.setWordSpacing:
        this.set({ wordSpacing: number(0) })
        return
      case OPS.setHScale:
        this.set({ stretch: number(0) / 100 })
        return
      case OPS.setLeading:
        this.set({ leading: -number(0) })
        return
      case OPS.setTextRise:
        this.set({ rise: number(0) })
        return
      case OPS.setTextMatrix:
        this.line = asMatrix(args)
        this.text = this.line
        return
      case OPS.setLeadingMoveText:
        this.set({ leading: number(1) })
        this.moveLine(number(0), number(1))
        return
      case OPS.moveText:
        this.moveLine(number(0), number(1))
        return
      case OPS.nextLine:
        this.moveLine(0, this.state.leading)
        return
      case OPS.showText:
        this.show(args[0])
        return
    }
  }

  private set(change: Partial<PaintState>): void {
    this.state = { ...this.state, ...change }
  }

  private moveLine(x: number, y: number): void {
    this.line = multiply(this.line, [1, 0, 0, 1, x, y])
    this.text = this.line
  }

  private graphicsState(untrusted: unknown): void {
    if (!Array.isArray(untrusted)) return
    for (const pair of untrusted) {
      const [key, value]: unknown[] = Array.isArray(pair) ? pair : []
      if (key === 'ca') this.set({ fillOpacity: Number(value) })
      else if (key === 'CA') this.set({ strokeOpacity: Number(value) })
      else if (key === 'BM') this.set({ blends: value !== 'source-over' && value !== 'normal' })
      else if (key === 'SMask') this.set({ masked: value !== false && value !== null })
      else if (key === 'LW') this.set({ lineWidth: Number(value) })
      else if (key === 'Font' && Array.isArray(value)) {
        this.textStep(OPS.setFont, value)
      }
    }
  }

  /** An annotation's own rectangle and matrix place what it draws. */
  private annotation(args: readonly unknown[]): void {
    const [, , transform, matrix] = args
    if (Array.isArray(transform)) this.set({ matrix: multiply(this.state.matrix, asMatrix(transform)) })
    if (Array.isArray(matrix)) this.set({ matrix: multiply(this.state.matrix, asMatrix(matrix)) })
  }

  private path(args: readonly unknown[]): void {
    const operator = Number(args[0])
    const box = boxOf(args[2])
    const data: unknown = Array.isArray(args[1]) ? args[1][0] : null
    if (this.clipsNext) {
      this.clipsNext = false
      this.clipTo(box ?? [0, 0, 0, 0])
    }
    if (box === null) return
    const { fill, stroke, fillOpacity, strokeOpacity, lineWidth } = this.state
    for (const points of outlinesOf(data) ?? [cornersOf(box)]) {
      const own = bounds(points)
      const fills = FILLS.has(operator) || BOTH.has(operator)
      if (fills && coverage(points, own) >= FILLS_ITS_BOX)
        this.shape('box', this.placed(own), fill, fillOpacity)
      // A line as thick as the words is a bar over them.
      if ((STROKES.has(operator) || BOTH.has(operator)) && points.length === 2)
        this.shape('box', this.placed(barAlong(own, lineWidth)), stroke, strokeOpacity)
    }
  }

  private shape(kind: PaintedShape['kind'], box: Box, colour: string | null, opacity: number): void {
    const { clip, blends, masked } = this.state
    const seen = clip === null ? box : intersection(box, clip)
    if (seen === null || blends || masked) return
    this.items.push({ kind, box: seen, colour, opacity })
  }

  private placed(box: Box): Box {
    return bounds(cornersOf(box).map(([x, y]) => apply(this.state.matrix, x, y)))
  }

  private clipTo(box: Box | null): void {
    if (box === null) return
    const placed = this.placed(box)
    const { clip } = this.state
    this.set({ clip: clip === null ? placed : (intersection(clip, placed) ?? NOWHERE) })
  }

  private show(untrusted: unknown): void {
    if (!Array.isArray(untrusted)) return
    const { font, size, stretch, rise, charSpacing, wordSpacing, fontUnit, matrix } = this.state
    const letters: Letter[] = []
    const em = multiply(matrix, this.text)
    const height = Math.abs(size) * Math.hypot(em[2], em[3])
    // All letters of a string stand along one line: only how far along changes.
    let along = 0
    for (const glyph of untrusted as unknown[]) {
      if (typeof glyph === 'number') {
        along -= (glyph / 1000) * size * stretch
        continue
      }
      const { unicode, width, code, isSpace } = asGlyph(glyph)
      const reach = width * fontUnit * size * stretch
      const [x, y] = apply(em, along, rise)
      const [endX, endY] = apply(em, along + reach, rise)
      const middle = apply(em, along + reach / 2, rise + 0.3 * Math.abs(size))
      letters.push({ text: unicode, code, x, y, endX, endY, middle, font, height })
      along += reach + (charSpacing + (isSpace ? wordSpacing : 0)) * stretch
    }
    this.text = multiply(this.text, [1, 0, 0, 1, along, 0])
    this.push(letters, em, height)
  }

  private push(letters: readonly Letter[], shape: Matrix, height: number): void {
    const { size, stretch, mode, fill, stroke, fillOpacity, strokeOpacity, masked, clip, font } = this.state
    const strokes = mode === 1 || mode === 5
    this.items.push({
      kind: 'text',
      letters,
      inked: letters.filter(({ text }) => text.trim() !== ''),
      font,
      height,
      width: Math.abs(size * stretch) * Math.hypot(shape[0], shape[1]),
      colour: strokes ? stroke : fill,
      opacity: strokes ? strokeOpacity : fillOpacity,
      mode,
      masked,
      clip,
    })
  }
}

const EVERYWHERE: Box = [-1e6, -1e6, 1e6, 1e6]
const NOWHERE: Box = [-1e9, -1e9, -1e9, -1e9]
