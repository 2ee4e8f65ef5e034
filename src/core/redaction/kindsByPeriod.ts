/**
 * What happened by when, over the rows a brief shows: the table behind its chart. Where small counts are hidden, the
 * table gives none of the brief's other counts back, and none of its own.
 */
import { protectCells } from '../disclosure/smallCells.ts'
import {
  type BriefIncident,
  type KindsByPeriod,
  OTHER_KINDS,
  OTHER_TIMES,
  type ShownCount,
} from './briefData.ts'
import { codeOfPeriod, numberOfPeriod, type PeriodUnit, periodIn } from './briefPeriods.ts'
import type { DatePrecision } from './precision.ts'

const UNITS: readonly PeriodUnit[] = ['month', 'quarter', 'year']
/** The units that a precision lets a brief count by. */
const UNITS_OF: Readonly<Record<DatePrecision, readonly PeriodUnit[]>> = {
  day: UNITS,
  month: UNITS,
  quarter: ['quarter', 'year'],
  year: ['year'],
  none: [],
}

/** As many columns and rows as a page takes. */
const MOST_PERIODS = 16
const MOST_KINDS = 10
/** Of the dated incidents; with fewer a coarser unit is taken. */
const LEAST_SHARE = 0.5

type Tally = readonly { readonly code: string; readonly count: ShownCount }[]

interface Source {
  readonly incidents: readonly BriefIncident[]
  /** The tallies that the brief shows beside the table. */
  readonly byPeriod: Tally
  readonly byKind: Tally
  /** The finest that the brief shows dates at. */
  readonly precision: DatePrecision
  readonly hidesSmall: boolean
}

/** The table in the finest unit by which a page holds most of the incidents; null without dates or kinds. */
export function kindsByPeriod(source: Source): KindsByPeriod | null {
  const kinds = kindsShown(source.byKind)
  if (kinds.length === 0) return null
  const dated = source.incidents.filter(({ when }) => when !== null).length
  const units = UNITS_OF[source.precision]
  for (const unit of units) {
    const { first, last, held } = densestTime(source.incidents, unit)
    if (held === 0 || (held < LEAST_SHARE * dated && unit !== units.at(-1))) continue
    const periods = Array.from({ length: last - first + 1 }, (_, at) => codeOfPeriod(first + at, unit))
    return tableOf(source, kinds, periods, unit)
  }
  return null
}

/** The kinds in the order of the counts that are shown; what is beyond the page is one row. */
function kindsShown(byKind: Tally): string[] {
  const rank = (count: ShownCount) => (typeof count === 'number' ? count : -1)
  const codes = [...byKind]
    .sort((a, b) => rank(b.count) - rank(a.count) || (a.code < b.code ? -1 : 1))
    .map(({ code }) => code)
  return codes.length > MOST_KINDS ? [...codes.slice(0, MOST_KINDS - 1), OTHER_KINDS] : codes
}

/** The first and the last period of the time, no longer than a page holds, that most incidents lie in whole. */
function densestTime(
  incidents: readonly BriefIncident[],
  unit: PeriodUnit,
): { readonly first: number; readonly last: number; readonly held: number } {
  const numbers = incidents
    .flatMap(({ when }) => (when === null ? [] : (numberOfPeriod(when, unit) ?? [])))
    .sort((a, b) => a - b)
  let best = { first: 0, last: 0, held: 0 }
  let from = 0
  for (const [at, last] of numbers.entries()) {
    while (last - (numbers[from] ?? last) >= MOST_PERIODS) from += 1
    const held = at - from + 1
    if (held > best.held) best = { first: numbers[from] ?? last, last, held }
  }
  return best
}

function tableOf(
  source: Source,
  kinds: readonly string[],
  single: readonly string[],
  unit: PeriodUnit,
): KindsByPeriod {
  const { incidents, hidesSmall } = source
  const listed = new Set(kinds)
  const columnOf = new Map(single.map((period, at) => [period, at]))
  const counts = kinds.map(() => Array.from({ length: single.length + 1 }, () => 0))
  for (const { when, violationTypes } of incidents) {
    const period = when === null ? null : periodIn(when, unit)
    const column = (period === null ? null : columnOf.get(period)) ?? single.length
    const rows = new Set(violationTypes.map((kind) => (listed.has(kind) ? kind : OTHER_KINDS)))
    for (const [y, kind] of kinds.entries()) {
      const row = counts[y]
      if (row !== undefined && rows.has(kind)) row[column] = (row[column] ?? 0) + 1
    }
  }
  const isAllSingle = counts.every((row) => row.at(-1) === 0)
  const periods = isAllSingle ? single : [...single, OTHER_TIMES]
  const cells = isAllSingle ? counts.map((row) => row.slice(0, -1)) : counts
  return {
    kinds: [...kinds],
    periods: [...periods],
    counts: (hidesSmall ? hidden(source, kinds, periods, cells, unit) : cells).map((row) => [...row]),
  }
}

function hidden(
  { byKind, byPeriod }: Source,
  kinds: readonly string[],
  periods: readonly string[],
  cells: readonly (readonly number[])[],
  unit: PeriodUnit,
): readonly (readonly ShownCount[])[] {
  const isSaid = (tallies: Tally) => tallies.every(({ count }) => typeof count === 'number')
  const inPeriod = Map.groupBy(byPeriod, ({ code }) => periodIn(code, unit) ?? OTHER_TIMES)
  const ofKind = Map.groupBy(byKind, ({ code }) => (kinds.includes(code) ? code : OTHER_KINDS))
  return protectCells(cells, {
    rows: kinds.map((kind) => isSaid(ofKind.get(kind) ?? [])),
    columns: periods.map((period) => isSaid(inPeriod.get(period) ?? [])),
  })
}
