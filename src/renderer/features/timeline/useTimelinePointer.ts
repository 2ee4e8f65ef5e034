/**
 * The pointer on the timeline: the wheel goes closer and further, dragging moves along, dragging on the dates or with
 * Shift chooses a stretch, a press is told with its place.
 */
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Stretch } from '../../../core/views/whenBrush.ts'
import { AXIS_PX } from './timelineLayout.ts'
import type { TimeScale } from './timelineWindow.ts'

/** A hand that presses is never quite still. */
const STILL_PX = 4
const WHEEL_STEP = 0.0016
/** Of wheels that tell lines and not pixels. */
const LINE_PX = 32

export interface TimelinePointerActs {
  readonly zoom: (factor: number, at: number) => void
  readonly pan: (days: number) => void
  readonly brush: (stretch: Stretch) => void
  readonly press: (x: number, y: number) => void
}

interface Drag {
  readonly isBrush: boolean
  readonly startX: number
  lastX: number
  hasMoved: boolean
}

export interface TimelinePointer {
  /** The stretch that is being chosen, in pixels; null when none is. */
  readonly brushed: { readonly left: number; readonly width: number } | null
  /** Where the pointer rests; null when it is elsewhere or drags. */
  readonly at: { readonly x: number; readonly y: number } | null
  readonly on: {
    readonly onPointerDown: (event: PointerEvent<SVGSVGElement>) => void
    readonly onPointerMove: (event: PointerEvent<SVGSVGElement>) => void
    readonly onPointerUp: (event: PointerEvent<SVGSVGElement>) => void
    readonly onPointerCancel: () => void
    readonly onPointerLeave: () => void
  }
}

export function useTimelinePointer(
  picture: RefObject<SVGSVGElement | null>,
  scale: TimeScale | null,
  acts: TimelinePointerActs,
): TimelinePointer {
  const drag = useRef<Drag | null>(null)
  const [brushed, setBrushed] = useState<TimelinePointer['brushed']>(null)
  const [at, setAt] = useState<TimelinePointer['at']>(null)
  useWheel(picture, scale, acts)
  const placeOf = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const end = () => {
    drag.current = null
    setBrushed(null)
  }
  return {
    brushed,
    at,
    on: {
      onPointerDown: (event) => {
        if (event.button !== 0 || scale === null) return
        const { x, y } = placeOf(event)
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { isBrush: event.shiftKey || y < AXIS_PX, startX: x, lastX: x, hasMoved: false }
        setAt(null)
      },
      onPointerMove: (event) => {
        const { x, y } = placeOf(event)
        const { current } = drag
        if (current === null || scale === null) {
          setAt({ x, y })
          return
        }
        current.hasMoved ||= Math.abs(x - current.startX) >= STILL_PX
        if (!current.hasMoved) return
        if (current.isBrush)
          setBrushed({ left: Math.min(x, current.startX), width: Math.abs(x - current.startX) })
        else acts.pan(scale.day(current.lastX) - scale.day(x))
        current.lastX = x
      },
      onPointerUp: (event) => {
        const { current } = drag
        end()
        if (current === null || scale === null) return
        const { x, y } = placeOf(event)
        if (current.hasMoved && current.isBrush) {
          const days = [scale.day(current.startX), scale.day(x)]
          acts.brush({ from: Math.floor(Math.min(...days)), to: Math.ceil(Math.max(...days)) })
        }
        if (!current.hasMoved) acts.press(x, y)
      },
      onPointerCancel: end,
      onPointerLeave: () => setAt(null),
    },
  }
}

/** React listens to wheels without being able to keep the page from scrolling. */
function useWheel(
  picture: RefObject<SVGSVGElement | null>,
  scale: TimeScale | null,
  { zoom, pan }: TimelinePointerActs,
): void {
  useEffect(() => {
    const { current } = picture
    if (current === null || scale === null) return
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1
      const x = event.clientX - current.getBoundingClientRect().left
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(scale.day(event.deltaX * unit) - scale.day(0))
      else zoom(Math.exp(event.deltaY * unit * WHEEL_STEP), scale.day(x))
    }
    current.addEventListener('wheel', turn, { passive: false })
    return () => current.removeEventListener('wheel', turn)
  }, [picture, scale, zoom, pan])
}
