/**
 * What a page paints, in order: letters with their places and colours, boxes that cover, pictures. From the operators
 * of PDF.js, in points of the page before any rotation. A shape covers what its outlines enclose, no more and no less:
 * the white disc under a letter of a map is its ground, and the corners around the disc are not.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Area, boxArea, holds, outlinesOf, placedArea, strokedArea } from './pdfAreas.ts'
import { apply, asMatrix, type Box, cornersOf, intersection, type Matrix, multiply } from './pdfGeometry.ts'
import { distinct, HAS_MORE, type Ink, PAPER, tileOf, UNKNOWN } from './pdfInks.ts'
import { argumentsOf, asGlyph, boxOf } from './pdfOperands.ts'
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
const BOTH = [OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]
const FILLS = new Set([OPS.fill, OPS.eoFill, ...BOTH])
const STROKES = new Set([OPS.stroke, OPS.closeStroke, ...BOTH])
const EVEN_ODD = new Set([OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke])
/** A thinner line that bends is the line of a chart or a coast, in points. */
const THICK_POINTS = 3

/** What the operators of a page only name. */
export interface PageResources {
  /** The size of a font's unit in ems. */
  fontUnit(font: string): number
  /** Colours of a picture or a gradient, by its name or as it stands. */
  inkOf(named: unknown): Ink
}

/** Reads the operators of one page. */
export function readPainting(operators: Operators, resources: PageResources): Painting {
  const painter = new Painter(resources)
  operators.fnArray.forEach((operator, index) => {
    painter.step(operator, argumentsOf(operators.argsArray[index]))
  })
  return { items: painter.items, hasLayers: painter.hasLayers }
}

class Painter {
  readonly items: (PaintedText | PaintedShape)[] = []
  hasLayers = false
  private readonly resources: PageResources
  private readonly stack: PaintState[] = []
  private state: PaintState = START
  private line: Matrix = IDENTITY
  private text: Matrix = IDENTITY
  /** The operator by which the next path clips. */
  private clipsNext: number | null = null

  constructor(resources: PageResources) {
    this.resources = resources
  }

