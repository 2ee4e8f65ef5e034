/** The names of the lanes, beside them. */
import type { TimelineBands } from './timelineLayout.ts'
import type { LanePlace } from './timelineReadout.ts'

export interface TimelineLabelsProps {
  readonly bands: TimelineBands
  readonly width: number
  readonly nameOf: (lane: LanePlace) => string
}

export function TimelineLabels({ bands, width, nameOf }: TimelineLabelsProps) {
  const { all, lanes, assessed } = bands
  const places = [
    { lane: 'all' as const, band: all },
    ...(assessed === null ? [] : [{ lane: 'assessed' as const, band: assessed }]),
    ...lanes.map((band, lane) => ({ lane, band })),
  ]
  return (
    <div className="timeline__labels" style={{ inlineSize: width, blockSize: bands.height }}>
      {places.map(({ lane, band }) => (
        <span
          key={band.top}
          className={typeof lane === 'number' ? 'timeline__label' : 'timeline__label timeline__label--plain'}
          style={{ insetBlockStart: band.top, blockSize: band.height }}
        >
          <span className="timeline__label-text" title={nameOf(lane)}>
            <bdi>{nameOf(lane)}</bdi>
          </span>
        </span>
      ))}
    </div>
  )
}
