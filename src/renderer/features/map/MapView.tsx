/** The map as a picture of the table of incidents: what is selected on it becomes a part of the search. */
import { boxText } from '../../../core/queryTerms/boxTerm.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import type { PictureProps } from '../../table/pictures.ts'
import { useText } from '../../text.ts'
import { announce } from '../../ui/LiveRegion.tsx'
import { IncidentMap } from './IncidentMap.tsx'
import { MapTerms, selectOnMap } from './MapTerms.tsx'
import '../views/views.css'

export function MapView({ rows }: PictureProps<IncidentRow>) {
  const t = useText()
  return (
    <>
      <MapTerms />
      <IncidentMap
        rows={rows}
        onBrush={(box, elsewhere) => {
          selectOnMap('box', boxText(box))
          // In place of another box, what that had left out is told beside the map.
          announce(
            `${t('map.filtered')} ${elsewhere === 0 ? '' : t('map.leftOut', { count: elsewhere })}`.trim(),
          )
        }}
        onCountry={(country) => selectOnMap('place', `place:${country}`)}
      />
    </>
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
