/** The map as a picture of the table of incidents: what is selected on it becomes a part of the search. */
import { boxText } from '../../../core/queryTerms/boxTerm.ts'
import { type PictureTermKind, withPictureTerm } from '../../../core/queryTerms/pictureTerms.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import type { PictureProps } from '../../table/pictures.ts'
import { typedQuery, typeQuery } from '../../table/tableSearch.ts'
import { useText } from '../../text.ts'
import { IncidentMap } from './IncidentMap.tsx'
import '../views/views.css'

const KIND = 'incidents'

const select = (kind: PictureTermKind, term: string): void =>
  typeQuery(KIND, withPictureTerm(typedQuery(KIND), kind, term))

export function MapView({ rows }: PictureProps<IncidentRow>) {
  return (
    <IncidentMap
      rows={rows}
      onBrush={(box) => select('box', boxText(box))}
      onCountry={(country) => select('place', `place:${country}`)}
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
