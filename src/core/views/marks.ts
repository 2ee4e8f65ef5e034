/** Single dates as marks: which of them are in sight, and on which line of a lane each has room. */
import type { DateSpans } from './dateSpans.ts'

/** Rows that touch the days from `from` to `to`, earliest first; null when there are more than `most`. */
export function rowsInSight(
  spans: DateSpans,
  { from, to }: { readonly from: number; readonly to: number },
  most: number,
): readonly number[] | null {
  const rows: number[] = []
  for (let row = 0; row < spans.count; row += 1) {
    const [start, end] = [spans.from[row] ?? Number.NaN, spans.to[row] ?? Number.NaN]
    if (!(start < to && end > from)) continue
    if (rows.length === most) return null
    rows.push(row)
  }
  return rows.sort(
    (a, b) => (spans.from[a] ?? 0) - (spans.from[b] ?? 0) || (spans.to[a] ?? 0) - (spans.to[b] ?? 0),
  )
}

export interface Piece {
  /** Where it begins and ends on a line, in pixels. */
  readonly start: number
  readonly end: number
}

/** The line that each piece has room on, the pieces ordered by their beginning; null when `lines` are too few. */
export function linesOf(pieces: readonly Piece[], lines: number, gap: number): readonly number[] | null {
  const ends: number[] = []
  const chosen: number[] = []
  for (const { start, end } of pieces) {
    let line = ends.findIndex((last) => last + gap <= start)
    if (line < 0) line = ends.length
    if (line >= lines) return null
    ends[line] = end
    chosen.push(line)
  }
  return chosen
}
