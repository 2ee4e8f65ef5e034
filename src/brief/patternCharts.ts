/** Bar charts of the counts the brief carries. The text alternative says everything the bars say. */
import { formatEdtf, parseEdtf } from '../core/edtf.ts'
import type { BriefData, ShownCount } from '../core/redaction/briefData.ts'
import { numberOfPeriod } from '../core/redaction/briefPeriods.ts'
import { coarsenDate } from '../core/redaction/policies/date.ts'
import { compareRecordCounts, recordCountInWords } from '../shared/briefWords/numberWords.ts'
import { dateInWords } from './briefDates.ts'
import type { PageWords } from './briefPage.ts'

export interface Chart {
  readonly title: string
  readonly alt: string
  /** `share` is of the longest bar, in thousandths; null where the count is hidden, which is drawn alike for all. */
  readonly bars: readonly { readonly name: string; readonly count: string; readonly share: number | null }[]
}

type Tally = BriefData['statistics']['byPeriod']

/** More bars than this are years. */
const MOST_PERIODS = 20

/** What happened when and what is reported, where either is shown. */
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

/** What an annex shows besides: the times of the year, the victims' groups, and the kinds of sources. */
export function furtherCharts({ statistics }: BriefData, words: PageWords): Chart[] {
  const { say, label } = words
  const ordered = (rows: readonly { name: string; count: ShownCount }[]) =>
    [...rows].sort((a, b) => compareRecordCounts(a.count, b.count) || (a.name < b.name ? -1 : 1))
  return [
    chart(
      say('patterns.bySeason'),
      byQuarterOfYear(statistics.byPeriod).map(({ quarter, count }) => ({
        name: say('patterns.quarter', { number: String(quarter) }),
        count,
      })),
      words,
    ),
    chart(
      say('patterns.byVictims'),
      ordered(statistics.byVictimGroup.map(({ code, count }) => ({ name: label(code), count }))),
      words,
    ),
    chart(
      say('patterns.bySourceKind'),
      ordered(statistics.bySourceKind.map(({ code, count }) => ({ name: say(`sourceKind.${code}`), count }))),
      words,
    ),
  ].filter((each) => each.bars.length > 0)
}

/**
 * The quarters of all years together, from the counts that the brief shows: of hidden ones nothing is added, so that no
 * sum gives one back. None where the dates are of one year, or one of them does not tell its quarter: it may lie in any, and
 * a nought would say that it does not.
 */
export function byQuarterOfYear(byPeriod: Tally): { readonly quarter: number; readonly count: ShownCount }[] {
  const found = byPeriod.flatMap(({ code, count }) => {
    const number = numberOfPeriod(code, 'quarter')
    return number === null ? [] : [{ year: Math.floor(number / 4), part: number % 4, count }]
  })
  if (found.length < byPeriod.length || new Set(found.map(({ year }) => year)).size < 2) return []
  return [0, 1, 2, 3].map((part) => {
    const counts = found.flatMap((each) => (each.part === part ? [each.count] : []))
    const shown = counts.filter((count) => typeof count === 'number')
    const sum = shown.reduce((all, count) => all + count, 0)
    return { quarter: part + 1, count: shown.length === counts.length ? sum : null }
  })
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
    bars: bars.map(({ name, count }) => ({
      name,
      count: recordCountInWords(count, say),
      share: typeof count === 'number' ? Math.round((count * 1000) / longest) : null,
    })),
  }
}
