/** The tables of a statistical annex. Every count is one of records; what is hidden in one table is hidden in all. */
import { edtfSortKey } from '../core/edtfSpan.ts'
import { type BriefData, type ShownCount, SMALL } from '../core/redaction/briefData.ts'
import { INCIDENT_STATUSES } from '../core/vocabularyCodes.ts'
import { compareRecordCounts, recordCountInWords } from '../shared/briefWords/numberWords.ts'
import { dateInWords } from './briefDates.ts'
import type { PageWords } from './briefPage.ts'
import { byQuarter, byQuarterOfYear } from './patternCharts.ts'
import { placeInWords } from './placeWords.ts'

const STATUS_ORDER: readonly string[] = INCIDENT_STATUSES

export interface AnnexTable {
  readonly title: string
  /** The last column is the number. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface Annex {
  readonly intro: readonly string[]
  readonly method: string
  readonly tables: readonly AnnexTable[]
}

/** Tables without rows are left out. */
export function annexOf({ statistics, incidents }: BriefData, words: PageWords): Annex {
  const { say, label, language } = words
  const shown = (count: ShownCount) => recordCountInWords(count, say)
  const counted = (
    title: string,
    column: string,
    rows: readonly (readonly [string, ShownCount])[],
  ): AnnexTable => ({
    title,
    columns: [column, say('column.count')],
    rows: rows.map(([name, count]) => [name, shown(count)]),
  })
  const byCount = (a: readonly [string, ShownCount], b: readonly [string, ShownCount]) =>
    compareRecordCounts(a[1], b[1]) || (a[0] < b[0] ? -1 : 1)
  const {
    byViolationType,
    byPeriod,
    byStatus,
    byPlace,
    byVictimGroup,
    bySourceKind,
    byClaimStatus,
    bySource,
  } = statistics
  const tables = [
    counted(
      say('annex.byKind'),
      say('column.kinds'),
      byViolationType.map(({ code, count }) => [label(code), count] as const).sort(byCount),
    ),
    counted(
      say('annex.byPeriod'),
      say('column.period'),
      [...byQuarter(byPeriod)]
        .sort((a, b) => ((edtfSortKey(a.code) ?? 'Z') < (edtfSortKey(b.code) ?? 'Z') ? -1 : 1))
        .map(({ code, count }) => [dateInWords(code, language), count] as const),
    ),
    counted(
      say('annex.bySeason'),
      say('column.period'),
      byQuarterOfYear(byPeriod).map(
        ({ quarter, count }) => [say('patterns.quarter', { number: String(quarter) }), count] as const,
      ),
    ),
    counted(
      say('annex.byPlace'),
      say('column.place'),
      byPlace
        .map(({ place, count }) => [placeInWords(place, words) ?? say('place.unknown'), count] as const)
        .sort(byCount),
    ),
    counted(
      say('annex.byVictims'),
      say('annex.victims'),
      byVictimGroup.map(({ code, count }) => [label(code), count] as const).sort(byCount),
    ),
    counted(
      say('annex.bySourceKind'),
      say('column.kind'),
      bySourceKind.map(({ code, count }) => [say(`sourceKind.${code}`), count] as const).sort(byCount),
    ),
    counted(
      say('annex.byStatus'),
      say('column.status'),
      [...byStatus]
        .sort((a, b) => STATUS_ORDER.indexOf(a.code) - STATUS_ORDER.indexOf(b.code))
        .map(({ code, count }) => [incidentStatus(code, words), count] as const),
    ),
    counted(
      say('annex.claims'),
      say('column.status'),
      byClaimStatus.map(({ code, count }) => [say(`status.${code}`), count] as const),
    ),
    {
      title: say('annex.sources'),
      columns: [say('column.kind'), say('column.reliability'), say('column.count')],
      rows: bySource.map(({ kind, reliability, count }) => [
        say(`sourceKind.${kind}`),
        `${reliability} · ${say(`reliability.${reliability}`)}`,
        String(count),
      ]),
    },
  ].filter(({ rows }) => rows.length > 0)
  const all = [byViolationType, byPeriod, byStatus, byPlace, byVictimGroup, bySourceKind].flat()
  const hides = all.some(({ count }) => count === null || count === SMALL)
  return {
    intro: [...(incidents.length === 0 ? [say('annex.intro')] : []), ...(hides ? [say('annex.hidden')] : [])],
    method: say('annex.method'),
    tables,
  }
}

function incidentStatus(code: string, { say }: PageWords): string {
  const known = INCIDENT_STATUSES.find((status) => status === code)
  return known === undefined ? code : say(`incidentStatus.${known}`)
}
