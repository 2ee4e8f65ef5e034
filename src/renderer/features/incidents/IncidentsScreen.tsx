/** The table of incidents. */
import { useMemo } from 'react'
import type { Incident } from '../../../core/incident.ts'
import { claimIdsByIncident } from '../../recordLinks.ts'
import { useRecords } from '../../store.ts'
import { TableScreen } from '../../table/TableScreen.tsx'
import { useLanguage } from '../../text.ts'
import { useVocabulary } from '../../vocabularies.ts'
import { incidentColumns } from './incidentColumns.tsx'

const NEWEST_FIRST = [{ id: 'when', desc: true }]
const asRecord = (incident: Incident) => incident

export function IncidentsScreen() {
  const language = useLanguage()
  const incidents = useRecords('incidents')
  const claims = useRecords('claims')
  const violationTypes = useVocabulary('violation-types')
  const columns = useMemo(
    () => incidentColumns(language, claimIdsByIncident(incidents, claims), violationTypes),
    [language, incidents, claims, violationTypes],
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
