/** The incidents that the filter of their table leaves, each once: what a map or another picture is made of. */
import { useEffect, useMemo } from 'react'
import { countedOnce } from '../../../core/countedOnce.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { rowsOf } from '../../collectionRows.ts'
import { claimIdsByIncident } from '../../recordLinks.ts'
import { useRecords } from '../../store.ts'
import { filterTest } from '../../table/columnFilters.ts'
import type { TableColumn } from '../../table/tableColumn.ts'
import { setShown, useColumnFilters, useTypedQuery } from '../../table/tableSearch.ts'
import { type FilteredRows, useFilteredRows } from '../../table/useFilteredRows.ts'
import { useLanguage } from '../../text.ts'
import { useTermLabel } from '../../vocabularies.ts'
import { incidentColumns } from '../incidents/incidentColumns.tsx'

const asRecord = (incident: IncidentRow) => incident

export interface FilteredIncidents extends FilteredRows<IncidentRow> {
  readonly columns: readonly TableColumn<IncidentRow>[]
  /** How many there are without a filter. */
  readonly total: number
  /** How many the filter leaves that are not among the rows, since another record stands for them. */
  readonly leftOut: number
  /** Does the filter hide any? */
  readonly isFiltered: boolean
  /** All that the filter leaves, these too. */
  readonly withThose: readonly IncidentRow[]
}

export function useFilteredIncidents(): FilteredIncidents {
  const language = useLanguage()
  const incidents = useRecords('incidents')
  const claims = useRecords('claims')
  const termLabel = useTermLabel()
  const all = useMemo(() => rowsOf(incidents), [incidents])
  const total = useMemo(() => countedOnce(all).rows.length, [all])
  const filters = useColumnFilters('incidents')
  const typed = useTypedQuery('incidents')
  const columns = useMemo(
    () => incidentColumns(language, termLabel, claimIdsByIncident(incidents, claims)),
    [language, termLabel, incidents, claims],
  )
  const also = useMemo(() => filterTest(columns, filters), [columns, filters])
  const filtered = useFilteredRows('incidents', all, typed, asRecord, also)
  const { isLooking, rows } = filtered
  useEffect(() => {
    if (!isLooking) setShown({ shown: rows.length, total: all.length })
  }, [isLooking, rows.length, all.length])
  useEffect(() => () => setShown(null), [])
  const counted = useMemo(() => countedOnce(rows), [rows])
  return { ...filtered, ...counted, withThose: rows, isFiltered: all.length > rows.length, columns, total }
}
