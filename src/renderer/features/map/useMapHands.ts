/** What hand and keyboard do to the map: drag, wheel, click, keys; or drag a rectangle, when one is to be selected. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import type { Box } from '../../../core/queryTerms/boxTerm.ts'
import { latinKey } from '../../shell/shortcuts.ts'
import { type Cluster, marksInOrder } from './mapMarks.ts'
import { boxOf, onScreen, panned, shownExtent, zoomed } from './mapView.ts'
import type { MapDrawing } from './useMapDrawing.ts'

const STEP_PX = 80
const ZOOM_STEP = 1.5
/** A press that moves less than this is a click. */
const CLICK_PX = 4
const REACH_PX = 16
/** Of the wheel, in pixels, that doubles the map. */
const WHEEL_PX = 400

export interface MapHandsOptions {
  readonly drawing: MapDrawing
  /** Does dragging select a rectangle? */
  readonly isSelecting: boolean
  readonly onBox: (box: Box) => void
  readonly onOpen: (cluster: Cluster) => void
  readonly onGiveUp: () => void
  /** Keys have led to a mark, one of so many on screen; or to none. */
  readonly onChosen: (cluster: Cluster | null, at: number, of: number) => void
}

interface Drag {
  readonly startX: number
  readonly startY: number
  x: number
  y: number
  hasMoved: boolean
}

export interface MapHands {
  readonly onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => void
  readonly onPointerUp: (event: PointerEvent<HTMLCanvasElement>) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly zoom: (factor: number) => void
  /** Selects what is on screen. */
  readonly selectShown: () => void
}

export function useMapHands({
  drawing,
  isSelecting,
  onBox,
  onOpen,
  onGiveUp,
  onChosen,
}: MapHandsOptions): MapHands {
  const drag = useRef<Drag | null>(null)
  const { canvas } = drawing
  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const { left = 0, top = 0 } = canvas.current?.getBoundingClientRect() ?? {}
    return { x: clientX - left, y: clientY - top }
  }
  // A listener that may refuse the page's own scrolling cannot be passive, as React's are.
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { left, top } = element.getBoundingClientRect()
      const around = { x: event.clientX - left, y: event.clientY - top }
      drawing.show(zoomed(drawing.view(), 2 ** (-event.deltaY / WHEEL_PX), around, drawing.size()))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [canvas, drawing])

  const giveUp = () => {
    drag.current = null
    drawing.show(null)
    onGiveUp()
  }
  // Wherever the focus is: the button that begins it is not on the sheet.
  useEffect(() => {
    if (!isSelecting) return
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      giveUp()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  const zoom = (factor: number) => {
    const size = drawing.size()
    drawing.show(zoomed(drawing.view(), factor, { x: size.width / 2, y: size.height / 2 }, size))
  }
  const pan = (x: number, y: number) => drawing.show(panned(drawing.view(), x, y, drawing.size()))
  const rectangle = ({ startX, startY, x, y }: Drag) => ({
    x: Math.min(startX, x),
    y: Math.min(startY, y),
    width: Math.abs(x - startX),
    height: Math.abs(y - startY),
  })
  /** From one mark on screen to the next, and round. */
  const lead = (step: 1 | -1) => {
    const marks = marksInOrder(drawing.clusters(), shownExtent(drawing.view(), drawing.size()))
    const chosen = drawing.chosen()
    const at = chosen === null ? -1 : marks.indexOf(chosen)
    const next = at < 0 ? (step > 0 ? 0 : marks.length - 1) : (at + step + marks.length) % marks.length
    drawing.choose(marks[next] ?? null)
    onChosen(marks[next] ?? null, next + 1, marks.length)
  }
  const selectShown = () => {
    const { width, height } = drawing.size()
    onBox(boxOf(drawing.view(), { x: 0, y: 0 }, { x: width, y: height }))
  }
  return {
    zoom,
    selectShown,
    onPointerDown: (event) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      const { x, y } = placeOf(event)
      drag.current = { startX: x, startY: y, x, y, hasMoved: false }
    },
    onPointerMove: (event) => {
      const held = drag.current
      if (held === null) return
      const { x, y } = placeOf(event)
      const isFar = Math.hypot(x - held.startX, y - held.startY) > CLICK_PX
      if (!held.hasMoved && !isFar) return
      const [dx, dy] = [x - held.x, y - held.y]
      Object.assign(held, { x, y, hasMoved: true })
      if (isSelecting) drawing.show(null, rectangle(held))
      else pan(dx, dy)
    },
    onPointerUp: (event) => {
      const held = drag.current
      drag.current = null
      if (held === null) return
      if (!held.hasMoved) {
        const hit = clusterAt(drawing, placeOf(event))
        if (hit !== null) onOpen(hit)
        return
      }
      if (!isSelecting) return
      drawing.show(null)
      onBox(boxOf(drawing.view(), { x: held.startX, y: held.startY }, held))
    },
    onKeyDown: (event) => {
      const act = KEYS[event.key]
      const step = MARK_STEPS[latinKey(event)]
      const chosen = drawing.chosen()
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Escape' && (isSelecting || drag.current !== null)) giveUp()
      else if (event.key === 'Escape' && chosen !== null) drawing.choose(null)
      else if (step !== undefined) lead(step)
      else if (event.key === 'Enter' && chosen !== null) onOpen(chosen)
      else if (event.key === '0') drawing.fit()
      else if (act === undefined) return
      else if (act.zoom !== undefined) zoom(act.zoom)
      else pan(act.x * STEP_PX, act.y * STEP_PX)
      event.preventDefault()
      event.stopPropagation()
    },
  }
}

const MARK_STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 }

/** The map moves under the window: to the east is to move it to the left, in every language. */
const KEYS: Readonly<Record<string, { readonly x: number; readonly y: number; readonly zoom?: number }>> = {
  ArrowLeft: { x: 1, y: 0 },
  ArrowRight: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
  '+': { x: 0, y: 0, zoom: ZOOM_STEP },
  '=': { x: 0, y: 0, zoom: ZOOM_STEP },
  '-': { x: 0, y: 0, zoom: 1 / ZOOM_STEP },
}

/** The cluster under a point of the screen; of several the one that was drawn last. */
function clusterAt(drawing: MapDrawing, point: { readonly x: number; readonly y: number }): Cluster | null {
  const view = drawing.view()
  const isNear = (cluster: Cluster) => {
    const at = onScreen(view, cluster)
    return Math.hypot(at.x - point.x, at.y - point.y) <= REACH_PX
  }
  return drawing.clusters().findLast(isNear) ?? null
}
