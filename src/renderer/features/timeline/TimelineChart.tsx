// biome-ignore-all lint/a11y/useSemanticElements: no element stands for a picture that keys move
/** The timeline as a picture: lanes, their names beside them, and what the pointer rests on in words. */
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { rowsInSight } from '../../../core/views/marks.ts'
import type { Stretch } from '../../../core/views/whenBrush.ts'
import { dateWords } from '../../dateWords.ts'
import { useLanguage } from '../../text.ts'
import { TimelineDrawing } from './TimelineDrawing.tsx'
import { TimelineLabels } from './TimelineLabels.tsx'
import { axisTicks } from './timelineAxis.ts'
import type { TimelineCounts } from './timelineCounts.ts'
import { timelineBands } from './timelineLayout.ts'
import { inLane, laneMarks } from './timelineMarks.ts'
import { type LanePlace, readoutAt, rowAt } from './timelineReadout.ts'
import { timeScale } from './timelineWindow.ts'
import { useSize } from './useSize.ts'
import type { ReadyTimeline } from './useTimeline.ts'
import { type TimelinePointerActs, useTimelinePointer } from './useTimelinePointer.ts'

/** More marks than these are a smear, and slow. */
const MOST_MARKS = 400

export interface TimelineChartProps {
  readonly timeline: ReadyTimeline
  readonly counts: TimelineCounts
  readonly stretch: Stretch
  readonly nameOf: (lane: LanePlace) => string
  readonly titleOf: (row: number) => string
  readonly acts: Omit<TimelinePointerActs, 'press'>
  readonly onOpen: (row: number) => void
  readonly onKey: (event: KeyboardEvent) => void
}

export function TimelineChart(props: TimelineChartProps) {
  const { timeline, counts, stretch, nameOf, titleOf, acts, onOpen, onKey } = props
  const language = useLanguage()
  const { t, direction } = language
  const isMirrored = direction === 'rtl'
  const room = useRef<HTMLDivElement>(null)
  const picture = useRef<SVGSVGElement>(null)
  const size = useSize(room)
  const { spans, lanes, assessed } = timeline
  const labels = labelsWidth(size?.width ?? 0)
  const width = Math.max((size?.width ?? 0) - labels, 1)
  const scale = useMemo(() => timeScale(stretch, width, isMirrored), [stretch, width, isMirrored])
  const bands = useMemo(
    () => timelineBands(size?.height ?? 0, lanes.keys.length, assessed.count > 0),
    [size?.height, lanes, assessed],
  )
  const marks = useMemo(() => {
    const rows = rowsInSight(spans, stretch, MOST_MARKS)
    if (rows === null) return []
    const all = laneMarks(rows, spans, scale, bands.all)
    const each = bands.lanes.map((band, lane) => laneMarks(inLane(rows, lanes, lane), spans, scale, band))
    // Bars beside marks would look like more, or less: the lanes are drawn alike.
    return [all, ...(each.every((lane) => lane !== null) ? each : each.map(() => null))]
  }, [spans, lanes, stretch, scale, bands])
  const ticks = useMemo(
    () => axisTicks(stretch, scale, (edtf) => dateWords(edtf, language, 'short')),
    [stretch, scale, language],
  )
  const pointer = useTimelinePointer(picture, size === null ? null : scale, {
    ...acts,
    press: (x, y) => {
      const row = rowAt({ x, y }, marks)
      if (row !== null) onOpen(row)
    },
  })
  const { at, brushed } = pointer
  const readout = () => {
    const row = at === null ? null : rowAt(at, marks)
    if (row !== null) return titleOf(row)
    const found = at === null ? null : readoutAt(at, bands, scale, counts)
    if (found === null) return t('timeline.hint')
    const { lane, period, within, across } = found
    return t('timeline.readout', { when: dateWords(period, language), lane: nameOf(lane), within, across })
  }
  return (
    <div className="timeline__picture">
      <div
        className="timeline__room"
        ref={room}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move the stretch on screen
        tabIndex={0}
        aria-label={t('timeline.picture')}
        aria-describedby="timeline-keys"
        onKeyDown={onKey}
      >
        {size === null ? null : (
          <>
            <TimelineLabels bands={bands} width={labels} nameOf={nameOf} />
            <svg
              ref={picture}
              className="timeline__svg"
              width={width}
              height={bands.height}
              aria-hidden="true"
              {...pointer.on}
            >
              <TimelineDrawing
                counts={counts}
                bands={bands}
                scale={scale}
                ticks={ticks}
                marks={marks}
                isMirrored={isMirrored}
              />
              {brushed === null ? null : (
                <rect
                  className="timeline__brush"
                  x={brushed.left}
                  width={brushed.width}
                  y={0}
                  height={bands.height}
                />
              )}
            </svg>
          </>
        )}
      </div>
      <p className="timeline__readout" aria-hidden="true">
        {readout()}
      </p>
    </div>
  )
}

/** Names of lanes take a fifth of the room, within limits. */
const labelsWidth = (width: number): number => Math.round(Math.min(Math.max(width * 0.2, 88), 208))
