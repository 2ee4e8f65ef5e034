/** The incidents of a brief as a table: period, place, kinds, status, people in bands. */
import { memo, useMemo } from 'react'
import type { BriefContent, BriefIncident } from '../../../core/redaction/briefData.ts'
import { incidentsInOrder, previewIncident } from './briefRows.ts'
import type { BriefWords } from './briefWords.ts'
import { isolatedIds } from './isolatedIds.ts'
import { RowId } from './RowId.tsx'
import { useGrowing } from './useGrowing.ts'

const COLUMNS = ['number', 'period', 'place', 'kinds', 'status', 'people', 'claims'] as const

export interface BriefPageIncidentsProps {
  readonly incidents: BriefContent['incidents']
  readonly order: BriefContent['order']
  readonly words: BriefWords
}

export function BriefPageIncidents({ incidents, order, words }: BriefPageIncidentsProps) {
  const { say } = words
  const rows = useMemo(() => incidentsInOrder({ incidents, order }, words), [incidents, order, words])
  const shown = useGrowing(rows.length)
  return (
    <section>
      <h4>{say('heading.incidents')}</h4>
      <p className="page__lead">
        {rows.length === 0
          ? say('incidents.none')
          : `${say(`incidents.order.${order}`)} ${say('incidents.numbers')}`}
      </p>
      {rows.length === 0 ? null : (
        <table className="page__table" aria-rowcount={rows.length + 1} aria-busy={shown < rows.length}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {say(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((incident) => (
              <IncidentRow key={incident.id} incident={incident} words={words} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

interface IncidentRowProps {
  readonly incident: BriefIncident
  readonly words: BriefWords
}

/** Drawn anew only when its incident is another. */
const IncidentRow = memo(function IncidentRow({ incident, words }: IncidentRowProps) {
  const row = previewIncident(incident, words)
  return (
    <tr>
      <td>
        <RowId id={row.number} />
      </td>
      <td>{row.period}</td>
      <td>{row.place}</td>
      <td>{row.kinds}</td>
      <td>{row.status}</td>
      <td>
        {row.people.map((line) => (
          <span key={line} className="page__line">
            {line}
          </span>
        ))}
      </td>
      <td>{isolatedIds(row.claims, words.direction)}</td>
    </tr>
  )
})
