/** The map as a picture of the table of incidents: what is selected on it becomes a part of the search. */
import { withBox } from '../../../core/queryTerms/boxTerm.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import type { PictureProps } from '../../table/pictures.ts'
import { typedQuery, typeQuery } from '../../table/tableSearch.ts'
import { useText } from '../../text.ts'
import { IncidentMap } from './IncidentMap.tsx'
import '../views/views.css'

const KIND = 'incidents'

export function MapView({ rows }: PictureProps<IncidentRow>) {
  return (
    <IncidentMap
      rows={rows}
      onBrush={(box) => typeQuery(KIND, withBox(typedQuery(KIND), box))}
      onCountry={(country) => typeQuery(KIND, withCountry(typedQuery(KIND), country))}
    />
  )
}

/** The same among the pictures that take the place of the table. */
export function MapPicture(props: PictureProps<IncidentRow>) {
  const t = useText()
  return (
    <section className="picture" aria-label={t('map.title')} aria-busy={props.isLooking}>
      <MapView {...props} />
    </section>
  )
}

/** A query that leaves this country; one that does already stays. */
function withCountry(query: string, country: string): string {
  const term = `place:${country}`
  return query.split(/\s+/).includes(term) ? query : `${query} ${term}`.trim()
}
