/**
 * The table that says what the picture shows: a row for each period in sight, a column for each lane, and rows for what
 * is earlier, later and without a date. Below it the incidents in sight themselves, where they are few.
 */
import { useMemo } from 'react'
import type { LaneDensity } from '../../../core/views/density.ts'
import { rowsInSight } from '../../../core/views/marks.ts'
import type { Stretch } from '../../../core/views/whenBrush.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { dateWords } from '../../dateWords.ts'
import { openRecord } from '../../navigation.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { tablePeriods } from './tablePeriods.ts'
import type { TimelineCounts } from './timelineCounts.ts'
import type { LanePlace } from './timelineReadout.ts'
import type { ReadyTimeline } from './useTimeline.ts'

/** More incidents than these are looked for in the table of incidents. */
const MOST_LISTED = 200

export interface TimelineTableProps {
  readonly rows: readonly IncidentRow[]
  readonly timeline: ReadyTimeline
  readonly counts: TimelineCounts
  readonly stretch: Stretch
  readonly nameOf: (lane: LanePlace) => string
}

export function TimelineTable({ rows, timeline, counts, stretch, nameOf }: TimelineTableProps) {
  const language = useLanguage()
  const { t } = language
  const { spans, lanes, assessed } = timeline
  const { counted } = counts
  const columns: readonly Column[] = [
    { place: 'all', density: counted.all, total: spans.count },
    ...(assessed.count === 0
      ? []
      : [{ place: 'assessed' as const, density: counts.assessed.all, total: assessed.count }]),
    ...counted.lanes.map((density, lane) => ({ place: lane, density, total: lanes.totals[lane] ?? 0 })),
  ]
  const periods = useMemo(() => tablePeriods(counts), [counts])
  const cell = (within: number, across: number) =>
    across === 0 ? t('timeline.cell.within', { within }) : t('timeline.cell.both', { within, across })
  const sums: readonly (readonly [string, (column: Column) => number])[] = [
    [t('timeline.row.earlier'), ({ density }) => density.before],
    [t('timeline.row.later'), ({ density }) => density.after],
    [t('timeline.row.undated'), undatedOf],
    [t('timeline.row.total'), ({ total }) => total],
  ]
  const inSight = useMemo(() => rowsInSight(spans, stretch, MOST_LISTED), [spans, stretch])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="twin" tabIndex={0} aria-label={t('timeline.table')}>
      <table className="twin__table">
        <caption>{t('timeline.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('timeline.period')}</th>
            {columns.map(({ place }) => (
              <th key={place} scope="col">
                <bdi>{nameOf(place)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map(({ first, text }) => (
            <tr key={first}>
              <th scope="row">{dateWords(text, language)}</th>
              {columns.map(({ place, density }) => (
                <td key={place}>{cell(density.within[first] ?? 0, density.across[first] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          {sums.map(([name, countOf]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((column) => (
                <td key={column.place}>{cell(countOf(column), 0)}</td>
              ))}
            </tr>
          ))}
        </tfoot>
      </table>
      {inSight === null ? (
        <p className="twin__note">{t('timeline.listTooLong', { most: MOST_LISTED })}</p>
      ) : (
        <ul className="twin__list" aria-label={t('timeline.list')}>
          {inSight.flatMap((row) => {
            const incident = rows[row]
            if (incident === undefined) return []
            return [
              <li key={incident.id}>
                <span className="twin__when">{dateWords(incident.when, language)}</span>
                <Button variant="quiet" size="small" onPress={() => openRecord('incidents', incident.id)}>
                  <bdi>{visibleTurns(incident.title)}</bdi>
                </Button>
              </li>,
            ]
          })}
        </ul>
      )}
    </section>
  )
}

interface Column {
  readonly place: LanePlace
  readonly density: LaneDensity
  readonly total: number
}

const undatedOf = ({ density: { inSight, before, after }, total }: Column): number =>
  total - inSight - before - after
