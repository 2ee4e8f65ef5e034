/** Counts over the rows a brief shows, and nothing else: they tell no more than the rows themselves. */
import { protectCounts } from '../disclosure/smallCells.ts'
import { parseEdtf } from '../edtf.ts'
import { compareDays, dayToEdtf } from '../edtfDays.ts'
import { edtfSpan } from '../edtfSpan.ts'
import type { ShownCount } from './briefData.ts'

/** How often each code stands, in order of the code. */
export function tally(codes: readonly string[]): { code: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => ({ code, count }))
}

/**
 * The same with small counts hidden, and others so that the sum, which the brief says as well, gives none of them back.
 * An incident may be of several kinds, but a reader may guess that none is: kinds are taken to add up too.
 *
 * @param rest how many of that sum have no code here: printed nowhere, but what is left over when all others are known.
 */
export function hideSmallTallies(
  tallies: readonly { readonly code: string; readonly count: number }[],
  rest = 0,
): { code: string; count: ShownCount }[] {
  const { counts } = protectCounts([...tallies.map(({ count }) => count), ...(rest > 0 ? [rest] : [])], true)
  return tallies.map(({ code }, at) => ({ code, count: counts[at] ?? null }))
}

/** The interval from the earliest to the latest of the days these dates may mean; open ends stay open. Null for none. */
export function coveringDate(dates: readonly string[]): string | null {
  const spans = dates.flatMap((date) => edtfSpan(date) ?? [])
  if (spans.length === 0) return null
  const from = edge(spans.map(({ earliest }) => earliest)).at(0)
  const to = edge(spans.map(({ latest }) => latest)).at(-1)
  const whole = `${from ?? '..'}/${to ?? '..'}`
  return parseEdtf(whole) === null ? null : whole
}

/** The days in order as EDTF writes them; none when one of them is open. */
function edge(days: readonly (string | null)[]): string[] {
  const known = days.filter((day) => day !== null)
  if (known.length < days.length) return []
  return known.sort(compareDays).map(dayToEdtf)
}
