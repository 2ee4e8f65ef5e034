/** The table of incidents. */
import { useMemo, useRef } from 'react'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { areSameClaimIds, claimIdsByIncident } from '../../recordLinks.ts'
import { useRecords } from '../../store.ts'
import { TableScreen } from '../../table/TableScreen.tsx'
import { useLanguage } from '../../text.ts'
import { useTermLabel } from '../../vocabularies.ts'
import { INCIDENT_PICTURES } from '../views/incidentPictures.ts'
import { incidentColumns } from './incidentColumns.tsx'

const NEWEST_FIRST = [{ id: 'when', desc: true }]
const asRecord = (incident: IncidentRow) => incident

export function IncidentsScreen() {
  const language = useLanguage()
  const incidents = useRecords('incidents')
  const claims = useRecords('claims')
  const termLabel = useTermLabel()
  const claimIds = useClaimIds(incidents, claims)
  const columns = useMemo(
    () => incidentColumns(language, termLabel, claimIds),
    [language, termLabel, claimIds],
  )
  return (
    <TableScreen
      kind="incidents"
      recordsById={incidents}
      columns={columns}
      firstSorting={NEWEST_FIRST}
      asRecord={asRecord}
      pictures={INCIDENT_PICTURES}
    />
  )
}

type ClaimIds = ReturnType<typeof claimIdsByIncident>

/** The same object until a claim of an incident comes or goes: with other columns every row is drawn and sorted anew. */
function useClaimIds(...[incidents, claims]: Parameters<typeof claimIdsByIncident>): ClaimIds {
  const last = useRef<ClaimIds>(new Map())
  return useMemo(() => {
    const next = claimIdsByIncident(incidents, claims)
    if (!areSameClaimIds(last.current, next)) last.current = next
    return last.current
  }, [incidents, claims])
}
