/** The drawing itself: axis, bars or marks of each lane, assessments. Told in words by the table beside it. */
import { memo } from 'react'
import type { LaneDensity } from '../../../core/views/density.ts'
import type { AxisTick } from './timelineAxis.ts'
import type { TimelineCounts } from './timelineCounts.ts'
import { AXIS_PX, type Band, barPaths, box, type TimelineBands, tallest } from './timelineLayout.ts'
import { MARK_PX, type Mark, type MarkEnd } from './timelineMarks.ts'
import type { TimeScale } from './timelineWindow.ts'

export interface TimelineDrawingProps {
  readonly counts: TimelineCounts
  readonly bands: TimelineBands
  readonly scale: TimeScale
  readonly ticks: readonly AxisTick[]
  /** For the lane of all and for each lane; null where there are too many. */
  readonly marks: readonly (readonly Mark[] | null)[]
  readonly isMirrored: boolean
}

export const TimelineDrawing = memo(function TimelineDrawing(props: TimelineDrawingProps) {
  const { counts, bands, scale, ticks, marks, isMirrored } = props
  const { counted, assessed } = counts
  const { edges } = counted
  const most = Math.max(1, ...counted.lanes.map(tallest))
  const { all, lanes } = bands
  return (
    <>
      <Fades isMirrored={isMirrored} />
      {ticks.map(({ x, words }) => (
        <g key={words} className="timeline__tick">
          <line x1={x} x2={x} y1={AXIS_PX - 8} y2={bands.height} />
          <text x={x + (isMirrored ? -5 : 5)} y={AXIS_PX - 11}>
            {words}
          </text>
        </g>
      ))}
      {[all, ...(bands.assessed === null ? [] : [bands.assessed]), ...lanes].map((band) => (
        <line
          key={band.top}
          className="timeline__ground"
          x1={0}
          x2={scale.width}
          y1={band.top + band.height}
          y2={band.top + band.height}
        />
      ))}
      <Lane
        density={counted.all}
        edges={edges}
        marks={marks[0]}
        band={all}
        most={Math.max(1, tallest(counted.all))}
        scale={scale}
      />
      {lanes.map((band, lane) => {
        const density = counted.lanes[lane]
        if (density === undefined) return null
        return (
          <Lane
            key={band.top}
            density={density}
            edges={edges}
            marks={marks[lane + 1]}
            band={band}
            most={most}
            scale={scale}
          />
        )
      })}
      {bands.assessed === null ? null : (
        <Assessments density={assessed.all} edges={edges} band={bands.assessed} scale={scale} />
      )}
    </>
  )
})

interface LaneProps {
  readonly density: LaneDensity
  readonly edges: Float64Array
  readonly marks: readonly Mark[] | null | undefined
  readonly band: Band
  readonly most: number
  readonly scale: TimeScale
}

function Lane({ density, edges, marks, band, most, scale }: LaneProps) {
  if (marks === null || marks === undefined) {
    const { within, across } = barPaths(density, edges, scale, band, most)
    return (
      <>
        <path className="timeline__within" d={within} />
        <path className="timeline__across-ground" d={across} />
        <path className="timeline__across" d={across} />
      </>
    )
  }
  const sharp = marks.filter(({ start, end }) => start === 'sharp' && end === 'sharp')
  return (
    <>
      <path
        className="timeline__mark timeline__within"
        d={sharp.map(({ left, top, width }) => box(left, top, width, MARK_PX)).join('')}
      />
      {marks.map(({ row, left, width, top, start, end }) =>
        start === 'sharp' && end === 'sharp' ? null : (
          <rect
            key={row}
            className="timeline__mark"
            x={left}
            y={top}
            width={width}
            height={MARK_PX}
            fill={`url(#timeline-${start}-${end})`}
          />
        ),
      )}
    </>
  )
}

/** A diamond for each period with an assessment; how many is said by the pointer and by the table. */
function Assessments({ density, edges, band, scale }: Omit<LaneProps, 'marks' | 'most'>) {
  const middle = band.top + band.height / 2
  const shapes: string[] = []
  for (const [period, count] of density.within.entries()) {
    if (count === 0) continue
    const x = (scale.x(edges[period] ?? 0) + scale.x(edges[period + 1] ?? 0)) / 2
    const half = Math.min(4 + Math.log2(count), 10)
    shapes.push(`M${(x - half).toFixed(1)} ${middle}l${half} ${-half}l${half} ${half}l${-half} ${half}z`)
  }
  return <path className="timeline__assessed" d={shapes.join('')} />
}

const ENDS: readonly MarkEnd[] = ['sharp', 'soft', 'open']
/** How much is seen at the very end, and how far from it all of it is. */
const FADES: Readonly<Record<MarkEnd, readonly [seen: number, until: number]>> = {
  sharp: [1, 0],
  soft: [0.25, 0.3],
  open: [0, 0.6],
}

function Fades({ isMirrored }: Pick<TimelineDrawingProps, 'isMirrored'>) {
  return (
    <defs>
      <pattern
        id="timeline-hatch"
        width="4"
        height="4"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="1.6" height="4" className="timeline__hatch" />
      </pattern>
      {ENDS.flatMap((start) =>
        ENDS.map((end) => {
          const [first, last] = [FADES[start], FADES[end]]
          return (
            <linearGradient
              key={`${start} ${end}`}
              id={`timeline-${start}-${end}`}
              x1={isMirrored ? 1 : 0}
              x2={isMirrored ? 0 : 1}
            >
              <stop offset={0} stopOpacity={first[0]} className="timeline__stop" />
              <stop offset={first[1] / 2 + (end === 'sharp' ? first[1] / 2 : 0)} className="timeline__stop" />
              <stop
                offset={1 - last[1] / 2 - (start === 'sharp' ? last[1] / 2 : 0)}
                className="timeline__stop"
              />
              <stop offset={1} stopOpacity={last[0]} className="timeline__stop" />
            </linearGradient>
          )
        }),
      )}
    </defs>
  )
}
