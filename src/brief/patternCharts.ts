/** Bar charts of the counts the brief carries. The text alternative says everything the bars say. */
import { formatEdtf, parseEdtf } from '../core/edtf.ts'
import type { BriefData, ShownCount } from '../core/redaction/briefData.ts'
import { coarsenDate } from '../core/redaction/policies/date.ts'
import { compareRecordCounts, recordCountInWords } from '../shared/briefWords/numberWords.ts'
import { dateInWords } from './briefDates.ts'
import type { PageWords } from './briefPage.ts'

export interface Chart {
  readonly title: string
  readonly alt: string
  /** `share` is of the longest bar, in thousandths; 0 where the count is hidden. */
  readonly bars: readonly { readonly name: string; readonly count: string; readonly share: number }[]
}

type Tally = BriefData['statistics']['byPeriod']

/** More bars than this are years. */
const MOST_PERIODS = 20

/** The charts that have at least one bar. */
export function charts(data: BriefData, words: PageWords): Chart[] {
  const { say, language, label } = words
  const { byViolationType } = data.statistics
  const byPeriod = byQuarter(data.statistics.byPeriod)
  const years = byPeriod.length > MOST_PERIODS ? byYear(byPeriod) : null
  const periods = [...(years ?? byPeriod)].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
  const kinds = byViolationType
    .map(({ code, count }) => ({ name: label(code), count }))
    .sort((a, b) => compareRecordCounts(a.count, b.count) || (a.name < b.name ? -1 : 1))
  return [
    chart(
      say(years === null ? 'patterns.byPeriod' : 'patterns.byYear'),
      periods.map(({ code, count }) => ({ name: dateInWords(code, language), count })),
      words,
    ),
    chart(say('patterns.byKind'), kinds, words),
  ].filter((each) => each.bars.length > 0)
}

/**
 * Quarters at the finest: a count before a month reads as a day of it ("8" and "March 2017" in the line below), and a bar
 * for a day is no pattern. A quarter with a hidden part is hidden.
 */
export function byQuarter(byPeriod: Tally): Tally {
  const counts = new Map<string, ShownCount>()
  for (const { code, count } of byPeriod) {
    const quarter = coarsenDate(code, 'quarter') ?? code
    const sofar = counts.has(quarter) ? (counts.get(quarter) ?? null) : 0
    counts.set(quarter, typeof count === 'number' && typeof sofar === 'number' ? sofar + count : null)
  }
  return [...counts].map(([code, count]) => ({ code, count }))
}

/** Sums by year; null when a date reaches over more than one, since it could not be counted once. */
function byYear(byPeriod: Tally): Tally | null {
  const counts = new Map<string, ShownCount>()
  for (const { code, count } of byPeriod) {
    const edtf = parseEdtf(code)
    if (edtf?.kind !== 'date') return null
    const { unit, year: number } = edtf.date
    if (unit === 'decade' || unit === 'century') return null
    const year = formatEdtf({ kind: 'date', date: { unit: 'year', year: number, qualifier: '' } })
    const sofar = counts.has(year) ? (counts.get(year) ?? null) : 0
    // A year with a hidden part is hidden: its sum would say what the part was.
    counts.set(year, typeof count === 'number' && typeof sofar === 'number' ? sofar + count : null)
  }
  return [...counts].map(([code, count]) => ({ code, count }))
}

function chart(
  title: string,
  bars: readonly { name: string; count: ShownCount }[],
  { say }: PageWords,
): Chart {
  const lengths = bars.map(({ count }) => (typeof count === 'number' ? count : 0))
  const longest = Math.max(1, ...lengths)
  const rows = bars
    .map(({ name, count }) => say('patterns.row', { name, count: recordCountInWords(count, say) }))
    .join(say('list.separator'))
  return {
    title,
    alt: say('patterns.alt', { title, rows }),
    bars: bars.map(({ name, count }, at) => ({
      name,
      count: recordCountInWords(count, say),
      share: Math.round(((lengths[at] ?? 0) * 1000) / longest),
    })),
  }
}
