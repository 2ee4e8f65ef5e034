/** How many records a part of the map leaves out because nobody knows whether they lie in it: counted beside it, not dropped. */
import { useMemo } from 'react'
import { leftOutOfBox } from '../../../core/mapView/leftOutOfBox.ts'
import { withPictureTerm } from '../../../core/queryTerms/pictureTerms.ts'
import { useText } from '../../text.ts'
import { useIncidentRows } from './useIncidentRows.ts'

/** @param query with the box in it: what it leaves without the box is what is counted. */
export function LeftOutOfBox({ query }: { readonly query: string }) {
  const t = useText()
  const { counted, isLooking } = useIncidentRows(withPictureTerm(query, 'box', null))
  const { country, unknown } = useMemo(() => leftOutOfBox(counted.rows.map(({ where }) => where)), [counted])
  if (isLooking) return null
  return (
    <>
      {country === 0 ? null : <p className="field__hint">{t('map.leftOut', { count: country })}</p>}
      {unknown === 0 ? null : <p className="field__hint">{t('map.leftOut.unknown', { count: unknown })}</p>}
    </>
  )
}
