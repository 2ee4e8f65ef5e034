/** Bar charts of the counts the brief carries. The text alternative says everything the bars say. */
import { formatEdtf, parseEdtf } from '../core/edtf.ts'
import type { BriefData } from '../core/redaction/briefData.ts'
import { dateInWords } from './briefDates.ts'
import type { PageWords } from './briefPage.ts'

export interface Chart {
  readonly title: string
  readonly alt: string
  /** `share` is of the longest bar, in thousandths. */
  readonly bars: readonly { readonly name: string; readonly count: string; readonly share: number }[]
}

type Tally = BriefData['statistics']['byPeriod']

/** More bars than this are years. */
const MOST_PERIODS = 20

/** The charts that have at least one bar. */
export function charts(data: BriefData, words: PageWords): Chart[] {
  const { say, language, label } = words
  const { byPeriod, byViolationType } = data.statistics
  const years = byPeriod.length > MOST_PERIODS ? byYear(byPeriod) : null
  const periods = [...(years ?? byPeriod)].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
  const kinds = byViolationType
    .map(({ code, count }) => ({ name: label(code), count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  return [
    chart(
      say(years === null ? 'patterns.byPeriod' : 'patterns.byYear'),
      periods.map(({ code, count }) => ({ name: dateInWords(code, language), count })),
      words,
    ),
    chart(say('patterns.byKind'), kinds, words),
  ].filter((each) => each.bars.length > 0)
}

/** Sums by year; null when a date reaches over more than one, since it could not be counted once. */
function byYear(byPeriod: Tally): Tally | null {
  const counts = new Map<string, number>()
  for (const { code, count } of byPeriod) {
    const edtf = parseEdtf(code)
    if (edtf?.kind !== 'date') return null
    const { unit, year: number } = edtf.date
    if (unit === 'decade' || unit === 'century') return null
    const year = formatEdtf({ kind: 'date', date: { unit: 'year', year: number, qualifier: '' } })
    counts.set(year, (counts.get(year) ?? 0) + count)
  }
  return [...counts].map(([code, count]) => ({ code, count }))
}

function chart(title: string, bars: readonly { name: string; count: number }[], { say }: PageWords): Chart {
  const longest = Math.max(1, ...bars.map((bar) => bar.count))
  const rows = bars
    .map(({ name, count }) => say('patterns.row', { name, count: String(count) }))
    .join(say('list.separator'))
  return {
    title,
    alt: say('patterns.alt', { title, rows }),
    bars: bars.map(({ name, count }) => ({
      name,
      count: String(count),
      share: Math.round((count * 1000) / longest),
    })),
  }
}
