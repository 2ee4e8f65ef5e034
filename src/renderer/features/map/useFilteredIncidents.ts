/** The incidents that the filter of their table leaves, each once: what a map or another picture is made of. */
import { useEffect, useMemo } from 'react'
import { countedOnce } from '../../../core/countedOnce.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import type { TableColumn } from '../../table/tableColumn.ts'
import { setShown, useTypedQuery } from '../../table/tableSearch.ts'
import type { FilteredRows } from '../../table/useFilteredRows.ts'
import { useIncidentRows } from './useIncidentRows.ts'

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
  const { all, counted, columns, ...filtered } = useIncidentRows(useTypedQuery('incidents'))
  const { isLooking, rows } = filtered
  const total = useMemo(() => countedOnce(all).rows.length, [all])
  useEffect(() => {
    if (!isLooking) setShown({ shown: rows.length, total: all.length })
  }, [isLooking, rows.length, all.length])
  useEffect(() => () => setShown(null), [])
  return { ...filtered, ...counted, withThose: rows, isFiltered: all.length > rows.length, columns, total }
}