  step(operator: number, args: readonly unknown[]): void {
    const number = (index: number): number => Number(args[index] ?? 0)
    if (PICTURES.has(operator)) {
      const ink = operator === OPS.paintSolidColorImageMask ? this.state.fill : this.resources.inkOf(args[0])
      this.shape('picture', this.placed([0, 0, 1, 1]), ink, 1)
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
        this.set({ fill: distinct([String(args[0])]) })
        return
      case OPS.setStrokeRGBColor:
        this.set({ stroke: distinct([String(args[0])]) })
        return
      case OPS.setFillTransparent:
        this.set({ fillOpacity: 0 })
        return
      case OPS.setStrokeTransparent:
        this.set({ strokeOpacity: 0 })
        return
      case OPS.setFillColorN:
        this.set({ fill: this.patternInk(args) })
        return
      case OPS.setStrokeColorN:
        this.set({ stroke: this.patternInk(args) })
        return
      case OPS.setGState:
        this.graphicsState(args[0])
        return
      case OPS.setLineWidth:
        this.set({ lineWidth: number(0) })
        return
      case OPS.clip:
      case OPS.eoClip:
        this.clipsNext = operator
        return
      case OPS.constructPath:
        this.path(args)
        return
      case OPS.shadingFill:
        this.shape(
          'box',
          boxArea(cornersOf(EVERYWHERE)),
          this.resources.inkOf(args[0]),
          this.state.fillOpacity,
        )
        return
      case OPS.paintFormXObjectBegin:
        this.stack.push(this.state)
        if (Array.isArray(args[0])) this.set({ matrix: multiply(this.state.matrix, asMatrix(args[0])) })
        this.clipToBox(boxOf(args[1]))
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
        this.set({ font, size: number(1), fontUnit: this.resources.fontUnit(font) })
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

  /** A gradient is named; a tile says what it paints. What it leaves bare is taken for paper. */
  private patternInk([kind, name, untrustedTile, , untrustedBox]: readonly unknown[]): Ink {
    if (kind === 'Shading') return this.resources.inkOf(name)
    const [tile, box] = [tileOf(untrustedTile), boxOf(untrustedBox)]
    if (tile === null || box === null || tile.fnArray.some((operator) => HAS_MORE.has(operator)))
      return UNKNOWN
    const { items } = readPainting(tile, this.resources)
    const colours = items.flatMap(({ ink }) => (ink.length === 0 ? ['unknown'] : ink))
    const isFull = items.some(
      (item) =>
        item.kind !== 'text' &&
        cornersOf(box).every((corner) => item.within.every((area) => holds(area, corner))),
    )
    // One colour for all of it, where the pattern has none of its own.
    const own = typeof name === 'string' ? [name] : []
    return distinct([...colours, ...own, ...(isFull ? [] : [PAPER])])
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
    const outlines = outlinesOf(data) ?? (box === null ? [] : [cornersOf(box)])
    const { matrix, fill, stroke, fillOpacity, strokeOpacity, lineWidth } = this.state
    const { clipsNext } = this
    if (clipsNext !== null) {
      this.clipsNext = null
      this.clipTo(placedArea(outlines, matrix, clipsNext === OPS.eoClip))
    }
    if (FILLS.has(operator))
      this.shape('box', placedArea(outlines, matrix, EVEN_ODD.has(operator)), fill, fillOpacity)
    if (!STROKES.has(operator)) return
    for (const points of outlines) {
      // A line as thick as the words is a bar over them, and so is the ink of a thick pen; the line of a chart is none.
      if (points.length > 2 && lineWidth * scaleOf(matrix) < THICK_POINTS) continue
      points.slice(1).forEach((to, at) => {
        this.shape('box', strokedArea(points[at] ?? to, to, lineWidth, matrix), stroke, strokeOpacity)
      })
    }
  }

  private shape(kind: PaintedShape['kind'], area: Area | null, ink: Ink, opacity: number): void {
    const { clips, blends, masked } = this.state
    if (area === null || blends || masked) return
    const within = [area, ...clips]
    const box = boxOfAll(within)
    if (box !== null) this.items.push({ kind, box, within, ink, opacity })
  }

  private placed(box: Box): Area | null {
    return placedArea([cornersOf(box)], this.state.matrix, false)
  }

  private clipToBox(box: Box | null): void {
    if (box !== null) this.clipTo(this.placed(box))
  }

  /** A path of nothing lets nothing through. */
  private clipTo(area: Area | null): void {
    const { clips } = this.state
    const added = area ?? boxArea([NOWHERE])
    // Boxes within boxes are one.
    const boxes = [...clips, added].filter(({ outlines }) => outlines === null)
    const others = [...clips, added].filter(({ outlines }) => outlines !== null)
    const box = boxOfAll(boxes) ?? (boxes.length === 0 ? null : boxArea([NOWHERE]).box)
    this.set({ clips: [...(box === null ? [] : [boxArea(cornersOf(box))]), ...others] })
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
    const { size, stretch, mode, fill, stroke, fillOpacity, strokeOpacity, masked, clips, font } = this.state
    const strokes = mode === 1 || mode === 5
    this.items.push({
      kind: 'text',
      letters,
      inked: letters.filter(({ text }) => text.trim() !== ''),
      font,
      height,
      width: Math.abs(size * stretch) * Math.hypot(shape[0], shape[1]),
      ink: strokes ? stroke : fill,
      opacity: strokes ? strokeOpacity : fillOpacity,
      mode,
      masked,
      clips,
    })
  }
}

const EVERYWHERE: Box = [-1e6, -1e6, 1e6, 1e6]
const NOWHERE = [-1e9, -1e9] as const

/** How far a matrix stretches what is drawn, at least. */
const scaleOf = ([a, b, c, d]: Matrix): number => Math.min(Math.hypot(a, b), Math.hypot(c, d))

/** What the boxes of areas share. */
function boxOfAll([first, ...others]: readonly Area[]): Box | null {
  return others.reduce<Box | null>(
    (box, other) => (box === null ? null : intersection(box, other.box)),
    first?.box ?? null,
  )
}
