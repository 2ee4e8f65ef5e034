/** What the timeline draws of the rows, made anew only when these or their lanes are others. */
import { useMemo } from 'react'
import { type DateSpans, dateSpans } from '../../../core/views/dateSpans.ts'
import { type Lanes, lanesOf } from '../../../core/views/lanes.ts'
import { rowsByClaim } from '../../../core/views/reportLinks.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { useRecords } from '../../store.ts'
import type { Field, IncidentCodes } from '../views/keyWords.ts'
import { noLanes } from './timelineCounts.ts'

/** More lanes than these are no longer told apart; the rest share one. */
const MOST_LANES = 12

export const LANE_FIELDS = ['violation', 'place', 'perpetrator', 'status'] as const satisfies readonly Field[]
export type LaneField = (typeof LANE_FIELDS)[number]

/** Once its lanes are known. */
export type ReadyTimeline = Timeline & { readonly lanes: Lanes }

export interface Timeline {
  readonly spans: DateSpans
  /** Null while the names of places are read. */
  readonly lanes: Lanes | null
  /** Of the assessments of claims about these incidents. */
  readonly assessed: DateSpans
}

export function useTimeline(
  rows: readonly IncidentRow[],
  field: LaneField | null,
  codes: IncidentCodes,
): Timeline {
  const claims = useRecords('claims')
  const spans = useMemo(() => dateSpans(rows), [rows])
  const codesOf = field === null ? null : codes[field]
  const lanes = useMemo(() => {
    if (field === null) return noLanes(rows.length)
    return codesOf === null ? null : lanesOf(rows, codesOf, MOST_LANES)
  }, [rows, field, codesOf])
  const assessed = useMemo(
    () => dateSpans([...rowsByClaim(rows, claims).keys()].flatMap((id) => claims[id]?.assessments ?? [])),
    [rows, claims],
  )
  return { spans, lanes, assessed }
}
