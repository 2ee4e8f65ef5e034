/** Keeps a canvas drawn: at most once a frame, in its own size and in the colours of the theme. */
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import { useLanguage } from '../../text.ts'
import { divisionLinesNow, readDivisionLines } from './divisionLines.ts'
import { DIVISIONS_FROM_K, drawMap, type MapPicture } from './drawMap.ts'
import { followColours, mapColours } from './mapColours.ts'
import { type Cluster, clusterMarks, type MapMarks, markRadius, marksExtent } from './mapMarks.ts'
import { type Extent, WORLD } from './mapProjection.ts'
import { fitView, type MapView, type Size } from './mapView.ts'
import { type CountryShape, joined } from './worldOutline.ts'

/** Marks nearer than this are told as one with their number. */
const CELL_PX = 44
/** On screen: they are told together anew with each half of a doubling, and lie up to half of that step off. */
export const WIDEST_CELL_PX = CELL_PX * 2 ** (1 / 4)

export interface MapDrawing {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly view: () => MapView
  readonly size: () => Size
  readonly clusters: () => readonly Cluster[]
  /** The mark that keys have led to, as long as it is drawn. */
  readonly chosen: () => Cluster | null
  readonly choose: (cluster: Cluster | null) => void
  /** Draws another view, or a rectangle over it. */
  readonly show: (view: MapView | null, brush?: MapPicture['brush']) => void
  /** Back to all that is drawn. */
  readonly fit: () => void
}

interface State {
  view: MapView | null
  /** Has nobody moved it? Then it shows whatever there is to see. */
  isFitted: boolean
  size: Size
  brush: MapPicture['brush']
  chosen: Cluster | null
  colours: MapPicture['colours'] | null
  clusters: { readonly of: MapMarks; readonly level: number; readonly found: readonly Cluster[] } | null
  frame: number
}

export function useMapDrawing(shapes: readonly CountryShape[], marks: MapMarks): MapDrawing {
  const { locale } = useLanguage()
  const canvas = useRef<HTMLCanvasElement>(null)
  const number = useMemo(() => new Intl.NumberFormat(locale), [locale])
  const state = useRef<State>({
    view: null,
    isFitted: true,
    size: { width: 0, height: 0 },
    brush: null,
    chosen: null,
    colours: null,
    clusters: null,
    frame: 0,
  })
  const latest = useRef({ shapes, marks, number })
  latest.current = { shapes, marks, number }

  const redrawing = useRef<() => void>(() => undefined)
  const draw = useCallback(() => {
    const now = state.current
    now.frame = 0
    const [element, { size }] = [canvas.current, now]
    const context = element?.getContext('2d', { alpha: false })
    if (element === null || !context || size.width === 0) return
    now.view ??= fitView(extentOf(latest.current.shapes, latest.current.marks), size)
    now.colours ??= mapColours(element.parentElement ?? element)
    now.clusters = clustersAt(now.clusters, latest.current.marks, now.view.k)
    if (now.chosen !== null && !now.clusters.found.includes(now.chosen)) now.chosen = null
    const { shapes: drawn, marks: of, number: format } = latest.current
    const picture = {
      shapes: drawn,
      divisions: divisionLinesNow() ?? [],
      byCountry: of.byCountry,
      clusters: now.clusters.found,
      chosen: now.chosen,
      colours: now.colours,
      number: format,
      brush: now.brush,
    }
    drawMap(context, picture, now.view, size, devicePixelRatio)
    if (now.view.k >= DIVISIONS_FROM_K && divisionLinesNow() === null)
      void readDivisionLines().then(() => redrawing.current())
  }, [])
  const redraw = useCallback(() => {
    state.current.frame ||= requestAnimationFrame(draw)
  }, [draw])
  redrawing.current = redraw

  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return
      const { inlineSize: width = 0, blockSize: height = 0 } = entry.contentBoxSize[0] ?? {}
      state.current.size = { width, height }
      if (state.current.isFitted) state.current.view = null
      element.width = Math.round(width * devicePixelRatio)
      element.height = Math.round(height * devicePixelRatio)
      redraw()
    })
    observer.observe(element)
    const stopFollowing = followColours(() => {
      state.current.colours = null
      redraw()
    })
    return () => {
      observer.disconnect()
      stopFollowing()
      cancelAnimationFrame(state.current.frame)
      state.current.frame = 0
    }
  }, [redraw])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture is when to draw
  useEffect(() => {
    if (state.current.isFitted) state.current.view = null
    redraw()
  }, [redraw, shapes, marks, number])

  return useMemo(
    () => ({
      canvas,
      view: () => state.current.view ?? fitView(WORLD, state.current.size),
      size: () => state.current.size,
      clusters: () => state.current.clusters?.found ?? [],
      chosen: () => state.current.chosen,
      choose: (cluster) => {
        state.current.chosen = cluster
        redraw()
      },
      show: (view, brush = null) => {
        if (view !== null) Object.assign(state.current, { view, isFitted: false })
        state.current.brush = brush
        redraw()
      },
      fit: () => {
        Object.assign(state.current, { view: null, isFitted: true })
        redraw()
      },
    }),
    [redraw],
  )
}

/** Clusters are made anew when the map is about one and a half times as large, not with every step of the wheel. */
function clustersAt(before: State['clusters'], marks: MapMarks, k: number): NonNullable<State['clusters']> {
  const level = Math.round(Math.log2(k) * 2)
  if (before !== null && before.of === marks && before.level === level) return before
  const found = clusterMarks(marks, CELL_PX / 2 ** (level / 2))
  // Larger areas below smaller ones, points on top.
  const sorted = [...found].sort((a, b) => markRadius(b.precision) - markRadius(a.precision))
  return { of: marks, level, found: sorted }
}

/** What there is to see: the marks, else the countries that are known as a whole, else the world. */
function extentOf(shapes: readonly CountryShape[], marks: MapMarks): Extent {
  const ofMarks = marksExtent(marks)
  if (ofMarks !== null) return ofMarks
  const countries = shapes.flatMap(({ code, extent }) => (marks.byCountry.has(code) ? [extent] : []))
  return countries.length === 0 ? WORLD : countries.reduce(joined)
}
