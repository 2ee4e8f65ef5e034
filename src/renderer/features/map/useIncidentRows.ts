/** The incidents that a query leaves, with the filters of the columns of their table; each once. */
import { useMemo } from 'react'
import { type CountedOnce, countedOnce } from '../../../core/countedOnce.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { rowsOf } from '../../collectionRows.ts'
import { claimIdsByIncident } from '../../recordLinks.ts'
import { useRecords } from '../../store.ts'
import { filterTest } from '../../table/columnFilters.ts'
import type { TableColumn } from '../../table/tableColumn.ts'
import { useColumnFilters } from '../../table/tableSearch.ts'
import { type FilteredRows, useFilteredRows } from '../../table/useFilteredRows.ts'
import { useLanguage } from '../../text.ts'
import { useTermLabel } from '../../vocabularies.ts'
import { incidentColumns } from '../incidents/incidentColumns.tsx'

const asRecord = (incident: IncidentRow) => incident

export interface IncidentRows extends FilteredRows<IncidentRow> {
  readonly columns: readonly TableColumn<IncidentRow>[]
  /** All incidents, whatever the filter. */
  readonly all: readonly IncidentRow[]
  readonly counted: CountedOnce<IncidentRow>
}

/** @param query as typed. */
export function useIncidentRows(query: string): IncidentRows {
  const language = useLanguage()
  const incidents = useRecords('incidents')
  const claims = useRecords('claims')
  const termLabel = useTermLabel()
  const all = useMemo(() => rowsOf(incidents), [incidents])
  const filters = useColumnFilters('incidents')
  const columns = useMemo(
    () => incidentColumns(language, termLabel, claimIdsByIncident(incidents, claims)),
    [language, termLabel, incidents, claims],
  )
  const also = useMemo(() => filterTest(columns, filters), [columns, filters])
  const filtered = useFilteredRows('incidents', all, query, asRecord, also)
  const counted = useMemo(() => countedOnce(filtered.rows), [filtered.rows])
  return { ...filtered, columns, all, counted }
}
