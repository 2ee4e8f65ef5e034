/** The table of incidents. */
import { useMemo } from 'react'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { claimIdsByIncident } from '../../recordLinks.ts'
import { useRecords } from '../../store.ts'
import { TableScreen } from '../../table/TableScreen.tsx'
import { useLanguage } from '../../text.ts'
import { useTermLabel } from '../../vocabularies.ts'
import { incidentColumns } from './incidentColumns.tsx'

const NEWEST_FIRST = [{ id: 'when', desc: true }]
const asRecord = (incident: IncidentRow) => incident

export function IncidentsScreen() {
  const language = useLanguage()
  const incidents = useRecords('incidents')
  const claims = useRecords('claims')
  const termLabel = useTermLabel()
  const columns = useMemo(
    () => incidentColumns(language, termLabel, claimIdsByIncident(incidents, claims)),
    [language, termLabel, incidents, claims],
  )
  return (
    <TableScreen
      kind="incidents"
      recordsById={incidents}
      columns={columns}
      firstSorting={NEWEST_FIRST}
      asRecord={asRecord}
    />
  )
}
