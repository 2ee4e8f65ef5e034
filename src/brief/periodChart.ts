/**
 * What happened by when, as small bars and as the table that says the same in numbers. Labels keep the year apart from
 * its months: a number before "March 2017" would read as a day of it. Months are as short as a column of sixteen is wide.
 */
import { parseEdtf } from '../core/edtf.ts'
import {
  type BriefData,
  OTHER_KINDS,
  OTHER_TIMES,
  type ShownCount,
  SMALL,
} from '../core/redaction/briefData.ts'
import { recordCountInWords } from '../shared/briefWords/numberWords.ts'
import { dateInWords } from './briefDates.ts'
import type { PageWords } from './briefPage.ts'

export interface PeriodChart {
  readonly title: string
  readonly note: string
  readonly alt: string
  /** Spans of columns with a year; empty where the columns are years. */
  readonly years: readonly { readonly text: string; readonly span: number }[]
  readonly columns: readonly string[]
  /** By column: did the sources change with the incidents? */
  readonly shifts: readonly boolean[]
  /** Says so of the periods that it is so of; null where there are none. */
  readonly shiftNote: string | null
  readonly rows: readonly {
    readonly name: string
    /** `share` is of the highest bar, in thousandths; null where the number is hidden. */
    readonly cells: readonly { readonly text: string; readonly share: number | null }[]
  }[]
  /** Says what the signs in the table mean; null where nothing is hidden. */
  readonly legend: string | null
  readonly kindColumn: string
}

/** Null where the brief has no such table. */
export function periodChart({ statistics }: BriefData, words: PageWords): PeriodChart | null {
  const { byKindAndPeriod: table } = statistics
  if (table === null) return null
  const { say, label, language } = words
  const highest = Math.max(1, ...table.counts.flat().map((count) => (typeof count === 'number' ? count : 0)))
  const name = (kind: string) => (kind === OTHER_KINDS ? say('patterns.otherKinds') : label(kind))
  const periods = table.periods.map((code) => columnOf(code, words))
  const unit = periods.find((period) => period.unit !== null)?.unit ?? 'year'
  const title = say('patterns.timeline', { unit })
  const isHidden = table.counts.flat().some((count) => typeof count !== 'number')
  const inWords = table.periods.map((code) =>
    code === OTHER_TIMES ? say('patterns.otherTimes') : dateInWords(code, language),
  )
  return {
    title,
    note: say('patterns.timelineNote'),
    alt: say('patterns.timelineAlt', {
      title,
      rows: table.kinds
        .map((kind, y) => rowInWords(name(kind), inWords, table.counts[y] ?? [], words))
        .join(say('list.separator')),
    }),
    years: unit === 'year' ? [] : spans(periods.map(({ year }) => year)),
    columns: periods.map(({ text }) => text),
    shifts: table.periods.map((code) => statistics.sourceShifts.includes(code)),
    shiftNote:
      statistics.sourceShifts.length === 0
        ? null
        : say('patterns.shifts', {
            periods: statistics.sourceShifts
              .map((code) => dateInWords(code, language))
              .join(say('list.separator')),
          }),
    rows: table.kinds.map((kind, y) => ({
      name: name(kind),
      cells: (table.counts[y] ?? []).map((count) => ({
        text: sign(count, words),
        share: typeof count === 'number' ? Math.round((count * 1000) / highest) : null,
      })),
    })),
    legend: isHidden ? say('patterns.legend') : null,
    kindColumn: say('column.kinds'),
  }
}

/** Only the periods in which something happened: the rest is nought. */
function rowInWords(
  name: string,
  periods: readonly string[],
  counts: readonly ShownCount[],
  { say }: PageWords,
): string {
  const parts = counts.flatMap((count, at) =>
    count === 0
      ? []
      : [say('patterns.row', { name: periods[at] ?? '', count: recordCountInWords(count, say) })],
  )
  return say('patterns.row', { name, count: parts.join(say('list.comma')) })
}

function sign(count: ShownCount, { say }: PageWords): string {
  if (count === null) return say('patterns.none')
  // Noughts would hide the numbers, and nine of them in a row are a telephone number.
  if (count === 0) return '·'
  return count === SMALL ? say('patterns.few') : String(count)
}

interface Column {
  readonly text: string
  readonly year: string
  readonly unit: 'month' | 'quarter' | 'year' | null
}

function columnOf(code: string, { say }: PageWords): Column {
  const edtf = parseEdtf(code)
  if (edtf?.kind !== 'date') return { text: say('patterns.otherTimes'), year: '', unit: null }
  const { unit, year, month, part } = edtf.date
  if (unit === 'month' && month !== undefined)
    return { text: say('patterns.month', { month: String(month) }), year: String(year), unit: 'month' }
  if (unit === 'quarter' && part !== undefined)
    return { text: say('patterns.quarter', { number: String(part) }), year: String(year), unit: 'quarter' }
  return { text: String(year), year: String(year), unit: 'year' }
}

function spans(years: readonly string[]): PeriodChart['years'] {
  const found: { text: string; span: number }[] = []
  for (const text of years) {
    const last = found.at(-1)
    if (last?.text === text) last.span += 1
    else found.push({ text, span: 1 })
  }
  return found
}
