/** The map as a picture of the table of incidents: what is selected on it becomes a part of the search. */
import { useState } from 'react'
import { boxText } from '../../../core/queryTerms/boxTerm.ts'
import { pictureTerm } from '../../../core/queryTerms/pictureTerms.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import type { PictureProps } from '../../table/pictures.ts'
import { typedQuery } from '../../table/tableSearch.ts'
import { useText } from '../../text.ts'
import { announce } from '../../ui/LiveRegion.tsx'
import { IncidentMap } from './IncidentMap.tsx'
import { type LeftOut, MapTerms, selectOnMap } from './MapTerms.tsx'
import '../views/views.css'

export function MapView({ rows }: PictureProps<IncidentRow>) {
  const t = useText()
  const [leftOut, setLeftOut] = useState<LeftOut | null>(null)
  return (
    <>
      <MapTerms leftOut={leftOut} />
      <IncidentMap
        rows={rows}
        onBrush={(box, elsewhere) => {
          const term = boxText(box)
          // A box in place of another is of the same records as that one: what was left out stays so.
          const before = pictureTerm(typedQuery('incidents'), 'box')
          const count = elsewhere + (before !== null && before === leftOut?.term ? leftOut.count : 0)
          setLeftOut({ term, count })
          selectOnMap('box', term)
          announce(`${t('map.filtered')} ${count === 0 ? '' : t('map.leftOut', { count })}`.trim())
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
