/** Counts over the rows a brief shows, and nothing else: they tell no more than the rows themselves. */
import { parseEdtf } from '../edtf.ts'
import { compareDays, dayToEdtf } from '../edtfDays.ts'
import { edtfSpan } from '../edtfSpan.ts'
import type { BriefIncident } from './briefData.ts'

/** How often each code stands, in order of the code. */
export function tally(codes: readonly string[]): { code: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => ({ code, count }))
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

export interface Disclosure {
  /** Size of the smallest class of rows alike in period, place and kinds; null without rows. */
  readonly smallestClass: number | null
  readonly rowsBelowFive: number
}

/** How far rows can be told apart by what a stranger may know (redaction.md, "Re-identification"). */
export function disclosureOf(incidents: readonly BriefIncident[]): Disclosure {
  const classes = new Map<string, number>()
  for (const { when, place, violationTypes } of incidents) {
    const key = JSON.stringify([when, place.country, place.admin1, [...violationTypes].sort()])
    classes.set(key, (classes.get(key) ?? 0) + 1)
  }
  const sizes = [...classes.values()]
  return {
    smallestClass: sizes.length === 0 ? null : Math.min(...sizes),
    rowsBelowFive: sizes.filter((size) => size < 5).reduce((sum, size) => sum + size, 0),
  }
}
