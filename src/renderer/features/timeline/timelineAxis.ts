/** The dates written along the timeline. */
import { type PeriodUnit, periodEdges, periodText } from '../../../core/views/periods.ts'
import type { Stretch } from '../../../core/views/whenBrush.ts'
import type { TimeScale } from './timelineWindow.ts'

export interface AxisTick {
  readonly x: number
  readonly words: string
}

/** What stands at the ticks, the days between two of them, and the room that its words take, in pixels. */
const TICKS: readonly (readonly [every: PeriodUnit, of: PeriodUnit, days: number, room: number])[] = [
  ['day', 'day', 1, 92],
  ['week', 'day', 7, 92],
  ['month', 'month', 28, 76],
  ['quarter', 'month', 90, 76],
  [1, 1, 365, 48],
  [10, 1, 3652, 48],
  [100, 1, 36_524, 48],
  [1000, 1, 365_242, 48],
]

/** @param words of an EDTF text. */
export function axisTicks(
  { from, to }: Stretch,
  scale: TimeScale,
  words: (edtf: string) => string,
): readonly AxisTick[] {
  const [every, of] = TICKS.find(([, , days, room]) => days * scale.pixelsPerDay >= room) ?? [1000, 1]
  return [...periodEdges(from, to, every).slice(0, -1)]
    .filter((day) => day >= from)
    .map((day) => ({ x: scale.x(day), words: words(periodText(day, of)) }))
}
