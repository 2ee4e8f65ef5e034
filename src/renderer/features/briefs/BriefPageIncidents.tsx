/** The incidents of a brief as a table: period, place, kinds, status, people in bands. */
import { useMemo } from 'react'
import type { BriefIncident } from '../../../core/redaction/briefData.ts'
import { previewIncidents } from './briefRows.ts'
import type { BriefWords } from './briefWords.ts'
import { RowId } from './RowId.tsx'

const COLUMNS = ['number', 'period', 'place', 'kinds', 'status', 'people', 'claims'] as const

export interface BriefPageIncidentsProps {
  readonly incidents: readonly BriefIncident[]
  readonly words: BriefWords
}

export function BriefPageIncidents({ incidents, words }: BriefPageIncidentsProps) {
  const { say } = words
  const rows = useMemo(() => previewIncidents(incidents, words), [incidents, words])
  return (
    <section>
      <h4>{say('heading.incidents')}</h4>
      <p className="page__lead">{say(rows.length === 0 ? 'incidents.none' : 'incidents.intro')}</p>
      {rows.length === 0 ? null : (
        <table className="page__table">
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
            {rows.map((row) => (
              <tr key={row.number}>
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
                <td>{row.claims}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
