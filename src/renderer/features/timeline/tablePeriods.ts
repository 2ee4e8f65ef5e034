/** The rows of the table of periods: where nothing at all lies in several on end, they are one row. Pure. */
import { dayText } from '../../../core/views/dayNumbers.ts'
import { periodText } from '../../../core/views/periods.ts'
import type { TimelineCounts } from './timelineCounts.ts'

export interface TablePeriod {
  /** Its number among the periods, or that of the first of several empty ones. */
  readonly first: number
  /** EDTF. */
  readonly text: string
}

export function tablePeriods({ unit, counted, assessed }: TimelineCounts): readonly TablePeriod[] {
  const { edges } = counted
  const isEmpty = (period: number) =>
    [counted.all, assessed.all].every(
      ({ within, across }) => (within[period] ?? 0) + (across[period] ?? 0) === 0,
    )
  const periods: TablePeriod[] = []
  for (let first = 0; first + 1 < edges.length; ) {
    let next = first + 1
    while (isEmpty(first) && next + 1 < edges.length && isEmpty(next)) next += 1
    const start = edges[first] ?? 0
    const text =
      next === first + 1
        ? periodText(start, unit)
        : `${dayText(start) ?? '..'}/${dayText((edges[next] ?? 0) - 1) ?? '..'}`
    periods.push({ first, text })
    first = next
  }
  return periods
}
