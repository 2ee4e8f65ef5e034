/** The map of the incidents that the filter leaves; what is selected on it becomes a part of the filter. */
import { Suspense } from 'react'
import { NotCounted } from '../../table/NotCounted.tsx'
import { QueryProblem } from '../../table/QueryProblem.tsx'
import { FilterChipsView } from '../../table/tableParts.ts'
import { lookFor, setColumnFilters, useColumnFilters } from '../../table/tableSearch.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MapView } from './MapView.tsx'
import { useFilteredIncidents } from './useFilteredIncidents.ts'

const KIND = 'incidents'

export function MapScreen() {
  const t = useText()
  const { rows, leftOut, isFiltered, error, isLooking, columns, total } = useFilteredIncidents()
  const filters = useColumnFilters(KIND)
  return (
    <section className="screen" aria-labelledby="map-title">
      <header className="screen__head">
        <h1 id="map-title">{t('map.title')}</h1>
        {isFiltered ? (
          <Button variant="quiet" icon="close" onPress={() => lookFor(KIND, null)}>
            {t('shell.search.clear')}
          </Button>
        ) : null}
      </header>
      <Suspense fallback={null}>
        {filters.length === 0 ? null : (
          <FilterChipsView
            columns={columns}
            filters={filters}
            onChange={(next) => setColumnFilters(KIND, next)}
          />
        )}
      </Suspense>
      {error === null ? null : <QueryProblem error={error} />}
      <NotCounted count={leftOut} />
      {total === 0 ? (
        <EmptyState title={t('table.incidents.emptyTitle')}>{t('table.incidents.emptyBody')}</EmptyState>
      ) : isLooking && rows.length === 0 ? (
        <EmptyState title={t('table.looking')}>{''}</EmptyState>
      ) : (
        <MapView rows={rows} isLooking={isLooking} />
      )}
    </section>
  )
}
